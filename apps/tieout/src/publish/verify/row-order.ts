import { compareCodePoints, compareExceptions, SEVERITIES } from "@tieout/reconcile";
import { guardFormula } from "../formula-guard.ts";
import { exceptions } from "../tables/exceptions.ts";
import type { Table } from "../tables/Table.ts";
import { type CsvRow, cell } from "./read-csv.ts";

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

/** Whether a row may stand directly before another. No two rows have one key, so a row never before itself. */
export type IsBefore = (left: CsvRow, right: CsvRow) => boolean;

const byKey =
  (key: ReadonlyArray<string>): IsBefore =>
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
const byRank: IsBefore = (left, right) => {
  const [one, other] = [rank(left), rank(right)];
  return one === undefined || other === undefined || compareExceptions(one, other) < 0;
};

/** The order of a table's rows, told from its cells alone. */
export const isBeforeIn = ({ file, key }: Table): IsBefore =>
  file === exceptions.file ? byRank : byKey(key);
