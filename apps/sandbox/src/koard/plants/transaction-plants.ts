import { adjustTip, approvePartly, refund } from "../changes.ts";
import { capturedOf, type Row } from "../rows.ts";
import { always, capturedAt, edited, ofBatch, ofTransaction, type Plants, RECENT } from "./plant.ts";

const BEYOND_WINDOW = [37, 60] as const;

const inThree = (row: Row, totalMinor: number): Row => {
  const part = Math.floor(totalMinor / 3);
  return [part, part, totalMinor - 2 * part].reduce(refund, row);
};

/** Irregularities of single transactions. */
export const TRANSACTION_PLANTS: Plants = {
  "partial-approval": {
    age: () => RECENT,
    plant: (target) => {
      // 32.00 of 50.00.
      const authorizedMinor = Math.floor((target.row.total * 16) / 25);
      const edit = (row: Row): Row => approvePartly(row, authorizedMinor);
      return {
        changes: always({ row: { index: target.row.index, edit } }),
        facts: ofTransaction(target, "PARTIAL_APPROVAL", {
          amountMinor: String(target.row.total - authorizedMinor),
        }),
      };
    },
  },
  "refund-exceeds-capture": {
    age: () => RECENT,
    // So that it is 0.01.
    currency: "USD",
    plant: (target) => ({
      changes: always({
        row: { index: target.row.index, edit: (row) => inThree(row, (capturedOf(row) ?? 0) + 1) },
      }),
      facts: ofTransaction(target, "REFUND_EXCEEDS_CAPTURE", { amountMinor: "1" }),
    }),
  },
  "duplicate-transaction": {
    age: () => RECENT,
    plant: (target) => {
      const owner = target.another();
      if (owner === undefined) return undefined;
      return {
        changes: always({ extra: [{ ...owner.row, copy: "of-another" }] }),
        facts: ofTransaction({ ...target, row: owner.row }, "DUPLICATE_TRANSACTION", {
          amountMinor: String(capturedAt(owner)),
        }),
      };
    },
  },
  "conflicting-transaction": {
    age: () => RECENT,
    plant: (target) => {
      const { row } = target;
      const other: Row = {
        ...row,
        copy: "of-own",
        total: row.total - 100,
        subtotal: row.subtotal - 100,
      };
      return {
        changes: always({ extra: [other] }),
        facts: ofTransaction(target, "CONFLICTING_TRANSACTION", { amountMinor: String(capturedAt(target)) }),
      };
    },
  },
  "wrong-batch": {
    age: () => RECENT,
    plant: (target) => {
      const { plan: named } = target.another() ?? {};
      if (named === undefined) return undefined;
      return {
        changes: always({
          shows: {
            row: {
              index: target.row.index,
              spoil: (body) => ({ ...body, batch_id: named.id }),
              isInvalid: false,
            },
          },
        }),
        facts: ofTransaction(target, "WRONG_BATCH"),
      };
    },
  },
  "settled-though-reversed": edited(null, (row) => ({ ...row, reversed: row.total })),
  "transaction-held": edited("UNKNOWN_STATUS", (row) => ({ ...row, status: "held" })),
  "transaction-without-status": edited("UNKNOWN_STATUS", (row) => ({ ...row, status: "" })),
  "late-refund": {
    // The first hits a batch that has left the report's window, the others one inside it.
    age: (nth) => (nth === 0 ? BEYOND_WINDOW : [8, 30]),
    plant: (target) => {
      const amountMinor = target.nth % 2 === 0 ? target.row.total : Math.ceil(target.row.total / 3);
      const fromNight = target.nth < 2 ? 2 : 3;
      return {
        changes: [{ fromNight, row: { index: target.row.index, edit: (row) => refund(row, amountMinor) } }],
        facts: ofTransaction(target, null, { fromNight, amountMinor: String(amountMinor) }),
      };
    },
  },
  "changed-nightly": {
    age: (nth) => (nth === 0 ? BEYOND_WINDOW : [8, 30]),
    plant: (target) => {
      const partMinor = Math.ceil(target.row.total / 4);
      const { index } = target.row;
      const part = { index, edit: (row: Row): Row => refund(row, partMinor) };
      const tip = { index, edit: (row: Row): Row => adjustTip(row, partMinor, "fixed") };
      return {
        changes: [
          { fromNight: 2, row: part },
          { fromNight: 3, row: part },
          { fromNight: 4, row: tip },
        ],
        facts: ofTransaction(target, null, { fromNight: 2, amountMinor: String(partMinor) }),
      };
    },
  },
  "late-tip": {
    age: () => [8, 30],
    plant: (target) => {
      const tipMinor = Math.ceil(target.row.subtotal / 5);
      return {
        changes: [
          {
            fromNight: 3,
            row: { index: target.row.index, edit: (row) => adjustTip(row, tipMinor, "fixed") },
          },
        ],
        facts: ofBatch(target, null, { fromNight: 3, amountMinor: String(tipMinor) }),
      };
    },
  },
};
