import { amountFigure, amountText, printedAmount, textFigure } from "../exceptions/figures.ts";
import type { FindingCells } from "../exceptions/finding.ts";
import { baseMinor, isRefundGiven, movedMoney, sizeOf } from "./moved-money.ts";
import type { FoundRow } from "./row-findings.ts";

/**
 * `REFUND_EXCEEDS_CAPTURE`: what a row that moved money says was refunded is above its base, or the refund rows given that
 * bear its id, in whatever batches, add up to more. Nothing refunded exceeds nothing: a base below zero alone is not an
 * excess.
 */
export const refundExceedsCapture = ({
  row,
  currency,
  reading,
  context,
}: FoundRow): readonly FindingCells[] => {
  if (!movedMoney(row)) return [];
  const base = baseMinor(row);
  const rows = context.shared.get(row.id)?.refundRows.reduce((sum, [, minor]) => sum + minor, 0);
  const refunded = Math.max(sizeOf(row.refundedMinor), rows ?? givenHere(row.id, reading));
  if (refunded === 0 || refunded <= base) return [];
  const excess = BigInt(refunded) - BigInt(base);
  return [
    {
      code: "REFUND_EXCEEDS_CAPTURE",
      expected: amountFigure(base, currency),
      actual: amountFigure(refunded, currency),
      moneyAtStake: amountText(excess, currency),
      whatHappened: `${printedAmount(refunded, currency)} was refunded of a capture of ${printedAmount(base, currency)}: ${printedAmount(excess, currency)} too much.`,
      whatToDo: "Find out who refunded it, and claim the excess back or book it.",
    },
  ];
};

const givenHere = (id: string, { refundsById }: FoundRow["reading"]): number => refundsById.get(id) ?? 0;

/** `WRONG_BATCH`: the row names another batch, and no other batch lists its transaction. */
export const wrongBatch = ({ row, reading, context }: FoundRow): readonly FindingCells[] => {
  const { batchId } = row;
  const listedIn = reading.header.id;
  const isElsewhere = (context.shared.get(row.id)?.batchIds.length ?? 0) > 1;
  if (batchId === null || batchId === listedIn || isElsewhere) return [];
  return [
    {
      code: "WRONG_BATCH",
      expected: textFigure(listedIn),
      actual: textFigure(batchId),
      whatHappened: `Batch ${listedIn} lists this transaction, which names batch ${batchId} as its own; it is counted where it is listed.`,
      whatToDo: `Ask ${reading.source.title} which of the two settles it.`,
    },
  ];
};

/** `DUPLICATE_TRANSACTION`: it moved money in several batches that settle what they list. */
export const duplicate = ({ row, currency, context }: FoundRow): readonly FindingCells[] => {
  const ids = context.shared.get(row.id)?.movedIn ?? [];
  if (ids.length < 2) return [];
  return [duplicateIn(ids, movedMoney(row) ? baseMinor(row) : null, currency)];
};

/** `DUPLICATE_TRANSACTION` of a refund row: the very same row stands in several batches that settle what they list. */
export const repeatedRefund = ({ row, currency, reading, context }: FoundRow): readonly FindingCells[] => {
  const repeated = context.shared.get(row.id)?.repeatedRefunds ?? [];
  const own = repeated.find(({ eventId }) => eventId === row.eventId);
  if (own === undefined || own.owner !== reading.header.id || !isRefundGiven(row)) return [];
  return [duplicateIn(own.batchIds, sizeOf(row.totalMinor), currency)];
};

const duplicateIn = (
  ids: readonly string[],
  minor: number | null,
  currency: string | null,
): FindingCells => ({
  code: "DUPLICATE_TRANSACTION",
  actual: textFigure(ids.join(";")),
  moneyAtStake: minor === null ? null : amountText(minor, currency),
  whatHappened: `${ids.length} batches list this transaction (${ids.join(", ")})${minor === null ? "" : ` of ${printedAmount(minor, currency)}`}; it is counted once.`,
  whatToDo: "Check with the processor that it was settled once.",
});

/** `DUPLICATE_EVENT`: an earlier transaction bears the same event, or the same id at the gateway. */
export const doubleEvent = ({ row, currency, context }: FoundRow): readonly FindingCells[] => {
  const earlier = context.shared.get(row.id)?.doubleOf ?? null;
  if (earlier === null || !movedMoney(row)) return [];
  const base = baseMinor(row);
  return [
    {
      code: "DUPLICATE_EVENT",
      expected: textFigure(earlier),
      moneyAtStake: amountText(base, currency),
      whatHappened: `This transaction of ${printedAmount(base, currency)} is the same event at the processor as transaction ${earlier}: the money may have been taken once and be counted twice.`,
      whatToDo: "Check with the processor whether both were settled.",
    },
  ];
};
