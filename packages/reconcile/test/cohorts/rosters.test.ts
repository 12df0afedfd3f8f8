import { describe, expect, it } from "vitest";
import { CohortFigures } from "../../src/cohorts/CohortFigures.ts";
import type { CredentialBatch } from "../../src/records.ts";
import { credential, credentialBatch, ISSUING } from "../../src/testing.ts";
import { BusinessCalendar } from "../../src/time/BusinessCalendar.ts";

const MAY = "live/prog_1/may 2025 cohort";

/** The roster findings of batches, added in the order given. */
const found = (batches: readonly CredentialBatch[], rosters: ReadonlyMap<string, ReadonlySet<string>>) => {
  const figures = new CohortFigures({
    book: "default",
    source: ISSUING,
    calendar: new BusinessCalendar("UTC", "00:00"),
    window: { from: "2026-10-17", to: "2026-11-22" },
    asOf: "2026-11-21T02:00:00.000Z",
    tokenMode: "live",
    programs: [{ id: "prog_1", name: "MongoDB", orgId: "org_1", mode: "live" }],
    rosters,
  });
  for (const batch of batches) figures.add(batch);
  return {
    rows: figures.rows(),
    findings: figures.findings().filter(({ code }) => code.startsWith("ROSTER")),
  };
};

const cells = (findings: ReturnType<typeof found>["findings"]) =>
  findings.map(({ code, entityId, expected, actual }) => [code, entityId, expected?.text, actual?.text]);

describe("rosters", () => {
  it("finds who is missing and who is unexpected, each once a cohort with how many", () => {
    const batch = credentialBatch("b1", [credential("r1", "ann"), credential("r2", "bob"), credential("r3")]);
    const { findings } = found([batch], new Map([[MAY, new Set(["ann", "cid", "dan"])]]));
    expect(cells(findings)).toEqual([
      ["ROSTER_MISSING", MAY, "3", "1"],
      ["ROSTER_UNEXPECTED", MAY, "0", "2"],
    ]);
    expect(findings).toMatchObject([
      {
        source: "record",
        entity: "cohort",
        businessDate: null,
        moneyAtStake: null,
        whatHappened: `2 of the 3 on the roster of cohort ${MAY} hold no credential of it.`,
      },
      {
        whatHappened: `2 credentials of cohort ${MAY} went to somebody whom its roster of 3 does not name.`,
      },
    ]);
  });

  it("is silent where a roster and the credentials agree, or there is no roster", () => {
    const batch = credentialBatch("b1", [credential("r1", "ann"), credential("r2", "bob")]);
    expect(found([batch], new Map([[MAY, new Set(["ann", "r2"])]])).findings).toEqual([]);
    expect(found([batch], new Map([[MAY, new Set(["ann", "r1", "r2", "bob"])]])).findings).toEqual([]);
    expect(found([batch], new Map()).findings).toEqual([]);
  });

  it("says that a cohort with a roster has no batch, and makes no row of it", () => {
    const { rows, findings } = found([], new Map([[MAY, new Set(["ann", "bob"])]]));
    expect(rows).toEqual([]);
    expect(cells(findings)).toEqual([["ROSTER_MISSING", MAY, "2", "0"]]);
    expect(findings[0]?.whatHappened).toContain("has no batch");
    expect(found([], new Map([[MAY, new Set<string>()]])).findings).toEqual([]);
  });

  it("takes a cohort whose only batch is issued after the window as one without a batch", () => {
    const late = credentialBatch("b1", [credential("r1", "ann")], { issuedAt: "2026-11-22T00:00:00.000Z" });
    const { rows, findings } = found([late], new Map([[MAY, new Set(["ann"])]]));
    expect(rows).toEqual([]);
    expect(cells(findings)).toEqual([["ROSTER_MISSING", MAY, "1", "0"]]);
  });

  it("accuses nobody of a cohort without details, and says what could not be read of one", () => {
    const unread = { ...credentialBatch("b1", [], { recipientCount: 2 }), details: null };
    const rosters = new Map([[MAY, new Set(["ann", "bob"])]]);
    expect(found([unread], rosters).findings).toEqual([]);
    const read = credentialBatch("b2", [credential("r1", "ann")]);
    expect(found([unread, read], rosters).findings).toMatchObject([
      { whatHappened: expect.stringContaining("1 of the 2") },
    ]);
    expect(found([unread, read], rosters).findings[0]?.whatHappened).toContain("as far as");
  });

  it("counts nobody as holding a credential that is not issued", () => {
    const draft = credentialBatch("b1", [credential("r1", "ann")], { status: "draft" });
    expect(cells(found([draft], new Map([[MAY, new Set(["ann"])]])).findings)).toEqual([
      ["ROSTER_MISSING", MAY, "1", "0"],
    ]);
  });
});
