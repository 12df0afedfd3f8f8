import { plainSale } from "../changes.ts";
import type { Row } from "../rows.ts";
import { always, type Facts, ofBatch, type Plant, type Plants, RECENT, simple } from "./plant.ts";

/** The parts of a sale beside its subtotal, in minor units. */
type Parts = Pick<Row, "tip" | "surcharge" | "tax">;

const PARTS: readonly Parts[] = [
  { tip: 500, surcharge: null, tax: null },
  { tip: null, surcharge: 180, tax: 300 },
  { tip: 311, surcharge: 210, tax: 411 },
];

/** A sale with its parts, which no two sales of the batch share. */
const inParts = (row: Row): Row => {
  const parts = PARTS[row.index];
  const sale = plainSale(row, 5000 + row.index);
  if (parts === undefined) return sale;
  const { tip, surcharge, tax } = parts;
  const subtotal = sale.total - (tip ?? 0) - (surcharge ?? 0) - (tax ?? 0);
  return { ...sale, ...parts, tipType: tip === null ? null : "fixed", subtotal };
};

/** Where conventions and currency leave one figure alone to be off. */
const COUNTED_AS_USUAL = { processor: "TSYS", currency: "USD" } as const;

/** The captured total of a batch leaves out what one part of its sales comes to. */
const leavingOut = (part: keyof Parts): Plant => {
  const sumMinor = PARTS.reduce((sum, parts) => sum + (parts[part] ?? 0), 0);
  return {
    ...simple(
      "CAPTURED_MISMATCH",
      { size: PARTS.length, rows: inParts, declares: { capturedDeltaMinor: -sumMinor } },
      { amountMinor: String(sumMinor) },
    ),
    ...COUNTED_AS_USUAL,
  };
};

/** Irregularities of a captured total that is off by something else that is known. */
export const CAUSE_PLANTS: Plants = {
  "tips-left-out": leavingOut("tip"),
  "surcharges-left-out": leavingOut("surcharge"),
  "taxes-left-out": leavingOut("tax"),
  "declares-another": {
    age: () => RECENT,
    ...COUNTED_AS_USUAL,
    plant: (target) => {
      const other = target.another();
      if (other === undefined) return undefined;
      const ofOther = 3000 + 3001;
      // Of one processor, so of one account; closed at one instant, so on one day.
      const closedAtMs = Math.max(target.plan.closesAtMs, other.plan.closesAtMs);
      const also: Facts = { ...ofBatch(other, null), batchId: other.plan.id };
      return {
        changes: always({
          size: 3,
          rows: (row) => plainSale(row, 2000 + row.index),
          closedAtMs,
          declares: { capturedDeltaMinor: ofOther },
        }),
        facts: ofBatch(target, "CAPTURED_MISMATCH", { amountMinor: String(ofOther) }),
        others: [
          {
            plan: other.plan,
            changes: always({ size: 2, rows: (row) => plainSale(row, 3000 + row.index), closedAtMs }),
          },
        ],
        also: [also],
      };
    },
  },
};
