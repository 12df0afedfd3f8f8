import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { listening } from "../../listening.ts";

/** The key that {@link KoardServer} is asked with. It takes any. */
export const KEY = "koard_c4n4ry-0f-the-w1re";

/** The instant of every run against a {@link KoardServer}: its batches were closed the days before. */
export const AS_OF = "2026-11-18T02:00:00.000Z";

/** What a run asks of a list of one page: the page, and once what lies behind it. */
export const LIST_REQUESTS = 2;

/** A request that is to be answered, in whatever way. */
export interface Exchange {
  readonly operation: "listBatches" | "getBatch" | "searchTransactions";
  /** The batch of a `getBatch` or a search; empty for the list. */
  readonly id: string;
  readonly query: URLSearchParams;
  /** Which request of its operation it is, counted from 1. */
  readonly nth: number;
  readonly response: ServerResponse;
  /** The whole answer as Koard would give it. */
  readonly body: () => string;
  /** Gives that answer. */
  readonly answer: () => void;
}

/** How a server of a test is. */
export interface KoardServerOptions {
  /** The batches it lists, the first one first; a test may change them at any time. */
  readonly ids: string[];
  /** Rows of a page, however many are asked for. */
  readonly pageRows?: number;
  /** Transactions of each batch, or how many of which. */
  readonly transactions?: number | ((id: string) => number);
  /** Answers in Koard's place. */
  readonly misbehave?: (exchange: Exchange) => void;
}

/** A Koard on loopback that misbehaves as a test wants, gone when the test is. */
export interface KoardServer {
  readonly url: string;
  readonly env: { readonly KOARD_BASE_URL: string; readonly KOARD_API_KEY: string };
  /** The requests so far: `listBatches 0` with the offset, `getBatch ID`. */
  readonly asked: readonly string[];
}

/** So many ids. */
export const batchIds = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `b${String(index + 1).padStart(3, "0")}`);

const AMOUNT = 1000;

/** A batch as Koard shows it, without its transactions. */
export const batch = (id: string, transactions: number) => ({
  id,
  account_id: "account",
  terminal_id: "terminal",
  processor_config_id: "config",
  processor_name: "TSYS",
  processor_batch_id: "000412",
  status: "accepted",
  opened_at: "2026-11-16T06:00:00Z",
  closed_at: "2026-11-16T22:00:00Z",
  transaction_count: transactions,
  captured_amount: AMOUNT * transactions,
  refunded_amount: 0,
});

/** A transaction of a batch, with everything that must go no further. */
export const transaction = (batchId: string, nth: number) => ({
  transaction_id: `${batchId}-${nth}`,
  event_id: `E-${batchId}-${nth}`,
  batch_id: batchId,
  account_id: "account",
  apple_transaction_id: `${batchId}-${nth}`,
  card: "541333******0042",
  card_brand: "MasterCard",
  card_type: "Credit",
  created_at: 1_779_200_000_000,
  currency: "USD",
  device_id: "device-77",
  merchant_name: "Corner Books",
  mid: "mid",
  payment_method: "contactlessIcc",
  processor_mid: "pmid",
  processor_tid: "ptid",
  reader_identifier: "reader-0412",
  subtotal: AMOUNT,
  tid: "tid",
  total_amount: AMOUNT,
  status: "settled",
  transaction_type: "sale",
});

const rows = (id: string, count: number) =>
  Array.from({ length: count }, (_, index) => transaction(id, index + 1));

/** What {@link KoardServer} does with a request; also behind a server of another kind, such as one with TLS. */
export const koardHandler = (options: KoardServerOptions, asked: string[]) => {
  const { ids, pageRows = 500, transactions = 1, misbehave = ({ answer }) => answer() } = options;
  const countOf = typeof transactions === "number" ? () => transactions : transactions;
  const counts = { listBatches: 0, getBatch: 0, searchTransactions: 0 };
  const page = (query: URLSearchParams) => {
    const [limit, offset] = [Number(query.get("limit")), Number(query.get("offset"))];
    const listed = ids.slice(offset, offset + Math.min(limit, pageRows));
    const batches = listed.map((id) => batch(id, countOf(id)));
    return { batches, limit, offset, page: 1, total: ids.length };
  };
  /** A page of the rows of a batch. */
  const found = (id: string, limit: number, offset: number) => {
    const all = { length: Math.max(0, Math.min(limit, countOf(id) - offset)) };
    const transactions = Array.from(all, (_, index) => transaction(id, offset + index + 1));
    return { transactions, limit, offset, page: 1, total: countOf(id) };
  };
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams: query } = new URL(request.url ?? "/", "http://koard.test");
    const isSearch = pathname.endsWith("/search");
    const sent = isSearch ? JSON.parse(await text(request)) : {};
    const id: string = isSearch ? sent.batch_id : (pathname.split("/")[3] ?? "");
    const operation = isSearch ? "searchTransactions" : id === "" ? "listBatches" : "getBatch";
    counts[operation] += 1;
    asked.push(`${operation} ${operation === "listBatches" ? query.get("offset") : id}`);
    const embedded = () =>
      query.get("include_transactions") === "true" ? { transactions: rows(id, countOf(id)) } : {};
    const whole = () => {
      if (isSearch) return found(id, sent.limit, sent.offset);
      return id === "" ? page(query) : { ...batch(id, countOf(id)), ...embedded() };
    };
    const body = (): string => JSON.stringify(whole());
    const answer = (): void => {
      response.writeHead(200, { "content-type": "application/json" }).end(body());
    };
    misbehave({ operation, id, query, nth: counts[operation], response, body, answer });
  };
};

/** Starts a server that is gone when the test is. */
export const startKoard = async (options: KoardServerOptions): Promise<KoardServer> => {
  const asked: string[] = [];
  const port = await listening(createServer(koardHandler(options, asked)));
  const url = `http://127.0.0.1:${port}`;
  return { url, asked, env: { KOARD_BASE_URL: url, KOARD_API_KEY: KEY } };
};
