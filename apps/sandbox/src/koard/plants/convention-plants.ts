import { plainSale, refund, refundRow } from "../changes.ts";
import type { Row } from "../rows.ts";
import { always, capturedAt, ofBatch, type Plants, RECENT } from "./plant.ts";

const inFrancs = (row: Row): Row => ({ ...row, currency: "CHF" });

/** Irregularities that only a convention decides, or that a convention has to outlast. */
export const CONVENTION_PLANTS: Plants = {
  "counts-anew": {
    age: () => RECENT,
    processor: "Elavon",
    plant: (target) => {
      const amountMinor = Math.ceil(capturedAt(target) / 3);
      // Two of three on night 2, so that those of a processor turn away one after the other.
      const fromNight = target.nth % 3 === 2 ? 3 : 2;
      return {
        changes: [
          // Refunded all along, so that the batch tells before as well.
          ...always({ row: { index: target.row.index, edit: (row) => refund(row, amountMinor) } }),
          { fromNight, declares: { basis: { captured: "net_of_refunds" } } },
        ],
        facts: ofBatch(target, "BASIS_ALTERNATIVE", { fromNight }),
      };
    },
  },
  "mixed-refunds": {
    age: () => RECENT,
    processor: "Fiserv",
    plant: (target) => ({
      changes: always({
        size: 4,
        rows: (row) => {
          if (row.index % 2 === 1) return plainSale(row, 2000);
          const sale = inFrancs(plainSale(row, 5000));
          return row.index === 0 ? refund(sale, 700) : sale;
        },
        extra: [inFrancs(refundRow(target.row, 4, 900))],
      }),
      facts: ofBatch(target, "MIXED_CURRENCY", { currency: null }),
    }),
  },
};
