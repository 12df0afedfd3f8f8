import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cohortsKey as linesOf } from "../../src/cache/cohorts-key.ts";
import { CohortFigures } from "../../src/cohorts/CohortFigures.ts";
import { compareIssued } from "../../src/cohorts/compare-issued.ts";
import type { CohortOptions } from "../../src/cohorts/options.ts";
import type { CredentialBatch } from "../../src/records.ts";
import { credential, credentialBatch, ISSUING } from "../../src/testing.ts";
import { BusinessCalendar } from "../../src/time/BusinessCalendar.ts";

// What these tests prove: cohort figures that were kept may stand in for counting again as long as their basis is the same.

const PROGRAMS = [{ id: "prog_1", name: "Finance", orgId: "org_1", mode: "live" }];

const batches: fc.Arbitrary<readonly CredentialBatch[]> = fc
  .array(
    fc.record({
      name: fc.constantFrom("May", "June"),
      programId: fc.constantFrom("prog_1", "prog_2"),
      mode: fc.constantFrom("live", "test"),
      day: fc.integer({ min: 1, max: 9 }),
      people: fc.array(fc.constantFrom("ann", "bob", "cid"), { maxLength: 3 }),
    }),
    { maxLength: 6 },
  )
  .map((all) =>
    all
      .map(({ people, day, ...header }, at) =>
        credentialBatch(
          `b${at}`,
          people.map((mail, n) => credential(`r${at}-${n}`, mail)),
          { ...header, issuedAt: `2026-11-0${day}T10:00:00.000Z` },
        ),
      )
      .sort((a, b) => compareIssued(a.header, b.header)),
  );

const OTHER_NAMES = { default: ISSUING, other: { name: "till", title: "Till" } };

const day = fc.integer({ min: 1, max: 9 }).map((number) => `2026-11-0${number}`);

const circumstances: fc.Arbitrary<CohortOptions> = fc
  .record({
    book: fc.constantFrom("default", "other"),
    cutoff: fc.constantFrom("00:00", "12:00"),
    from: day,
    to: day,
    asOf: day,
    tokenMode: fc.constantFrom(null, "live", "test"),
    programs: fc.constantFrom([], PROGRAMS),
    roster: fc.option(fc.uniqueArray(fc.constantFrom("mail-ann", "bob", "cid"))),
  })
  .map(({ cutoff, from, to, asOf, roster, ...other }) => ({
    ...other,
    source: OTHER_NAMES[other.book],
    calendar: new BusinessCalendar("UTC", cutoff),
    window: { from, to },
    asOf: `${asOf}T11:00:00.000Z`,
    ...(roster && { rosters: new Map([["live/prog_1/may", new Set(roster)]]) }),
  }));

const cohortsKey = (...given: Parameters<typeof linesOf>): string => [...linesOf(...given)].join("\n");

const tallied = (all: readonly CredentialBatch[], options: CohortOptions) => {
  const figures = new CohortFigures(options);
  for (const batch of all) figures.add(batch);
  return [figures.rows(), figures.findings(), figures.afterWindow];
};

describe("the basis of cohort figures", () => {
  it("is another wherever the figures are, whatever changed around the batches", () => {
    // Alike more often than two draws would be: only what `changed` says comes from the second.
    const changed = fc.subarray(["book", "calendar", "window", "asOf", "tokenMode", "programs", "rosters"]);
    fc.assert(
      fc.property(batches, circumstances, circumstances, changed, (all, then, other, names) => {
        const now = {
          ...then,
          ...Object.fromEntries(Object.entries(other).filter(([name]) => names.includes(name))),
        };
        const headers = all.map(({ header }) => header);
        if (cohortsKey(headers, then) === cohortsKey(headers, now))
          expect(tallied(all, now)).toEqual(tallied(all, then));
      }),
    );
  });

  it("is a line for each batch and one for all else, its members in one order", () => {
    const headers = [
      credentialBatch("b1", [credential("r1", "ann")]).header,
      credentialBatch("b2", [], { issuedAt: "2026-12-24T10:00:00.000Z", name: "June" }).header,
    ];
    const basis = cohortsKey(headers, {
      book: "default",
      source: ISSUING,
      calendar: new BusinessCalendar("UTC", "00:00"),
      window: { from: "2026-10-16", to: "2026-11-20" },
      asOf: "2026-11-20T02:00:00.000Z",
      tokenMode: "live",
      programs: PROGRAMS,
      rosters: new Map([["live/prog_1/may", new Set(["cid", "ann", "bob"])]]),
    });
    expect(basis).toMatchInlineSnapshot(
      `
      "[{"id":"b1","programId":"prog_1","name":"May 2025 Cohort","orgId":"org_1","mode":"live","status":"issued","recipientCount":1,"issuedAt":"2026-11-01T10:00:00.000Z"},"2026-11-01"]
      [{"id":"b2","programId":"prog_1","name":"June","orgId":"org_1","mode":"live","status":"issued","recipientCount":0,"issuedAt":"2026-12-24T10:00:00.000Z"},"2026-12-24"]
      ["default",["record","Record"],[0,1],"2026-11-20T02:00:00.000Z","live",[{"id":"prog_1","name":"Finance","orgId":"org_1","mode":"live"}],[["live/prog_1/may",["ann","bob","cid"]]]]"
    `,
    );
  });

  it("stays the same while the window moves past days without a batch", () => {
    const headers = [credentialBatch("b1", [credential("r1", "ann")]).header];
    const basis = (from: string, to: string) =>
      cohortsKey(headers, {
        book: "default",
        source: ISSUING,
        calendar: new BusinessCalendar("UTC", "00:00"),
        window: { from, to },
        asOf: `${to}T02:00:00.000Z`,
        tokenMode: "live",
        programs: PROGRAMS,
      });
    expect(basis("2026-10-17", "2026-11-21")).toBe(basis("2026-10-16", "2026-11-20"));
    expect(basis("2026-11-02", "2026-12-07")).not.toBe(basis("2026-10-16", "2026-11-20"));
  });
});
