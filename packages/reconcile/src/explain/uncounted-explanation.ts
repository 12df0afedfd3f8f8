import { printedAmount, printedCount } from "../exceptions/figures.ts";
import { sizeOfBig } from "../settlement/likely-causes.ts";
import { added, type CountedBatch, leftUncounted, uncountedIn } from "../settlement/refunds-not-counted.ts";
import { capped, type Evidenced } from "./Explanation.ts";

/** What was refunded by a processor and is in no total, batch by batch. */
export const explainUncounted = (batches: readonly CountedBatch[], currency: string | null): Evidenced => {
  const parts = batches
    .map((batch) => ({ batch, refunds: uncountedIn(batch) }))
    .filter(({ refunds }) => Object.values(refunds).some((minor) => sizeOfBig(minor) > 0n));
  const { lines: records, leftOut } = capped(parts, ({ batch: { header, comparison } }) => ({
    kind: "batch" as const,
    id: header.id,
    says: [
      `status ${header.status}`,
      `refunds counted ${comparison.refundedBasis}`,
      `refunded ${printedAmount(header.refundedMinor, currency)} as declared`,
    ],
  }));
  const { lines } = capped(parts, ({ batch: { header }, refunds }) => {
    const say = (minor: bigint, what: string): readonly string[] =>
      minor === 0n ? [] : [`${printedAmount(minor, currency)} ${what}`];
    const said = [
      ...say(refunds.onOriginalsMinor, "refunded on originals, in no refund row that bears their id"),
      ...say(refunds.ownRowsMinor, "given by refund rows with ids of their own"),
      ...say(refunds.inRowsMinor, "given by refund rows beyond what is refunded on originals"),
    ];
    return `batch ${header.id}: ${said.join("; ")}`;
  });
  const sum = parts.reduce((total, { refunds }) => added(total, refunds), {
    ...{ onOriginalsMinor: 0n, ownRowsMinor: 0n, inRowsMinor: 0n },
  });
  return {
    records,
    recordsLeftOut: leftOut,
    arithmetic: [
      ...lines,
      ...(leftOut === 0
        ? []
        : [`and ${printedCount(leftOut, "more batch", "more batches")}, in the sums below`]),
      `${printedAmount(sum.onOriginalsMinor, currency)} on originals − ${printedAmount(sum.ownRowsMinor, currency)} in refund rows of their own, at least nothing, + ${printedAmount(sum.inRowsMinor, currency)} in rows beyond originals = ${printedAmount(leftUncounted(sum), currency)}`,
    ],
    notes: [],
  };
};
