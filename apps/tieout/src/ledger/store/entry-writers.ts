import { Array as Arr, Effect } from "effect";
import type { SqlClient } from "effect/sql/SqlClient";
import { RowDamaged } from "../codec/decode.ts";
import { listed } from "../dialect.ts";
import { newestBy, ROWS_AT_ONCE } from "../rows-at-once.ts";
import type { Kind } from "./kinds.ts";
import type { Run } from "./Run.ts";
import type { Snapshot } from "./snapshot.ts";

/** An entity as a run saw it, or null where it is listed no more. */
export interface ObservationRow {
  readonly entity: string;
  readonly header: string | null;
  readonly details: number | null;
}

interface ReadingRow {
  readonly entity: string;
  readonly read_at: string;
  readonly is_whole: number;
  readonly email_rule: number;
}

interface BlobRow {
  readonly id: number;
  readonly hash: string;
}

/** Writes what a run saw, in statements of many rows: over a network each takes its time, however little it does. */
export const entryWriters = (sql: SqlClient) => {
  /** Numbers of details by their hash, of those that are stored. */
  const numbersOf = Effect.fnUntraced(function* (hashes: ReadonlyArray<string>) {
    const found = yield* sql<BlobRow>`
      SELECT id, hash FROM blob WHERE hash IN (SELECT value FROM ${listed(sql, hashes)} asked)`;
    if (found.length === 0) return new Map<string, number>();
    // The index of hashes gave a number: a damaged one would give that of other details.
    const confirmed = yield* sql<BlobRow>`
      SELECT id, hash FROM blob WHERE ${sql.in(
        "id",
        found.map(({ id }) => id),
      )}`;
    const hashOf = new Map(confirmed.map(({ id, hash }) => [id, hash]));
    for (const { id, hash } of found)
      if (hashOf.get(id) !== hash) return yield* Effect.fail(new RowDamaged({ table: "blob", row: id }));
    return new Map(found.map(({ id, hash }) => [hash, id]));
  });

  /** Stores details that are new, and gives them their numbers, by hash. */
  const add = Effect.fnUntraced(function* (snapshots: Arr.NonEmptyReadonlyArray<Snapshot>) {
    const created = yield* sql<BlobRow>`
      INSERT INTO blob ${sql.insert(Arr.map(snapshots, ({ hash, body }) => ({ hash, body })))}
      ON CONFLICT (hash) DO NOTHING RETURNING id, hash`;
    const numbers = new Map(created.map(({ id, hash }) => [hash, id]));
    const listings = snapshots.flatMap(({ hash, keys, events }) => {
      const details = numbers.get(hash);
      return details === undefined ? [] : [{ details, keys, events }];
    });
    for (const some of Arr.chunksOf(listings, ROWS_AT_ONCE))
      yield* sql`INSERT INTO listing ${sql.insert(some)}`;
    return numbers;
  });

  /** Stores details once for each content, and gives the number of each by its hash. */
  const storeDetails = Effect.fnUntraced(function* (snapshots: ReadonlyArray<Snapshot>) {
    // In one order, so that two runs which store the same ones do not wait for each other.
    const distinct = newestBy(snapshots, ({ hash }) => hash).toSorted((one, other) =>
      one.hash < other.hash ? -1 : 1,
    );
    const numbers = new Map<string, number>();
    for (const some of Arr.chunksOf(distinct, ROWS_AT_ONCE)) {
      const known = yield* numbersOf(some.map(({ hash }) => hash));
      const unknown = some.filter(({ hash }) => !known.has(hash));
      const added = Arr.isReadonlyArrayNonEmpty(unknown) ? yield* add(unknown) : new Map<string, number>();
      // What a run of another book stored in between.
      const others = unknown.filter(({ hash }) => !added.has(hash));
      const later = others.length === 0 ? [] : yield* numbersOf(others.map(({ hash }) => hash));
      for (const [hash, id] of [...known, ...added, ...later]) numbers.set(hash, id);
    }
    return numbers;
  });

  /** The newest observations of entities, by entity. */
  const newest = Effect.fnUntraced(function* (book: string, kind: Kind, entities: ReadonlyArray<string>) {
    const rows = yield* sql<ObservationRow>`
      SELECT o.entity, o.header, o.details FROM observation o
      WHERE o.book = ${book} AND o.kind = ${kind}
        AND o.entity IN (SELECT value FROM ${listed(sql, entities)} asked) AND o.run = (
          SELECT max(last.run) FROM observation last
          WHERE last.book = o.book AND last.kind = o.kind AND last.entity = o.entity
        )`;
    return new Map(rows.map((row) => [row.entity, row]));
  });

  /** Stores what a run saw of entities: of those that are as they were last, nothing. */
  const observe = Effect.fnUntraced(function* (
    run: Run,
    kind: Kind,
    observed: ReadonlyArray<ObservationRow>,
  ) {
    const distinct = newestBy(observed, ({ entity }) => entity);
    for (const some of Arr.chunksOf(distinct, ROWS_AT_ONCE)) {
      const before = yield* newest(
        run.book,
        kind,
        some.map(({ entity }) => entity),
      );
      const changed = some.flatMap(({ entity, header, details }) => {
        const last = before.get(entity);
        const isSame = last !== undefined && last.header === header && last.details === details;
        return isSame ? [] : [{ book: run.book, kind, entity, run: run.id, header, details }];
      });
      for (const rows of Arr.chunksOf(changed, ROWS_AT_ONCE))
        yield* sql`
          INSERT INTO observation ${sql.insert(rows)}
          ON CONFLICT (book, kind, entity, run) DO UPDATE SET header = excluded.header, details = excluded.details`;
    }
  });

  /** Remembers when the details of entities were read, by which run. */
  const noteReadings = Effect.fnUntraced(function* (
    run: Run,
    kind: Kind,
    readings: ReadonlyArray<ReadingRow>,
  ) {
    const distinct = newestBy(readings, ({ entity }) => entity);
    for (const some of Arr.chunksOf(distinct, ROWS_AT_ONCE))
      yield* sql`
        INSERT INTO reading ${sql.insert(
          Arr.map(some, (read) => ({ book: run.book, kind, run: run.id, day: run.day, ...read })),
        )}
        ON CONFLICT (book, kind, entity) DO UPDATE SET
          run = excluded.run, day = excluded.day, read_at = excluded.read_at, is_whole = excluded.is_whole,
          email_rule = excluded.email_rule`;
  });

  return { storeDetails, observe, noteReadings };
};
