import { decimal, guarded, writeCsv } from "./csv.ts";
import type { Store } from "./Store.ts";

const HEADER =
  "book,business_date,batch_id,processor_batch_id,account_id,terminal_id,processor_name,status,state,currency,currency_source,opened_at,closed_at,transactions_declared,transactions_listed,transactions_captured,captured_declared,captured_computed,captured_difference,captured_basis,refunded_declared,refunded_computed,refunded_difference,refunded_basis,net_declared,net_computed,unexplained,exceptions";

/** Adds up each batch's rows; the sums are exact, as SQLite's integers have 64 bits. */
const SUMS = `
  SELECT s.*, t.currency, count(DISTINCT t.id) AS listed, count(DISTINCT t.currency) AS currencies,
    sum(moved) AS moved, sum(CASE WHEN moved THEN t.total - coalesce(t.reversed, 0) ELSE 0 END) AS gross,
    sum(CASE WHEN moved THEN coalesce(t.refunded, 0) ELSE 0 END) AS given
  FROM settlement s JOIN (
    SELECT *, status IN ('captured', 'settled', 'refunded') AND type = 'sale' AND coalesce(reversed, 0) < total AS moved
    FROM transaction_row
  ) t ON t.settlement = s.id
  GROUP BY s.id ORDER BY substr(s.closed_at, 1, 10), s.id`;

interface Sums {
  readonly id: string;
  readonly processor_batch_id: string | null;
  readonly account_id: string;
  readonly terminal_id: string;
  readonly processor_name: string;
  readonly status: string;
  readonly opened_at: string;
  readonly closed_at: string;
  readonly transaction_count: number;
  readonly captured: number;
  readonly refunded: number;
  readonly currency: string;
  readonly currencies: number;
  readonly listed: number;
  readonly moved: number;
  readonly gross: number;
  readonly given: number;
}

/** The row of a batch without any difference; the reference can tell that there is one, and no more. */
const cellsOf = (sums: Sums): readonly string[] => {
  const { captured, refunded, gross, given, listed, transaction_count: declared } = sums;
  const isClean =
    captured === gross &&
    refunded === given &&
    listed === declared &&
    sums.currencies === 1 &&
    sums.status === "accepted";
  if (!isClean) throw new Error(`${sums.id} does not tie out, which the reference cannot explain`);
  return [
    "default",
    sums.closed_at.slice(0, 10),
    guarded(sums.id),
    guarded(sums.processor_batch_id),
    guarded(sums.account_id),
    guarded(sums.terminal_id),
    guarded(sums.processor_name),
    guarded(sums.status),
    "final",
    guarded(sums.currency),
    "transactions",
    sums.opened_at,
    sums.closed_at,
    String(declared),
    String(listed),
    String(sums.moved),
    decimal(captured),
    decimal(gross),
    decimal(captured - gross),
    "gross",
    decimal(refunded),
    decimal(given),
    decimal(refunded - given),
    "on_original",
    decimal(captured - refunded),
    decimal(gross - given),
    decimal(captured - refunded - gross + given),
    "0",
  ];
};

const rowsOf = function* ({ db }: Store): Generator<readonly string[]> {
  for (const row of db.prepare(SUMS).iterate()) {
    // The columns that the statement names.
    const sums: unknown = row;
    yield cellsOf(sums as Sums);
  }
};

/** Writes what tieout calls settlement-by-batch.csv. */
export const writeSettlements = (store: Store, path: string): void => writeCsv(path, HEADER, rowsOf(store));
