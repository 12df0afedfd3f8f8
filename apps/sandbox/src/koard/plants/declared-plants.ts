import type { Basis } from "../../world/counting.ts";
import { plainSale, refund, refundRow } from "../changes.ts";
import type { Row } from "../rows.ts";
import {
  always,
  capturedAt,
  ofBatch,
  type Plant,
  type Plants,
  RECENT,
  simple,
  type Target,
} from "./plant.ts";

const third = (target: Target): number => Math.ceil(capturedAt(target) / 3);

// The refunds of such a batch, as the basis wants them: on the original, in a row of its own, or both.
const refunded = (
  code: string | null,
  basis: Basis,
  { onOriginal }: { readonly onOriginal: boolean },
): Plant => ({
  age: () => RECENT,
  plant: (target) => {
    const { plan, row } = target;
    const amountMinor = third(target);
    return {
      changes: always({
        ...(onOriginal
          ? { row: { index: row.index, edit: (before: Row) => refund(before, amountMinor) } }
          : {}),
        extra: [refundRow(row, plan.size, amountMinor)],
        declares: { basis },
      }),
      facts: ofBatch(target, code),
    };
  },
});

const capturedOn = (
  captured: NonNullable<Basis["captured"]>,
  edit: (row: Row, partMinor: number) => Row,
): Plant => ({
  age: () => RECENT,
  plant: (target) => ({
    changes: always({
      row: { index: target.row.index, edit: (row) => edit(row, third(target)) },
      declares: { basis: { captured } },
    }),
    facts: ofBatch(target, "BASIS_ALTERNATIVE"),
  }),
});

/** Irregularities of what a batch declares. */
export const DECLARED_PLANTS: Plants = {
  // 17.27 is 17.27 only in a currency with two decimals, and so is 4.11.
  "captured-mismatch": {
    ...simple("CAPTURED_MISMATCH", { declares: { capturedDeltaMinor: 1727 } }, { amountMinor: "1727" }),
    currency: "USD",
  },
  "refunded-mismatch": {
    ...simple("REFUNDED_MISMATCH", { declares: { refundedDeltaMinor: 411 } }, { amountMinor: "411" }),
    currency: "USD",
  },
  "before-reversals": capturedOn("before_reversals", (row, partMinor) => ({ ...row, reversed: partMinor })),
  "net-of-refunds": capturedOn("net_of_refunds", refund),
  "refund-rows": refunded("BASIS_ALTERNATIVE", { refunded: "refund_rows" }, { onOriginal: false }),
  "refunds-both": refunded("BASIS_ALTERNATIVE", { refunded: "both" }, { onOriginal: true }),
  "refund-shown-twice": refunded(null, {}, { onOriginal: true }),
  "settlement-count-mismatch": simple("COUNT_MISMATCH", { declares: { isCountShort: true } }),
  "negative-batch": {
    age: () => RECENT,
    currency: "USD",
    plant: (target) => ({
      changes: always({
        size: 1,
        rows: (row) => plainSale(row, 1000),
        extra: [refundRow(target.row, 1, 4510)],
        declares: { basis: { refunded: "refund_rows" } },
      }),
      facts: ofBatch(target, "BASIS_ALTERNATIVE"),
    }),
  },
  "zero-batch": {
    age: () => RECENT,
    plant: (target) => ({
      changes: always({ size: 10, rows: (row) => refund(plainSale(row, row.total), row.total) }),
      facts: ofBatch(target, null),
    }),
  },
  "empty-batch": {
    age: () => RECENT,
    plant: (target) => ({
      changes: always({ size: 0 }),
      facts: ofBatch(target, null, { currency: null }),
    }),
  },
  "mixed-currency": simple(
    "MIXED_CURRENCY",
    { rows: (row) => (row.index % 2 === 0 ? { ...row, currency: "CHF" } : row) },
    { currency: null },
  ),
  "unknown-currency": simple(
    "UNKNOWN_CURRENCY",
    { rows: (row) => ({ ...row, currency: "XTS" }) },
    { currency: "XTS" },
  ),
  "no-currency": {
    age: () => RECENT,
    currency: "USD",
    plant: (target) => ({
      changes: always({ rows: (row) => ({ ...row, currency: "" }) }),
      facts: ofBatch(target, null, { currency: null }),
    }),
  },
};
