import { amountText, countFigure, printedAmount, printedCount } from "../exceptions/figures.ts";
import type { FindingCells } from "../exceptions/finding.ts";
import { daysBetween } from "../time/days.ts";
import type { ReadingContext } from "./context.ts";
import type { Reading } from "./reading.ts";
import { normaliseWord, PARTIALLY_ACCEPTED, stateOfStatus } from "./vocabulary.ts";

const DEFAULT_PENDING_DAYS = 3;
const DEFAULT_OPEN_DAYS = 2;

/**
 * What a batch's status alone calls for, whether or not its details are whole: a partial acceptance, and batches that
 * stay pending or open too long (Koard fact 5.20).
 */
export const statusFindings = (reading: Reading, context: ReadingContext): readonly FindingCells[] => {
  const daysLate = daysBetween(reading.businessDate, context.asOfDay);
  switch (stateOfStatus(reading.header.status)) {
    case "review":
      return partiallyAccepted(reading);
    case "pending":
      return tooLong(reading, "SETTLEMENT_OVERDUE", {
        daysLate,
        limit: context.pendingDaysLimit ?? DEFAULT_PENDING_DAYS,
      });
    case "open":
      return tooLong(reading, "OPEN_TOO_LONG", {
        daysLate,
        limit: context.openDaysLimit ?? DEFAULT_OPEN_DAYS,
      });
    default:
      return [];
  }
};

const partiallyAccepted = ({ header, group }: Reading): readonly FindingCells[] => {
  if (normaliseWord(header.status) !== PARTIALLY_ACCEPTED) return [];
  const currency = group?.currency ?? null;
  return [
    {
      code: "PARTIALLY_ACCEPTED",
      moneyAtStake: amountText(header.capturedMinor, currency),
      whatHappened: `The processor accepted only a part of this batch, which declares ${printedAmount(header.capturedMinor, currency)} captured.`,
      whatToDo:
        "Look through its rows for those that are not settled, and have them settled in another batch.",
    },
  ];
};

const tooLong = (
  { source, header, group, businessDate }: Reading,
  code: "SETTLEMENT_OVERDUE" | "OPEN_TOO_LONG",
  { daysLate, limit }: { readonly daysLate: number; readonly limit: number },
): readonly FindingCells[] => {
  if (daysLate <= limit) return [];
  const currency = group?.currency ?? null;
  const isOpen = code === "OPEN_TOO_LONG";
  return [
    {
      code,
      expected: countFigure(limit),
      actual: countFigure(daysLate),
      moneyAtStake: amountText(header.capturedMinor, currency),
      whatHappened: `This batch of ${businessDate} has been ${isOpen ? "open" : "waiting for its settlement"} for ${printedCount(daysLate, "day")}, more than the ${limit} allowed, with ${printedAmount(header.capturedMinor, currency)} captured in it.`,
      whatToDo: isOpen
        ? "Close the batch, or find out why its terminal's schedule does not."
        : `Ask ${source.title} or the processor when it will be settled.`,
    },
  ];
};
