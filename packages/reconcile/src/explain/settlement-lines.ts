import { printedAmount, printedCount } from "../exceptions/figures.ts";
import { normaliseCurrency } from "../money/currency.ts";
import type { Transaction } from "../records.ts";
import type { ProofContext } from "../settlement/context.ts";
import { conventionOf } from "../settlement/conventions.ts";
import { baseMinor, movedMoney } from "../settlement/moved-money.ts";
import { countedHere, type Reading } from "../settlement/reading.ts";
import { summariseSettlement } from "../settlement/summarise-settlement.ts";
import { daysBetween } from "../time/days.ts";
import { baseLine, sumLines } from "./batch-arithmetic.ts";
import type { About } from "./Explanation.ts";

/** The arithmetic of a batch: its counts, its sums on every basis, or its days. */
export const batchLines = (
  { evidence, found = [] }: Pick<About, "evidence" | "found">,
  reading: Reading,
  context: ProofContext,
): readonly string[] => {
  const { businessDate, header } = reading;
  if (evidence === "days") {
    const days = daysBetween(businessDate, context.asOfDay);
    return [`from ${businessDate}, its business day, to ${context.asOfDay}: ${printedCount(days, "day")}`];
  }
  const summary = summariseSettlement(reading, context);
  const convention = conventionOf(context.conventions, header.processorName);
  return [
    ...countLines(reading),
    ...(evidence === "sums" && reading.state !== "unproven"
      ? reading.groups.flatMap(({ currency, rows }) => [
          ...(reading.group === null ? [`rows in ${currency ?? "no currency"}:`] : []),
          ...sumLines(
            countedHere(rows, header, context.shared),
            currency,
            reading.group === null ? null : { header, summary, convention, found },
          ),
        ])
      : []),
  ];
};

/** The arithmetic of a transaction: the base of each of its rows, and what was refunded of it. */
export const transactionLines = (
  transactionId: string,
  { header, details, group }: Reading,
): readonly string[] =>
  (details?.rows ?? [])
    .filter(({ id }) => id === transactionId)
    .flatMap((row) => rowLines(row, header.id, normaliseCurrency(row.currency) ?? group?.currency ?? null));

const rowLines = (row: Transaction, batchId: string, currency: string | null): readonly string[] => {
  const where = `in batch ${batchId}: `;
  if (!movedMoney(row)) return [`${where}${row.id}: moved no money`];
  const base = `${where}${baseLine(row, currency)}`;
  if (row.refundedMinor === null || row.refundedMinor === 0) return [base];
  const excess = BigInt(row.refundedMinor) - BigInt(baseMinor(row));
  return [
    base,
    `${where}${row.id}: refunded ${printedAmount(row.refundedMinor, currency)} − base ${printedAmount(baseMinor(row), currency)} = ${printedAmount(excess, currency)}`,
  ];
};

const countLines = ({ header, details, listed }: Reading): readonly string[] => [
  `declared transactions: ${header.transactionCount}`,
  ...(listed === null
    ? []
    : [
        `rows listed: ${listed.listed}`,
        `distinct transactions in them: ${listed.ids}`,
        `rows that moved money: ${listed.rows.filter(movedMoney).length}`,
        `records left out as invalid: ${details?.invalid.length ?? 0}`,
      ]),
];
