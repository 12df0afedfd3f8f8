import { compareCodePoints } from "../code-points.ts";
import { SEVERITIES } from "../exceptions/codes.ts";
import type { ExceptionRow } from "../exceptions/finding.ts";
import type { CohortRow, DayRow, SettlementRow } from "./rows.ts";

/** Order of credentials-by-cohort.csv: book, mode, program_id, cohort. */
export const compareCohortRows = (left: CohortRow, right: CohortRow): number =>
  compareTexts(
    [left.book, left.mode, left.programId, left.cohort],
    [right.book, right.mode, right.programId, right.cohort],
  );

/** Order of settlement-by-batch.csv: book, business_date, batch_id, currency (empty first). */
export const compareSettlementRows = (left: SettlementRow, right: SettlementRow): number =>
  compareTexts(
    [left.book, left.businessDate, left.batchId, left.currency],
    [right.book, right.businessDate, right.batchId, right.currency],
  );

/** Order of settlement-by-day.csv: book, business_date, account_id, currency (empty first), state. */
export const compareDayRows = (left: DayRow, right: DayRow): number =>
  compareTexts(
    [left.book, left.businessDate, left.accountId, left.currency, left.state],
    [right.book, right.businessDate, right.accountId, right.currency, right.state],
  );

/** What the place of an exception in its file hangs on. */
type Ranked = Pick<ExceptionRow, "severity" | "currency" | "moneyAtStake" | "exceptionId">;

/**
 * Order of exceptions.csv: severity, worst first; currency, empty last; money at stake, largest first and
 * empty last; exception_id.
 */
export const compareExceptions = (left: Ranked, right: Ranked): number =>
  SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity) ||
  compareCurrency(left.currency, right.currency) ||
  compareStake(left.moneyAtStake, right.moneyAtStake) ||
  compareCodePoints(left.exceptionId, right.exceptionId);

const compareTexts = (left: readonly (string | null)[], right: readonly (string | null)[]): number => {
  for (const [at, text] of left.entries()) {
    const order = compareCodePoints(text ?? "", right[at] ?? "");
    if (order !== 0) return order;
  }
  return 0;
};

const compareCurrency = (left: string | null, right: string | null): number => {
  if (left === right) return 0;
  if (left === null) return 1;
  return right === null ? -1 : compareCodePoints(left, right);
};

const compareStake = (left: string | null, right: string | null): number => {
  if (left === right) return 0;
  if (left === null) return 1;
  if (right === null) return -1;
  // Both have the currency's number of decimals, so they compare as integers without the point.
  const more = BigInt(right.replace(".", "")) - BigInt(left.replace(".", ""));
  return more > 0n ? 1 : -1;
};
