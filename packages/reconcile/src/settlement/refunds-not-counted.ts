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

/** What is refunded in no total, in minor units. */
export interface UncountedRefunds {
  /** On originals of batches that count refund rows, without a row that bears their id. */
  readonly onOriginalsMinor: bigint;
  /** Given by refund rows with ids of their own, which account for any original. */
  readonly ownRowsMinor: bigint;
  /** Given by refund rows of batches that count originals, beyond what is refunded on those. */
  readonly inRowsMinor: bigint;
}

/** The same, of all batches of one processor and currency. */
interface Uncounted extends UncountedRefunds {
  readonly processorName: string;
  readonly currency: string | null;
}

const NOTHING: UncountedRefunds = { onOriginalsMinor: 0n, ownRowsMinor: 0n, inRowsMinor: 0n };

/** The entity id of exceptions about a processor in one currency. */
export const processorEntityId = (processorName: string, currency: string | null): string =>
  `${processorName}/${currency ?? ""}`;

/** What a batch adds to what its processor refunds in no total, or accounts for. */
export const uncountedIn = ({ header, summary, comparison }: CountedBatch): UncountedRefunds => {
  const { withoutRowMinor, beyondMinor, ownRowsMinor } = summary.refunds;
  const basis = summary.state === "final" ? comparison.refundedBasis : null;
  return {
    onOriginalsMinor: basis === "refund_rows" ? withoutRowMinor : 0n,
    ownRowsMinor: isLive(header.status) ? ownRowsMinor : 0n,
    inRowsMinor: basis === "on_original" ? beyondMinor + positive(ownRowsMinor - withoutRowMinor) : 0n,
  };
};

/** What several batches add up to. */
export const added = (left: UncountedRefunds, right: UncountedRefunds): UncountedRefunds => ({
  onOriginalsMinor: left.onOriginalsMinor + right.onOriginalsMinor,
  ownRowsMinor: left.ownRowsMinor + right.ownRowsMinor,
  inRowsMinor: left.inRowsMinor + right.inRowsMinor,
});

/** What is left in no total, once rows with ids of their own account for what they can. */
export const leftUncounted = ({ onOriginalsMinor, ownRowsMinor, inRowsMinor }: UncountedRefunds): bigint =>
  positive(onOriginalsMinor - ownRowsMinor) + inRowsMinor;

/**
 * `REFUNDS_NOT_COUNTED`, once for each processor and currency: a convention must not hide money. What is refunded on
 * originals that only refund rows would count, and what refund rows give that only originals would, is in no total.
 */
export const refundsNotCounted = (
  batches: Iterable<CountedBatch>,
  source: NamedSource,
): readonly Finding[] => {
  const groups = new Map<string, Uncounted>();
  for (const batch of batches) {
    const { processorName } = batch.header;
    const { currency } = batch.summary.groups[0];
    const key = processorEntityId(processorName, currency);
    const group = groups.get(key) ?? { processorName, currency, ...NOTHING };
    groups.set(key, { ...group, ...added(group, uncountedIn(batch)) });
  }
  return [...groups.values()].flatMap((group) => findingOf(group, source));
};

const positive = (minor: bigint): bigint => (minor > 0n ? minor : 0n);

const findingOf = (group: Uncounted, source: NamedSource): readonly Finding[] => {
  const { processorName, currency } = group;
  const minor = leftUncounted(group);
  if (minor === 0n) return [];
  return [
    {
      code: "REFUNDS_NOT_COUNTED",
      source: source.name,
      entity: "processor",
      entityId: processorEntityId(processorName, currency),
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
