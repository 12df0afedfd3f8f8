import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CohortFigures } from "../../src/cohorts/CohortFigures.ts";
import { compareIssued } from "../../src/cohorts/compare-issued.ts";
import type { MayRepeat } from "../../src/cohorts/DistinctTexts.ts";
import type { CredentialBatch } from "../../src/records.ts";
import { credential, credentialBatch, ISSUING } from "../../src/testing.ts";
import { BusinessCalendar } from "../../src/time/BusinessCalendar.ts";

// What these tests prove: whoever knows what comes once need not have it remembered, and gets the same figures.

const IDS = Array.from({ length: 12 }, (_, at) => `r${at}`);
const PEOPLE = ["ann", "bob", "cid", "dan", "eve", "fay", "gil", null];

/** Batches of a few cohorts in which credentials and people come once or several times, in a batch or in many. */
const world: fc.Arbitrary<readonly CredentialBatch[]> = fc
  .array(
    fc.record({
      name: fc.constantFrom("May", "June"),
      programId: fc.constantFrom("prog_1", "prog_2"),
      status: fc.constantFrom("issued", "issued", "draft"),
      day: fc.integer({ min: 1, max: 12 }),
      credentials: fc.array(fc.tuple(fc.constantFrom(...IDS), fc.constantFrom(...PEOPLE)), { maxLength: 5 }),
    }),
    { maxLength: 5 },
  )
  .map((batches) =>
    batches.map(({ credentials, day, ...header }, at) =>
      credentialBatch(
        `b${at}`,
        credentials.map(([id, mail]) => credential(id, mail)),
        { ...header, issuedAt: `2026-11-${String(day).padStart(2, "0")}T10:00:00.000Z` },
      ),
    ),
  );

const roster = new Set(["r1", "r2", "ann", "bob", "nobody"]);

const said = (batches: readonly CredentialBatch[], mayRepeat?: MayRepeat) => {
  const figures = new CohortFigures(
    {
      book: "default",
      source: ISSUING,
      calendar: new BusinessCalendar("UTC", "00:00"),
      window: { from: "2026-11-05", to: "2026-11-10" },
      asOf: "2026-11-09T12:00:00.000Z",
      tokenMode: "live",
      programs: [],
      rosters: new Map([["live/prog_1/may", roster]]),
    },
    mayRepeat,
  );
  for (const batch of batches.toSorted((l, r) => compareIssued(l.header, r.header))) figures.add(batch);
  return { rows: figures.rows(), findings: figures.findings(), afterWindow: figures.afterWindow };
};

/** Every id and person of a world, as often as they come. */
const textsOf = (batches: readonly CredentialBatch[]): readonly string[] =>
  batches.flatMap(({ details }) =>
    (details?.credentials ?? []).flatMap(({ id, emailHash }) => [
      id,
      ...(emailHash === null ? [] : [emailHash]),
    ]),
  );

describe("figures of cohorts", () => {
  it("are the same where only what may come again is remembered, and whatever else is", () => {
    fc.assert(
      fc.property(world, fc.array(fc.constantFrom(...IDS, "ann", "bob")), (batches, others) => {
        const counts = Map.groupBy(textsOf(batches), (text) => text);
        const remembered = new Set(others);
        const mayRepeat = (text: string) => (counts.get(text)?.length ?? 0) > 1 || remembered.has(text);
        expect(said(batches, mayRepeat)).toEqual(said(batches));
      }),
      { numRuns: 500 },
    );
  });

  it("need to remember what comes again", () => {
    const twice = ["b1", "b2"].map((id) => credentialBatch(id, [credential("r1", "ann")]));
    const forgetful = said(twice, () => false);
    expect(forgetful).not.toEqual(said(twice));
    expect(forgetful.findings.map(({ code }) => code)).not.toContain("DUPLICATE_CREDENTIAL_ID");
  });
});
