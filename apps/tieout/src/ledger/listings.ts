import { compareCodePoints, listingsOf, type TransactionListing } from "@tieout/reconcile";
import { Effect } from "effect";
import * as Arr from "effect/Array";
import * as SqlClient from "effect/sql/SqlClient";
import type { Entry, Ledger } from "./Ledger.ts";
import { failing } from "./sql-failure.ts";
import { KeyCollection, readKeys, transactionKey } from "./transaction-keys.ts";

/** Settlements whose keys are read at once. */
const READ_AT_ONCE = 500;

type Page = ReadonlyArray<Entry<"settlement">>;

/** The keys of a settlement's transactions; `at` is its place among those that were asked for. */
interface KeysRow {
  readonly at: number;
  readonly keys: Uint8Array;
}

/** The part of {@link Ledger} that says which transactions its settlements list, without restoring all rows of them. */
export const ledgerListings = Effect.fnUntraced(function* (
  path: string,
  detailsOf: Ledger["Service"]["details"],
) {
  const sql = yield* SqlClient.SqlClient;

  // Joined, since several settlements may have the very same details.
  const keysOf = (page: Page) => sql<KeysRow>`
    SELECT asked.key AS at, l.keys
    FROM json_each(${JSON.stringify(page.map(({ detailsId }) => detailsId))}) asked
    JOIN listing l ON l.details = asked.value`;

  const repeatedKeys = Effect.fnUntraced(function* (pages: ReadonlyArray<Page>) {
    const all = new KeyCollection();
    for (const page of pages) for (const { keys } of yield* keysOf(page)) all.add(keys);
    return all.repeated();
  });

  const sharedTransactions: Ledger["Service"]["sharedTransactions"] = Effect.fn("Ledger.sharedTransactions")(
    function* (entries) {
      const pages = Arr.chunksOf(entries, READ_AT_ONCE);
      const repeated = yield* repeatedKeys(pages);
      if (repeated.size === 0) return [];
      const places: Array<TransactionListing> = [];
      for (const page of pages)
        for (const { at, keys } of yield* keysOf(page)) {
          const entry = page[at];
          if (entry?.detailsId == null || !readKeys(keys).some((key) => repeated.has(key))) continue;
          const details = yield* detailsOf("settlement", entry.detailsId);
          for (const listing of listingsOf({ header: entry.header, details }))
            if (repeated.has(transactionKey(listing.transactionId))) places.push(listing);
        }
      // A key may be that of different ids, or of one that stands twice in the same settlement.
      return [...Map.groupBy(places, ({ transactionId }) => transactionId).values()]
        .filter(({ length }) => length > 1)
        .flat()
        .sort(
          (left, right) =>
            compareCodePoints(left.transactionId, right.transactionId) ||
            compareCodePoints(left.batchId, right.batchId),
        );
    },
    failing(path, "could not be read"),
  );

  /** How many different transactions all details list. */
  const transactions = Effect.map(sql<Pick<KeysRow, "keys">>`SELECT keys FROM listing`, (rows) => {
    const all = new KeyCollection();
    for (const { keys } of rows) all.add(keys);
    return all.distinct();
  });

  return { sharedTransactions, transactions };
});
