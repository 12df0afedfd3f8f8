import { describe, expect, it } from "vitest";
import { CohortFigures } from "../../src/cohorts/CohortFigures.ts";
import { compareIssued } from "../../src/cohorts/compare-issued.ts";
import type { CohortOptions } from "../../src/cohorts/options.ts";
import type { CredentialBatch } from "../../src/records.ts";
import { credential, credentialBatch, ISSUING, invalidRecord } from "../../src/testing.ts";
import { BusinessCalendar } from "../../src/time/BusinessCalendar.ts";

const figures = (batches: readonly CredentialBatch[], other: Partial<CohortOptions> = {}): CohortFigures => {
  const cohorts = new CohortFigures({
    book: "default",
    source: ISSUING,
    calendar: new BusinessCalendar("UTC", "00:00"),
    window: { from: "2026-10-17", to: "2026-11-22" },
    asOf: "2026-11-21T02:00:00.000Z",
    tokenMode: "live",
    programs: [{ id: "prog_1", name: "MongoDB", orgId: "org_1", mode: "live" }],
    ...other,
  });
  for (const batch of batches.toSorted((l, r) => compareIssued(l.header, r.header))) cohorts.add(batch);
  return cohorts;
};

const said = (cohorts: CohortFigures): readonly string[] =>
  cohorts
    .findings()
    .map(({ code, entity, entityId, businessDate, expected, actual }) =>
      [code, entity, entityId, businessDate, expected?.text, actual?.text]
        .map((cell) => cell ?? "-")
        .join(" "),
    );

const ids = (count: number, prefix = "r") =>
  Array.from({ length: count }, (_, at) => credential(`${prefix}${at}`));

describe("cohort rows", () => {
  it("shows 485 declared, 480 issued and 479 people side by side", () => {
    const credentials = [...ids(479), credential("r479", "mail-r0"), credential("r3")];
    const cohorts = figures([credentialBatch("b1", credentials, { recipientCount: 485 })]);
    expect(cohorts.rows()).toMatchObject([
      {
        programName: "MongoDB",
        cohort: "May 2025 Cohort",
        credentialsDeclared: 485,
        credentialsIssued: 480,
        people: 479,
        reissued: 1,
        otherStatus: 0,
        state: "unproven",
      },
    ]);
    expect(said(cohorts)).toEqual([
      "COUNT_MISMATCH credential_batch b1 2026-11-01 480 485",
      "REISSUED cohort live/prog_1/may 2025 cohort - 0 1",
    ]);
  });

  it("groups spellings of a name, shows the earliest, and spans all batches of any status", () => {
    const batches = [
      credentialBatch("b2", ids(2, "x"), { name: " MAY  2025 cohort", issuedAt: "2026-11-02T10:00:00.000Z" }),
      credentialBatch("b1", ids(3), { issuedAt: "2026-10-01T10:00:00.000Z" }),
      credentialBatch("b3", ids(4, "d"), { status: "draft", issuedAt: "2026-11-03T10:00:00.000Z" }),
    ];
    expect(figures(batches).rows()).toMatchObject([
      {
        cohort: "May 2025 Cohort",
        batches: 3,
        credentialsDeclared: 9,
        credentialsIssued: 5,
        otherStatus: 4,
        issuedInWindow: 2,
        firstIssuedAt: "2026-10-01T10:00:00.000Z",
        lastIssuedAt: "2026-11-03T10:00:00.000Z",
        batchIds: ["b1", "b2", "b3"],
        state: "final",
      },
    ]);
  });

  it("keeps two programmes, and test and live, apart", () => {
    const batches = [
      credentialBatch("b1", ids(1, "a")),
      credentialBatch("b2", ids(1, "b"), { programId: "prog_2" }),
      credentialBatch("b3", ids(1, "c"), { mode: "test" }),
    ];
    expect(
      figures(batches)
        .rows()
        .map(({ mode, programId, programName }) => [mode, programId, programName]),
    ).toEqual([
      ["live", "prog_1", "MongoDB"],
      ["live", "prog_2", null],
      ["test", "prog_1", "MongoDB"],
    ]);
  });

  it("counts status issued trimmed and in any case", () => {
    expect(figures([credentialBatch("b1", ids(2), { status: " Issued" })]).rows()).toMatchObject([
      { credentialsIssued: 2 },
    ]);
  });

  it("counts a credential without a person, and the same person in a cohort once", () => {
    const batches = [
      credentialBatch("b1", [credential("r1", null), credential("r2", null), credential("r3")]),
    ];
    expect(figures(batches).rows()).toMatchObject([{ credentialsIssued: 3, people: 1, reissued: 0 }]);
  });

  it("leaves counts empty where no batch has details, and keeps what was declared", () => {
    const gone = { ...credentialBatch("b1", ids(7)), details: null };
    const unknown = {
      credentialsIssued: null,
      people: null,
      reissued: null,
      otherStatus: null,
      issuedInWindow: null,
    };
    expect(figures([gone]).rows()).toMatchObject([{ credentialsDeclared: 7, ...unknown, state: "unproven" }]);
    expect(said(figures([gone]))).toEqual(["DETAIL_UNAVAILABLE credential_batch b1 2026-11-01 - 404"]);

    const partly = figures([gone, credentialBatch("b2", ids(2, "x"))]).rows();
    expect(partly).toMatchObject([
      { credentialsDeclared: 9, credentialsIssued: 2, people: 2, state: "unproven" },
    ]);
  });

  it("is unproven where a credential was left out as invalid, which alone is then reported", () => {
    const batch = credentialBatch("b1", ids(2), { recipientCount: 4 });
    const details = {
      credentials: batch.details?.credentials ?? [],
      invalid: [invalidRecord("r9"), invalidRecord(null)],
    };
    const cohorts = figures([{ ...batch, details }]);
    expect(cohorts.rows()).toMatchObject([{ credentialsIssued: 2, state: "unproven" }]);
    expect(said(cohorts)).toEqual([
      "INVALID_RECORD credential r9 2026-11-01 an integer 12.5",
      "INVALID_RECORD credential_batch b1 2026-11-01 an integer 12.5",
    ]);
  });

  it("leaves out batches issued at or after the end of the window, and counts them", () => {
    const cohorts = figures([
      credentialBatch("b1", ids(1), { issuedAt: "2026-11-21T23:59:59.999Z" }),
      credentialBatch("b2", ids(1, "x"), { issuedAt: "2026-11-22T00:00:00.000Z" }),
    ]);
    expect(cohorts.rows()).toMatchObject([{ batches: 1, credentialsIssued: 1 }]);
    expect(cohorts.afterWindow).toBe(1);
  });

  it("takes the first instant of the window as in it", () => {
    const cohorts = figures([
      credentialBatch("b1", ids(1), { issuedAt: "2026-10-16T23:59:59.999Z" }),
      credentialBatch("b2", ids(1, "x"), { issuedAt: "2026-10-17T00:00:00.000Z" }),
    ]);
    expect(cohorts.rows()).toMatchObject([{ credentialsIssued: 2, issuedInWindow: 1 }]);
  });

  it("sets issued credentials against a roster of e-mail hashes and ids", () => {
    const rosters = new Map([["live/prog_1/may 2025 cohort", new Set(["mail-r0", "r1", "mail-r9"])]]);
    expect(figures([credentialBatch("b1", ids(3))], { rosters }).rows()).toMatchObject([
      { expected: 3, missing: 1, unexpected: 1 },
    ]);
    expect(figures([credentialBatch("b1", ids(3))]).rows()).toMatchObject([
      { expected: null, missing: null, unexpected: null },
    ]);
  });

  it("counts a credential that a batch holds twice once, in every figure", () => {
    const rosters = new Map([["live/prog_1/may 2025 cohort", new Set(["r9"])]]);
    const twice = [credential("r1"), credential("r1"), credential("r2")];
    expect(figures([credentialBatch("b1", twice)], { rosters }).rows()).toMatchObject([
      { credentialsIssued: 2, issuedInWindow: 2, people: 2, reissued: 0, missing: 1, unexpected: 2 },
    ]);
  });

  it("refuses batches out of order, and a batch twice", () => {
    const cohorts = figures([credentialBatch("b2", ids(1))]);
    expect(() => cohorts.add(credentialBatch("b1", ids(1)))).toThrow(RangeError);
    expect(() => cohorts.add(credentialBatch("b2", ids(1)))).toThrow(RangeError);
  });
});

describe("reissued", () => {
  const at = (day: string) => ({ issuedAt: `2026-11-${day}T10:00:00.000Z` });

  it("counts who held a credential of the programme already, in whatever cohort", () => {
    const batches = [
      credentialBatch("b1", [credential("r1", "ann"), credential("r2", "bob")], { name: "A", ...at("01") }),
      credentialBatch("b2", [credential("r3", "ann"), credential("r4", "cid")], { name: "B", ...at("02") }),
      credentialBatch("b3", [credential("r5", "ann")], { name: "C", programId: "prog_2", ...at("03") }),
      credentialBatch("b4", [credential("r6", "ann")], { name: "D", mode: "test", ...at("04") }),
    ];
    const reissued = figures(batches)
      .rows()
      .map((row) => [row.cohort, row.reissued]);
    expect(reissued).toEqual([
      ["A", 0],
      ["B", 1],
      ["C", 0],
      ["D", 0],
    ]);
  });

  it("does not count the same credential again, nor one in a batch that was not issued", () => {
    const batches = [
      credentialBatch("b1", [credential("r1", "ann")], { name: "A", status: "draft", ...at("01") }),
      credentialBatch("b2", [credential("r2", "ann")], { name: "B", ...at("02") }),
      credentialBatch("b3", [credential("r2", "ann")], { name: "C", ...at("03") }),
      credentialBatch("b4", [credential("r3", "ann")], { name: "D", ...at("04") }),
      credentialBatch("b5", [credential("r3", "ann")], { name: "E", ...at("05") }),
    ];
    const reissued = figures(batches)
      .rows()
      .map((row) => [row.cohort, row.reissued]);
    expect(reissued).toEqual([
      ["A", 0],
      ["B", 0],
      ["C", 0],
      ["D", 1],
      ["E", 0],
    ]);
  });
});

describe("findings about credentials", () => {
  it("finds nothing in batches that are as they should be", () => {
    expect(said(figures([credentialBatch("b1", ids(3)), credentialBatch("b2", ids(3, "x"))]))).toEqual([]);
  });

  it("COUNT_MISMATCH where a batch holds more than was declared, invalid ones or not", () => {
    const batch = credentialBatch("b1", ids(3), { recipientCount: 2 });
    expect(said(figures([batch]))).toEqual(["COUNT_MISMATCH credential_batch b1 2026-11-01 3 2"]);

    const details = { credentials: ids(3), invalid: [invalidRecord("r9")] };
    expect(said(figures([{ ...batch, details }]))).toContain(
      "COUNT_MISMATCH credential_batch b1 2026-11-01 3 2",
    );
    const short = credentialBatch("b1", ids(3), { recipientCount: 5 });
    expect(said(figures([{ ...short, details }]))).toContain(
      "COUNT_MISMATCH credential_batch b1 2026-11-01 3 5",
    );
  });

  it("UNKNOWN_STATUS for anything but issued", () => {
    expect(said(figures([credentialBatch("b1", ids(1), { status: "revoked" })]))).toEqual([
      "UNKNOWN_STATUS credential_batch b1 2026-11-01 - revoked",
    ]);
    expect(said(figures([credentialBatch("b1", ids(1), { status: " " })]))).toEqual([
      "UNKNOWN_STATUS credential_batch b1 2026-11-01 - -",
    ]);
  });

  it("MODE_MISMATCH of a batch or programme, where the token's mode is known", () => {
    const batches = [credentialBatch("b1", ids(1), { mode: "test" })];
    const programs = [{ id: "prog_1", name: "MongoDB", orgId: "org_1", mode: "test" }];
    expect(said(figures(batches, { programs }))).toEqual([
      "MODE_MISMATCH credential_batch b1 2026-11-01 live test",
      "MODE_MISMATCH program prog_1 - live test",
    ]);
    expect(said(figures(batches, { programs, tokenMode: null }))).toEqual([]);
  });

  it("FOREIGN_ORG of those that are not of the most common organisation", () => {
    const batches = [
      credentialBatch("b1", ids(1, "a"), { orgId: "org_0" }),
      credentialBatch("b2", ids(1, "b"), { issuedAt: "2026-11-02T10:00:00.000Z" }),
    ];
    expect(said(figures(batches))).toEqual(["FOREIGN_ORG credential_batch b1 2026-11-01 org_1 org_0"]);
  });

  it("UNKNOWN_PROGRAM once, however many batches name it", () => {
    const batches = ["b1", "b2"].map((id) => credentialBatch(id, ids(1, id), { programId: "prog_9" }));
    expect(said(figures(batches))).toEqual(["UNKNOWN_PROGRAM program prog_9 - - prog_9"]);
  });

  it("FUTURE_ISSUED_AT of a batch that is in no figure", () => {
    const cohorts = figures([credentialBatch("b1", ids(1), { issuedAt: "2026-11-22T10:00:00.000Z" })]);
    expect(cohorts.rows()).toEqual([]);
    expect(said(cohorts)).toEqual([
      "FUTURE_ISSUED_AT credential_batch b1 2026-11-22 2026-11-21 2026-11-22T10:00:00.000Z",
    ]);
    expect(said(figures([credentialBatch("b1", ids(1), { issuedAt: "2026-11-21T02:00:00.000Z" })]))).toEqual(
      [],
    );
  });

  it("DUPLICATE_CREDENTIAL_ID in two batches, and not twice in one", () => {
    const batches = [
      credentialBatch("b2", [credential("r1"), credential("r2")]),
      credentialBatch("b1", [credential("r1"), credential("r1")]),
    ];
    expect(said(figures(batches))).toEqual(["DUPLICATE_CREDENTIAL_ID credential r1 2026-11-01 - b1;b2"]);
    expect(figures(batches).findings()[0]?.batchIds).toEqual(["b1", "b2"]);
  });

  it("SUSPECTED_REPEAT of the later batch to the same people of the same cohort", () => {
    const people = (prefix: string, ...mails: readonly string[]) =>
      mails.map((mail, at) => credential(`${prefix}${at}`, mail));
    const later = { issuedAt: "2026-11-01T10:42:30.000Z" };
    const cohorts = figures([
      credentialBatch("b1", people("a", "ann", "bob")),
      credentialBatch("b2", people("b", "bob", "ann"), { ...later, name: "may 2025 COHORT" }),
      credentialBatch("b3", people("c", "bob", "ann"), { ...later, name: "Other" }),
      credentialBatch("b4", people("d", "bob"), later),
    ]);
    const repeats = cohorts.findings().filter(({ code }) => code === "SUSPECTED_REPEAT");
    expect(repeats).toMatchObject([
      { entityId: "b2", actual: { text: "b1" }, whatHappened: expect.stringContaining("42 minutes") },
    ]);
  });

  it("does not take batches without people for repeats of each other", () => {
    const batches = ["b1", "b2"].map((id) => credentialBatch(id, [credential(`r-${id}`, null)]));
    expect(said(figures(batches))).toEqual([]);
  });

  it("NAME_VARIANT of the later of two cohorts of a programme", () => {
    const batches = [
      credentialBatch("b1", ids(1, "a"), { name: "May-2025 cohort", issuedAt: "2026-11-02T10:00:00.000Z" }),
      credentialBatch("b2", ids(1, "b")),
      credentialBatch("b3", ids(1, "c"), { mode: "test", name: "May_2025 cohort" }),
    ];
    expect(said(figures(batches, { tokenMode: null }))).toEqual([
      "NAME_VARIANT cohort live/prog_1/may-2025 cohort - May 2025 Cohort May-2025 cohort",
    ]);
  });
});
