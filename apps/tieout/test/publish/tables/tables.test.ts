import { describe, expect, it } from "vitest";
import type { Figures } from "../../../src/close/Report.ts";
import { cohorts } from "../../../src/publish/tables/cohorts.ts";
import { exceptions } from "../../../src/publish/tables/exceptions.ts";
import { payments } from "../../../src/publish/tables/payments.ts";
import { restatements } from "../../../src/publish/tables/restatements.ts";
import { settlementDays } from "../../../src/publish/tables/settlement-days.ts";
import { settlements } from "../../../src/publish/tables/settlements.ts";
import { type Table, table } from "../../../src/publish/tables/Table.ts";
import { TABLES } from "../../../src/publish/tables/tables.ts";
import { figuresWith } from "../figures.ts";

/** The rows of a report's file, in their order, in some of its columns. */
const rowsOf = (of: Table, report: Partial<Figures>, ...shown: readonly string[]) =>
  [...(of.records({ ...figuresWith([]), ...report }) ?? [])].map((cells) =>
    shown.map((name) => cells[of.columns.findIndex((column) => column.name === name)]),
  );

/** One row of each file to make others of. */
const of = <Row>(rows: Iterable<Row> | null): Row => {
  const [row] = rows ?? [];
  if (row === undefined) throw new Error("expected a row");
  return row;
};
const one = figuresWith(["b"]);

describe("the rows of a file", () => {
  it("are ordered by day, batch and currency where they are settlements, an empty currency first", () => {
    const row = { ...of(one.settlements), currency: "USD" };
    const rows = [
      row,
      { ...row, currency: null },
      { ...row, batchId: "a" },
      { ...row, businessDate: "2026-11-01", batchId: "z" },
    ];
    expect(rowsOf(settlements, { settlements: rows }, "batch_id", "currency")).toStrictEqual([
      ["z", "USD"],
      ["a", "USD"],
      ["b", ""],
      ["b", "USD"],
    ]);
  });

  it("are ordered by day, account, currency and state where they are days", () => {
    const row = { ...of(one.days), accountId: "a", currency: "USD" };
    const rows = [
      { ...row, state: "void" as const },
      { ...row, state: "final" as const },
      { ...row, currency: null },
      { ...row, accountId: "Z" },
      { ...row, businessDate: "2026-11-01" },
    ];
    expect(
      rowsOf(settlementDays, { days: rows }, "business_date", "account_id", "currency", "state"),
    ).toStrictEqual([
      ["2026-11-01", "a", "USD", "review"],
      ["2026-11-17", "Z", "USD", "review"],
      ["2026-11-17", "a", "", "review"],
      ["2026-11-17", "a", "USD", "final"],
      ["2026-11-17", "a", "USD", "void"],
    ]);
  });

  it("are ordered by code point, where an emoji comes behind a full-width letter", () => {
    const rows = ["\uff21", "\u{1f600}", "b", "B"].map((cohort) => ({ ...of(one.cohorts), cohort }));
    expect(rowsOf(cohorts, { cohorts: rows }, "cohort").flat()).toStrictEqual([
      "B",
      "b",
      "\uff21",
      "\u{1f600}",
    ]);
  });

  it("are ordered as they stand there, where half a surrogate pair is another character", () => {
    const rows = ["\u{1f600}", "\ude00"].map((cohort) => ({ ...of(one.cohorts), cohort }));
    expect(rowsOf(cohorts, { cohorts: rows }, "cohort").flat()).toStrictEqual(["\ufffd", "\u{1f600}"]);
  });

  it("are ordered by their texts without the guard", () => {
    const rows = ["a", "=a", "0"].map((cohort) => ({ ...of(one.cohorts), cohort }));
    expect(rowsOf(cohorts, { cohorts: rows }, "cohort").flat()).toStrictEqual(["0", "'=a", "a"]);
  });

  it("are ordered by programme and cohort where they are payments, a whole programme first", () => {
    const row = { ...of(one.payments), programId: "p" };
    const rows = [
      { ...row, cohort: "b" },
      { ...row, programId: "a" },
      { ...row, cohort: "B " },
      { ...row, cohort: null },
    ];
    expect(rowsOf(payments, { payments: rows }, "program_id", "cohort")).toStrictEqual([
      ["a", "b"],
      ["p", ""],
      ["p", "B "],
      ["p", "b"],
    ]);
  });

  it("are ordered by day, source, entity, id, currency and field where they are restatements", () => {
    const row = { ...of(one.restatements), currency: "USD" };
    const rows = [
      row,
      { ...row, field: "net_computed" as const },
      { ...row, currency: null },
      { ...row, entityId: "a" },
      { ...row, source: "record" as const, entity: "credential_batch" as const },
      { ...row, businessDate: "2026-11-01", entityId: "z" },
    ];
    expect(
      rowsOf(
        restatements,
        { restatements: rows },
        "business_date",
        "source",
        "entity_id",
        "currency",
        "field",
      ),
    ).toStrictEqual([
      ["2026-11-01", "koard", "z", "USD", "status"],
      ["2026-11-16", "koard", "a", "USD", "status"],
      ["2026-11-16", "koard", "b", "", "status"],
      ["2026-11-16", "koard", "b", "USD", "net_computed"],
      ["2026-11-16", "koard", "b", "USD", "status"],
      ["2026-11-16", "record", "b", "USD", "status"],
    ]);
  });

  it("are ranked where they are exceptions: the worst first, then by currency, then what is at stake", () => {
    const row = { ...of(one.exceptions), currency: "USD", moneyAtStake: "2.00" };
    const rows = [
      { ...row, exceptionId: "x_1", severity: "low" as const },
      { ...row, exceptionId: "x_2", currency: null, moneyAtStake: null },
      { ...row, exceptionId: "x_3", moneyAtStake: null },
      { ...row, exceptionId: "x_4" },
      { ...row, exceptionId: "x_5", moneyAtStake: "10.00" },
    ];
    expect(rowsOf(exceptions, { exceptions: rows }, "exception_id").flat()).toStrictEqual([
      "x_5",
      "x_4",
      "x_3",
      "x_2",
      "x_1",
    ]);
  });
});

it("joins an exception to the first batch by id that it is about, and one that is about none to none", () => {
  const row = { ...of(one.exceptions), batchIds: ["b2", "b1"] };
  const entities = [
    "batch",
    "transaction",
    "credential_batch",
    "credential",
    "cohort",
    "program",
    "run",
  ] as const;
  const rows = entities.map((entity, at) => ({ ...row, entity, exceptionId: `x_${at}` }));
  expect(rowsOf(exceptions, { exceptions: rows }, "entity", "batch_id")).toStrictEqual([
    ["batch", "b"],
    ["transaction", "b1"],
    ["credential_batch", "b"],
    ["credential", "b1"],
    ["cohort", ""],
    ["program", ""],
    ["run", ""],
  ]);
});

it("has no file for a source that is not configured", () => {
  const nothing = { ...figuresWith([]), cohorts: null, settlements: null, days: null, payments: null };
  expect(TABLES.filter(({ records }) => records(nothing) === null).map(({ file }) => file)).toStrictEqual([
    "credentials-by-cohort.csv",
    "settlement-by-batch.csv",
    "settlement-by-day.csv",
    "cohort-payments.csv",
  ]);
});

it("refuses an exception whose money at stake is no amount in its currency, and names it", () => {
  const row = { ...of(one.exceptions), exceptionId: "x_1", currency: "USD", moneyAtStake: "2.000" };
  expect(() => rowsOf(exceptions, { exceptions: [row] }, "exception_id")).toThrow(
    "x_1 has 2.000 at stake, which is no amount in USD",
  );
});

it("cannot be made with a key that none of its columns of texts has", () => {
  const make = (key: string) =>
    table<string>({
      file: "some.csv",
      presence: "always",
      key: [key],
      rows: () => null,
      columns: [{ name: "size", kind: "count", meaning: "Its size.", of: ({ length }) => length }],
    });
  expect(() => make("name")).toThrow("name is no column of texts");
  expect(() => make("size")).toThrow("size is no column of texts");
});
