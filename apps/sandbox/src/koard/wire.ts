import { instantText } from "../world/calendar.ts";
import { drawsFor, mix, PURPOSE } from "../world/draws.ts";
import { identifierOf, KIND } from "../world/identifiers.ts";
import { capturedOf, type Row } from "./rows.ts";
import type { Header, SettlementWorld } from "./SettlementWorld.ts";
import { PARTNER_ACCOUNT, type Site } from "./sites.ts";

const responseOf = (header: Header): object | null => {
  if (header.status === "accepted")
    return { code: "GB", message: "GOOD BATCH", batch: header.processorBatchId };
  if (header.status === "partially_accepted") return { code: "PB", message: "ACCEPTED IN PART" };
  if (header.status === "rejected")
    return { code: "RB", message: "REJECTED BATCH", reason: "OUT OF BALANCE" };
  return null;
};

/** A batch header as Koard shows it. Koard fact 3.2. */
export const batchBody = (header: Header) => ({
  id: header.plan.id,
  account_id: header.accountId,
  terminal_id: header.plan.site.terminalId,
  processor_config_id: header.plan.site.processorConfigId,
  processor_name: header.plan.site.processorName,
  processor_batch_id: header.processorBatchId,
  status: header.status,
  opened_at: instantText(header.plan.openedAtMs, header.plan.site.offset),
  closed_at: header.closedAtMs === null ? null : instantText(header.closedAtMs, header.plan.site.offset),
  transaction_count: header.transactionCount,
  captured_amount: header.capturedMinor,
  refunded_amount: header.refundedMinor,
  batch_metadata: header.plan.ordinal % 3 === 0 ? { closed_by: "schedule" } : null,
  response: responseOf(header),
});

type Card = readonly [bin: string, brand: string, type: string];

const CARDS: readonly [Card, ...Card[]] = [
  ["541333", "MasterCard", "Credit"],
  ["476173", "VISA", "Debit"],
  ["374245", "AMEX", "Credit"],
  ["601100", "Discover", "Credit"],
];

/** What the gateway calls a transaction: ten letters and digits that lead back to it. */
export const gatewayIdOf = (row: Row): string =>
  `${row.origin.toString(36).padStart(5, "0")}${row.index.toString(36).padStart(5, "0")}`.toUpperCase();

/** The reader that a terminal's cards were read on. */
export const readerOf = (site: Site): string => `reader-${String(site.ordinal + 1).padStart(4, "0")}`;

/** The event that made a transaction what it is: upper case, and another one after every change. */
export const eventIdOf = (seed: number, row: Row): string =>
  identifierOf(seed, KIND.event, { ordinal: row.origin, row: row.index, version: row.version }).toUpperCase();

const isApproved = (row: Row): boolean =>
  capturedOf(row) !== undefined || row.status === "authorized" || row.status === "reversed";

// Everything that no total depends on: card, reader, answers of processor and gateway.
const trimmings = (world: SettlementWorld, row: Row, site: Site) => {
  const draws = drawsFor(world.shape.seed, PURPOSE.rowTrimmings, row.origin, row.index);
  const [bin, brand, type] = draws.pick(CARDS);
  const code = isApproved(row) ? "A" : "D";
  const message = isApproved(row) ? "APPROVAL" : "NOT APPROVED";
  return {
    card: `${bin}******${String(draws.int(0, 9_999)).padStart(4, "0")}`,
    card_brand: brand,
    card_type: type,
    payment_method: draws.pick(["contactlessIcc", "apple_pay", "credit_card"]),
    processor_response_code: code,
    processor_response_message: message,
    gateway: "sierra",
    gateway_transaction_id: gatewayIdOf(row),
    gateway_transaction_response: {
      type: "sale",
      status: row.status,
      currency: site.currency,
      approvalCode: isApproved(row) ? String(draws.int(0, 999_999)).padStart(6, "0") : null,
      responseCode: code,
      responseMessage: message,
      authorizedAmount: isApproved(row) ? row.authorized : null,
      processorResponseCode: code,
    },
    device_id: (mix(site.ordinal, 77) >>> 0).toString(16).padStart(8, "0"),
  };
};

/** A transaction as Koard shows it; `history` is empty everywhere but in `getTransaction`. Koard fact 3.4. */
export const transactionBody = (world: SettlementWorld, row: Row, history: readonly unknown[] = []) => {
  const site = world.plan(row.origin).site;
  const transactionId = world.transactionId(row);
  const batch = world.batchOf(row);
  return {
    transaction_id: transactionId,
    event_id: world.writes.eventsOf(transactionId).at(-1) ?? eventIdOf(world.shape.seed, row),
    batch_id: batch === null ? null : world.batchId(batch),
    account_id: site.accountId,
    parent_account_ids: [PARTNER_ACCOUNT.id],
    owner_id: null,
    merchant_name: site.accountName,
    location_id: site.locationId,
    mid: site.accountId,
    tid: site.terminalId,
    reader_identifier: readerOf(site),
    apple_transaction_id: transactionId,
    processor: site.processor,
    processor_mid: site.processorMid,
    processor_tid: site.processorTid,
    created_at: row.createdAtMs,
    currency: world.currencyOf(row),
    subtotal: row.subtotal,
    tax_amount: row.tax,
    tax_rate: row.taxRate,
    tip_amount: row.tip,
    tip_type: row.tipType,
    surcharge_amount: row.surcharge,
    surcharge_applied: row.surcharge !== null,
    surcharge_rate: row.surchargeRate,
    total_amount: row.total,
    refunded: row.refunded,
    reversed: row.reversed,
    status: row.status === "" ? null : row.status,
    status_reason: row.statusReason,
    transaction_type: row.type,
    additional_details: {},
    history,
    ...trimmings(world, row, site),
  };
};

/** A batch header as the API shows it, which may not be as it is. */
export const shownBatch = (world: SettlementWorld, ordinal: number): object =>
  world
    .changes(ordinal)
    .reduce<object>((body, { shows }) => shows?.header?.(body) ?? body, batchBody(world.header(ordinal)));

/** A transaction as the API shows it, which may not be as it is. */
export const shownTransaction = (
  world: SettlementWorld,
  row: Row,
  history: readonly unknown[] = [],
): object =>
  world
    .changes(row.origin)
    .reduce<object>(
      (body, { shows }) => (shows?.row?.index === row.index ? shows.row.spoil(body) : body),
      transactionBody(world, row, history),
    );
