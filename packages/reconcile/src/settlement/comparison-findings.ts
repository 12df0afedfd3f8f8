import { amountFigure, amountText, printedAmount } from "../exceptions/figures.ts";
import type { FindingCells } from "../exceptions/finding.ts";
import type { NamedSource } from "../exceptions/rule.ts";
import type { SettlementHeader } from "../records.ts";
import type { BasisSums } from "./bases.ts";
import { CAPTURED_BASES, NO_BASIS, type ProcessorConvention, REFUNDED_BASES } from "./bases.ts";
import type { Comparison } from "./compare-declared.ts";
import {
  type CauseCandidates,
  type LikelyCause,
  likelyCause,
  otherBatchCause,
  sizeOfBig,
} from "./likely-causes.ts";
import type { Resettled } from "./summarise-settlement.ts";
import { normaliseWord, stateOfStatus } from "./vocabulary.ts";

/** A batch with one currency, set against its rows. */
export interface ComparedBatch {
  readonly source: NamedSource;
  readonly header: SettlementHeader;
  readonly currency: string | null;
  readonly sums: BasisSums;
  readonly comparison: Comparison;
  readonly convention: ProcessorConvention;
  readonly causes: CauseCandidates;
  /** The other batch of the day and account whose declared figure of a total a difference equals; `null` where none does. */
  readonly declaredElsewhere: (difference: bigint, total: "captured" | "refunded") => string | null;
}

/** Declared totals that the rows do not add up to, or add up to only on another basis than the usual one. */
export const comparisonFindings = (batch: ComparedBatch): readonly FindingCells[] => {
  const { capturedBasis, refundedBasis } = batch.comparison;
  return [
    ...(capturedBasis === NO_BASIS ? [mismatch(batch, "captured")] : []),
    ...(refundedBasis === NO_BASIS ? [mismatch(batch, "refunded")] : []),
    ...alternative(batch),
    ...(refundedBasis === "at_close" ? [refundedLater(batch)] : []),
  ];
};

/** The exception of each total that no basis equals. */
export const MISMATCH = {
  captured: {
    code: "CAPTURED_MISMATCH",
    firstLook: "Compare the batch with the processor's statement",
  },
  refunded: {
    code: "REFUNDED_MISMATCH",
    firstLook: "Look for refunds of earlier batches paid out in this one",
  },
} as const;

const mismatch = (batch: ComparedBatch, total: "captured" | "refunded"): FindingCells => {
  const { source, currency, comparison, causes } = batch;
  const { code, firstLook } = MISMATCH[total];
  const declared = comparison.amounts[`${total}_declared`];
  const difference = comparison.amounts[`${total}_difference`];
  const figure = declared - difference;
  const elsewhere = batch.declaredElsewhere(difference, total);
  const cause: LikelyCause | null =
    likelyCause(difference, total, causes) ?? (elsewhere === null ? null : otherBatchCause(elsewhere));
  return {
    code,
    expected: amountFigure(figure, currency),
    actual: amountFigure(declared, currency),
    moneyAtStake: amountText(sizeOfBig(difference), currency),
    likelyCause: cause?.cause ?? null,
    whatHappened: `${source.title} declares ${printedAmount(declared, currency)} ${total}, the rows add up to ${printedAmount(figure, currency)}: a difference of ${printedAmount(difference, currency)} on every basis tried${cause === null ? "" : `, which equals ${cause.phrase}`}.`,
    whatToDo: `${firstLook}, and ask ${source.title} for the rows behind the difference.`,
  };
};

/** What a total is off the usual way of counting; `null` where it is counted so, or is a mismatch. */
interface Deviation {
  readonly phrase: string;
  /** By how much, where there is a convention. */
  readonly offMinor: bigint | null;
}

const alternative = (batch: ComparedBatch): readonly FindingCells[] => {
  const { currency } = batch;
  const deviations = [capturedDeviation(batch), refundedDeviation(batch)].flatMap((one) => one ?? []);
  if (deviations.length === 0) return [];
  const off = deviations.flatMap(({ offMinor }) => offMinor ?? []);
  const phrases = deviations.map(({ phrase }) => phrase).join(" and ");
  if (off.length === 0) {
    return [
      {
        code: "BASIS_ALTERNATIVE",
        whatHappened: `The declared totals equal the rows, counted as ${phrases}.`,
        whatToDo: `Nothing, if ${batch.source.title} always counts so for this account; otherwise ask which counting is meant.`,
      },
    ];
  }
  const [stake = 0n] = off.toSorted((left, right) => (left > right ? -1 : 1));
  return [
    {
      code: "BASIS_ALTERNATIVE",
      severity: "medium",
      moneyAtStake: amountText(stake, currency),
      whatHappened: `The declared totals equal the rows, counted as ${phrases}, while the other batches of ${batch.header.processorName} are counted otherwise: by that, ${printedAmount(stake, currency)} would be missing.`,
      whatToDo: "Ask why this batch is counted otherwise, and check it against the processor's statement.",
    },
  ];
};

const capturedDeviation = ({ header, sums, comparison, convention }: ComparedBatch): Deviation | null => {
  const { capturedBasis, refundedFigureMinor } = comparison;
  const usual = convention.captured ?? CAPTURED_BASES[0].name;
  if (capturedBasis === usual || capturedBasis === NO_BASIS) return null;
  const phrase = CAPTURED_BASES.find(({ name }) => name === capturedBasis)?.phrase ?? "";
  const rule = CAPTURED_BASES.find(({ name }) => name === convention.captured);
  const off =
    rule === undefined ? null : BigInt(header.capturedMinor) - rule.figure(sums, refundedFigureMinor);
  return {
    phrase: `captured ${phrase} (${capturedBasis})`,
    offMinor: off === null ? null : sizeOfBig(off),
  };
};

const refundedDeviation = ({ header, sums, comparison, convention }: ComparedBatch): Deviation | null => {
  const { refundedBasis } = comparison;
  const usual = convention.refunded ?? REFUNDED_BASES[0].name;
  if (refundedBasis === usual || refundedBasis === NO_BASIS || refundedBasis === "at_close") return null;
  const phrase = REFUNDED_BASES.find(({ name }) => name === refundedBasis)?.phrase ?? "";
  const figure = REFUNDED_BASES.find(({ name }) => name === convention.refunded)?.figure(sums) ?? null;
  return {
    phrase: `refunded ${phrase} (${refundedBasis})`,
    offMinor: figure === null ? null : sizeOfBig(BigInt(header.refundedMinor) - figure),
  };
};

const refundedLater = ({ currency, sums, comparison }: ComparedBatch): FindingCells => {
  const figure = comparison.refundedFigureMinor;
  const now = sums.refundedOnOriginalMinor;
  return {
    code: "REFUNDED_LATER",
    expected: amountFigure(figure, currency),
    actual: amountFigure(now, currency),
    moneyAtStake: amountText(now - figure, currency),
    whatHappened: `${printedAmount(now - figure, currency)} was refunded after this batch was settled: its declared refunds are those of its close, ${printedAmount(figure, currency)} of ${printedAmount(now, currency)}.`,
    whatToDo: "Look for these refunds in the totals of a later batch.",
  };
};

/** Money in a batch that settles nothing, as far as no other batch counts it. */
export const rejectedFindings = (
  header: SettlementHeader,
  currency: string | null,
  { resettled, comparison }: { readonly resettled: Resettled; readonly comparison: Comparison | null },
): readonly FindingCells[] => {
  if (stateOfStatus(header.status) !== "void") return [];
  const left = BigInt(header.capturedMinor) - resettled.minor;
  const isDeclared = header.capturedMinor !== 0 || header.refundedMinor !== 0;
  const isHeld = resettled.isLeft || (resettled.moved === 0 ? isDeclared : left !== 0n);
  if (!isHeld) return [];
  const net = comparison?.amounts.net_declared ?? BigInt(header.capturedMinor) - BigInt(header.refundedMinor);
  const again =
    resettled.minor === 0n
      ? ""
      : `; ${printedAmount(resettled.minor, currency)} of it was settled in other batches`;
  return [
    {
      code: "SETTLEMENT_REJECTED",
      expected: amountFigure(0n, currency),
      actual: amountFigure(net, currency),
      moneyAtStake: amountText(left, currency),
      whatHappened: `This batch was ${normaliseWord(header.status)} and settles nothing, yet it declares ${printedAmount(header.capturedMinor, currency)} captured and ${printedAmount(header.refundedMinor, currency)} refunded${again}.`,
      whatToDo:
        "Find out from the processor why it was not settled, and have its transactions settled in another batch.",
    },
  ];
};
