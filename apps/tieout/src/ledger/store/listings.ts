import { compareCodePoints, listingsOf, type TransactionListing } from "@tieout/reconcile";
import { Effect } from "effect";
import * as Arr from "effect/Array";
import * as SqlClient from "effect/sql/SqlClient";
import { decoding, RowDamaged } from "../codec/decode.ts";
import { digestOf } from "../digest/digested-tables.ts";
import { failing, namingTable } from "../sqlite/sql-failure.ts";
import type { Entry, LedgerEntries, LedgerListings } from "./Entry.ts";
import { KeyCollection, readKeys, textKey } from "./text-keys.ts";

/** Entries whose keys are read at once. */
const READ_AT_ONCE = 500;

/** What a listing is known by: its transaction, and what of it happens once. */
const namesOf = ({ transactionId, onceOnly }: TransactionListing): ReadonlyArray<string> => [
  transactionId,
  ...onceOnly,
];

type Entries = ReadonlyArray<Entry<"settlement" | "credential_batch">>;

/** What details list, as its row has it. */
interface KeysRow {
  readonly details: number;
  readonly keys: Uint8Array;
  readonly events: Uint8Array;
  /** Whether they are those that were stored; null where there is no row. */
  readonly is_intact: number | null;
}

/** The keys of an entry; `at` is its place among those that were asked for. */
type AskedRow = KeysRow & { readonly at: number };

/** Whether a row of listings, under the name `l`, is as it was stored. */
const IS_INTACT = `l.digest IS ${digestOf(["details", "keys", "events"], "l.")}`;

/** Before it kept keys of credentials a ledger kept those of transactions alone: only these have a row each. */
const mayLack = (entries: Entries): boolean => entries.every(({ header }) => "recipientCount" in header);

const whole = <Row extends Pick<KeysRow, "details" | "is_intact">>(rows: ReadonlyArray<Row>) =>
  decoding(() => {
    for (const { details, is_intact } of rows)
      if (is_intact !== 1) throw new RowDamaged({ table: "listing", row: details });
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
    LEFT JOIN listing l ON l.details = asked.value
    WHERE asked.value IS NOT NULL AND (l.details IS NOT NULL OR ${mayLack(entries) ? 0 : 1})`;

  const keysOf = (page: Entries) =>
    sql<AskedRow>`
      SELECT asked.key AS at, asked.value AS details, l.keys, l.events,
        iif(l.details IS NULL, NULL, ${sql.literal(IS_INTACT)}) AS is_intact
      FROM ${listed(page)}`.pipe(Effect.flatMap(whole), namingTable("listing"));

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
      yield* sql<Omit<KeysRow, "events">>`
      SELECT o.details, l.keys, iif(l.details IS NULL, NULL, ${sql.literal(IS_INTACT)}) AS is_intact
      FROM (SELECT DISTINCT details FROM observation WHERE kind = 'settlement' AND details IS NOT NULL) o
      LEFT JOIN listing l ON l.details = o.details`,
    );
    const all = new KeyCollection(rows.reduce((bytes, { keys }) => bytes + keys.length, 0));
    for (const { keys } of rows) all.add(keys);
    return all.distinct();
  }).pipe(namingTable("listing"));

  return { sharedTransactions, mayList, mayRepeat, transactions };
});
