import { amountFigure, amountText, countFigure, printedAmount, printedCount } from "../exceptions/figures.ts";
import type { Finding } from "../exceptions/finding.ts";
import type { CredentialBatchHeader, Settlement } from "../records.ts";
import type { ReadingContext } from "../settlement/context.ts";
import { readSettlement } from "../settlement/reading.ts";

/**
 * `BATCH_VANISHED` for a settlement batch that was listed and is not any more, as it was last seen. Expected
 * is its last declared net (captured less refunded), at stake what it last declared captured; both empty where
 * its currency is not known. `lastSeenDay` is the business day of the last run that listed it.
 */
export const vanishedSettlement = (
  lastSeen: Settlement,
  lastSeenDay: string,
  context: Pick<ReadingContext, "source" | "calendar" | "assumedCurrency">,
): Finding => {
  const { header } = lastSeen;
  const { source } = context;
  const { businessDate, group } = readSettlement(lastSeen, context);
  const currency = group?.currency ?? null;
  const net = BigInt(header.capturedMinor) - BigInt(header.refundedMinor);
  return {
    code: "BATCH_VANISHED",
    source: source.name,
    entity: "batch",
    entityId: header.id,
    businessDate,
    currency,
    expected: amountFigure(net, currency),
    actual: null,
    moneyAtStake: amountText(header.capturedMinor, currency),
    whatHappened: `${source.title} does not list this batch any more: last seen on ${lastSeenDay} with status ${header.status}, ${printedAmount(header.capturedMinor, currency)} captured and ${printedAmount(header.refundedMinor, currency)} refunded in ${printedCount(header.transactionCount, "transaction")}.`,
    whatToDo: `Ask ${source.title} what became of the batch, and find its money on the processor's statements.`,
    batchIds: [header.id],
  };
};

/**
 * `BATCH_VANISHED` for a credential batch that was listed and is not any more: expected is the count that it
 * last declared. `lastSeenDay` is the business day of the last run that listed it.
 */
export const vanishedCredentialBatch = (
  header: CredentialBatchHeader,
  lastSeenDay: string,
  { source, calendar }: Pick<ReadingContext, "source" | "calendar">,
): Finding => ({
  code: "BATCH_VANISHED",
  source: source.name,
  entity: "credential_batch",
  entityId: header.id,
  businessDate: calendar.dayOf(header.issuedAt),
  currency: null,
  expected: countFigure(header.recipientCount),
  actual: null,
  moneyAtStake: null,
  whatHappened: `${source.title} does not list this batch any more: last seen on ${lastSeenDay} with status ${header.status} and ${printedCount(header.recipientCount, "credential")}.`,
  whatToDo: `Ask ${source.title} whether the batch was deleted, and whether its credentials are still valid.`,
  batchIds: [header.id],
});
