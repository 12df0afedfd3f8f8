import type { Finding } from "../exceptions/finding.ts";
import type { SettlementHeader } from "../records.ts";
import { NO_BASIS } from "./bases.ts";
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
import { DeclaredFigures } from "./DeclaredFigures.ts";
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

/** A batch with its proof. */
export interface ProvedBatch extends SettlementProof, Pick<SummarisedBatch, "header" | "summary"> {}

/** All batches of a book, proved with what they teach together. */
export interface ProvedBatches {
  /** In the order of the batches. Made as they are gone through, each time anew: they may be too many to be held. */
  readonly proofs: Iterable<ProvedBatch>;
  readonly conventions: readonly LearnedConvention[];
  /** What no single batch is to blame for. */
  readonly findings: readonly Finding[];
}

/**
 * Proves all batches of a book that are listed now, in their order: first it is learned from the final ones how each
 * processor counts, then each batch is set against that. They are gone through several times.
 */
export const proveBatches = (
  { book, source }: Pick<ProofContext, "book" | "source">,
  batches: Iterable<SummarisedBatch>,
  sources: ConventionSources,
): ProvedBatches => {
  const learned = learnConventions(tellingOf(batches), sources);
  const conventions = conventionsOf(learned);
  const declared = new DeclaredFigures();
  const counted = noting(countedBatches(batches, conventions), declared);
  const findings = refundsNotCounted(counted, source);
  declared.lookThrough(batches);
  return {
    conventions: learned,
    findings,
    proofs: {
      *[Symbol.iterator]() {
        for (const { header, summary } of batches) {
          const declaredElsewhere = (difference: bigint, total: "captured" | "refunded") =>
            declared.elsewhere({ header, summary }, total, difference);
          const context = { book, source, conventions, declaredElsewhere };
          yield { header, summary, ...proveSummary(header, summary, context) };
        }
      },
    },
  };
};

/** Batches with one currency and whole details, with the basis on which their refunds were counted. */
export const countedBatches = function* (
  batches: Iterable<SummarisedBatch>,
  conventions: Conventions,
): Iterable<CountedBatch> {
  for (const { header, summary } of batches) {
    const comparison = compareSummary(header, summary, conventionOf(conventions, header.processorName));
    if (comparison !== null) yield { header, summary, comparison };
  }
};

/** Notes the differences of batches as they go by. */
const noting = function* (
  batches: Iterable<CountedBatch>,
  declared: DeclaredFigures,
): Iterable<CountedBatch> {
  for (const batch of batches) {
    const { capturedBasis, refundedBasis, amounts } = batch.comparison;
    if (capturedBasis === NO_BASIS) declared.note(batch, "captured", amounts.captured_difference);
    if (refundedBasis === NO_BASIS) declared.note(batch, "refunded", amounts.refunded_difference);
    yield batch;
  }
};

/** Final batches with whole details and one currency teach; nothing is known of how others end. */
const tellingOf = function* (batches: Iterable<SummarisedBatch>): Iterable<TellingBatch> {
  for (const { header, summary, isForgotten } of batches) {
    const { state, groups, refunds } = summary;
    if (state !== "final" || groups.length > 1 || isForgotten) continue;
    const declared = {
      capturedMinor: BigInt(header.capturedMinor),
      refundedMinor: BigInt(header.refundedMinor),
    };
    const { sums } = groups[0];
    yield { processorName: header.processorName, declared, sums, isRefundedElsewhere: refunds.isElsewhere };
  }
};
