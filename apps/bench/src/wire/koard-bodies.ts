import { MARK, MarkedBody, numberText } from "./marked-body.ts";
import { PiecedBody } from "./pieced-body.ts";
import { DAYS, instant, type Shape } from "./shape.ts";

/** Different details; batch number N has those of template N modulo this. */
const TEMPLATES = 12;

const ACCOUNTS = 3;
const HOUR_MS = 3_600_000;

interface Row {
  readonly total: number;
  readonly status: string;
  readonly refunded: number | null;
  readonly reversed: number | null;
}

/** Mostly plain sales, some tenth of them refunded, declined or reversed, as in any shop. */
const rowAt = (template: number, index: number): Row => {
  const total = 500 + ((template * 7919 + index * 104_729) % 25_000);
  const kind = (template + index) % 20;
  if (kind === 3) return { total, status: "refunded", refunded: total, reversed: null };
  if (kind === 7) return { total, status: "captured", refunded: Math.floor(total / 3), reversed: null };
  if (kind === 11) return { total, status: "declined", refunded: null, reversed: null };
  if (kind === 15) return { total, status: "reversed", refunded: null, reversed: total };
  return { total, status: kind % 2 === 0 ? "captured" : "settled", refunded: null, reversed: null };
};

const MOVED: ReadonlySet<string> = new Set(["captured", "settled", "refunded"]);

/** Fixed digits that look random, as those of a UUID do: ids of one batch must not stand together in an index. */
const scattered = (template: number, index: number): string =>
  numberText((Math.imul(template * 1000 + index + 1, 0x9e3779b1) ^ 0x5bd1e995) >>> 0);

const transactionBody = (template: number, index: number, batch: string) => {
  const { total, status, refunded, reversed } = rowAt(template, index);
  const head = scattered(template, index);
  const id = `${head}-0000-4000-8000-${MARK}0000`;
  const account = `acc-0000000${template % ACCOUNTS}`;
  return {
    transaction_id: id,
    event_id: `${head}-0000-4000-9000-${MARK}0000`,
    batch_id: batch,
    account_id: account,
    parent_account_ids: ["acc-partner"],
    owner_id: null,
    merchant_name: "Rheinufer Akademie",
    location_id: "loc-00000001",
    mid: "5289003",
    tid: "00000001",
    reader_identifier: "reader-0003",
    device_id: (0x10000000 + index * 7919).toString(16),
    apple_transaction_id: id,
    payment_method: "contactlessIcc",
    card: `541333******${String(1000 + (index % 9000))}`,
    card_brand: "MasterCard",
    card_type: "Credit",
    processor: "tsys",
    processor_mid: "000000886001",
    processor_tid: "00000003",
    processor_response_code: "A",
    processor_response_message: "APPROVAL",
    gateway: "sierra",
    gateway_transaction_id: `G${head}${MARK}`,
    gateway_transaction_response: {
      type: "sale",
      status,
      currency: "USD",
      approvalCode: String(100_000 + index),
      responseCode: "A",
      responseMessage: "APPROVAL",
      authorizedAmount: total,
      processorResponseCode: "A",
    },
    created_at: 1_792_480_000_000 + index * 60_000,
    currency: "USD",
    subtotal: total,
    tax_amount: 0,
    tax_rate: 0,
    tip_amount: null,
    tip_type: null,
    surcharge_amount: null,
    surcharge_applied: false,
    surcharge_rate: null,
    total_amount: total,
    refunded,
    reversed,
    status,
    status_reason: "approved",
    transaction_type: "sale",
    additional_details: {},
    history: [],
  };
};

/** The header of a batch whose rows are those of the template, so many times over. */
const headerBody = (template: number, transactions: number, id: string, times = 1) => {
  const rows = Array.from({ length: transactions }, (_, index) => rowAt(template, index));
  const moved = rows.filter(({ status }) => MOVED.has(status));
  return {
    id,
    account_id: `acc-0000000${template % ACCOUNTS}`,
    terminal_id: `term-0000000${template % ACCOUNTS}`,
    processor_config_id: "config-0001",
    processor_name: "TSYS",
    processor_batch_id: String(template).padStart(6, "0"),
    status: "accepted",
    // The day follows from the template, which batches share: the body holds nothing else of the number.
    opened_at: instant((template * 5) % DAYS, 6 * HOUR_MS),
    closed_at: instant((template * 5) % DAYS, 22 * HOUR_MS),
    transaction_count: transactions * times,
    captured_amount: times * moved.reduce((sum, { total }) => sum + total, 0),
    refunded_amount: times * moved.reduce((sum, { refunded }) => sum + (refunded ?? 0), 0),
    batch_metadata: { closed_by: "schedule" },
    response: { code: "GB", message: "GOOD BATCH" },
  };
};

/** The id of a settlement batch. */
const batchId = (number: number): string => `${numberText(number)}-0000-4000-a000-000000000000`;

/** Stands for a batch's own id, in a body that is sent for many. */
const MARKED_ID = `${MARK}-0000-4000-a000-000000000000`;

/** Transactions in one piece of a large batch. */
const PIECE_TRANSACTIONS = 1000;

/** A batch of so many transactions, in whole pieces of {@link PIECE_TRANSACTIONS}: its header as listed, and its details. */
const largeBatch = (id: string, transactions: number) => {
  const pieces = Math.ceil(transactions / PIECE_TRANSACTIONS);
  const header = JSON.stringify(headerBody(0, PIECE_TRANSACTIONS, id, pieces));
  const rows = Array.from({ length: PIECE_TRANSACTIONS }, (_, index) =>
    JSON.stringify(transactionBody(0, index, id)),
  );
  const head = `${header.slice(0, -1)},"transactions":[`;
  return { header, details: new PiecedBody({ head, piece: rows.join(","), tail: "]}" }, pieces) };
};

/** Koard's answers about a world, made before anybody asks; `large` is how many transactions the first batch has instead. */
export const koardBodies = (
  { settlements, transactions }: Pick<Shape, "settlements" | "transactions">,
  large?: number,
) => {
  const headers = Array.from({ length: TEMPLATES }, (_, template) =>
    headerBody(template, transactions, MARKED_ID),
  );
  const details = headers.map(
    (header, template) =>
      new MarkedBody(
        JSON.stringify({
          ...header,
          transactions: Array.from({ length: transactions }, (_, index) =>
            transactionBody(template, index, MARKED_ID),
          ),
        }),
      ),
  );
  const first = large === undefined ? undefined : largeBatch(batchId(0), large);
  const listed = Array.from({ length: settlements }, (_, number) =>
    number === 0 && first !== undefined
      ? first.header
      : JSON.stringify({ ...headers[number % TEMPLATES], id: batchId(number) }),
  );
  return {
    batch: (number: number): Buffer | PiecedBody | undefined => {
      if (number === 0 && first !== undefined) return first.details;
      return number < settlements ? details[number % TEMPLATES]?.of(number) : undefined;
    },
    page: (offset: number, limit: number): Buffer => {
      const rows = listed.slice(offset, offset + limit);
      const page = Math.floor(offset / limit) + 1;
      return Buffer.from(
        `{"batches":[${rows.join(",")}],"limit":${limit},"offset":${offset},"page":${page},"total":${settlements}}`,
      );
    },
    bytesOfBatch: (first?.details ?? details[0])?.bytes ?? 0,
  };
};
