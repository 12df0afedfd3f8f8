import type { Transaction as WireTransaction } from "@tieout/koard";
import { type InvalidRecord, readEpoch, type SettlementHeader, type Transaction } from "@tieout/reconcile";
import { type FreeText, freeText, textFault, unkeepableIn } from "../wire/kept-text.ts";
import type { Notes } from "../wire/notes.ts";
import { instantOr, isAddressable, type Mapped } from "../wire/wire.ts";
import type { ListedBatch } from "./listed-batches.ts";

/** The texts of a batch that are kept. */
const BATCH_TEXTS = [
  ...(["id", "account_id", "processor_batch_id", "processor_name", "status", "terminal_id"] as const),
] as const satisfies ReadonlyArray<keyof ListedBatch>;

/** The texts of a transaction that are kept. */
const ROW_TEXTS = [
  ...(["transaction_id", "batch_id", "currency", "event_id", "gateway_transaction_id"] as const),
  ...(["processor", "status", "status_reason", "transaction_type"] as const),
] as const satisfies ReadonlyArray<keyof WireTransaction>;

// The path is from the batch itself: its list comes in pages, which are one by the time they are read.
const broken = (
  member: string,
  record: Omit<InvalidRecord, "path">,
): { readonly invalid: InvalidRecord } => ({
  invalid: { path: `$.${member}`, ...record },
});

/** Reads a batch header; times become UTC instants, and a time that is none makes the header invalid. */
export const settlementHeader = (batch: ListedBatch, notes: Notes): Mapped<SettlementHeader> => {
  const { id, opened_at, closed_at = null, captured_amount: capturedMinor } = batch;
  const about = { id, capturedMinor };
  const unkept = textFault(batch, BATCH_TEXTS, { at: "$", id });
  if (unkept !== undefined) return { invalid: { ...unkept.invalid, capturedMinor } };
  if (!isAddressable(id))
    return broken("id", {
      ...about,
      rule: "an id without white space, / ? or #, and not . or ..",
      value: "another id",
    });
  const opened = instantOr(opened_at, notes);
  if ("rule" in opened) return broken("opened_at", { ...about, rule: opened.rule, value: opened.value });
  const closed = closed_at === null ? { at: null } : instantOr(closed_at, notes);
  if ("rule" in closed) return broken("closed_at", { ...about, rule: closed.rule, value: closed.value });
  return {
    // In the order of the names, which the ledger prints and compares without sorting again.
    record: {
      accountId: batch.account_id,
      capturedMinor: batch.captured_amount,
      closedAt: closed.at,
      id,
      openedAt: opened.at,
      processorBatchId: batch.processor_batch_id ?? null,
      processorName: freeText(batch.processor_name, { member: "processor_name", notes }),
      refundedMinor: batch.refunded_amount,
      status: freeText(batch.status, { member: "status", notes }),
      terminalId: batch.terminal_id,
      transactionCount: batch.transaction_count,
    },
  };
};

/** What can be read of what a header declares captured that broke the spec and was left out. */
export const readableHeader = (header: unknown): Pick<InvalidRecord, "capturedMinor"> => {
  const isHeader = typeof header === "object" && header !== null && "captured_amount" in header;
  const captured = isHeader ? header.captured_amount : undefined;
  return typeof captured === "number" && Number.isSafeInteger(captured) ? { capturedMinor: captured } : {};
};

/** When the event of a row began; a time that is none says nothing, and no figure depends on it. */
const createdAt = ({ created_at }: WireTransaction): string | null => {
  if (created_at === undefined) return null;
  const read = readEpoch(created_at);
  return read.valid ? read.at : null;
};

/** What names a transaction at its processor; null where either part is missing. */
const gatewayId = ({ processor, gateway_transaction_id }: WireTransaction): string | null =>
  processor && gateway_transaction_id ? `${processor} ${gateway_transaction_id}` : null;

/** How the texts of a transaction are kept that anything may stand in. */
type RowTexts = Readonly<Record<"currency" | "status" | "status_reason" | "transaction_type", FreeText>>;

/**
 * Keeps of the transactions of a list, at the JSON paths that `pathOf` gives, what a proof reads. Card number, devices,
 * readers, merchant names and the processor's raw answer end here (Koard fact 5.29).
 */
export const transactions = (notes: Notes, pathOf: (index: number) => string) => {
  const texts: RowTexts = {
    currency: { member: "currency", notes },
    status: { member: "status", notes },
    status_reason: { member: "status_reason", notes },
    transaction_type: { member: "transaction_type", notes },
  };
  return (wire: WireTransaction, index: number): Mapped<Transaction> => {
    // Rows are many, and a path is made only for one that is at fault.
    const isKept = unkeepableIn(wire, ROW_TEXTS) === undefined;
    const fault = isKept
      ? undefined
      : textFault(wire, ROW_TEXTS, { at: pathOf(index), id: wire.transaction_id });
    return fault ?? { record: keptOf(wire, texts) };
  };
};

const keptOf = (wire: WireTransaction, texts: RowTexts): Transaction => ({
  // In the order of the names as well.
  authorizedMinor: wire.gateway_transaction_response?.authorizedAmount ?? null,
  batchId: wire.batch_id ?? null,
  createdAt: createdAt(wire),
  currency: freeText(wire.currency, texts.currency),
  eventId: wire.event_id ?? null,
  gatewayId: gatewayId(wire),
  id: wire.transaction_id,
  refundedMinor: wire.refunded ?? null,
  reversedMinor: wire.reversed ?? null,
  status: freeTextOrNull(wire.status, texts.status),
  statusReason: freeTextOrNull(wire.status_reason, texts.status_reason),
  surchargeMinor: wire.surcharge_amount ?? null,
  taxMinor: wire.tax_amount ?? null,
  tipMinor: wire.tip_amount ?? null,
  totalMinor: wire.total_amount,
  type: freeTextOrNull(wire.transaction_type, texts.transaction_type),
});

const freeTextOrNull = (text: string | null | undefined, as: FreeText): string | null =>
  text === null || text === undefined ? null : freeText(text, as);
