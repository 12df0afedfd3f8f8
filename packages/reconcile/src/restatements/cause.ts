import { type PublishedFigures, type RestatedField, type ShownFigures, textOf } from "./shown-figures.ts";

/** Why a batch is restated; of several that apply, the first. */
export type RestatementCause =
  | "vanished"
  | "appeared_late"
  | "reopened"
  | "status_change"
  | "details_available"
  | "late_refund"
  | "count_change"
  | "amount_change";

/** The rows of one batch, one a currency, as published and as they are now; either may be empty. */
export interface BatchHistory {
  readonly published: readonly PublishedFigures[];
  readonly current: readonly ShownFigures[];
}

const REFUND_FIELDS: ReadonlySet<RestatedField> = new Set([
  "refunded_declared",
  "refunded_computed",
  "net_declared",
  "net_computed",
  "unexplained",
]);

const COUNT_FIELDS: ReadonlySet<RestatedField> = new Set([
  "transactions_captured",
  "credentials_declared",
  "credentials_issued",
  "people",
]);

/** The cause of a batch's restatements, given which of its figures changed. */
export const causeOf = (
  { published, current }: BatchHistory,
  changed: ReadonlySet<RestatedField>,
): RestatementCause => {
  const before = published[0];
  const now = current[0];
  if (now === undefined) return "vanished";
  if (before === undefined) return "appeared_late";
  if (now.state === "open" && before.state !== "open") return "reopened";
  if ((now.state === "void") !== (before.state === "void")) return "status_change";
  if (lacksDetails(before) && !lacksDetails(now)) return "details_available";
  const isRefund = changed.has("refunded_declared") || changed.has("refunded_computed");
  if (isRefund && [...changed].every((field) => REFUND_FIELDS.has(field))) return "late_refund";
  return [...changed].some((field) => COUNT_FIELDS.has(field)) ? "count_change" : "amount_change";
};

/** Whether a batch was shown without what only its details tell. */
const lacksDetails = (shown: ShownFigures): boolean =>
  textOf(shown, shown.entity === "batch" ? "transactions_captured" : "credentials_issued") === null;
