import { describe, expect, it } from "vitest";
import { compareRows } from "../../../src/publish/diff/compare-rows.ts";
import { COMPARED_TABLES } from "../../../src/publish/diff/compared-tables.ts";
import { TABLES } from "../../../src/publish/tables/tables.ts";
import type { CsvRow } from "../../../src/publish/verify/read-csv.ts";

const tableOf = (file: string) => {
  const table = COMPARED_TABLES.find((one) => one.file === file);
  if (table === undefined) throw new Error(`${file} is not compared`);
  return table;
};

const WINDOWS = {
  from: { from: "2026-11-01", to: "2026-11-18" },
  to: { from: "2026-11-03", to: "2026-11-20" },
};

const compared = (file: string, from: readonly CsvRow[], to: readonly CsvRow[]) =>
  compareRows(tableOf(file), { from, to }, WINDOWS).map(({ change, key, cells }) => [
    change,
    key.join(" "),
    ...cells.map((cell) => [cell.column, cell.from, cell.to, cell.difference]),
  ]);

const batch = (other: CsvRow = {}): CsvRow => ({
  book: "default",
  business_date: "2026-11-10",
  batch_id: "b1",
  currency: "KWD",
  status: "accepted",
  transactions_listed: "9",
  captured_declared: "10.000",
  ...other,
});

describe("rows of two reports", () => {
  it("are the same where only their order differs", () => {
    const [one, other] = [batch(), batch({ batch_id: "b2" })];
    expect(compared("settlement-by-batch.csv", [one, other], [other, one])).toEqual([]);
  });

  it("have each changed cell named, with a difference where there is one to take", () => {
    const now = batch({
      ...{ business_date: "2026-11-11", status: "rejected", transactions_listed: "12" },
      captured_declared: "9.995",
    });
    expect(compared("settlement-by-batch.csv", [batch()], [now])).toEqual([
      [
        "changed",
        "b1 KWD",
        ["business_date", "2026-11-10", "2026-11-11", null],
        ["status", "accepted", "rejected", null],
        ["transactions_listed", "9", "12", "3"],
        ["captured_declared", "10.000", "9.995", "-0.005"],
      ],
    ]);
    const emptied = batch({ captured_declared: "", transactions_listed: "" });
    expect(compared("settlement-by-batch.csv", [batch()], [emptied])).toEqual([
      [
        "changed",
        "b1 KWD",
        ["transactions_listed", "9", "", null],
        ["captured_declared", "10.000", "", null],
      ],
    ]);
  });

  it("came or went, or stand in a day that only one of the windows has", () => {
    const from = [batch(), batch({ batch_id: "old", business_date: "2026-11-02" })];
    const to = [
      batch({ batch_id: "late", business_date: "2026-11-17" }),
      batch({ batch_id: "new", business_date: "2026-11-18" }),
    ];
    expect(compared("settlement-by-batch.csv", from, to)).toEqual([
      ["came", "late KWD"],
      ["came_with_window", "new KWD"],
      ["went", "b1 KWD"],
      ["went_with_window", "old KWD"],
    ]);
  });

  it("that are exceptions went when they are resolved, and are not other ones because a night passed", () => {
    const exception = (status: string, other: CsvRow = {}): CsvRow => ({
      ...{ exception_id: "x_1", business_date: "2026-11-02", currency: "USD", money_at_stake: "2.00" },
      ...{ status, nights: "1", first_seen: "2026-11-17", what_happened: "It happened.", decision: "" },
      ...other,
    });
    const change = (from: readonly CsvRow[], to: readonly CsvRow[]) => compared("exceptions.csv", from, to);
    expect(
      change([exception("new")], [exception("open", { nights: "2", what_happened: "It happens." })]),
    ).toEqual([]);
    expect(change([exception("open")], [exception("resolved")])).toEqual([["went", "x_1"]]);
    expect(change([exception("open")], [exception("expired")])).toEqual([["went", "x_1"]]);
    expect(change([exception("resolved")], [exception("new")])).toEqual([["came", "x_1"]]);
    expect(change([exception("resolved")], [])).toEqual([]);
    const decided = exception("open", { money_at_stake: "3.00", decision: "accepted" });
    expect(change([exception("open")], [decided])).toEqual([
      ["changed", "x_1", ["money_at_stake", "2.00", "3.00", "1.00"], ["decision", "", "accepted", null]],
    ]);
  });
});

it("compares every CSV but the one that says itself what changed, by columns that it has", () => {
  const files = COMPARED_TABLES.map(({ file }) => file);
  expect(TABLES.map(({ file }) => file).filter((file) => !files.includes(file))).toEqual([
    "restatements.csv",
  ]);
  for (const { file, sameBy, leftOut } of COMPARED_TABLES) {
    const columns = TABLES.find((one) => one.file === file)?.columns.map(({ name }) => name) ?? [];
    expect([...sameBy, ...leftOut].filter((name) => name !== "book" && !columns.includes(name))).toEqual([]);
  }
});
