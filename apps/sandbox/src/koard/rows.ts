import { type Draws, drawsFor, PURPOSE } from "../world/draws.ts";
import type { BatchPlan } from "./plan.ts";

/** What the money of one transaction is; amounts in minor units of its terminal's currency. */
export interface Row {
  /** The batch it was made in, which it may have left since. */
  readonly origin: number;
  readonly index: number;
  /** How often it has changed since it was made: 0 for never. */
  readonly version: number;
  readonly createdAtMs: number;
  readonly type: string;
  readonly status: string;
  readonly statusReason: string;
  readonly subtotal: number;
  readonly tax: number | null;
  readonly taxRate: number | null;
  readonly tip: number | null;
  readonly tipType: string | null;
  readonly surcharge: number | null;
  readonly surchargeRate: number | null;
  readonly total: number;
  readonly refunded: number | null;
  readonly reversed: number | null;
  /** What the issuer approved. */
  readonly authorized: number;
  /** Where it is not the currency of its terminal; `""` for none. */
  readonly currency?: string;
  /** Another listing of a transaction: of one that its batch lists already, or that is another batch's. Adds to no total. */
  readonly copy?: "of-own" | "of-another";
}

type Outcome = Partial<Pick<Row, "type" | "status" | "statusReason" | "refunded" | "reversed">>;
type Outcomes = readonly [permille: number, of: (total: number, draws: Draws) => Outcome];

const part = (total: number, draws: Draws): number => draws.int(1, Math.max(1, total - 1));

/** How often a transaction ends how, in 1,000; the rest is simply captured. */
const OUTCOMES: readonly Outcomes[] = [
  [25, (total) => ({ status: "refunded", refunded: total })],
  [45, (total, draws) => ({ refunded: part(total, draws) })],
  [20, (total, draws) => ({ reversed: part(total, draws) })],
  [15, (total) => ({ status: "reversed", reversed: total })],
  [
    30,
    (_, draws) => ({
      status: "declined",
      statusReason: draws.pick(["insufficient_funds", "invalid_card", "payment_failed"]),
    }),
  ],
  [8, () => ({ type: "auth", status: "authorized" })],
  [5, () => ({ status: "pending" })],
  [3, () => ({ status: "canceled", statusReason: "user_canceled" })],
  [3, () => ({ status: "cancelled", statusReason: "merchant_canceled" })],
  [3, () => ({ status: "error", statusReason: "payment_failed" })],
  [3, () => ({ status: "timed_out", statusReason: "timed_out" })],
  [3, () => ({ status: "surcharge_pending", statusReason: "surcharge_pending" })],
  [2, () => ({ status: "surcharge_declined_by_payer", statusReason: "surcharge_declined_by_payer" })],
  [3, () => ({ type: "verification", status: "approved" })],
  [8, () => ({ status: "approved" })],
];

const outcomeOf = (draws: Draws, total: number): Outcome => {
  let ticket = draws.int(0, 999);
  for (const [permille, of] of OUTCOMES) {
    if (ticket < permille) return of(total, draws);
    ticket -= permille;
  }
  return {};
};

/** Typical sizes of a sale in minor units: a yen has none, a dinar has a thousand. */
const SUBTOTALS: Readonly<Record<string, readonly [min: number, max: number]>> = {
  USD: [250, 24_900],
  EUR: [250, 24_900],
  JPY: [400, 38_000],
  KWD: [1_000, 75_000],
};

const partsOf = (draws: Draws, currency: string) => {
  const [min, max] = SUBTOTALS[currency] ?? [100, 10_000];
  const subtotal = draws.int(min, max);
  const tax = draws.chance(300) ? Math.round(subtotal / 10) : null;
  const tipPercent = draws.chance(90) ? draws.pick([10, 15, 18]) : null;
  const tip = tipPercent === null ? null : Math.round((subtotal * tipPercent) / 100);
  const hasSurcharge = draws.chance(60);
  const surcharge = hasSurcharge ? Math.round(((subtotal + (tax ?? 0) + (tip ?? 0)) * 3) / 100) : null;
  return { subtotal, tax, tip, surcharge, total: subtotal + (tax ?? 0) + (tip ?? 0) + (surcharge ?? 0) };
};

/**
 * The transaction number `index` of a batch, as its terminal left it.
 *
 * `isSettled` is whether the processor has accepted it: a captured one is then called settled.
 */
export const rowOf = (seed: number, plan: BatchPlan, index: number, isSettled: boolean): Row => {
  const draws = drawsFor(seed, PURPOSE.rowMoney, plan.ordinal, index);
  const { subtotal, tax, tip, surcharge, total } = partsOf(draws, plan.site.currency);
  const captured =
    surcharge !== null && draws.chance(200) ? "surcharge_applied" : isSettled ? "settled" : "captured";
  const usual: Outcome = {
    type:
      tip === null
        ? draws.pick(["sale", "sale", "sale", "capture", "manually_keyed_sale"])
        : draws.pick(["sale", "tip_adjust"]),
    status: captured,
    statusReason: "approved",
    refunded: draws.chance(500) ? 0 : null,
    reversed: draws.chance(500) ? 0 : null,
  };
  const outcome: Outcome = plan.isCancelled
    ? { status: "declined", statusReason: "timed_out" }
    : outcomeOf(draws, total);
  return {
    origin: plan.ordinal,
    index,
    version: 0,
    createdAtMs: createdAt(plan, index),
    type: outcome.type ?? usual.type ?? "sale",
    status: outcome.status ?? captured,
    statusReason: outcome.statusReason ?? "approved",
    subtotal,
    tax,
    taxRate: tax === null ? null : 10,
    tip,
    tipType: tip === null ? null : "percentage",
    surcharge,
    surchargeRate: surcharge === null ? null : 3,
    total,
    refunded: outcome.refunded ?? usual.refunded ?? null,
    reversed: outcome.reversed ?? usual.reversed ?? null,
    authorized: total,
  };
};

/** When the transaction number `index` began: evenly spread over the hours of its batch. Milliseconds since the epoch. */
export const createdAt = (plan: BatchPlan, index: number): number =>
  plan.openedAtMs + Math.floor(((index + 1) * (plan.closesAtMs - plan.openedAtMs)) / (plan.size + 1));

const MOVED = new Set(["captured", "settled", "refunded", "approved", "surcharge_applied"]);
const SALES = new Set([
  ...["sale", "manually_keyed_sale", "auth", "capture", "tip_adjust", "incremental_auth"],
]);

/** What a transaction added to the captured total: its base, or `undefined` when it moved no money. */
export const capturedOf = (row: Row): number | undefined => {
  const reversed = row.reversed ?? 0;
  if (!MOVED.has(row.status) || !SALES.has(row.type) || reversed >= row.total) return undefined;
  const base = row.statusReason === "partial_approval" ? Math.min(row.total, row.authorized) : row.total;
  return base - reversed;
};

/** What a transaction adds to the captured total of the batch that lists it; `undefined` for nothing. */
export const countedOf = (row: Row): number | undefined =>
  row.copy === undefined ? capturedOf(row) : undefined;

/** What a transaction adds to the refunded total, for one that counts refunds on the originals, in rows of their own, or both. */
export const refundedOf = (row: Row, basis: "refund_rows" | "both" | undefined): number => {
  const onOriginal = countedOf(row) === undefined || basis === "refund_rows" ? 0 : (row.refunded ?? 0);
  const isGiven = row.type === "refund" && row.copy !== "of-another";
  const ofItsOwn = isGiven && basis !== undefined ? Math.abs(row.total) : 0;
  return onOriginal + ofItsOwn;
};
