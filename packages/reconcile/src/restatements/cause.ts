import {
  IDENTITIES,
  type PublishedFigures,
  type RestatedField,
  type ShownFigures,
  textOf,
} from "./shown-figures.ts";

/**
 * Why figures of a batch that is as it was are others now: the way in which its processor counts was learned anew, or
 * tieout's own rules changed with its version.
 */
export type OwnCause = "convention" | "rules";

/** Why a batch is restated; of several that apply, the first. */
export type RestatementCause =
  | "vanished"
  | "appeared_late"
  | "reopened"
  | "status_change"
  | "details_available"
  | "moved"
  | OwnCause
  | "late_refund"
  | "count_change"
  | "amount_change";

/** The rows of one batch, one a currency, as published and as they are now; either may be empty. */
export interface BatchHistory {
  readonly published: readonly PublishedFigures[];
  readonly current: readonly ShownFigures[];
}

const MOVED_FIELDS: ReadonlySet<RestatedField> = new Set([...IDENTITIES, "business_date"]);

const REFUND_FIELDS: ReadonlySet<RestatedField> = new Set([
  "refunded_declared",
  "refunded_computed",
  "net_declared",
  "net_computed",
  "unexplained",
]);

/** What the way in which a processor counts decides: which refunds, and what follows from them. */
const CONVENTION_FIELDS: ReadonlySet<RestatedField> = new Set([
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

/** The cause of a batch's restatements, given which of its figures changed; `ownCause` where the batch is as it was. */
export const causeOf = (
  { published, current }: BatchHistory,
  changed: ReadonlySet<RestatedField>,
  ownCause: OwnCause | null,
): RestatementCause => {
  const before = published[0];
  const now = current[0];
  if (now === undefined) return "vanished";
  if (before === undefined) return "appeared_late";
  if (now.state === "open" && before.state !== "open") return "reopened";
  if ((now.state === "void") !== (before.state === "void")) return "status_change";
  if (lacksDetails(before) && !lacksDetails(now)) return "details_available";
  // A currency that only details tell came or went with them.
  const isToldByDetails = before.currency === null || now.currency === null;
  const moved = [...changed].filter((field) => MOVED_FIELDS.has(field));
  if (moved.some((field) => field !== "currency" || !isToldByDetails)) return "moved";
  // Something else that no convention decides may have changed too, such as who counts a row.
  const isByConvention = [...changed].every((field) => CONVENTION_FIELDS.has(field));
  if (ownCause === "rules" || (ownCause === "convention" && isByConvention)) return ownCause;
  const isRefund = changed.has("refunded_declared") || changed.has("refunded_computed");
  if (isRefund && [...changed].every((field) => REFUND_FIELDS.has(field))) return "late_refund";
  return [...changed].some((field) => COUNT_FIELDS.has(field)) ? "count_change" : "amount_change";
};

/** Whether a batch was shown without what only its details tell. */
const lacksDetails = (shown: ShownFigures): boolean =>
  textOf(shown, shown.entity === "batch" ? "transactions_captured" : "credentials_issued") === null;
