import { identifierOf, KIND } from "../../world/identifiers.ts";
import { adjustTip, plainSale, refund, refundRow } from "../changes.ts";
import { capturedOf, type Row, rowOf } from "../rows.ts";
import {
  always,
  capturedAt,
  edited,
  type Facts,
  ofBatch,
  ofTransaction,
  type Plant,
  type Plants,
  RECENT,
  simple,
  type Target,
} from "./plant.ts";

/** 7.00 in a currency with two decimals. */
const SEVEN = 700;

/** Less than any sale of its batch, so that it equals nothing else. */
const CHARGED_BACK = 12_345;

const third = (target: Target): number => Math.ceil(capturedAt(target) / 3);

/** Facts about another batch than the one that was chosen. */
const ofOther = (plan: Target["plan"], code: string | null, more: Partial<Facts> = {}): Facts => ({
  ...ofBatch({ plan }, code, more),
  batchId: plan.id,
});

/** Rows of a rejected batch are settled again in the batch that was chosen: all of them, or all but the one that moved money first. */
const settledAgain = (isPart: boolean): Plant => ({
  age: () => RECENT,
  plant: (target) => {
    const rejected = target.another();
    if (rejected === undefined) return undefined;
    const { plan, row } = rejected;
    const rows = Array.from({ length: plan.size }, (_, index) => rowOf(target.shape.seed, plan, index, true));
    const again = isPart ? rows.filter(({ index }) => index !== row.index) : rows;
    const left = isPart ? (capturedOf(row) ?? 0) : 0;
    return {
      changes: always({ extra: again }),
      facts: ofBatch(target, null),
      others: [{ plan, changes: always({ status: "rejected" }) }],
      also: [ofOther(plan, isPart ? "SETTLEMENT_REJECTED" : null, { amountMinor: String(left) })],
    };
  },
});

/** Three events of one sale: authorised, captured, and with a tip. The last is listed before the one that it follows. */
const historyOf = (target: Target): readonly [first: (row: Row) => Row, ...others: Row[]] => {
  const { row } = target;
  const later = (minutes: number): number => row.createdAtMs + minutes * 60_000;
  const captured: Row = { ...row, copy: "of-own", type: "capture", version: 1, createdAtMs: later(1) };
  const tipped = adjustTip(row, Math.ceil(row.subtotal / 5), "fixed");
  return [
    (first) => ({ ...first, copy: "of-own", type: "auth", status: "authorized" }),
    { ...tipped, version: 2, createdAtMs: later(2) },
    captured,
  ];
};

/**
 * Irregularities of who counts what, and of the way in which a processor counts. Those of a processor show what they are
 * where all its batches count so (`--counts`), and break no rule elsewhere.
 */
export const COUNTING_PLANTS: Plants = {
  "refund-without-row": {
    age: () => RECENT,
    currency: "USD",
    processor: "TSYS",
    plant: (target) => ({
      changes: always({
        size: 3,
        rows: (row) => (row.index === 0 ? refund(plainSale(row, 5000), SEVEN) : plainSale(row, 2000)),
        declares: { refundedDeltaMinor: -SEVEN },
      }),
      facts: ofBatch(target, "REFUNDED_MISMATCH", { amountMinor: String(SEVEN) }),
    }),
  },
  "counts-originals": {
    age: () => RECENT,
    processor: "Fiserv",
    plant: (target) => ({
      changes: always({
        row: { index: target.row.index, edit: (row) => refund(row, third(target)) },
        declares: { basis: {} },
      }),
      facts: ofBatch(target, null),
    }),
  },
  "refund-of-an-earlier-sale": {
    age: () => RECENT,
    processor: "Fiserv",
    plant: (target) => {
      const sold = target.another();
      if (sold === undefined) return undefined;
      const amountMinor = Math.ceil((capturedOf(sold.row) ?? 0) / 3);
      const given: Row = { ...plainSale(sold.row, amountMinor), type: "refund", version: 1 };
      return {
        changes: always({ extra: [given] }),
        facts: ofBatch(target, null),
        others: [
          {
            plan: sold.plan,
            changes: always({ row: { index: sold.row.index, edit: (row) => refund(row, amountMinor) } }),
          },
        ],
        also: [ofOther(sold.plan, null, { amountMinor: String(amountMinor) })],
      };
    },
  },
  "negative-refund-row": {
    age: () => RECENT,
    currency: "USD",
    processor: "Fiserv",
    plant: (target) => {
      const { row } = target;
      const given: Row = { ...plainSale(row, -SEVEN), type: "refund", version: 1, copy: "of-own" };
      return {
        changes: always({
          row: { index: row.index, edit: (before) => refund(plainSale(before, 5000), SEVEN) },
          extra: [given],
        }),
        facts: ofBatch(target, null),
      };
    },
  },
  "refunded-elsewhere": {
    age: () => RECENT,
    currency: "USD",
    processor: "TSYS",
    plant: (target) => {
      const other = target.another();
      if (other === undefined) return undefined;
      const sold = { ...plainSale(target.row, 5000), index: 0 };
      return {
        changes: always({
          size: 3,
          rows: (row) => (row.index === 0 ? refund(plainSale(row, 5000), SEVEN) : plainSale(row, 2000)),
          declares: { basis: { refunded: "refund_rows" } },
        }),
        facts: ofBatch(target, "BASIS_ALTERNATIVE"),
        others: [
          {
            plan: other.plan,
            changes: always({ extra: [{ ...plainSale(sold, SEVEN), type: "refund", version: 1 }] }),
          },
        ],
        also: [ofOther(other.plan, null)],
      };
    },
  },
  "refund-row-twice": {
    age: () => RECENT,
    currency: "USD",
    processor: "Fiserv",
    plant: (target) => {
      const other = target.another();
      if (other === undefined) return undefined;
      const { plan, row, shape } = target;
      const given = refundRow(row, plan.size, SEVEN);
      const isEarlier = plan.closesAtMs < other.plan.closesAtMs;
      const again: Row = { ...given, copy: "of-another" };
      return {
        changes: always({ extra: [isEarlier ? given : again] }),
        facts: ofTransaction({ shape, row: given }, "DUPLICATE_TRANSACTION", { amountMinor: String(SEVEN) }),
        others: [{ plan: other.plan, changes: always({ extra: [isEarlier ? again : given] }) }],
        also: [ofOther(other.plan, null)],
      };
    },
  },
  "header-as-at-close": {
    age: () => RECENT,
    currency: "USD",
    processor: "TSYS",
    plant: (target) => {
      const amountMinor = third(target);
      return {
        changes: [
          {
            fromNight: 2,
            row: { index: target.row.index, edit: (row) => refund(row, amountMinor) },
            declares: { refundedSinceMinor: amountMinor },
          },
        ],
        facts: ofBatch(target, "REFUNDED_LATER", { fromNight: 2, amountMinor: String(amountMinor) }),
      };
    },
  },
  "settled-again": settledAgain(false),
  "settled-again-in-part": settledAgain(true),
  "declined-elsewhere": {
    ...edited(null, (row) => ({
      ...row,
      currency: "EUR",
      status: "declined",
      statusReason: "insufficient_funds",
    })),
    currency: "USD",
  },
  "captured-short": {
    ...simple("CAPTURED_MISMATCH", { declares: { capturedDeltaMinor: -1727 } }, { amountMinor: "1727" }),
    currency: "USD",
  },
  "rejected-42": {
    age: () => RECENT,
    currency: "USD",
    plant: (target) => ({
      changes: always({ size: 1, rows: (row) => plainSale(row, 4200), status: "rejected" }),
      facts: ofBatch(target, "SETTLEMENT_REJECTED"),
    }),
  },
  "history-of-a-sale": {
    age: () => RECENT,
    plant: (target) => {
      const [edit, ...extra] = historyOf(target);
      return {
        changes: always({ row: { index: target.row.index, edit }, extra }),
        facts: ofTransaction(target, null),
      };
    },
  },
  chargeback: {
    age: () => RECENT,
    currency: "USD",
    plant: (target) => {
      const { plan, row, shape } = target;
      const amountMinor = String(CHARGED_BACK);
      const charged: Row = { ...refundRow(row, plan.size, CHARGED_BACK), type: "chargeback" };
      return {
        changes: always({
          size: 4,
          rows: (one) => plainSale(one, 20_000 + one.index),
          extra: [charged],
          declares: { capturedDeltaMinor: -CHARGED_BACK },
        }),
        facts: ofBatch(target, "CAPTURED_MISMATCH", { amountMinor }),
        also: [
          {
            ...ofTransaction({ shape, row: charged }, "UNKNOWN_TYPE", { amountMinor }),
            // Of the same batch, which is named once.
            batchId: null,
          },
        ],
      };
    },
  },
  "one-event-twice": {
    age: () => RECENT,
    plant: (target) => {
      const { plan, shape } = target;
      const event = identifierOf(shape.seed, KIND.event, { ordinal: plan.ordinal, row: 0, version: 0 });
      const row = (index: number): Row => plainSale(rowOf(shape.seed, plan, index, true), 1000 + index);
      return {
        changes: always({
          size: 2,
          rows: ({ index }) => row(index),
          shows: {
            row: {
              index: 1,
              spoil: (body) => ({ ...body, event_id: event.toUpperCase() }),
              isInvalid: false,
            },
          },
        }),
        facts: ofTransaction({ shape, row: row(1) }, "DUPLICATE_EVENT", { amountMinor: "1001" }),
      };
    },
  },
  "batch-moved": {
    age: () => RECENT,
    plant: (target) => ({
      changes: [{ fromNight: 2, accountId: `${target.plan.site.accountId}-moved` }],
      facts: ofBatch(target, null, { fromNight: 2 }),
    }),
  },
};
