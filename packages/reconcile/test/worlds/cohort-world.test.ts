import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CohortFigures } from "../../src/cohorts/CohortFigures.ts";
import { compareIssued } from "../../src/cohorts/compare-issued.ts";
import type { CredentialBatch } from "../../src/records.ts";
import type { CohortRow } from "../../src/reports/rows.ts";
import { credential, credentialBatch, ISSUING } from "../../src/testing.ts";
import { BusinessCalendar } from "../../src/time/BusinessCalendar.ts";

const FROM = "2026-11-05T00:00:00.000Z";
const END = "2026-11-10T00:00:00.000Z";

/** Batches of a few cohorts and people, each credential in one place; some not issued, some unreadable. */
const world: fc.Arbitrary<readonly CredentialBatch[]> = fc
  .array(
    fc.record({
      name: fc.constantFrom("May", " MAY ", "June"),
      programId: fc.constantFrom("prog_1", "prog_2"),
      mode: fc.constantFrom("live", "test"),
      status: fc.constantFrom("issued", "issued", "issued", "draft"),
      day: fc.integer({ min: 1, max: 12 }),
      people: fc.array(fc.constantFrom("ann", "bob", "cid", "dan", null), { maxLength: 5 }),
      isUnavailable: fc.integer({ min: 0, max: 5 }).map((draw) => draw === 0),
    }),
    { maxLength: 10 },
  )
  .map((batches) =>
    batches.map(({ people, day, isUnavailable, ...header }, at) => {
      const credentials = people.map((mail, n) => credential(`r${at}-${n}`, mail));
      const issuedAt = `2026-11-${String(day).padStart(2, "0")}T10:00:00.000Z`;
      const batch = credentialBatch(`b${at}`, credentials, { ...header, issuedAt });
      return isUnavailable ? { ...batch, details: null } : batch;
    }),
  );

const rowsOf = (batches: readonly CredentialBatch[]): readonly CohortRow[] => {
  const figures = new CohortFigures({
    book: "default",
    source: ISSUING,
    calendar: new BusinessCalendar("UTC", "00:00"),
    window: { from: "2026-11-05", to: "2026-11-10" },
    asOf: "2026-11-09T12:00:00.000Z",
    tokenMode: null,
    programs: [],
  });
  for (const batch of batches.toSorted((l, r) => compareIssued(l.header, r.header))) figures.add(batch);
  return figures.rows();
};

interface Issued {
  readonly cohort: string;
  readonly program: string;
  readonly id: string;
  readonly mail: string | null;
  readonly at: string;
}

/** Every credential issued before the end of the window, in the order of issue, read plainly from the world. */
const issuedIn = (batches: readonly CredentialBatch[]): readonly Issued[] =>
  batches
    .filter(({ header }) => header.status === "issued" && header.issuedAt < END)
    .toSorted((l, r) => (l.header.issuedAt + l.header.id < r.header.issuedAt + r.header.id ? -1 : 1))
    .flatMap(({ header: { mode, programId, name, issuedAt }, details }) =>
      (details?.credentials ?? []).map(({ id, emailHash }) => ({
        cohort: `${mode}/${programId}/${name.trim().toLowerCase()}`,
        program: `${mode}/${programId}`,
        id,
        mail: emailHash,
        at: issuedAt,
      })),
    );

const sum = (
  rows: readonly CohortRow[],
  cell: "credentialsIssued" | "issuedInWindow" | "reissued" | "batches" | "firstHolders",
): number => rows.reduce((total, row) => total + (row[cell] ?? 0), 0);

describe("over any world of credential batches", () => {
  it("counts each credential in exactly one cohort", () => {
    fc.assert(
      fc.property(world, (batches) => {
        const issued = issuedIn(batches);
        const rows = rowsOf(batches);
        expect(sum(rows, "credentialsIssued")).toBe(issued.length);
        expect(sum(rows, "issuedInWindow")).toBe(issued.filter(({ at }) => at >= FROM).length);
        expect(sum(rows, "batches")).toBe(batches.filter(({ header }) => header.issuedAt < END).length);
        expect(rows.flatMap(({ batchIds }) => batchIds).length).toBe(
          new Set(rows.flatMap(({ batchIds }) => batchIds)).size,
        );
      }),
    );
  });

  it("counts people and reissues as a plain reading of the list does", () => {
    fc.assert(
      fc.property(world, (batches) => {
        const issued = issuedIn(batches);
        for (const row of rowsOf(batches)) {
          const own = issued.filter(({ cohort }) => cohort === row.entityId);
          const people = new Set(own.flatMap(({ mail }) => mail ?? []));
          const again = own.filter(({ id, mail, program }) => {
            const at = issued.findIndex((one) => one.id === id);
            return (
              mail !== null && issued.slice(0, at).some((one) => one.mail === mail && one.program === program)
            );
          });
          if (row.people !== null) expect([row.people, row.reissued]).toEqual([people.size, again.length]);
          expect(own.length > 0 && row.people === null).toBe(false);
        }
        const programs = Map.groupBy(rowsOf(batches), ({ mode, programId }) => `${mode}/${programId}`);
        for (const [program, rows] of programs) {
          const people = new Set(issued.flatMap((one) => (one.program === program ? (one.mail ?? []) : [])));
          // Whoever holds a credential of a programme held the first one once.
          expect(sum(rows, "firstHolders")).toBe(people.size);
        }
      }),
    );
  });

  it("says the same in whatever order the source lists its batches", () => {
    fc.assert(
      fc.property(world, (batches) => {
        expect(rowsOf(batches.toReversed())).toEqual(rowsOf(batches));
      }),
    );
  });
});
