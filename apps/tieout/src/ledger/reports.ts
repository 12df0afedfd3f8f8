import type { ExceptionRow } from "@tieout/reconcile";
import { Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";
import { canonicalJson } from "./blob.ts";
import type { Ledger } from "./Ledger.ts";
import { failing } from "./sql-failure.ts";

/** The part of {@link Ledger} that remembers what was published. */
export const ledgerReports = Effect.fnUntraced(function* (path: string) {
  const sql = yield* SqlClient.SqlClient;

  const reportBefore: Ledger["Service"]["reportBefore"] = Effect.fn("Ledger.reportBefore")(
    function* (book, day) {
      const [row] = yield* sql<{ id: number; day: string; revision: number; manifest_sha256: string }>`
      SELECT id, day, revision, manifest_sha256 FROM report
      WHERE book = ${book} AND day < ${day} ORDER BY day DESC, revision DESC LIMIT 1`;
      return row === undefined
        ? undefined
        : { id: row.id, day: row.day, revision: row.revision, manifestSha256: row.manifest_sha256 };
    },
    failing(path, "could not be read"),
  );

  const reportExceptions: Ledger["Service"]["reportExceptions"] = Effect.fn("Ledger.reportExceptions")(
    function* (report) {
      const rows = yield* sql<{ body: string }>`
      SELECT body FROM report_exception WHERE report = ${report.id} ORDER BY exception_id`;
      // The text is the canonical JSON that `recordReport` made of a row.
      return rows.map((row) => JSON.parse(row.body) as ExceptionRow);
    },
    failing(path, "could not be read"),
  );

  const recordReport: Ledger["Service"]["recordReport"] = Effect.fn("Ledger.recordReport")(
    function* (run, report, exceptions) {
      const [created] = yield* sql<{ id: number }>`
        INSERT INTO report ${sql.insert({
          book: run.book,
          day: report.day,
          revision: report.revision,
          run: run.id,
          manifest_sha256: report.manifestSha256,
        })} ON CONFLICT (book, day, revision) DO NOTHING RETURNING id`;
      if (created === undefined) return;
      for (const exception of exceptions)
        yield* sql`INSERT INTO report_exception ${sql.insert({
          report: created.id,
          exception_id: exception.exceptionId,
          body: canonicalJson(exception),
        })}`;
    },
    (effect) => sql.withTransaction(effect),
    failing(path, "could not record the published report"),
  );

  return { reportBefore, reportExceptions, recordReport };
});
