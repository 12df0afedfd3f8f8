import type { CohortTruth, DayTruth, SettlementTruth, Sums, Truth } from "@tieout/sandbox";
import { type CsvRow, cell } from "./published.ts";

const AMOUNTS = [
  ["captured_declared", "capturedDeclared"],
  ["captured_computed", "capturedComputed"],
  ["refunded_declared", "refundedDeclared"],
  ["refunded_computed", "refundedComputed"],
  ["net_declared", "netDeclared"],
  ["net_computed", "netComputed"],
  ["unexplained", "unexplained"],
] as const satisfies ReadonlyArray<readonly [string, keyof Sums]>;

/** What belongs to a batch as a whole, and so to no currency where it has several. */
const OF_WHOLE_BATCH: ReadonlySet<string> = new Set([
  "captured_declared",
  "refunded_declared",
  "net_declared",
  "unexplained",
]);

/** Decimals of the currencies that the sandbox trades in (ISO 4217). */
const DECIMALS: Readonly<Record<string, number>> = { USD: 2, EUR: 2, CHF: 2, JPY: 0, KWD: 3 };

/** Minor units as a CSV prints them, worked out by another way than the product's: by placing the point in the text. */
export const decimal = (minor: string, currency: string): string => {
  const decimals = DECIMALS[currency];
  if (decimals === undefined) throw new Error(`the tests do not know ${currency}`);
  const sign = minor.startsWith("-") ? "-" : "";
  const digits = minor.replace("-", "").padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  return decimals === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-decimals)}`;
};

const amounts = (sums: Sums, currency: string | null, isDeclared: boolean) =>
  Object.fromEntries(
    AMOUNTS.map(([column, name]) => [
      column,
      currency === null || (!isDeclared && OF_WHOLE_BATCH.has(column)) ? "" : decimal(sums[name], currency),
    ]),
  );

const settlement = (truth: SettlementTruth) => ({
  batch_id: truth.batchId,
  business_date: truth.businessDate,
  account_id: truth.accountId,
  status: truth.status,
  state: truth.state,
  currency: truth.currency ?? "",
  opened_at: truth.openedAt,
  closed_at: truth.closedAt ?? "",
  transactions_declared: truth.isDeclared ? String(truth.transactionsDeclared) : "",
  transactions_listed: String(truth.transactionsListed),
  transactions_captured: String(truth.transactionsCaptured),
  ...amounts(truth, truth.currency, truth.isDeclared),
});

const day = (truth: DayTruth) => ({
  business_date: truth.businessDate,
  account_id: truth.accountId,
  currency: truth.currency ?? "",
  state: truth.state,
  batches: String(truth.batches),
  transactions_captured: String(truth.transactionsCaptured),
  ...amounts(truth, truth.currency, true),
});

// Some cohorts of the sandbox are named like formulas; none hides its first character.
const guarded = (name: string): string => (/^[=+\-@]/.test(name) ? `'${name}` : name);

const cohort = (truth: CohortTruth) => ({
  mode: truth.mode,
  program_id: truth.programId,
  program_name: guarded(truth.programName ?? ""),
  cohort: guarded(truth.cohort),
  batches: String(truth.batches),
  credentials_declared: String(truth.credentialsDeclared),
  credentials_issued: String(truth.credentialsIssued),
  people: String(truth.people),
  reissued: String(truth.reissued),
  other_status: String(truth.otherStatus),
  issued_in_window: String(truth.issuedInWindow),
  first_issued_at: truth.firstIssuedAt,
  last_issued_at: truth.lastIssuedAt,
  batch_ids: truth.batchIds.join(";"),
});

const byText = <T>(rows: readonly T[]): readonly T[] =>
  rows.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/** The truth as the rows that right CSVs have, each file in one fixed order of the tests' own. */
export const expectedRows = (truth: Truth) => ({
  settlements: byText(truth.settlements.map(settlement)),
  days: byText(truth.days.map(day)),
  cohorts: byText(truth.cohorts.map(cohort)),
});

const only = (rows: readonly CsvRow[], like: object | undefined) =>
  byText(
    rows.map((row) =>
      Object.fromEntries(Object.keys(like ?? {}).map((column) => [column, cell(row, column)])),
    ),
  );

/** The same columns of rows that were published, in the same order. */
export const publishedRows = (
  published: { readonly [File in keyof ReturnType<typeof expectedRows>]: readonly CsvRow[] },
  like: ReturnType<typeof expectedRows>,
) => ({
  settlements: only(published.settlements, like.settlements[0]),
  days: only(published.days, like.days[0]),
  cohorts: only(published.cohorts, like.cohorts[0]),
});

const minorOf = (text: string): bigint => BigInt(text.replace(".", ""));

/** What adds up over settlements of one currency and state; an empty cell counts as nothing. */
const summed = (settlements: readonly SettlementTruth[], currency: string) => {
  const cells = settlements.map((one) => amounts(one, currency, one.isDeclared));
  const sum = (column: string, of: (minor: bigint) => bigint): string | null => {
    const known = cells.map((row) => row[column] ?? "").filter((text) => text !== "");
    const total = known.reduce((so, text) => so + of(minorOf(text)), 0n);
    return known.length === 0 ? null : decimal(String(total), currency);
  };
  return {
    batches: settlements.length,
    ...Object.fromEntries(AMOUNTS.map(([column]) => [column, sum(column, (minor) => minor)])),
    unexplained_absolute: sum("unexplained", (minor) => (minor < 0n ? -minor : minor)),
  };
};

/** The control totals of money that a right manifest has, by currency and state. */
export const expectedTotals = ({ settlements }: Truth) => {
  const totals: Record<string, Record<string, ReturnType<typeof summed>>> = {};
  for (const [currency, some] of Map.groupBy(settlements, (one) => one.currency))
    if (currency !== null)
      totals[currency] = Object.fromEntries(
        [...Map.groupBy(some, ({ state }) => state)].map(([state, same]) => [state, summed(same, currency)]),
      );
  return totals;
};
