import { HOUR } from "../../world/calendar.ts";
import { adjustTip, type BatchChange } from "../changes.ts";
import { minutesInto } from "../plan.ts";
import { ofBatch, type Plants, RECENT, simple, type Target } from "./plant.ts";

const reopened = ({ shape, row, draws }: Target): readonly BatchChange[] => {
  const closedAtMs = minutesInto(shape, 1, 18 * HOUR) + draws.int(0, 59_999);
  const tipMinor = Math.round(row.subtotal / 5) + (row.tip ?? 0);
  return [
    { fromNight: 2, untilNight: 3, status: "open", closedAtMs: null },
    { fromNight: 3, untilNight: 4, status: "submitted", closedAtMs },
    { fromNight: 4, closedAtMs },
    { fromNight: 3, row: { index: row.index, edit: (before) => adjustTip(before, tipMinor, "fixed") } },
  ];
};

const LONG_AGO = [8, 30] as const;

/** Irregularities of how far a batch has come. */
export const STATUS_PLANTS: Plants = {
  "settlement-rejected": simple("SETTLEMENT_REJECTED", { status: "rejected" }),
  "partially-accepted": simple("PARTIALLY_ACCEPTED", { status: "partially_accepted" }),
  "settlement-overdue": {
    ...simple("SETTLEMENT_OVERDUE", { status: "submitted" }),
    age: () => LONG_AGO,
  },
  "open-too-long": {
    ...simple("OPEN_TOO_LONG", { status: "open", closedAtMs: null }),
    age: () => LONG_AGO,
  },
  "batch-settling": simple("UNKNOWN_STATUS", { status: "settling" }),
  "batch-without-status": simple("UNKNOWN_STATUS", { status: "" }),
  "batch-reopened": {
    age: () => RECENT,
    plant: (target) => ({
      changes: reopened(target),
      facts: ofBatch(target, "BATCH_REOPENED", {
        alsoCodes: ["OPEN_TOO_LONG"],
        fromNight: 2,
        mendedOnNight: 3,
      }),
    }),
  },
  "batch-vanished": {
    age: () => RECENT,
    plant: (target) => ({
      changes: [{ fromNight: 3, isGone: true }],
      facts: ofBatch(target, "BATCH_VANISHED", { fromNight: 3 }),
    }),
  },
};
