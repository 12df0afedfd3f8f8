import type { CohortTruth, SettlementTruth, Truth } from "@tieout/sandbox";
import { decimal } from "../expected-figures.ts";
import { type CsvRow, cell } from "../published.ts";

const AMOUNTS = [
  ["captured_declared", "capturedDeclared"],
  ["captured_computed", "capturedComputed"],
  ["refunded_declared", "refundedDeclared"],
  ["refunded_computed", "refundedComputed"],
  ["net_declared", "netDeclared"],
  ["net_computed", "netComputed"],
  ["unexplained", "unexplained"],
] as const;

const DECLARED: ReadonlySet<string> = new Set(["captured_declared", "refunded_declared"]);
const COMPUTED: ReadonlySet<string> = new Set(["captured_computed", "refunded_computed", "net_computed"]);

/** Whether a cell of a batch can be known: contract, "the proof of a batch". */
const isKnown = (truth: SettlementTruth, column: string): boolean => {
  if (truth.currency === null || truth.currency === "XTS") return false;
  if (truth.state === "unproven") return DECLARED.has(column);
  return truth.isDeclared || COMPUTED.has(column);
};

const settlement = (truth: SettlementTruth) => ({
  batch_id: truth.batchId,
  business_date: truth.businessDate,
  account_id: truth.accountId,
  terminal_id: truth.terminalId,
  processor_batch_id: truth.processorBatchId ?? "",
  status: truth.status,
  state: truth.state,
  currency: truth.currency ?? "",
  opened_at: truth.openedAt,
  closed_at: truth.closedAt ?? "",
  transactions_declared: truth.isDeclared ? String(truth.transactionsDeclared) : "",
  transactions_listed:
    truth.state === "unproven" && truth.transactionsListed === 0 ? "" : String(truth.transactionsListed),
  transactions_captured: truth.state === "unproven" ? "" : String(truth.transactionsCaptured),
  ...Object.fromEntries(
    AMOUNTS.map(([column, name]) => [
      column,
      isKnown(truth, column) ? decimal(truth[name], truth.currency ?? "") : "",
    ]),
  ),
});

const cohort = (truth: CohortTruth) => {
  const known = (count: number): string => (truth.hasDetails ? String(count) : "");
  return {
    mode: truth.mode,
    program_id: truth.programId,
    batches: String(truth.batches),
    batch_ids: truth.batchIds.join(";"),
    credentials_declared: String(truth.credentialsDeclared),
    credentials_issued: known(truth.credentialsIssued),
    people: known(truth.people),
    reissued: known(truth.reissued),
    other_status: known(truth.otherStatus),
    issued_in_window: known(truth.issuedInWindow),
    first_issued_at: truth.firstIssuedAt,
    last_issued_at: truth.lastIssuedAt,
    state: truth.state,
  };
};

/** What each batch adds to the cells of a right settlement-by-batch.csv, a row a currency, in no promised order. */
export const settlementCells = (truth: Truth): readonly Readonly<Record<string, string>>[] =>
  truth.settlements.map(settlement);

const byText = <T>(rows: readonly T[]): readonly T[] =>
  rows.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/** The rows of settlement-by-batch.csv that a right report has, in an order of the tests' own. */
export const expectedSettlements = (truth: Truth) => byText(truth.settlements.map(settlement));

/** The rows of credentials-by-cohort.csv that a right report has, but for names, in an order of the tests' own. */
export const expectedCohorts = (truth: Truth) => byText(truth.cohorts.map(cohort));

/** Published rows with the columns of expected ones, in the same order. */
export const like = (rows: readonly CsvRow[], [expected = {}]: readonly object[]) =>
  byText(
    rows.map((row) => Object.fromEntries(Object.keys(expected).map((column) => [column, cell(row, column)]))),
  );
