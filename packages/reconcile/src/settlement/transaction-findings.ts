import { sortedDistinct } from "../code-points.ts";
import { amountFigure, amountText, sayAmount, textFigure } from "../exceptions/figures.ts";
import type { Finding } from "../exceptions/finding.ts";
import { invalidRecords } from "../exceptions/invalid-records.ts";
import { SOURCES } from "../exceptions/rule.ts";
import { normaliseCurrency } from "../money/currency.ts";
import type { Settlement, Transaction } from "../records.ts";
import type { ProofContext } from "./context.ts";
import { isFollowUp } from "./listed-rows.ts";
import { approvedMinor, baseMinor, movedMoney } from "./moved-money.ts";
import { isCountedHere, type Reading } from "./reading.ts";
import { isKnownTransactionStatus } from "./vocabulary.ts";

type Cells = Pick<Finding, "code" | "whatHappened" | "whatToDo"> &
  Partial<Pick<Finding, "expected" | "actual" | "moneyAtStake">>;

/**
 * Everything that is wrong with single transactions of a batch, each code at most once for each. Of a
 * transaction in several batches only the one that counts it speaks, so that nothing is said twice.
 */
export const transactionFindings = (
  { header, details }: Settlement,
  reading: Reading,
  context: ProofContext,
): readonly Finding[] => {
  const findings: Finding[] = [];
  const said = new Set<string>();
  const rows = reading.listed?.rows ?? [];
  // The row of the transaction itself speaks before its refunds do: amounts at stake are its own.
  for (const row of [...rows.filter((row) => !isFollowUp(row)), ...rows.filter(isFollowUp)]) {
    if (!isCountedHere(row.id, header.id, context)) continue;
    const currency = normaliseCurrency(row.currency) ?? reading.group?.currency ?? null;
    for (const cells of cellsOf(row, currency, reading, context)) {
      const key = `${cells.code} ${row.id}`;
      if (said.has(key)) continue;
      said.add(key);
      findings.push({
        source: SOURCES.settlements,
        entity: "transaction",
        entityId: row.id,
        businessDate: reading.businessDate,
        currency,
        expected: null,
        actual: null,
        moneyAtStake: null,
        batchIds: sortedDistinct(context.shared.get(row.id)?.batchIds ?? [header.id]),
        ...cells,
      });
    }
  }
  const invalid = invalidRecords(details?.invalid ?? [], {
    source: SOURCES.settlements,
    recordEntity: "transaction",
    holder: { entity: "batch", entityId: header.id },
    businessDate: reading.businessDate,
    batchIds: [header.id],
  });
  return [...findings, ...invalid];
};

const cellsOf = (
  row: Transaction,
  currency: string | null,
  reading: Reading,
  context: ProofContext,
): readonly Cells[] => {
  const shared = context.shared.get(row.id);
  return [
    ...refundExceedsCapture(row, currency),
    ...partialApproval(row, currency),
    ...unknownStatus(row),
    ...(shared === undefined
      ? wrongBatch(row, reading.header.id)
      : [duplicate(row, currency, shared.batchIds)]),
    ...conflicting(row, currency, reading),
  ];
};

/** Nothing refunded exceeds nothing: a base below zero alone is not an excess. */
const refundExceedsCapture = (row: Transaction, currency: string | null): readonly Cells[] => {
  const refunded = row.refundedMinor ?? 0;
  const base = baseMinor(row);
  if (refunded === 0 || refunded <= base || !movedMoney(row)) return [];
  const excess = BigInt(refunded) - BigInt(base);
  return [
    {
      code: "REFUND_EXCEEDS_CAPTURE",
      expected: amountFigure(base, currency),
      actual: amountFigure(refunded, currency),
      moneyAtStake: amountText(excess, currency),
      whatHappened: `${sayAmount(refunded, currency)} was refunded of a capture of ${sayAmount(base, currency)}: ${sayAmount(excess, currency)} too much.`,
      whatToDo: "Find out who refunded it, and claim the excess back or book it.",
    },
  ];
};

const partialApproval = (row: Transaction, currency: string | null): readonly Cells[] => {
  const approved = approvedMinor(row);
  if (approved >= row.totalMinor) return [];
  const short = BigInt(row.totalMinor) - BigInt(approved);
  return [
    {
      code: "PARTIAL_APPROVAL",
      expected: amountFigure(row.totalMinor, currency),
      actual: amountFigure(approved, currency),
      moneyAtStake: amountText(short, currency),
      whatHappened: `The issuer approved ${sayAmount(approved, currency)} of ${sayAmount(row.totalMinor, currency)}: ${sayAmount(short, currency)} was not paid by this card.`,
      whatToDo: "Check that the rest was paid in another way.",
    },
  ];
};

const unknownStatus = ({ status }: Transaction): readonly Cells[] => {
  if (isKnownTransactionStatus(status)) return [];
  const isBlank = status === null || status.trim() === "";
  return [
    {
      code: "UNKNOWN_STATUS",
      actual: isBlank ? null : textFigure(status),
      whatHappened: isBlank
        ? "This transaction has no status, so it is not counted as captured."
        : `The status "${status}" is not one that Koard documents, so the transaction is not counted as captured.`,
      whatToDo: "Ask Koard whether its money moved.",
    },
  ];
};

const wrongBatch = ({ batchId }: Transaction, listedIn: string): readonly Cells[] => {
  if (batchId === null || batchId === listedIn) return [];
  return [
    {
      code: "WRONG_BATCH",
      expected: textFigure(listedIn),
      actual: textFigure(batchId),
      whatHappened: `Batch ${listedIn} lists this transaction, which names batch ${batchId} as its own; it is counted where it is listed.`,
      whatToDo: "Ask Koard which of the two settles it.",
    },
  ];
};

const duplicate = (row: Transaction, currency: string | null, batchIds: readonly string[]): Cells => {
  const ids = sortedDistinct(batchIds);
  return {
    code: "DUPLICATE_TRANSACTION",
    actual: textFigure(ids.join(";")),
    moneyAtStake: movedMoney(row) ? amountText(baseMinor(row), currency) : null,
    whatHappened: `${ids.length} batches list this transaction (${ids.join(", ")})${movedMoney(row) ? ` of ${sayAmount(baseMinor(row), currency)}` : ""}; it is counted once.`,
    whatToDo: "Check with the processor that it was settled once.",
  };
};

const conflicting = (row: Transaction, currency: string | null, { listed }: Reading): readonly Cells[] => {
  const rows = listed?.conflicts.get(row.id);
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
      whatHappened: `The batch lists ${rows.length} differing rows of this transaction${largest === null ? "" : `, the largest of ${sayAmount(largest, currency)}`}; only the first is counted.`,
      whatToDo: "Ask Koard which of the rows is right.",
    },
  ];
};
