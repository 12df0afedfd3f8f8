import { compareCodePoints, compareExceptions, SEVERITIES } from "@tieout/reconcile";
import { guardFormula } from "../formula-guard.ts";
import { cohortColumns } from "../tables/cohort-columns.ts";
import { exceptionColumns } from "../tables/exception-columns.ts";
import { paymentColumns } from "../tables/payment-columns.ts";
import { restatementColumns } from "../tables/restatement-columns.ts";
import { dayColumns, settlementColumns } from "../tables/settlement-columns.ts";
import { CSV_FILES } from "../write-files.ts";

/** A row of a published CSV by column name. */
export type CsvRow = Readonly<Record<string, string>>;

/** What the contract promises of one CSV, whatever its figures. */
export interface CsvContract {
  readonly columns: ReadonlyArray<string>;
  /** Whether a row may stand directly before another. No two rows have one key, so a row never before itself. */
  readonly isBefore: (left: CsvRow, right: CsvRow) => boolean;
  /** Columns of amounts in the row's `currency`. */
  readonly amounts: ReadonlyArray<string>;
  readonly counts: ReadonlyArray<string>;
}

/** The amounts that settlement-by-batch.csv and settlement-by-day.csv have in common. */
export const SETTLEMENT_AMOUNTS = [
  "captured_declared",
  "captured_computed",
  "captured_difference",
  "refunded_declared",
  "refunded_computed",
  "refunded_difference",
  "net_declared",
  "net_computed",
  "unexplained",
] as const;

/** A cell of a column that the file has: its header was checked before. */
export const cell = (row: CsvRow, column: string): string => row[column] ?? "";

/**
 * The texts that a cell may stand for. Rows are sorted by the text as it came; `'=x` is what the formula guard
 * makes of `=x`, and of `'=x` too.
 */
const readings = (text: string): ReadonlyArray<string> => {
  const bare = text.slice(1);
  return text.startsWith("'") && guardFormula(bare) === text ? [text, bare] : [text];
};

const isBeforeFrom = (at: number, left: ReadonlyArray<string>, right: ReadonlyArray<string>): boolean => {
  const [one, other] = [left[at], right[at]];
  if (one === undefined || other === undefined) return false;
  return readings(one).some((l) =>
    readings(other).some((r) => {
      const order = compareCodePoints(l, r);
      return order < 0 || (order === 0 && isBeforeFrom(at + 1, left, right));
    }),
  );
};

const byKey =
  (...key: ReadonlyArray<string>): CsvContract["isBefore"] =>
  (left, right) =>
    isBeforeFrom(
      0,
      key.map((column) => cell(left, column)),
      key.map((column) => cell(right, column)),
    );

const rank = (row: CsvRow) => {
  const severity = SEVERITIES.find((one) => one === cell(row, "severity"));
  const stake = cell(row, "money_at_stake");
  return severity === undefined || !/^(?:-?\d+(?:\.\d+)?)?$/.test(stake)
    ? undefined
    : {
        severity,
        currency: readings(cell(row, "currency")).at(-1) || null,
        moneyAtStake: stake || null,
        exceptionId: cell(row, "exception_id"),
      };
};

/** What cannot be ranked is a problem of its own, and out of order nowhere. */
const byRank: CsvContract["isBefore"] = (left, right) => {
  const [one, other] = [rank(left), rank(right)];
  return one === undefined || other === undefined || compareExceptions(one, other) < 0;
};

const names = (columns: ReadonlyArray<{ readonly name: string }>): ReadonlyArray<string> =>
  columns.map(({ name }) => name);

/** The contract of each CSV that a report may have, by file name. */
export const CSV_CONTRACTS: Readonly<Record<(typeof CSV_FILES)[keyof typeof CSV_FILES], CsvContract>> = {
  [CSV_FILES.cohorts]: {
    columns: names(cohortColumns),
    isBefore: byKey("book", "mode", "program_id", "cohort"),
    amounts: [],
    counts: [
      "batches",
      "credentials_declared",
      "credentials_issued",
      "people",
      "reissued",
      "other_status",
      "issued_in_window",
      "expected",
      "missing",
      "unexpected",
      "exceptions",
    ],
  },
  [CSV_FILES.settlements]: {
    columns: names(settlementColumns),
    isBefore: byKey("book", "business_date", "batch_id", "currency"),
    amounts: SETTLEMENT_AMOUNTS,
    counts: ["transactions_declared", "transactions_listed", "transactions_captured", "exceptions"],
  },
  [CSV_FILES.days]: {
    columns: names(dayColumns),
    isBefore: byKey("book", "business_date", "account_id", "currency", "state"),
    amounts: SETTLEMENT_AMOUNTS,
    counts: ["batches", "transactions_captured"],
  },
  [CSV_FILES.payments]: {
    columns: names(paymentColumns),
    isBefore: byKey("book", "program_id", "cohort"),
    amounts: ["price", "expected", "captured", "refunded", "net", "difference"],
    counts: ["credentials_issued", "people"],
  },
  [CSV_FILES.exceptions]: {
    columns: names(exceptionColumns),
    isBefore: byRank,
    amounts: ["money_at_stake"],
    counts: ["nights"],
  },
  [CSV_FILES.restatements]: {
    columns: names(restatementColumns),
    isBefore: byKey("book", "business_date", "source", "entity", "entity_id", "currency", "field"),
    // Of its figures some are counts and texts: the field tells which.
    amounts: [],
    counts: [],
  },
};
