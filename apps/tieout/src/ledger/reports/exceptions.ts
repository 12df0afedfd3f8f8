import { type ExceptionHistory, type ExceptionRow, isOpenException } from "@tieout/reconcile";
import { Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";
import { decoding } from "../codec/decode.ts";
import { failing } from "../sqlite/sql-failure.ts";
import { type RunRow, runOf } from "../store/runs.ts";
import { nightsLater } from "./exception-changes.ts";
import { exceptionOf, listedExceptions, type RecordedException } from "./listed-exceptions.ts";
import type { ExceptionNight, LedgerReports } from "./PublishedReport.ts";
import { reportOf } from "./report-row.ts";

interface BookReportRow extends RunRow {
  readonly report: number;
  readonly base: number | null;
  readonly report_day: string;
  readonly revision: number;
  readonly window_from: string;
  readonly window_to: string;
  readonly manifest_sha256: string;
  readonly is_placed: number;
  readonly is_pruned: number;
}

/** What is known of an exception, and how the last row of it stood. */
interface Known {
  readonly history: ExceptionHistory;
  readonly last: ExceptionRow;
}

/**
 * Adds a row that was recorded to what is known of an exception. Each carries what came before it, which is all that is
 * left of nights that were pruned; in reports of an older tieout it may have forgotten that, when the exception came
 * back. An open one went on counting until the next row.
 */
const withRow = (known: Known | undefined, row: ExceptionRow): Known => {
  if (known === undefined) return { history: row, last: row };
  const { history, last } = known;
  const gained = isOpenException(last) ? Math.max(row.nights - last.nights, 0) : Number(isOpenException(row));
  const { firstSeen } = row.firstSeen < history.firstSeen ? row : history;
  return { history: { ...row, firstSeen, nights: Math.max(history.nights + gained, row.nights) }, last: row };
};

const nightOf = (report: BookReportRow, row: ExceptionRow): ExceptionNight => {
  const { day, revision, window } = reportOf({ ...report, id: report.report, day: report.report_day });
  return { run: runOf(report), day, revision, window, row };
};

/** How reports of a book, given by day, had one exception, of which some recorded a row: by the number of the report. */
const listedIn = (
  reports: ReadonlyArray<BookReportRow>,
  recorded: ReadonlyMap<number, ExceptionRow | null>,
): ReadonlyMap<number, ExceptionRow> => {
  const listed = new Map<number, ExceptionRow>();
  for (const { report, base, is_pruned } of reports) {
    const before = base === null || is_pruned === 1 ? undefined : listed.get(base);
    const row = recorded.get(report) ?? (recorded.has(report) ? undefined : before && nightsLater(before, 1));
    if (row !== undefined) listed.set(report, row);
  }
  return listed;
};

/** The part of {@link LedgerReports} that knows the exceptions of reports. */
export const ledgerExceptions = Effect.fnUntraced(function* (path: string) {
  const sql = yield* SqlClient.SqlClient;

  const reportExceptions: LedgerReports["reportExceptions"] = Effect.fn("Ledger.reportExceptions")(
    ({ id }) => listedExceptions(sql, id),
    failing(path, "could not be read"),
  );

  const nights: LedgerReports["nights"] = Effect.fn("Ledger.nights")(
    function* (exceptionId) {
      const rows = yield* sql<Omit<RecordedException, "body"> & { readonly body: string | null }>`
        SELECT report, exception_id, body FROM report_exception WHERE exception_id = ${exceptionId}`;
      const reports = yield* sql<BookReportRow>`
        SELECT r.id AS report, r.base, r.day AS report_day, r.revision, r.window_from, r.window_to,
          r.manifest_sha256, r.is_placed, r.is_pruned, run.id, run.book, run.as_of, run.day
        FROM report r JOIN run ON run.id = r.run
        WHERE r.book IN (SELECT book FROM report WHERE id = ${rows[0]?.report ?? 0})
        ORDER BY r.day, r.revision`;
      return yield* decoding(() => {
        const recorded = new Map(
          rows.map(({ body, ...row }) => [row.report, body === null ? null : exceptionOf({ ...row, body })]),
        );
        const listed = listedIn(reports, recorded);
        // Of each day the newest revision stands.
        const standing = new Map(
          reports.filter((report) => report.is_placed === 1).map((report) => [report.report_day, report]),
        );
        return [...standing.values()].flatMap((report) => {
          const row = listed.get(report.report);
          return row === undefined ? [] : [nightOf(report, row)];
        });
      });
    },
    failing(path, "could not be read"),
  );

  const exceptionHistory: LedgerReports["exceptionHistory"] = Effect.fn("Ledger.exceptionHistory")(
    function* (run, day, exceptionIds) {
      const rows = yield* sql<RecordedException>`
        SELECT e.exception_id, e.body, e.report
        FROM report r JOIN report_exception e ON e.report = r.id
        WHERE r.book = ${run.book} AND r.is_placed = 1 AND r.run <= ${run.id} AND r.day < ${day}
          AND r.revision = (
            SELECT max(newer.revision) FROM report newer
            WHERE newer.book = r.book AND newer.day = r.day AND newer.is_placed = 1 AND newer.run <= ${run.id}
          )
          AND e.exception_id IN (SELECT value FROM json_each(${JSON.stringify(exceptionIds)}))
          AND e.body IS NOT NULL
        ORDER BY r.day`;
      return yield* decoding(() => {
        const known = new Map<string, Known>();
        for (const row of rows)
          known.set(row.exception_id, withRow(known.get(row.exception_id), exceptionOf(row)));
        return new Map([...known].map(([id, { history }]) => [id, history]));
      });
    },
    failing(path, "could not be read"),
  );

  const revisedExceptions: LedgerReports["revisedExceptions"] = Effect.fn("Ledger.revisedExceptions")(
    function* (run, day) {
      const revisions = yield* sql<{ id: number }>`
        SELECT id FROM report
        WHERE book = ${run.book} AND day = ${day} AND run <= ${run.id} AND is_placed = 1 AND is_pruned = 0
        ORDER BY revision`;
      const first = new Map<string, ExceptionRow>();
      for (const { id } of revisions)
        for (const row of yield* listedExceptions(sql, id))
          if (!first.has(row.exceptionId)) first.set(row.exceptionId, row);
      return [...first.values()];
    },
    failing(path, "could not be read"),
  );

  return { reportExceptions, exceptionHistory, revisedExceptions, nights };
});
