import { type CallOptions, walkOperation } from "@tieout/http";
import type { KoardClient } from "./client.ts";
import { type Methods, operations } from "./generated/operations.ts";
import type { Batch, Transaction } from "./generated/schemas.ts";

/** What a listing of batches may be narrowed by; `limit` is the rows asked for at once. */
export type BatchFilter = NonNullable<NonNullable<Parameters<Methods["listBatches"]>[0]>["query"]>;

/**
 * Every batch header that the key can see, each id once, in the order of Koard's list.
 *
 * Reads the whole list before it yields the first header, because only then is it sure that none was skipped while
 * batches came and went. Throws `WalkUnstable` when the list never kept still, `WalkEndless` when it has no end, and
 * what `listBatches` throws.
 */
export const batchPages = (
  client: KoardClient,
  query: BatchFilter = {},
  call: CallOptions = {},
): AsyncGenerator<Batch, void, undefined> =>
  walkOperation({
    api: "Koard",
    operation: operations.listBatches,
    method: client.listBatches,
    init: { ...call, query },
  });

/**
 * Every transaction that a search by batch finds, each id once: for a batch whose embedded list is shorter than
 * its count (Koard fact 5.18). Promises and errors are those of {@link batchPages}.
 */
export const transactionsOfBatch = (
  client: KoardClient,
  batchId: string,
  call: CallOptions = {},
): AsyncGenerator<Transaction, void, undefined> =>
  walkOperation({
    api: "Koard",
    operation: operations.searchTransactions,
    method: client.searchTransactions,
    init: { ...call, body: { batch_id: batchId } },
  });
