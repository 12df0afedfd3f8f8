import { Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";
import type { SqlError } from "effect/sql/SqlError";
import { isStoredFacts } from "../codec/codecs.ts";
import { checked, decoded, decoding, type RowDamaged } from "../codec/decode.ts";
import { isInstant, nullable, objectOf } from "../codec/guards.ts";
import { isPostgres } from "../dialect.ts";
import { checkEveryRow } from "../digest/check-digests.ts";
import { LEDGER_TABLES } from "../digest/digested-tables.ts";
import { LedgerFailed } from "../failures.ts";
import { type DatedRow, datedReportOf, madeAsOf } from "../reports/report-row.ts";
import { failing } from "../sql-failure.ts";
import { fileBytes } from "../sqlite/file-bytes.ts";
import { completeFacts } from "../store/RunFacts.ts";
import { runOf, type RunRow as StoredRun } from "../store/runs.ts";
import type { LedgerContents, LedgerOverview, RunRecord, SourceFreshness } from "./LedgerOverview.ts";

interface RunRow extends StoredRun {
  readonly finished_at: string | null;
  readonly started_at: string;
}

interface SourcesRow {
  readonly id: number;
  readonly finished_at: string;
  readonly sources: string;
}

const isRunTimes = objectOf<Pick<RunRecord, "startedAt" | "finishedAt">>({
  startedAt: isInstant,
  finishedAt: nullable(isInstant),
});

const recordOfRun = ({ started_at, finished_at, ...row }: RunRow): RunRecord => {
  const times = { startedAt: started_at, finishedAt: finished_at };
  return { ...runOf(row), ...checked(isRunTimes, times, { table: "run", row: row.id }) };
};

/** When each source was last read, by name, from the runs that ended, newest first. */
const lastReads = (rows: ReadonlyArray<SourcesRow>): ReadonlyMap<string, SourceFreshness> => {
  const found = new Map<string, SourceFreshness>();
  for (const { id, finished_at: readAt, sources } of rows)
    for (const [source, { asked, listed }] of Object.entries(
      completeFacts(decoded(isStoredFacts, sources, { table: "run", row: id })),
    ))
      if (asked && !found.has(source)) found.set(source, { readAt, listed });
  return found;
};

/** See {@link LedgerOverview}. */
export const ledgerOverview = Effect.fnUntraced(function* (
  path: string,
  transactions: Effect.Effect<number, SqlError | RowDamaged>,
) {
  const sql = yield* SqlClient.SqlClient;

  const contents: LedgerOverview["contents"] = Effect.gen(function* () {
    const books = yield* sql<{ book: string }>`SELECT DISTINCT book FROM run ORDER BY book`;
    const [counts] = yield* sql<Omit<LedgerContents, "books" | "transactions">>`
      SELECT
        (SELECT count(*) FROM run) AS runs,
        (SELECT count(*) FROM report WHERE is_placed = 1) AS reports,
        (SELECT count(*) FROM (SELECT DISTINCT book, entity FROM observation WHERE kind = 'settlement') of_kind) AS settlements,
        (SELECT count(*) FROM (SELECT DISTINCT book, entity FROM observation WHERE kind = 'credential_batch') of_kind)
          AS "credentialBatches",
        (SELECT count(*) FROM blob) AS details`;
    if (counts === undefined) return yield* Effect.die("a SELECT of counts gave no row");
    return { ...counts, books: books.map(({ book }) => book), transactions: yield* transactions };
  }).pipe(failing(path, "could not be read"));

  const intact: LedgerOverview["intact"] = Effect.gen(function* () {
    // PostgreSQL looks after its own pages, and fails with what it finds.
    if (isPostgres(sql)) return;
    const [found] = yield* sql<{ quick_check: string }>`PRAGMA quick_check(1)`;
    if (found?.quick_check === "ok") return;
    const problem = `is damaged (${found?.quick_check}); restore the ledger and its key from a backup`;
    return yield* new LedgerFailed({ ledger: path, isNew: false, problem });
  }).pipe(failing(path, "could not be read"));

  const everyRow: LedgerOverview["everyRow"] = checkEveryRow.pipe(
    Effect.provideService(SqlClient.SqlClient, sql),
    failing(path, "could not be read"),
  );

  const freshness = Effect.fnUntraced(function* (book: string) {
    const rows = yield* sql<SourcesRow>`
      SELECT id, finished_at, sources FROM run
      WHERE book = ${book} AND finished_at IS NOT NULL ORDER BY id DESC`;
    return yield* decoding(() => lastReads(rows));
  });

  const newestReport = Effect.fnUntraced(function* (book: string, asOf: string) {
    const [row] = yield* sql<DatedRow>`
      SELECT r.id, r.day, r.revision, r.window_from, r.window_to, r.manifest_sha256, r.run, ${madeAsOf(sql)} AS as_of
      FROM report r JOIN run ON run.id = r.run
      WHERE r.book = ${book} AND r.is_placed = 1 AND ${madeAsOf(sql)} <= ${asOf}
      ORDER BY r.day DESC, r.revision DESC LIMIT 1`;
    if (row === undefined) return undefined;
    return yield* decoding(() => datedReportOf(row));
  });

  const overview: LedgerOverview["overview"] = Effect.fn("Ledger.overview")(
    function* (book, { runs, asOf }) {
      const rows = yield* sql<RunRow>`
        SELECT id, book, as_of, day, finished_at, (
          SELECT min(started_at) FROM run_session WHERE run = run.id
        ) AS started_at
        FROM run WHERE book = ${book} ORDER BY id DESC LIMIT ${runs}`;
      return {
        runs: yield* decoding(() => rows.map(recordOfRun)),
        report: yield* newestReport(book, asOf),
        sources: yield* freshness(book),
      };
    },
    failing(path, "could not be read"),
  );

  const bytes: LedgerOverview["bytes"] = Effect.gen(function* () {
    if (!isPostgres(sql)) return fileBytes(path);
    const [found] = yield* sql<{ bytes: number }>`
      SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0)::int8 AS bytes FROM pg_class c
      WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
        AND ${sql.in("c.relname", LEDGER_TABLES)}`;
    return found?.bytes ?? 0;
  }).pipe(failing(path, "could not be read"));

  return { intact, everyRow, bytes, contents, overview };
});
