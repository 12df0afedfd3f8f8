import { hash } from "node:crypto";
import type { KoardClient, Transaction as WireTransaction } from "@tieout/koard";
import type { Transaction } from "@tieout/reconcile";
import type { Effect } from "effect";
import type { SourceFailed } from "../SourceFailed.ts";
import type { Notes } from "../wire/notes.ts";
import { call, type collectLeftOut, mapEach } from "../wire/wire.ts";
import { transactions } from "./koard-wire.ts";

/**
 * The most rows that are searched for of a batch that no answer holds. They wait together to be proved and stored, which
 * costs some 1.5 kB each: a run over so many stays below 512 MiB, as with every answer.
 */
export const MAX_SEARCHED_ROWS = 150_000;

/** What the rows of a batch are searched with. */
export interface RowSearch {
  readonly client: KoardClient;
  /** The source's name, for sentences. */
  readonly source: string;
  readonly batchId: string;
  readonly leftOut: ReturnType<typeof collectLeftOut>;
  readonly notes: Notes;
}

type Rows = Effect.Effect<ReadonlyArray<Transaction>, SourceFailed>;

/** Two differing rows of one transaction are a conflict to report, not the same row twice. */
const contentOf = (row: WireTransaction): string => JSON.stringify(row);

/** Keeps of each page what a proof reads, before the next one comes. */
const collect = async (
  pages: AsyncIterable<ReadonlyArray<WireTransaction>>,
  { leftOut, notes }: RowSearch,
) => {
  const rows: Array<Transaction> = [];
  const read = transactions(notes, () => "$");
  for await (const page of pages) {
    const { records, invalid } = mapEach(page, read);
    leftOut.add(invalid);
    rows.push(...records);
  }
  return rows;
};

const asked = ({ batchId, leftOut }: RowSearch, signal: AbortSignal) => ({
  body: { batch_id: batchId },
  ...{ signal, onViolation: leftOut.onViolation },
});

/** The rows that searching by batch shows, read until they kept still. */
export const searchedRows = (search: RowSearch): Rows =>
  call(search.source, (signal) =>
    collect(search.client.searchTransactions.pages({ ...asked(search, signal), idOf: contentOf }), search),
  );

/**
 * The same for a batch that is too large for one answer: no page is kept. Rows that come or go meanwhile may be missing, which the count that the batch declares then says.
 */
export const searchedPages = (search: RowSearch): Rows =>
  call(search.source, (signal) =>
    collect(
      search.client.searchTransactions.streamPages({
        ...asked(search, signal),
        maxRows: MAX_SEARCHED_ROWS,
        idOf: (row) => hash("sha1", contentOf(row), "base64"),
      }),
      search,
    ),
  );
