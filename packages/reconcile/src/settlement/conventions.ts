import { sortedDistinct } from "../code-points.ts";
import {
  CAPTURED_BASES,
  type CapturedConvention,
  type ProcessorConvention,
  REFUNDED_BASES,
  type RefundedConvention,
} from "./bases.ts";
import { type Compared, matchRefunded } from "./compare-declared.ts";

/** Every way of counting captured totals that there is, in the order in which they are tried. */
export const CAPTURED_CONVENTIONS: readonly CapturedConvention[] = CAPTURED_BASES.map(({ name }) => name);

/** The same of refunded totals. */
export const REFUNDED_CONVENTIONS: readonly RefundedConvention[] = REFUNDED_BASES.flatMap((basis) =>
  basis.isLearned ? [basis.name] : [],
);

/** By processor name. */
export type Conventions = ReadonlyMap<string, ProcessorConvention>;

/** A convention as a manifest lists it: how many of the batches that tell it fits. */
export interface LearnedConvention {
  readonly processorName: string;
  readonly total: "captured" | "refunded";
  readonly basis: CapturedConvention | RefundedConvention | null;
  readonly fits: number;
  readonly telling: number;
  /** Whether the configuration says so, whatever the batches tell. */
  readonly fixed: boolean;
}

/** A final batch with whole details and one currency: what conventions are learned from. */
export interface TellingBatch extends Compared {
  readonly processorName: string;
}

/** What stands beside the batches: what the configuration fixes, and what the report compared with had. */
export interface ConventionSources {
  readonly fixed: Conventions;
  readonly previous: Conventions;
  /** Whether what the previous report had holds as it is: for a report beside the nightly ones. */
  readonly isKept?: boolean;
}

/** How many telling batches a convention has to fit before it is one, and which share of them. */
const FITS_MIN = 5;
const SHARE_MIN = { of: 5, at: 4 };

/** Of a processor nobody has seen. */
const NO_CONVENTION: ProcessorConvention = { captured: null, refunded: null };

/** The convention of a processor; none where nothing is known of it. */
export const conventionOf = (conventions: Conventions, processorName: string): ProcessorConvention =>
  conventions.get(processorName) ?? NO_CONVENTION;

/** Whether a processor counts otherwise by one set of conventions than by another. */
export const countsOtherwise = (
  processorName: string,
  [before, now]: readonly [Conventions, Conventions],
): boolean => {
  const [was, is] = [conventionOf(before, processorName), conventionOf(now, processorName)];
  return was.captured !== is.captured || was.refunded !== is.refunded;
};

/**
 * Learns how each processor counts, from all of its final batches: Koard does not document it, but counts one way. A batch
 * tells where two bases differ; one that equals what was refunded at its close, and nothing that is refunded now, tells
 * of neither total. The order of the batches does not matter, nor do those that do not tell.
 */
export const learnConventions = (
  batches: Iterable<TellingBatch>,
  sources: ConventionSources,
): readonly LearnedConvention[] => {
  const byProcessor = new Map<string, ProcessorTally>();
  for (const batch of batches) {
    const tally = byProcessor.get(batch.processorName) ?? new ProcessorTally();
    byProcessor.set(batch.processorName, tally);
    tally.add(batch);
  }
  return sortedDistinct([...byProcessor.keys(), ...sources.fixed.keys()]).flatMap((name) =>
    ofProcessor(name, byProcessor.get(name) ?? new ProcessorTally(), sources),
  );
};

/** Learned conventions as proofs look them up. */
export const conventionsOf = (
  learned: readonly Pick<LearnedConvention, "processorName" | "total" | "basis">[],
): Conventions => {
  const conventions = new Map<string, ProcessorConvention>();
  for (const { processorName, total, basis } of learned) {
    const known = conventionOf(conventions, processorName);
    const captured = total === "captured" ? capturedNamed(basis) : known.captured;
    const refunded = total === "refunded" ? refundedNamed(basis) : known.refunded;
    conventions.set(processorName, { captured, refunded });
  }
  return conventions;
};

const ofProcessor = (
  processorName: string,
  tally: ProcessorTally,
  { fixed, previous, isKept = false }: ConventionSources,
): readonly LearnedConvention[] => {
  const [is, was] = [fixed.get(processorName), previous.get(processorName)];
  const refunded = chosen(tally.refunded, { fixed: is?.refunded, previous: was?.refunded, isKept });
  const captured = chosen(tally.capturedWith(refundedNamed(refunded.basis)), {
    ...{ fixed: is?.captured, previous: was?.captured, isKept },
  });
  return [
    { processorName, total: "captured", ...captured },
    { processorName, total: "refunded", ...refunded },
  ];
};

const LEARNED_REFUNDED = REFUNDED_BASES.filter((basis) => basis.isLearned);

/** How refunded totals may turn out to be counted, or that nobody knows. */
const REFUNDED_OUTCOMES: readonly (RefundedConvention | null)[] = [null, ...REFUNDED_CONVENTIONS];

/** How often each basis fits one total, of the batches that tell. */
class BasisTally {
  #telling = 0;
  readonly #fits = new Map<string, number>();

  add({ declared, figures }: Told): void {
    const [first] = figures;
    // Where all give the same, a batch tells nothing.
    if (figures.every(({ minor }) => minor === first?.minor)) return;
    this.#telling += 1;
    for (const { name, minor } of figures)
      if (minor === declared) this.#fits.set(name, this.fitsOf(name) + 1);
  }

  get telling(): number {
    return this.#telling;
  }

  fitsOf(name: string): number {
    return this.#fits.get(name) ?? 0;
  }
}

/**
 * What the batches of a processor tell while they go by. How its captured totals are counted leans on how its refunded
 * ones are, which is known only after the last: so it is tallied for whatever may come out.
 */
class ProcessorTally {
  readonly refunded = new BasisTally();
  readonly #captured = new Map(REFUNDED_OUTCOMES.map((outcome) => [outcome, new BasisTally()]));

  add(batch: TellingBatch): void {
    if (isRefundedLater(batch)) return;
    const { declared, sums } = batch;
    this.refunded.add({
      declared: declared.refundedMinor,
      figures: LEARNED_REFUNDED.map(({ name, figure }) => ({ name, minor: figure(sums) })),
    });
    for (const [refunded, tally] of this.#captured) {
      const { shown } = matchRefunded(batch, { captured: null, refunded });
      const refundedMinor = shown.figure(sums) ?? sums.refundedOnOriginalMinor;
      tally.add({
        declared: declared.capturedMinor,
        figures: CAPTURED_BASES.map(({ name, figure }) => ({ name, minor: figure(sums, refundedMinor) })),
      });
    }
  }

  /** What tells of captured totals where refunded ones are counted so. */
  capturedWith(refunded: RefundedConvention | null): BasisTally {
    return this.#captured.get(refunded) ?? new BasisTally();
  }
}

/** Whether what is declared as refunded is what it was at the close, and more was refunded since. */
const isRefundedLater = ({ declared, sums }: TellingBatch): boolean =>
  sums.refundedAtCloseMinor === declared.refundedMinor &&
  sums.refundedOnOriginalMinor !== declared.refundedMinor;

type BasisName = CapturedConvention | RefundedConvention;

/** One total of a batch: what is declared, and what each basis gives. */
interface Told {
  readonly declared: bigint;
  readonly figures: readonly { readonly name: BasisName | "at_close"; readonly minor: bigint | null }[];
}

/** What is known of a total before any batch is looked at. */
interface Known {
  readonly fixed: BasisName | null | undefined;
  readonly previous: BasisName | null | undefined;
  readonly isKept: boolean;
}

const chosen = (
  tally: BasisTally,
  known: Known,
): Pick<LearnedConvention, "basis" | "fits" | "telling" | "fixed"> => {
  const { telling } = tally;
  const counted = (basis: BasisName, fixed: boolean) => ({
    basis,
    fits: tally.fitsOf(basis),
    telling,
    fixed,
  });
  if (known.fixed) return counted(known.fixed, true);
  if (known.isKept && known.previous) return counted(known.previous, false);
  const names = [...CAPTURED_CONVENTIONS, ...REFUNDED_CONVENTIONS];
  const learned = names.find((name) => {
    const fits = tally.fitsOf(name);
    return fits >= FITS_MIN && fits * SHARE_MIN.of >= telling * SHARE_MIN.at;
  });
  if (learned !== undefined) return counted(learned, false);
  // What was known before is not forgotten for a few batches: only where it fits fewer than half of those that tell.
  const stays = known.previous && tally.fitsOf(known.previous) * 2 >= telling ? known.previous : null;
  return stays === null ? { basis: null, fits: 0, telling, fixed: false } : counted(stays, false);
};

/** The captured basis of a name, for reading a configuration or an earlier report; `null` where there is none. */
export const capturedNamed = (name: string | null): CapturedConvention | null =>
  CAPTURED_CONVENTIONS.find((known) => known === name) ?? null;

/** The same of refunded bases. */
export const refundedNamed = (name: string | null): RefundedConvention | null =>
  REFUNDED_CONVENTIONS.find((known) => known === name) ?? null;
