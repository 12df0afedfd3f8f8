import { sortedDistinct } from "../code-points.ts";
import type { Finding, FindingCells } from "../exceptions/finding.ts";
import { invalidRecords } from "../exceptions/invalid-records.ts";
import { normaliseCurrency } from "../money/currency.ts";
import type { ReadingContext } from "./context.ts";
import { isFollowUp } from "./listed-rows.ts";
import type { Reading } from "./reading.ts";
import { conflicting, type FoundRow, partialApproval, unknownStatus, unknownType } from "./row-findings.ts";
import {
  doubleEvent,
  duplicate,
  refundExceedsCapture,
  repeatedRefund,
  wrongBatch,
} from "./shared-findings.ts";
import { isCapturedHere } from "./sharing.ts";
import { ACCEPTED } from "./vocabulary.ts";

/**
 * Everything that is wrong with single transactions of a batch, each code at most once for each. Of a
 * transaction in several batches only the one that counts it speaks, so that nothing is said twice.
 */
export const transactionFindings = (reading: Reading, context: ReadingContext): readonly Finding[] => {
  const { source, header, details, businessDate } = reading;
  const findings: Finding[] = [];
  const found = new Set<string>();
  const rows = reading.listed?.rows ?? [];
  // The row of the transaction itself speaks before its refunds do: amounts at stake are its own.
  for (const row of [...rows.filter((row) => !isFollowUp(row)), ...rows.filter(isFollowUp)]) {
    // Another batch counts it, and says what there is to say; of a void batch that is so as well.
    const asLive = { ...header, status: ACCEPTED };
    if (!isFollowUp(row) && !isCapturedHere(row.id, asLive, context.shared)) continue;
    const currency = normaliseCurrency(row.currency) ?? reading.group?.currency ?? null;
    for (const cells of cellsOf({ row, currency, reading, context })) {
      const key = `${cells.code} ${row.id}`;
      if (found.has(key)) continue;
      found.add(key);
      findings.push({
        source: source.name,
        entity: "transaction",
        entityId: row.id,
        businessDate,
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
    source: source.name,
    recordEntity: "transaction",
    holder: { entity: "batch", entityId: header.id },
    businessDate,
    batchIds: [header.id],
  });
  return [...findings, ...invalid];
};

const cellsOf = (found: FoundRow): readonly FindingCells[] =>
  isFollowUp(found.row)
    ? [
        ...partialApproval(found),
        ...unknownStatus(found),
        ...repeatedRefund(found),
        ...refundExceedsCapture(found),
      ]
    : [
        ...refundExceedsCapture(found),
        ...partialApproval(found),
        ...unknownStatus(found),
        ...unknownType(found),
        ...wrongBatch(found),
        ...duplicate(found),
        ...doubleEvent(found),
        ...conflicting(found),
      ];
