import { compareCodePoints } from "../code-points.ts";
import type { ExceptionRow } from "./finding.ts";
import { SEVERITIES } from "./rule.ts";

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
