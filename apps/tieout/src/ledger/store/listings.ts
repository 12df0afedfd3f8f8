import { compareCodePoints, listingsOf, type TransactionListing } from "@tieout/reconcile";
import { Effect } from "effect";
import * as Arr from "effect/Array";
import * as SqlClient from "effect/sql/SqlClient";
import { decoding, RowDamaged } from "../codec/decode.ts";
import { listed as listOf } from "../dialect.ts";
import { digestedColumns, digestOf, LISTING } from "../digest/digested-tables.ts";
import { failing, namingTable } from "../sql-failure.ts";
import { current } from "./current.ts";
import type { Entry, LedgerEntries, LedgerListings } from "./Entry.ts";
import { KeyCollection, keyShares, readKeys, textKey } from "./text-keys.ts";

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

/** Details whose keys are asked for. */
interface Asked {
  readonly ids: ReadonlyArray<number | null>;
  /** Whether some may have none. */
  readonly isLacking: boolean;
}

/** Before it kept keys of credentials a ledger kept those of transactions alone: only these have a row each. */
const askedOf = (entries: Entries): Asked => ({
  ids: entries.map(({ detailsId }) => detailsId),
  isLacking: entries.every(({ header }) => "recipientCount" in header),
});

const whole = <Row extends Pick<KeysRow, "details" | "is_intact">>(rows: ReadonlyArray<Row>) =>
  decoding(() => {
    for (const { details, is_intact } of rows)
      if (is_intact !== 1) throw new RowDamaged({ table: "listing", row: details });
    return rows;
  });

/** See {@link LedgerListings}. */
export const ledgerListings = Effect.fnUntraced(function* (
  path: string,
  { details: detailsOf, entryPage }: Pick<LedgerEntries, "details" | "entryPage">,
) {
  const sql = yield* SqlClient.SqlClient;

  /** Whether a row of listings, under the name `l`, is as it was stored. */
  const isIntact = `l.digest IS NOT DISTINCT FROM ${digestOf(sql, yield* digestedColumns(LISTING), "l.")}`;

  // Joined, since several entries may have the very same details.
  const listed = ({ ids, isLacking }: Asked) => sql`
    ${listOf(sql, ids)} asked
    LEFT JOIN listing l ON l.details = CAST(asked.value AS bigint)
    WHERE asked.value IS NOT NULL ${isLacking ? sql`AND l.details IS NOT NULL` : sql.literal("")}`;

  const keysOf = (asked: Asked, isWhole = isIntact) =>
    sql<AskedRow>`
      SELECT asked.key AS at, CAST(asked.value AS bigint) AS details, l.keys, l.events,
        CASE WHEN l.details IS NULL THEN NULL WHEN ${sql.literal(isWhole)} THEN 1 ELSE 0 END AS is_intact
      FROM ${listed(asked)}`.pipe(Effect.flatMap(whole), namingTable("listing"));

  /** Gathers printed keys of details, and gives what is found of each share of them. */
  const gather = Effect.fnUntraced(function* <Found>(
    { ids, isLacking }: Asked,
    printed: (row: KeysRow) => ReadonlyArray<Uint8Array>,
    find: (gathered: KeyCollection) => Found,
  ) {
    const [size] = yield* sql<{ known: number; keys: number; events: number }>`
      SELECT count(*) AS known, coalesce(sum(length(l.keys)), 0) AS keys, coalesce(sum(length(l.events)), 0) AS events
      FROM ${listed({ ids, isLacking })}`;
    const { known, keys, events } = size ?? { known: 0, keys: 0, events: 0 };
    const found: Array<Found> = [];
    for (const [at, share] of keyShares(keys + events).entries()) {
      const gathered = new KeyCollection(share);
      // What was looked at for the first share need not be again.
      for (const page of Arr.chunksOf(ids, READ_AT_ONCE))
        for (const row of yield* keysOf({ ids: page, isLacking }, at === 0 ? isIntact : "TRUE"))
          for (const some of printed(row)) gathered.add(some);
      found.push(find(gathered));
      gathered.letGo();
    }
    return { found, known };
  });

  /** Keys that stand in several places, and of how many entries keys are known at all. */
  const repeatedKeys = Effect.fnUntraced(function* (asked: Asked) {
    const { found, known } = yield* gather(
      asked,
      ({ keys, events }) => [keys, events],
      (gathered) => gathered.repeated(),
    );
    return { repeated: new Set(found.flatMap((keys) => [...keys])), known };
  });

  /** The listings of some entries that bear one of some keys. */
  const listingsWith = Effect.fnUntraced(function* (
    page: ReadonlyArray<Entry<"settlement">>,
    isMeant: (key: number) => boolean,
  ) {
    const places: Array<TransactionListing> = [];
    for (const { at, keys, events } of yield* keysOf(askedOf(page))) {
      const entry = page[at];
      if (entry === undefined || entry.detailsId === null) continue;
      if (![keys, events].some((some) => readKeys(some).some(isMeant))) continue;
      const details = yield* detailsOf("settlement", entry.detailsId);
      for (const listing of listingsOf({ header: entry.header, details }))
        if (namesOf(listing).some((name) => isMeant(textKey(name)))) places.push(listing);
    }
    return places;
  });

  const sharedTransactions: LedgerListings["sharedTransactions"] = Effect.fn("Ledger.sharedTransactions")(
    function* (run) {
      const rows = yield* sql<{ details: number | null }>`
        SELECT details FROM (${current(sql, run, "settlement")()}) listed`;
      const ids = rows.map(({ details }) => details);
      const { repeated } = yield* repeatedKeys({ ids, isLacking: false });
      if (repeated.size === 0) return [];
      const places: Array<TransactionListing> = [];
      const after = (id: string) => entryPage(run, "settlement", id);
      for (let page = yield* after(""); page.length > 0; page = yield* after(page.at(-1)?.header.id ?? ""))
        places.push(...(yield* listingsWith(page, (key) => repeated.has(key))));
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
        for (const { at, keys } of yield* keysOf(askedOf(page))) {
          const entry = page[at];
          if (entry !== undefined && readKeys(keys).includes(key)) found.push(entry);
        }
      return found;
    },
    failing(path, "could not be read"),
  );

  const mayRepeat: LedgerListings["mayRepeat"] = Effect.fn("Ledger.mayRepeat")(
    function* (entries) {
      const { repeated, known } = yield* repeatedKeys(askedOf(entries));
      const withDetails = entries.filter(({ detailsId }) => detailsId !== null).length;
      // Before it kept keys of credentials a ledger kept those of transactions alone.
      return known < withDetails ? () => true : (text: string) => repeated.has(textKey(text));
    },
    failing(path, "could not be read"),
  );

  /** How many different transactions all details list. */
  const transactions = Effect.gen(function* () {
    const rows = yield* sql<{ details: number }>`
      SELECT DISTINCT details FROM observation WHERE kind = 'settlement' AND details IS NOT NULL`;
    const { found } = yield* gather(
      { ids: rows.map(({ details }) => details), isLacking: false },
      ({ keys }) => [keys],
      (gathered) => gathered.distinct(),
    );
    return found.reduce((sum, distinct) => sum + distinct, 0);
  }).pipe(namingTable("listing"));

  return { sharedTransactions, mayList, mayRepeat, transactions };
});
