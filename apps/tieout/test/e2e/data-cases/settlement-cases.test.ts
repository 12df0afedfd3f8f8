import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { decimal } from "../expected-figures.ts";
import { type CsvRow, cell } from "../published.ts";
import type { SandboxProcess } from "../sandbox-process.ts";
import {
  batchOf,
  codesOf,
  fileDirectory,
  type Judged,
  judged,
  minor,
  plantedSandbox,
  plantsOf,
  rowWhere,
} from "./planted-world.ts";

// One world with a batch for each case: each batch holds one irregularity, so its cells show that one alone.
const PLANTS = [
  "captured-mismatch",
  "refund-exceeds-capture",
  "refund-rows,refunds-both,refund-shown-twice",
  "negative-batch,zero-batch,empty-batch",
  "mixed-currency,unknown-currency",
  "amount-too-large,amount-fraction,amount-text",
  "duplicate-transaction,conflicting-transaction",
  "details-capped,details-truncated,detail-unavailable",
  "partial-approval",
  "batch-settling,transaction-held,transaction-without-status",
].join(",");

const { cwd, remove } = fileDirectory();
let sandbox: SandboxProcess;
let report: Judged;
let raw: string;
let searches: number;
beforeAll(async () => {
  sandbox = await plantedSandbox(PLANTS, "--seed", "11");
  report = await judged(sandbox, { cwd });
  raw = readFileSync(join(report.directory, "settlement-by-batch.csv"), "utf8");
  searches = (await sandbox.requests())["searchTransactions"] ?? 0;
});
afterAll(async () => {
  await sandbox.kill();
  remove();
});

const AMOUNTS = [
  "captured_computed",
  "captured_difference",
  "captured_basis",
  "refunded_computed",
  "refunded_difference",
  "refunded_basis",
  "net_declared",
  "net_computed",
  "unexplained",
] as const;

const empty = (columns: readonly string[]): CsvRow =>
  Object.fromEntries(columns.map((column) => [column, ""]));

const exceptionOf = (code: string, entityId: string): CsvRow =>
  rowWhere(
    report.exceptions.filter((row) => cell(row, "code") === code),
    "entity_id",
    entityId,
  );

describe("D1: a batch declares 17.27 more than its rows", () => {
  it("shows both figures, the difference and what nobody explains", () => {
    const { row, truth } = batchOf(report, "captured-mismatch");
    expect(row).toMatchObject({
      state: "final",
      currency: "USD",
      captured_declared: decimal(truth.capturedDeclared, "USD"),
      captured_computed: decimal(truth.capturedComputed, "USD"),
      captured_difference: "17.27",
      captured_basis: "none",
      refunded_difference: "0.00",
      refunded_basis: "on_original",
      unexplained: "17.27",
      exceptions: "1",
    });
    expect(minor(cell(row, "captured_declared")) - minor(cell(row, "captured_computed"))).toBe(1727n);
    expect(codesOf(report, truth.batchId)).toEqual(["CAPTURED_MISMATCH"]);
    const exception = exceptionOf("CAPTURED_MISMATCH", truth.batchId);
    expect(exception).toMatchObject({
      severity: "critical",
      entity: "batch",
      expected: cell(row, "captured_computed"),
      actual: cell(row, "captured_declared"),
      money_at_stake: "17.27",
    });
    expect(cell(exception, "what_happened")).toContain("17.27 USD");
  });
});

describe("D3: three refunds come to a cent more than the capture", () => {
  it("is critical, by 0.01, and its batch is exported like any other", () => {
    const { planted, row } = batchOf(report, "refund-exceeds-capture");
    const exception = exceptionOf("REFUND_EXCEEDS_CAPTURE", planted.entityId);
    expect(exception).toMatchObject({ severity: "critical", entity: "transaction", money_at_stake: "0.01" });
    expect(minor(cell(exception, "actual")) - minor(cell(exception, "expected"))).toBe(1n);
    expect(row).toMatchObject({ state: "final", unexplained: "0.00", exceptions: "1" });
    expect(minor(cell(row, "refunded_computed"))).toBeGreaterThanOrEqual(minor(cell(exception, "actual")));
  });
});

describe("D4: the same refund on the original and in a row of its own", () => {
  it.each([
    { name: "refund-shown-twice", basis: "on_original", codes: [] },
    { name: "refund-rows", basis: "refund_rows", codes: ["BASIS_ALTERNATIVE"] },
    { name: "refunds-both", basis: "both", codes: ["BASIS_ALTERNATIVE"] },
  ])("$name is counted once, on the basis $basis", ({ name, basis, codes }) => {
    const { truth, row } = batchOf(report, name);
    const currency = truth.currency ?? "";
    expect(row).toMatchObject({
      refunded_declared: decimal(truth.refundedDeclared, currency),
      refunded_computed: decimal(truth.refundedDeclared, currency),
      refunded_difference: decimal("0", currency),
      refunded_basis: basis,
      net_computed: decimal(truth.netComputed, currency),
      unexplained: decimal("0", currency),
    });
    expect(minor(cell(row, "captured_computed")) - minor(cell(row, "refunded_computed"))).toBe(
      minor(cell(row, "net_computed")),
    );
    expect(codesOf(report, truth.batchId)).toEqual(codes);
    if (codes.length > 0)
      expect(cell(exceptionOf("BASIS_ALTERNATIVE", truth.batchId), "what_happened")).toContain(`(${basis})`);
  });
});

describe("D5: batches below, at and without money", () => {
  it("prints -35.10 as a number, guarded by nothing", () => {
    const { row } = batchOf(report, "negative-batch");
    expect(row).toMatchObject({
      captured_computed: "10.00",
      refunded_computed: "45.10",
      net_declared: "-35.10",
      net_computed: "-35.10",
      unexplained: "0.00",
    });
    const line = raw.split("\n").find((one) => one.includes(cell(row, "batch_id"))) ?? "";
    expect(line).toContain(",-35.10,-35.10,0.00,");
  });

  it("lists a batch of exactly 0 with its ten rows", () => {
    const { row, truth } = batchOf(report, "zero-batch");
    expect(row).toMatchObject({
      transactions_declared: "10",
      transactions_listed: "10",
      transactions_captured: "10",
      net_declared: decimal("0", truth.currency ?? ""),
      net_computed: decimal("0", truth.currency ?? ""),
      unexplained: decimal("0", truth.currency ?? ""),
    });
    expect(minor(cell(row, "captured_computed"))).toBeGreaterThan(0n);
    expect(codesOf(report, truth.batchId)).toEqual([]);
  });

  it("lists a batch without rows, in no currency, here and in its day", () => {
    const { row, truth } = batchOf(report, "empty-batch");
    expect(row).toMatchObject({
      state: "final",
      transactions_declared: "0",
      transactions_listed: "0",
      transactions_captured: "0",
      ...empty(["currency", "currency_source", "captured_declared", "refunded_declared", ...AMOUNTS]),
    });
    const day = report.days.filter(
      (one) => cell(one, "currency") === "" && cell(one, "account_id") === truth.accountId,
    );
    expect(day).toEqual([
      expect.objectContaining({ business_date: truth.businessDate, batches: "1", unexplained: "" }),
    ]);
    expect(codesOf(report, truth.batchId)).toEqual([]);
  });
});

describe("D6: several currencies in one night", () => {
  it.each([
    { currency: "JPY", shape: /^-?\d+$/ },
    { currency: "KWD", shape: /^-?\d+\.\d{3}$/ },
    { currency: "USD", shape: /^-?\d+\.\d{2}$/ },
  ])("prints $currency with its own decimals", ({ currency, shape }) => {
    const rows = [...report.settlements, ...report.days].filter((row) => cell(row, "currency") === currency);
    expect(rows.length).toBeGreaterThan(4);
    const cells = rows.flatMap((row) =>
      ["captured_declared", "captured_computed", "refunded_computed", "net_computed", "unexplained"].map(
        (column) => cell(row, column),
      ),
    );
    for (const amount of cells) if (amount !== "") expect(amount).toMatch(shape);
  });

  it("gives a batch of two currencies a row each, with nothing of what it declares as a whole", () => {
    const [planted] = plantsOf(report, "mixed-currency");
    const rows = report.settlements.filter((row) => cell(row, "batch_id") === planted.entityId);
    const truths = report.truth.settlements.filter(({ batchId }) => batchId === planted.entityId);
    expect(rows).toHaveLength(2);
    expect(rows.map((row) => cell(row, "currency"))).toContain("CHF");
    for (const row of rows) {
      const currency = cell(row, "currency");
      const truth = truths.find((one) => one.currency === currency);
      expect(row).toMatchObject({
        currency_source: "transactions",
        transactions_listed: String(truth?.transactionsListed),
        transactions_captured: String(truth?.transactionsCaptured),
        captured_computed: decimal(truth?.capturedComputed ?? "", currency),
        refunded_computed: decimal(truth?.refundedComputed ?? "", currency),
        net_computed: decimal(truth?.netComputed ?? "", currency),
        ...empty(["transactions_declared", "captured_declared", "captured_difference", "captured_basis"]),
        ...empty([
          "refunded_declared",
          "refunded_difference",
          "refunded_basis",
          "net_declared",
          "unexplained",
        ]),
      });
    }
    expect(codesOf(report, planted.entityId)).toEqual(["MIXED_CURRENCY"]);
  });

  it("names XTS and prints no amount in it", () => {
    const { row, truth } = batchOf(report, "unknown-currency");
    expect(row).toMatchObject({
      currency: "XTS",
      transactions_listed: String(truth.transactionsListed),
      ...empty(["captured_declared", "refunded_declared", ...AMOUNTS]),
    });
    expect(codesOf(report, truth.batchId)).toEqual(["UNKNOWN_CURRENCY"]);
    expect(exceptionOf("UNKNOWN_CURRENCY", truth.batchId)).toMatchObject({
      severity: "high",
      actual: "XTS",
      money_at_stake: "",
    });
  });
});

describe("D7: what is no whole number of cents", () => {
  it.each([
    { name: "amount-too-large", actual: "about 9007199254740992" },
    { name: "amount-fraction", actual: "12.5" },
    { name: "amount-text", actual: '"1200"' },
  ])("$name is refused with its JSON path, and the rest of the batch goes on", ({ name, actual }) => {
    const { planted, row, truth } = batchOf(report, name);
    const exception = exceptionOf("INVALID_RECORD", planted.entityId);
    expect(exception).toMatchObject({ severity: "high", entity: "transaction", actual, money_at_stake: "" });
    expect(cell(exception, "what_happened")).toMatch(
      /: \$\.transactions\[\d+\]\.total_amount should have been/,
    );
    expect(row).toMatchObject({
      state: "unproven",
      transactions_declared: String(truth.transactionsDeclared),
      transactions_listed: String(truth.transactionsDeclared - 1),
      captured_declared: decimal(truth.capturedDeclared, truth.currency ?? ""),
      ...empty(["transactions_captured", ...AMOUNTS]),
      exceptions: "1",
    });
    expect(codesOf(report, truth.batchId)).toEqual([]);
  });

  it("leaves no trace of such an amount among the figures", () => {
    expect(raw).not.toMatch(/90071992547409|12\.5,|\b12\.00\b/);
  });
});

describe("D8: a transaction twice", () => {
  it("in two batches is counted in one, and named once", () => {
    const { planted, row, truth } = batchOf(report, "duplicate-transaction");
    const exception = exceptionOf("DUPLICATE_TRANSACTION", planted.entityId);
    const ids = cell(exception, "actual").split(";");
    expect(ids).toHaveLength(2);
    expect(ids).toContain(truth.batchId);
    expect(cell(exception, "money_at_stake")).toBe(decimal(planted.amountMinor ?? "", truth.currency ?? ""));
    expect(codesOf(report, planted.entityId)).toEqual(["DUPLICATE_TRANSACTION"]);
    // Listed in both, captured in its own only: both batches add up.
    expect(row).toMatchObject({
      transactions_listed: String(truth.transactionsListed),
      transactions_captured: String(truth.transactionsCaptured),
      exceptions: "1",
    });
    const zero = decimal("0", truth.currency ?? "");
    for (const id of ids) {
      expect(rowWhere(report.settlements, "batch_id", id)).toMatchObject({
        unexplained: zero,
        exceptions: "1",
      });
      expect(codesOf(report, id)).toEqual([]);
    }
  });

  it("in one batch with two totals is a conflict, and the first counts", () => {
    const { planted, row, truth } = batchOf(report, "conflicting-transaction");
    expect(exceptionOf("CONFLICTING_TRANSACTION", planted.entityId)).toMatchObject({
      severity: "critical",
      money_at_stake: decimal(planted.amountMinor ?? "", truth.currency ?? ""),
    });
    expect(row).toMatchObject({
      transactions_listed: String(truth.transactionsListed),
      transactions_captured: String(truth.transactionsCaptured),
      captured_computed: decimal(truth.capturedComputed, truth.currency ?? ""),
      unexplained: decimal("0", truth.currency ?? ""),
    });
  });
});

describe("D9: fewer rows than declared", () => {
  it("are made up by searching, where searching shows them", () => {
    const { row, truth } = batchOf(report, "details-capped");
    expect(searches).toBeGreaterThan(0);
    expect(row).toMatchObject({
      state: "final",
      transactions_declared: String(truth.transactionsDeclared),
      transactions_listed: String(truth.transactionsDeclared),
      captured_computed: decimal(truth.capturedDeclared, truth.currency ?? ""),
      unexplained: decimal("0", truth.currency ?? ""),
      exceptions: "0",
    });
    expect(codesOf(report, truth.batchId)).toEqual([]);
  });

  it("leave the batch unproven where searching shows no more", () => {
    const { row, truth } = batchOf(report, "details-truncated");
    expect(truth.transactionsListed).toBeLessThan(truth.transactionsDeclared);
    expect(row).toMatchObject({
      state: "unproven",
      transactions_declared: String(truth.transactionsDeclared),
      transactions_listed: String(truth.transactionsListed),
      ...empty(["transactions_captured", ...AMOUNTS]),
    });
    expect(exceptionOf("DETAILS_TRUNCATED", truth.batchId)).toMatchObject({
      expected: String(truth.transactionsDeclared),
      actual: String(truth.transactionsListed),
    });
    expect(codesOf(report, truth.batchId)).toEqual(["DETAILS_TRUNCATED"]);
  });

  it("are none at all where the listed batch answers 404", () => {
    const { row, truth } = batchOf(report, "detail-unavailable");
    expect(row).toMatchObject({
      state: "unproven",
      transactions_declared: String(truth.transactionsDeclared),
      ...empty(["currency", "transactions_listed", "transactions_captured", ...AMOUNTS]),
    });
    expect(codesOf(report, truth.batchId)).toEqual(["DETAIL_UNAVAILABLE"]);
  });
});

describe("D10: 32 of 50 approved", () => {
  it("counts what was approved", () => {
    const { planted, row, truth } = batchOf(report, "partial-approval");
    const currency = truth.currency ?? "";
    const exception = exceptionOf("PARTIAL_APPROVAL", planted.entityId);
    const [total, approved] = [minor(cell(exception, "expected")), minor(cell(exception, "actual"))];
    expect(approved).toBe((total * 32n) / 50n);
    expect(cell(exception, "money_at_stake")).toBe(decimal(String(total - approved), currency));
    expect(row).toMatchObject({
      captured_computed: decimal(truth.capturedComputed, currency),
      unexplained: decimal("0", currency),
    });
  });
});

describe("D12: statuses that nobody documents", () => {
  it("shows a batch that is settling, for review", () => {
    const { row, truth } = batchOf(report, "batch-settling");
    expect(row).toMatchObject({
      status: "settling",
      state: "review",
      unexplained: decimal("0", truth.currency ?? ""),
    });
    expect(exceptionOf("UNKNOWN_STATUS", truth.batchId)).toMatchObject({
      severity: "medium",
      actual: "settling",
    });
  });

  it.each([
    { name: "transaction-held", actual: "held" },
    { name: "transaction-without-status", actual: "" },
  ])("leaves a $name out of what was captured", ({ name, actual }) => {
    const { planted, row, truth } = batchOf(report, name);
    expect(row).toMatchObject({
      state: "final",
      transactions_listed: String(truth.transactionsListed),
      transactions_captured: String(truth.transactionsCaptured),
      captured_computed: decimal(truth.capturedComputed, truth.currency ?? ""),
      unexplained: decimal("0", truth.currency ?? ""),
    });
    expect(exceptionOf("UNKNOWN_STATUS", planted.entityId)).toMatchObject({ entity: "transaction", actual });
  });
});
