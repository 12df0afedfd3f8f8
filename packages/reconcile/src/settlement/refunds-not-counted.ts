import { amountText, printedAmount } from "../exceptions/figures.ts";
import type { Finding } from "../exceptions/finding.ts";
import type { NamedSource } from "../exceptions/rule.ts";
import type { SettlementHeader } from "../records.ts";
import type { Comparison } from "./compare-declared.ts";
import type { SettlementSummary } from "./summarise-settlement.ts";
import { isLive } from "./vocabulary.ts";

/** A batch with one currency and whole details, and the basis on which its refunds were counted. */
export interface CountedBatch {
  readonly header: SettlementHeader;
  readonly summary: SettlementSummary;
  readonly comparison: Comparison;
}

/** What is refunded in no total, of one processor and currency, in minor units. */
interface Uncounted {
  readonly processorName: string;
  readonly currency: string | null;
  /** On originals of batches that count refund rows, without a row that bears their id. */
  onOriginalsMinor: bigint;
  /** Given by refund rows with ids of their own, which account for any original. */
  ownRowsMinor: bigint;
  /** Given by refund rows of batches that count originals, beyond what is refunded on those. */
  inRowsMinor: bigint;
}

/**
 * `REFUNDS_NOT_COUNTED`, once for each processor and currency: a convention must not hide money. What is refunded on
 * originals that only refund rows would count, and what refund rows give that only originals would, is in no total.
 */
export const refundsNotCounted = (
  batches: readonly CountedBatch[],
  source: NamedSource,
): readonly Finding[] => {
  const groups = new Map<string, Uncounted>();
  for (const { header, summary, comparison } of batches) {
    const { currency } = summary.groups[0];
    const { withoutRowMinor, beyondMinor, ownRowsMinor } = summary.refunds;
    const key = JSON.stringify([header.processorName, currency]);
    const group = groups.get(key) ?? emptyOf(header.processorName, currency);
    groups.set(key, group);
    if (isLive(header.status)) group.ownRowsMinor += ownRowsMinor;
    if (summary.state !== "final") continue;
    if (comparison.refundedBasis === "refund_rows") group.onOriginalsMinor += withoutRowMinor;
    if (comparison.refundedBasis === "on_original") {
      group.inRowsMinor += beyondMinor + positive(ownRowsMinor - withoutRowMinor);
    }
  }
  return [...groups.values()].flatMap((group) => findingOf(group, source));
};

const emptyOf = (processorName: string, currency: string | null): Uncounted => ({
  processorName,
  currency,
  onOriginalsMinor: 0n,
  ownRowsMinor: 0n,
  inRowsMinor: 0n,
});

const positive = (minor: bigint): bigint => (minor > 0n ? minor : 0n);

const findingOf = (group: Uncounted, source: NamedSource): readonly Finding[] => {
  const { processorName, currency } = group;
  const minor = positive(group.onOriginalsMinor - group.ownRowsMinor) + group.inRowsMinor;
  if (minor === 0n) return [];
  return [
    {
      code: "REFUNDS_NOT_COUNTED",
      source: source.name,
      entity: "processor",
      entityId: `${processorName}/${currency ?? ""}`,
      businessDate: null,
      currency,
      expected: null,
      actual: null,
      moneyAtStake: amountText(minor, currency),
      whatHappened: `${printedAmount(minor, currency)} was refunded in final batches of ${processorName} that no declared total counts, as this processor usually counts.`,
      whatToDo: "Ask where these refunds are counted, and look for them on the processor's statements.",
      batchIds: [],
    },
  ];
};
