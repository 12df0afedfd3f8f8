import { type Page, walkItems } from "@tieout/http";
import type { Answer, KoardClient, OnViolation, Batch as WireBatch } from "@tieout/koard";
import { heldOnce } from "../wire/held-once.ts";
import { placesIn } from "../wire/wire.ts";

/** The most rows that Koard gives at once. */
const PAGE_ROWS = 500;

/** The JSON pointer of the list in a page. */
const LIST = "/batches";

const A_ROW = /^\/batches\/\d+$/;

/** What a header is made of: all batches of a list are held before any is believed, and more than twice that came. */
const keptOf =
  (once: (text: string) => string) =>
  (batch: WireBatch): ListedBatch => ({
    account_id: once(batch.account_id),
    captured_amount: batch.captured_amount,
    closed_at: batch.closed_at ?? null,
    id: batch.id,
    opened_at: batch.opened_at,
    processor_batch_id: batch.processor_batch_id ?? null,
    processor_name: once(batch.processor_name),
    refunded_amount: batch.refunded_amount,
    status: batch.status,
    terminal_id: once(batch.terminal_id),
    transaction_count: batch.transaction_count,
  });

/** A batch of the list, as far as a header is made of it. */
export type ListedBatch = Pick<
  WireBatch,
  | ("id" | "account_id" | "terminal_id" | "processor_batch_id" | "processor_name" | "status")
  | ("opened_at" | "closed_at" | "captured_amount" | "refunded_amount" | "transaction_count")
>;

/** A page with a gap for each row that was left out of it, so that offsets stay those of Koard. */
const pageOf = (
  {
    data: { batches, total },
    leftOut,
  }: Answer<{
    readonly batches: ReadonlyArray<WireBatch>;
    readonly total: number;
  }>,
  kept: (batch: WireBatch) => ListedBatch,
): Page<ListedBatch> => {
  const placeOf = placesIn(LIST, leftOut);
  const gaps = leftOut.filter((path) => A_ROW.test(path)).length;
  const rows = new Array<ListedBatch | undefined>(batches.length + gaps).fill(undefined);
  for (const [index, batch] of batches.entries()) rows[placeOf(index)] = kept(batch);
  return { rows, total };
};

/** Walks the whole list, each batch once, as `listBatches.items` does, and holds of a batch no more than is kept of it. */
export const listedBatches = (
  client: KoardClient,
  init: { readonly signal: AbortSignal; readonly onViolation: OnViolation },
) => {
  const kept = keptOf(heldOnce());
  return walkItems<ListedBatch>({
    api: "Koard",
    operation: "listBatches",
    limit: PAGE_ROWS,
    idOf: ({ id }) => id,
    readPage: async (offset, limit) =>
      pageOf(await client.listBatches({ ...init, query: { limit, offset } }), kept),
  });
};
