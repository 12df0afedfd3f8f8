import { compareCodePoints, listingsOf, type TransactionListing } from "@tieout/reconcile";
import { Effect } from "effect";
import * as Arr from "effect/Array";
import * as SqlClient from "effect/sql/SqlClient";
import { checked, decoding } from "../codec/decode.ts";
import { failing } from "../sqlite/sql-failure.ts";
import type { Entry, LedgerEntries, LedgerListings } from "./Entry.ts";
import { isPrintedKeys, KeyCollection, readKeys, textKey } from "./text-keys.ts";

/** Entries whose keys are read at once. */
const READ_AT_ONCE = 500;

/** What a listing is known by: its transaction, and what of it happens once. */
const namesOf = ({ transactionId, onceOnly }: TransactionListing): ReadonlyArray<string> => [
  transactionId,
  ...onceOnly,
];

type Entries = ReadonlyArray<Entry<"settlement" | "credential_batch">>;

/** The keys of an entry; `at` is its place among those that were asked for. */
interface KeysRow {
  readonly at: number;
  readonly details: number;
  readonly keys: Uint8Array;
  readonly events: Uint8Array;
}

const whole = <Row extends Pick<KeysRow, "details" | "keys"> & Partial<Pick<KeysRow, "events">>>(
  rows: ReadonlyArray<Row>,
) =>
  decoding(() => {
    for (const { details, keys, events } of rows) {
      checked(isPrintedKeys, keys, { table: "listing", row: details });
      if (events !== undefined) checked(isPrintedKeys, events, { table: "listing", row: details });
    }
    return rows;
  });

/** See {@link LedgerListings}. */
export const ledgerListings = Effect.fnUntraced(function* (
  path: string,
  detailsOf: LedgerEntries["details"],
) {
  const sql = yield* SqlClient.SqlClient;

  // Joined, since several entries may have the very same details.
  const listed = (entries: Entries) => sql`
    json_each(${JSON.stringify(entries.map(({ detailsId }) => detailsId))}) asked
    JOIN listing l ON l.details = asked.value`;

  const keysOf = (page: Entries) =>
    Effect.flatMap(
      sql<KeysRow>`SELECT asked.key AS at, l.details, l.keys, l.events FROM ${listed(page)}`,
      whole,
    );

  /** Keys that stand in several places, and of how many entries keys are known at all. */
  const repeatedKeys = Effect.fnUntraced(function* (entries: Entries) {
    const [size] = yield* sql<{ known: number; bytes: number }>`
      SELECT count(*) AS known, coalesce(sum(length(l.keys) + length(l.events)), 0) AS bytes FROM ${listed(entries)}`;
    const { known, bytes } = size ?? { known: 0, bytes: 0 };
    const all = new KeyCollection(bytes);
    for (const page of Arr.chunksOf(entries, READ_AT_ONCE))
      for (const { keys, events } of yield* keysOf(page)) {
        all.add(keys);
        all.add(events);
      }
    return { repeated: all.repeated(), known };
  });

  const sharedTransactions: LedgerListings["sharedTransactions"] = Effect.fn("Ledger.sharedTransactions")(
    function* (entries) {
      const { repeated } = yield* repeatedKeys(entries);
      if (repeated.size === 0) return [];
      const places: Array<TransactionListing> = [];
      for (const page of Arr.chunksOf(entries, READ_AT_ONCE))
        for (const { at, keys, events } of yield* keysOf(page)) {
          const entry = page[at];
          if (entry === undefined || entry.detailsId === null) continue;
          if (![keys, events].some((some) => readKeys(some).some((key) => repeated.has(key)))) continue;
          const details = yield* detailsOf("settlement", entry.detailsId);
          for (const listing of listingsOf({ header: entry.header, details }))
            if (namesOf(listing).some((name) => repeated.has(textKey(name)))) places.push(listing);
        }
      // A key may be that of different texts: what counts is whether a text stands twice.
      const named = new Map<string, number>();
      for (const name of places.flatMap(namesOf)) named.set(name, (named.get(name) ?? 0) + 1);
      return places
        .filter((listing) => namesOf(listing).some((name) => (named.get(name) ?? 0) > 1))
        .sort(
          (left, right) =>
            compareCodePoints(left.transactionId, right.transactionId) ||
            compareCodePoints(left.batchId, right.batchId),
        );
    },
    failing(path, "could not be read"),
  );

  const mayList: LedgerListings["mayList"] = Effect.fn("Ledger.mayList")(
    function* (entries, transactionId) {
      const key = textKey(transactionId);
      const found: Array<Entry<"settlement">> = [];
      for (const page of Arr.chunksOf(entries, READ_AT_ONCE))
        for (const { at, keys } of yield* keysOf(page)) {
          const entry = page[at];
          if (entry !== undefined && readKeys(keys).includes(key)) found.push(entry);
        }
      return found;
    },
    failing(path, "could not be read"),
  );

  const mayRepeat: LedgerListings["mayRepeat"] = Effect.fn("Ledger.mayRepeat")(
    function* (entries) {
      const { repeated, known } = yield* repeatedKeys(entries);
      const withDetails = entries.filter(({ detailsId }) => detailsId !== null).length;
      // Before it kept keys of credentials a ledger kept those of transactions alone.
      return known < withDetails ? () => true : (text: string) => repeated.has(textKey(text));
    },
    failing(path, "could not be read"),
  );

  /** How many different transactions all details list. */
  const transactions = Effect.gen(function* () {
    const rows = yield* whole(
      yield* sql<Omit<KeysRow, "at">>`
      SELECT details, keys FROM listing WHERE details IN (SELECT details FROM observation WHERE kind = 'settlement')`,
    );
    const all = new KeyCollection(rows.reduce((bytes, { keys }) => bytes + keys.length, 0));
    for (const { keys } of rows) all.add(keys);
    return all.distinct();
  });

  return { sharedTransactions, mayList, mayRepeat, transactions };
});
