import { Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";
import type { SqlError } from "effect/sql/SqlError";
import { failing } from "../sqlite/sql-failure.ts";
import type { LedgerContents, LedgerOverview } from "./LedgerOverview.ts";

interface RunRow {
  readonly id: number;
  readonly book: string;
  readonly as_of: string;
  readonly day: string;
  readonly finished_at: string | null;
  readonly started_at: string;
}

interface ReportRow {
  readonly id: number;
  readonly day: string;
  readonly revision: number;
  readonly window_from: string;
  readonly window_to: string;
  readonly manifest_sha256: string;
  readonly as_of: string;
}

/** See {@link LedgerOverview}. */
export const ledgerOverview = Effect.fnUntraced(function* (
  path: string,
  transactions: Effect.Effect<number, SqlError>,
) {
  const sql = yield* SqlClient.SqlClient;

  const contents: LedgerOverview["contents"] = Effect.gen(function* () {
    const books = yield* sql<{ book: string }>`SELECT DISTINCT book FROM run ORDER BY book`;
    const [counts] = yield* sql<Omit<LedgerContents, "books" | "transactions">>`
      SELECT
        (SELECT count(*) FROM run) AS runs,
        (SELECT count(*) FROM report WHERE is_placed = 1) AS reports,
        (SELECT count(*) FROM (SELECT DISTINCT book, entity FROM observation WHERE kind = 'settlement')) AS settlements,
        (SELECT count(*) FROM (SELECT DISTINCT book, entity FROM observation WHERE kind = 'credential_batch'))
          AS "credentialBatches",
        (SELECT count(*) FROM blob) AS details`;
    if (counts === undefined) return yield* Effect.die("a SELECT of counts gave no row");
    return { ...counts, books: books.map(({ book }) => book), transactions: yield* transactions };
  }).pipe(failing(path, "could not be read"));

  const freshness = Effect.fnUntraced(function* (book: string, source: "record" | "koard") {
    const [row] = yield* sql<{ readAt: string; listed: number }>`
      SELECT finished_at AS "readAt", json_extract(sources, ${`$.${source}.listed`}) AS listed FROM run
      WHERE book = ${book} AND finished_at IS NOT NULL AND json_extract(sources, ${`$.${source}.configured`}) = 1
      ORDER BY id DESC LIMIT 1`;
    return row;
  });

  const newestReport = Effect.fnUntraced(function* (book: string) {
    const [row] = yield* sql<ReportRow>`
      SELECT r.id, r.day, r.revision, r.window_from, r.window_to, r.manifest_sha256, run.as_of
      FROM report r JOIN run ON run.id = r.run
      WHERE r.book = ${book} AND r.is_placed = 1
      ORDER BY r.day DESC, r.revision DESC LIMIT 1`;
    return row === undefined
      ? undefined
      : {
          id: row.id,
          day: row.day,
          revision: row.revision,
          window: { from: row.window_from, to: row.window_to },
          manifestSha256: row.manifest_sha256,
          asOf: row.as_of,
        };
  });

  const overview: LedgerOverview["overview"] = Effect.fn("Ledger.overview")(
    function* (book, runs) {
      const rows = yield* sql<RunRow>`
        SELECT id, book, as_of, day, finished_at, (
          SELECT min(started_at) FROM run_session WHERE run = run.id
        ) AS started_at
        FROM run WHERE book = ${book} ORDER BY id DESC LIMIT ${runs}`;
      return {
        runs: rows.map(({ as_of, started_at, finished_at, ...row }) => ({
          ...row,
          asOf: as_of,
          startedAt: started_at,
          finishedAt: finished_at,
        })),
        report: yield* newestReport(book),
        record: yield* freshness(book, "record"),
        koard: yield* freshness(book, "koard"),
      };
    },
    failing(path, "could not be read"),
  );

  return { contents, overview };
});
