import { compareCodePoints } from "../code-points.ts";
import type { Finding } from "../exceptions/finding.ts";
import type { SettlementHeader } from "../records.ts";
import type { ProofContext } from "./context.ts";
import {
  type ConventionSources,
  type Conventions,
  conventionOf,
  conventionsOf,
  type LearnedConvention,
  learnConventions,
  type TellingBatch,
} from "./conventions.ts";
import { sizeOfBig } from "./likely-causes.ts";
import { compareSummary, proveSummary, type SettlementProof } from "./prove-settlement.ts";
import { type CountedBatch, refundsNotCounted } from "./refunds-not-counted.ts";
import type { SettlementSummary } from "./summarise-settlement.ts";

/** A batch as it was last listed, and what its rows come to. */
export interface SummarisedBatch {
  readonly header: SettlementHeader;
  readonly summary: SettlementSummary;
  /** Whether its source lists it no more, since it forgets what is old: it is proved, and teaches nothing. */
  readonly isForgotten?: boolean;
}

/** All batches of a book, proved with what they teach together. */
export interface ProvedBatches {
  readonly proofs: readonly SettlementProof[];
  readonly conventions: readonly LearnedConvention[];
  /** What no single batch is to blame for. */
  readonly findings: readonly Finding[];
}

/**
 * Proves all batches of a book that are listed now, in their order: first it is learned from the final ones how each
 * processor counts, then each batch is set against that.
 */
export const proveBatches = (
  { book, source }: Pick<ProofContext, "book" | "source">,
  batches: readonly SummarisedBatch[],
  sources: ConventionSources,
): ProvedBatches => {
  const learned = learnConventions(batches.flatMap(tellingOf), sources);
  const conventions = conventionsOf(learned);
  const declared = declaredFigures(batches);
  const proofs = batches.map(({ header, summary }) =>
    proveSummary(header, summary, {
      book,
      source,
      conventions,
      declaredElsewhere: (difference, total) => declared.elsewhere({ header, summary }, total, difference),
    }),
  );
  return {
    proofs,
    conventions: learned,
    findings: refundsNotCounted(countedBatches(batches, conventions), source),
  };
};

/** Batches with one currency and whole details, with the basis on which their refunds were counted. */
export const countedBatches = (
  batches: readonly SummarisedBatch[],
  conventions: Conventions,
): readonly CountedBatch[] =>
  batches.flatMap(({ header, summary }) => {
    const comparison = compareSummary(header, summary, conventionOf(conventions, header.processorName));
    return comparison === null ? [] : [{ header, summary, comparison }];
  });

/** Final batches with whole details and one currency teach; nothing is known of how others end. */
const tellingOf = ({ header, summary, isForgotten }: SummarisedBatch): readonly TellingBatch[] => {
  const { state, groups, refunds } = summary;
  if (state !== "final" || groups.length > 1 || isForgotten) return [];
  const declared = {
    capturedMinor: BigInt(header.capturedMinor),
    refundedMinor: BigInt(header.refundedMinor),
  };
  const { sums } = groups[0];
  return [{ processorName: header.processorName, declared, sums, isRefundedElsewhere: refunds.isElsewhere }];
};

type Total = "captured" | "refunded";

/** Declared figures of all batches, for finding the one that a difference equals: of its day, account and currency. */
const declaredFigures = (batches: readonly SummarisedBatch[]) => {
  const byFigure = new Map<string, string[]>();
  const keyOf = ({ header, summary }: SummarisedBatch, total: Total, minor: bigint): string =>
    JSON.stringify([
      summary.businessDate,
      header.accountId,
      summary.groups[0].currency,
      total,
      String(sizeOfBig(minor)),
    ]);
  for (const batch of batches) {
    for (const total of ["captured", "refunded"] as const) {
      const key = keyOf(batch, total, BigInt(batch.header[`${total}Minor`]));
      const same = byFigure.get(key);
      if (same === undefined) byFigure.set(key, [batch.header.id]);
      else same.push(batch.header.id);
    }
  }
  return {
    elsewhere: (batch: SummarisedBatch, total: Total, difference: bigint): string | null => {
      if (difference === 0n) return null;
      const ids = byFigure.get(keyOf(batch, total, difference)) ?? [];
      const [first] = ids.filter((id) => id !== batch.header.id).sort(compareCodePoints);
      return first ?? null;
    },
  };
};
