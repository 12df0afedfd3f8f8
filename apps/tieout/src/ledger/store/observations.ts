import { EMAIL_RULE, printInstant } from "@tieout/reconcile";
import { Clock, Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";
import { DETAILS, HEADERS } from "../codec/codecs.ts";
import { checked, decoded, decoding } from "../codec/decode.ts";
import { isBoolean, isCalendarDay, isCount, objectOf } from "../codec/guards.ts";
import type { WithLease } from "../lease/lease.ts";
import { failing, namingTable } from "../sql-failure.ts";
import { canonicalJson, type PackedText, unpackHashed } from "./blob.ts";
import { current, type ListedRow, listOf } from "./current.ts";
import type { Entry, Known, LedgerEntries, Observation, Reading } from "./Entry.ts";
import { entryWriters } from "./entry-writers.ts";
import { ledgerHistory, observationName } from "./history.ts";
import type { Kind, Kinds } from "./kinds.ts";
import type { Run } from "./Run.ts";

/** Entries that are read at once where all of them are gone through. */
const PAGE_ENTRIES = 500;

/** What was read when is all null where details never were. */
type KnownRow = { readonly entity: string; readonly header: string } & (
  | { readonly run: number; readonly day: string; readonly is_whole: number; readonly email_rule: number }
  | { readonly run: null; readonly day: null; readonly is_whole: null; readonly email_rule: null }
);

const isKnownReading = objectOf<Reading>({
  run: isCount,
  day: isCalendarDay,
  isWhole: isBoolean,
  isByEmailRule: isBoolean,
});

/** That a header is as it was stored is known since the ledger was opened: it need not be read to be compared. */
const knownOf = (kind: Kind, { entity, header, ...read }: KnownRow): Known => {
  const name = { table: "reading", row: `${kind} ${entity}` };
  if (read.run === null) return { header, reading: undefined };
  const reading = {
    run: read.run,
    day: read.day,
    isWhole: read.is_whole === 1,
    // Only credentials have addresses.
    isByEmailRule: kind !== "credential_batch" || read.email_rule === EMAIL_RULE,
  };
  return { header, reading: checked(isKnownReading, reading, name) };
};

const detailsOf = <K extends Kind>(kind: K, id: number, found: PackedText | undefined): Kinds[K]["details"] =>
  decoded(DETAILS[kind], found && unpackHashed(found), { table: "blob", row: id });

/** See {@link LedgerEntries}. */
export const ledgerEntries = Effect.fnUntraced(function* (path: string, withLease: WithLease) {
  const sql = yield* SqlClient.SqlClient;

  const { storeDetails, observe, noteReadings } = entryWriters(sql);

  const store = Effect.fn("Ledger.store")(
    function* <K extends Kind>(run: Run, kind: K, observations: ReadonlyArray<Observation<K>>) {
      const read_at = printInstant(yield* Clock.currentTimeMillis);
      const ids = yield* storeDetails(
        observations.flatMap(({ details }) => (details === null ? [] : [details])),
      );
      const rows = observations.map(({ header, details, isWhole }) => ({
        entity: header.id,
        header: canonicalJson(header),
        details: details === null ? null : (ids.get(details.hash) ?? null),
        isWhole,
      }));
      yield* observe(run, kind, rows);
      const read = rows.flatMap(({ entity, isWhole }) =>
        isWhole === undefined ? [] : [{ entity, read_at, is_whole: isWhole ? 1 : 0, email_rule: EMAIL_RULE }],
      );
      yield* noteReadings(run, kind, read);
      return rows.map(({ details }) => details);
    },
    withLease,
    failing(path, "could not store what was read"),
  );

  /** Gone since the last day that was read whole: the same for every run and every session of a day. */
  const vanished = Effect.fnUntraced(function* (run: Run, kind: Kind) {
    const [found] = yield* sql<{ entities: number }>`
      SELECT count(*) AS entities FROM observation o
      WHERE o.book = ${run.book} AND o.kind = ${kind} AND o.header IS NULL AND o.run <= ${run.id}
        AND o.run > coalesce((
          SELECT max(earlier.id) FROM run earlier
          WHERE earlier.book = o.book AND earlier.id < ${run.id} AND earlier.day < ${run.day}
            AND earlier.finished_at IS NOT NULL
        ), 0)
        AND o.run = (
          SELECT max(newest.run) FROM observation newest
          WHERE newest.book = o.book AND newest.kind = o.kind AND newest.entity = o.entity
            AND newest.run <= ${run.id}
        )`;
    return found?.entities ?? 0;
  });

  const markUnlisted = Effect.fn("Ledger.markUnlisted")(
    function* (run: Run, kind: Kind, ids: ReadonlySet<string>) {
      const gone = yield* current(sql, run, kind)(sql`o.entity NOT IN ${listOf(sql, ids)}`);
      yield* observe(
        run,
        kind,
        gone.map(({ entity }) => ({ entity, header: null, details: null })),
      );
      return yield* vanished(run, kind);
    },
    withLease,
    failing(path, "could not note what is no longer listed"),
  );

  const entriesOf = <K extends Kind>(kind: K, rows: ReadonlyArray<ListedRow>) =>
    decoding(() =>
      rows.map(
        (row): Entry<K> => ({
          header: decoded(HEADERS[kind], row.header, observationName(kind, row)),
          detailsId: row.details,
        }),
      ),
    );

  const entries = Effect.fn("Ledger.entries")(
    function* <K extends Kind>(run: Run, kind: K) {
      return yield* entriesOf(kind, yield* current(sql, run, kind)());
    },
    failing(path, "could not be read"),
  );

  const entryPage = Effect.fn("Ledger.entryPage")(
    function* <K extends Kind>(run: Run, kind: K, after: string) {
      const following = current(sql, run, kind)(sql`o.entity > ${after}`);
      return yield* entriesOf(kind, yield* sql<ListedRow>`${following} LIMIT ${PAGE_ENTRIES}`);
    },
    failing(path, "could not be read"),
  );

  const entriesAmong = Effect.fn("Ledger.entriesAmong")(
    function* <K extends Kind>(run: Run, kind: K, ids: Iterable<string>) {
      const among = sql`o.entity IN ${listOf(sql, ids)}`;
      return yield* entriesOf(kind, yield* current(sql, run, kind)(among));
    },
    failing(path, "could not be read"),
  );

  const listedIds: LedgerEntries["listedIds"] = Effect.fn("Ledger.listedIds")(
    function* (run, kind) {
      const rows = yield* sql<{ entity: string }>`SELECT entity FROM (${current(sql, run, kind)()}) listed`;
      return new Set(rows.map(({ entity }) => entity));
    },
    failing(path, "could not be read"),
  );

  const listedBeside = Effect.fn("Ledger.listedBeside")(
    function* <K extends Kind>(run: Run, kind: K, ids: ReadonlySet<string>) {
      return yield* entriesOf(kind, yield* current(sql, run, kind)(sql`o.entity NOT IN ${listOf(sql, ids)}`));
    },
    failing(path, "could not be read"),
  );

  const known: LedgerEntries["known"] = Effect.fn("Ledger.known")(
    function* (run, kind, ids) {
      const rows = yield* sql<KnownRow>`
        SELECT listed.entity, listed.header, r.run, r.day, r.email_rule,
          r.is_whole = 1 AND listed.details IS NOT NULL AS is_whole
        FROM (${current(sql, run, kind)(sql`o.entity IN ${listOf(sql, ids)}`)}) listed
        LEFT JOIN reading r ON r.book = ${run.book} AND r.kind = ${kind} AND r.entity = listed.entity`;
      return yield* decoding(() => new Map(rows.map((row) => [row.entity, knownOf(kind, row)])));
    },
    failing(path, "could not be read"),
  );

  const details = Effect.fn("Ledger.details")(
    function* <K extends Kind>(kind: K, id: number) {
      const [found] = yield* sql<PackedText>`SELECT hash, body FROM blob WHERE id = ${id}`.pipe(
        namingTable("blob"),
      );
      return yield* decoding(() => detailsOf(kind, id, found));
    },
    failing(path, "could not be read"),
  );

  return {
    ...{ store, markUnlisted, entries, entryPage, entriesAmong, listedIds, listedBeside, known, details },
    ...(yield* ledgerHistory(path)),
  };
});
