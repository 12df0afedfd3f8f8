import { describe, expect, it } from "vitest";
import { CohortFigures } from "../../src/cohorts/CohortFigures.ts";
import { compareIssued } from "../../src/cohorts/compare-issued.ts";
import type { ExceptionCode } from "../../src/exceptions/exceptions.ts";
import { traceExceptions } from "../../src/exceptions/trace-exceptions.ts";
import { type Explanation, MAX_RECORDS } from "../../src/explain/Explanation.ts";
import { evidenceIds } from "../../src/explain/evidence-ids.ts";
import { explain } from "../../src/explain/explain.ts";
import type { CredentialBatch, Program } from "../../src/records.ts";
import { credential, credentialBatch, FIRST_NIGHT, ISSUING, invalidRecord } from "../../src/testing.ts";
import { BusinessCalendar } from "../../src/time/BusinessCalendar.ts";

const PROGRAMS: readonly Program[] = [{ id: "prog_1", name: "MongoDB", orgId: "org_1", mode: "live" }];

/** Counts batches and explains the first exception of a code, from the evidence that it asks for. */
const explained = (
  code: ExceptionCode,
  batches: readonly CredentialBatch[],
  other: { programs?: readonly Program[]; rosters?: ReadonlyMap<string, ReadonlySet<string>> } = {},
): Explanation => {
  const { programs = PROGRAMS, rosters = new Map() } = other;
  const figures = new CohortFigures({
    book: "default",
    source: ISSUING,
    calendar: new BusinessCalendar("UTC", "00:00"),
    window: { from: "2026-10-17", to: "2026-11-22" },
    asOf: "2026-11-21T02:00:00.000Z",
    tokenMode: "live",
    programs,
    rosters,
  });
  for (const batch of batches.toSorted((l, r) => compareIssued(l.header, r.header))) figures.add(batch);
  const rows = traceExceptions(figures.findings(), FIRST_NIGHT);
  const exception = rows.find((row) => row.code === code);
  if (exception === undefined) throw new Error(`no ${code} was found`);
  const headers = batches.map(({ header }) => header);
  const ids = evidenceIds(exception, headers);
  const evidence = batches.filter(({ header }) => ids.includes(header.id));
  return explain(exception, { issued: { source: ISSUING, batches: evidence, programs } });
};

const at = (day: number) => ({ issuedAt: `2026-11-${String(day).padStart(2, "0")}T10:00:00.000Z` });

describe("explaining a credential batch", () => {
  it("counts declared, rows, distinct, repeated, people and invalid line by line", () => {
    const credentials = [credential("r1", "ann"), credential("r2", "ann"), credential("r2", "ann")];
    const batch = credentialBatch("b1", [...credentials, credential("r3", null)], { recipientCount: 9 });
    const details = { credentials: batch.details?.credentials ?? [], invalid: [invalidRecord("r8")] };
    const { arithmetic, records, notes } = explained("COUNT_MISMATCH", [
      { ...batch, details },
      credentialBatch("other", [credential("x")]),
    ]);
    expect(arithmetic).toEqual([
      "batch b1: declared credentials: 9",
      "batch b1: rows listed: 4",
      "batch b1: distinct credentials: 3",
      "batch b1: rows that repeat a credential: 1",
      "batch b1: people: 1",
      "batch b1: rows without a person: 1",
      "batch b1: records left out as invalid: 1",
      "reported as expected: 3",
      "reported as actual: 9",
      expect.stringContaining("reported: Record declares 9 credentials"),
    ]);
    expect(records.map(({ id }) => id)).toEqual(["b1"]);
    expect(records[0]?.says).toContain("declares 9");
    expect(notes).toEqual(["Batch b1 is unproven: its details differ from what it declares."]);
  });

  it("says that details cannot be had", () => {
    const batch = { ...credentialBatch("b1", [], { recipientCount: 3 }), details: null };
    const { arithmetic, notes } = explained("DETAIL_UNAVAILABLE", [batch]);
    expect(arithmetic.slice(0, 2)).toEqual(["batch b1: declared credentials: 3", "batch b1: details: none"]);
    expect(notes[0]).toContain("404");
  });

  it("sets a repeated batch beside the one that it repeats", () => {
    const people = [credential("r1", "ann"), credential("r2", "bob")];
    const again = [credential("r3", "ann"), credential("r4", "bob")];
    const batches = [credentialBatch("b2", again, at(2)), credentialBatch("b1", people, at(1))];
    const { records } = explained("SUSPECTED_REPEAT", [...batches, credentialBatch("b3", [credential("x")])]);
    expect(records.map(({ id }) => id)).toEqual(["b1", "b2"]);
  });

  it("shows where a credential in two batches is, and which record was left out", () => {
    const both = [
      credentialBatch("b1", [credential("r1")], at(1)),
      credentialBatch("b2", [credential("r1")], at(2)),
    ];
    const { records } = explained("DUPLICATE_CREDENTIAL_ID", both);
    expect(records.map(({ kind, id, says }) => `${kind} ${id} ${says[0]}`)).toEqual([
      ...['credential_batch b1 name "May 2025 Cohort"', 'credential_batch b2 name "May 2025 Cohort"'],
      ...["credential r1 in batch b1", "credential r1 in batch b2"],
    ]);
    const batch = credentialBatch("b1", [credential("r1")]);
    const invalid = {
      ...batch,
      details: { credentials: [], invalid: [invalidRecord("r9"), invalidRecord(null)] },
    };
    const idsIn = (details: object) =>
      explained("INVALID_RECORD", [{ ...invalid, details: { ...invalid.details, ...details } }]).records.map(
        ({ id }) => id,
      );
    expect(idsIn({ invalid: [invalidRecord("r9"), invalidRecord("r8")] })).toHaveLength(2);
    expect(idsIn({ invalid: [invalidRecord("r9")] })).toEqual(["b1", "r9"]);
    expect(idsIn({ invalid: [invalidRecord(null), invalidRecord(null)] })).toEqual([
      ...["b1", "(no id)", "(no id)"],
    ]);
  });
});

describe("explaining a cohort", () => {
  it("names the credentials issued again and those held before, and no person", () => {
    const batches = [
      credentialBatch("b1", [credential("r1", "ann"), credential("r2", "bob")], { name: "A", ...at(1) }),
      credentialBatch("b2", [credential("r3", "ann"), credential("r4", "cid")], { name: "B", ...at(2) }),
      credentialBatch("b3", [credential("r5", "ann")], { name: "B", status: "draft", ...at(3) }),
      credentialBatch("b4", [credential("r6", "bob")], { name: "B", programId: "prog_2", ...at(4) }),
      credentialBatch("b5", [credential("r7", "ann"), credential("r8", "cid")], { name: "B", ...at(5) }),
    ];
    const explanation = explained("REISSUED", batches);
    const credentials = explanation.records.filter(({ kind }) => kind === "credential");
    expect(credentials.map(({ id, says }) => [id, ...says])).toEqual([
      ["r3", "in batch b2", "its holder already held r1"],
      ["r7", "in batch b5", "its holder already held r1"],
      ["r8", "in batch b5", "its holder already held r4"],
    ]);
    expect(explanation.arithmetic).toEqual([
      "batch b2 (issued): declared 2, distinct credentials 2",
      "batch b3 (draft): declared 1, distinct credentials 1",
      "batch b5 (issued): declared 2, distinct credentials 2",
      "cohort live/prog_1/b: batches: 3",
      "cohort live/prog_1/b: declared credentials: 5",
      "cohort live/prog_1/b: distinct credentials issued: 4",
      "cohort live/prog_1/b: people who hold them: 2",
      "cohort live/prog_1/b: distinct credentials of any other status: 1",
      "reported as expected: 0",
      "reported as actual: 3",
      expect.stringContaining("3 credentials of this cohort"),
    ]);
    expect(JSON.stringify(explanation)).not.toMatch(/ann|bob|cid/);
  });

  it("lists as many reissues as the figures count, in whatever order batches come", () => {
    const batches = Array.from({ length: 6 }, (_, n) =>
      credentialBatch(
        `b${n}`,
        [credential(`r${n}`, n % 2 === 0 ? "ann" : "bob"), credential("same", "eve")],
        at(9 - n),
      ),
    );
    const { records, arithmetic } = explained("REISSUED", batches);
    const count = records.filter(({ kind }) => kind === "credential").length;
    expect(arithmetic).toContain(`reported as actual: ${count}`);
    expect(count).toBe(4);
  });

  it("takes a credential that a cohort holds twice for one, whoever it names the second time", () => {
    const batches = [
      credentialBatch(
        "b1",
        [credential("r1", "ann"), credential("r1", "bob"), credential("r2", "ann")],
        at(1),
      ),
      credentialBatch("b2", [credential("r3", "bob")], at(2)),
    ];
    const { records, arithmetic } = explained("REISSUED", batches);
    expect(arithmetic).toContain("reported as actual: 1");
    expect(records.filter(({ kind }) => kind === "credential").map(({ id }) => id)).toEqual(["r2"]);
  });

  it("sets the two spellings of a name side by side", () => {
    const batches = [
      credentialBatch("b1", [credential("r1")], { name: "May-2025", ...at(1) }),
      credentialBatch("b2", [credential("r2")], { name: "May 2025", ...at(2) }),
      credentialBatch("b3", [credential("r3")], { name: "June", ...at(3) }),
    ];
    const { records, arithmetic } = explained("NAME_VARIANT", batches);
    expect(records.map(({ id }) => id)).toEqual(["b1", "b2"]);
    expect(arithmetic).toContain("cohort live/prog_1/may-2025: batches: 1");
    expect(arithmetic).toContain("cohort live/prog_1/may 2025: batches: 1");
  });

  it("keeps who is on a roster to itself", () => {
    const rosters = new Map([["live/prog_1/may 2025 cohort", new Set(["ann", "zoe"])]]);
    const explanation = explained("ROSTER_MISSING", [credentialBatch("b1", [credential("r1", "ann")])], {
      rosters,
    });
    expect(explanation.notes).toHaveLength(1);
    expect(JSON.stringify(explanation)).not.toMatch(/ann|zoe/);
    const none = explained("ROSTER_MISSING", [], { rosters });
    expect(none.notes.at(-1)).toContain("None of the records");
  });

  it("lists at most so many batches and says how many more, with sums over all", () => {
    const batches = Array.from({ length: MAX_RECORDS + 3 }, (_, n) =>
      credentialBatch(`b${n}`, [credential(`r${n}`, "ann")], at(1)),
    );
    const { records, recordsLeftOut, arithmetic } = explained("REISSUED", batches);
    expect([records.length, recordsLeftOut]).toEqual([2 * MAX_RECORDS, 3 + 2]);
    expect(arithmetic).toContain("and 3 more batches, in the sums below");
    expect(arithmetic).toContain(
      `cohort live/prog_1/may 2025 cohort: declared credentials: ${MAX_RECORDS + 3}`,
    );
  });
});

describe("explaining a programme", () => {
  it("shows the programme, where it is listed, and how many batches name it", () => {
    const batches = [credentialBatch("b1", [credential("r1")], { programId: "prog_9" })];
    const unknown = explained("UNKNOWN_PROGRAM", [...batches, credentialBatch("b2", [credential("r2")])]);
    expect(unknown.records.map(({ id }) => id)).toEqual(["b1"]);
    expect(unknown.arithmetic[0]).toBe("credential batches that name the programme: 1");
    const programs = [...PROGRAMS, { id: "prog_t", name: "Test", orgId: "org_1", mode: "test" }];
    expect(explained("MODE_MISMATCH", [], { programs }).records).toEqual([
      { kind: "program", id: "prog_t", says: ['name "Test"', "mode test", "organisation org_1"] },
    ]);
  });
});
