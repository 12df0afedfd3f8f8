import { amountFigure, amountText, printedAmount, textFigure } from "../exceptions/figures.ts";
import type { FindingCells } from "../exceptions/finding.ts";
import { normaliseCurrency } from "../money/currency.ts";
import type { Transaction } from "../records.ts";
import type { ReadingContext } from "./context.ts";
import { approvedMinor, baseMinor, movedMoney, sizeOf } from "./moved-money.ts";
import type { Reading } from "./reading.ts";
import { isKnownTransactionStatus, isMovedStatus, kindOfType } from "./vocabulary.ts";

/** A row that counts, and what is known around it. */
export interface FoundRow {
  readonly row: Transaction;
  readonly currency: string | null;
  readonly reading: Reading;
  readonly context: ReadingContext;
}

/** `PARTIAL_APPROVAL`: the issuer approved less than the total. */
export const partialApproval = ({ row, currency }: FoundRow): readonly FindingCells[] => {
  const approved = approvedMinor(row);
  if (approved >= row.totalMinor) return [];
  const short = BigInt(row.totalMinor) - BigInt(approved);
  return [
    {
      code: "PARTIAL_APPROVAL",
      expected: amountFigure(row.totalMinor, currency),
      actual: amountFigure(approved, currency),
      moneyAtStake: amountText(short, currency),
      whatHappened: `The issuer approved ${printedAmount(approved, currency)} of ${printedAmount(row.totalMinor, currency)}: ${printedAmount(short, currency)} was not paid by this card.`,
      whatToDo: "Check that the rest was paid in another way.",
    },
  ];
};

/** `UNKNOWN_STATUS` of a row: none, or one that no documentation has. */
export const unknownStatus = ({ row, reading: { source } }: FoundRow): readonly FindingCells[] => {
  const { status } = row;
  if (isKnownTransactionStatus(status)) return [];
  const isBlank = status === null || status.trim() === "";
  return [
    {
      code: "UNKNOWN_STATUS",
      actual: isBlank ? null : textFigure(status),
      whatHappened: isBlank
        ? "This transaction has no status, so it is not counted as captured."
        : `The status "${status}" is not one that ${source.title} documents, so the transaction is not counted as captured.`,
      whatToDo: `Ask ${source.title} whether its money moved.`,
    },
  ];
};

/** `UNKNOWN_TYPE` of a row whose money moved by its status: a chargeback, a fee, whatever else it may be. */
export const unknownType = ({ row, currency }: FoundRow): readonly FindingCells[] => {
  if (kindOfType(row.type) !== "unknown" || !isMovedStatus(row.status)) return [];
  return [
    {
      code: "UNKNOWN_TYPE",
      actual: textFigure(row.type ?? ""),
      moneyAtStake: amountText(sizeOf(row.totalMinor), currency),
      whatHappened: `The type "${row.type}" is not a documented one, so this row of ${printedAmount(row.totalMinor, currency)} is in no total.`,
      whatToDo: "Ask what the type means, and whether its money is in the declared totals.",
    },
  ];
};

/** `CONFLICTING_TRANSACTION`: differing rows of one event, of which the first is taken. */
export const conflicting = ({ row, currency, reading }: FoundRow): readonly FindingCells[] => {
  const rows = reading.listed?.conflicts.get(row.id);
  if (rows === undefined) return [];
  const bases = rows
    .filter(
      (other) => movedMoney(other) && normaliseCurrency(other.currency) === normaliseCurrency(row.currency),
    )
    .map(baseMinor);
  const largest = bases.length === 0 ? null : Math.max(...bases);
  return [
    {
      code: "CONFLICTING_TRANSACTION",
      moneyAtStake: largest === null ? null : amountText(largest, currency),
      whatHappened: `The batch lists ${rows.length} differing rows of this transaction${largest === null ? "" : `, the largest of ${printedAmount(largest, currency)}`}; only the first is counted.`,
      whatToDo: `Ask ${reading.source.title} which of the rows is right.`,
    },
  ];
};
