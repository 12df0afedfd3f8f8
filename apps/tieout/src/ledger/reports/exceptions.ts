import { type ExceptionHistory, type ExceptionRow, isOpenException } from "@tieout/reconcile";
import { Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";
import { decoding } from "../codec/decode.ts";
import { listed as listOf } from "../dialect.ts";
import { failing } from "../sql-failure.ts";
import { type RunRow, runOf } from "../store/runs.ts";
import { nightsLater } from "./exception-changes.ts";
import { exceptionOf, listedExceptions, type RecordedException } from "./listed-exceptions.ts";
import type { ExceptionNight, LedgerReports } from "./PublishedReport.ts";
import { reportOf } from "./report-row.ts";

interface ChangeRow extends Omit<RecordedException, "body"> {
  readonly body: string | null;
}

/** A report, and the one that its exceptions are recorded as changes since. */
interface Based {
  readonly report: number;
  readonly base: number | null;
}

interface StandingRow extends Based {
  /** Whether no later revision of its day is known. */
  readonly stands: number;
}

interface BookReportRow extends RunRow, Based {
  readonly report_day: string;
  readonly revision: number;
  readonly window_from: string;
  readonly window_to: string;
  readonly manifest_sha256: string;
  readonly is_placed: number;
}

/** What is known of an exception, and how the last report that listed it had it. */
interface Known {
  readonly history: ExceptionHistory;
  readonly last: ExceptionRow;
}

/**
 * Adds how a report had an exception to what is known of it. Each row carries what came before it, which is all that is
 * left of nights that were pruned; in reports of an older tieout it may have forgotten that, when the exception came
 * back.
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

/** What reports recorded of one exception, by the number of the report. */
type Recorded = ReadonlyMap<number, ExceptionRow | null>;

const recordedRow = (row: ChangeRow): ExceptionRow | null => {
  const { body } = row;
  return body === null ? null : exceptionOf({ ...row, body });
};

/** How reports of a book, given by day, had one exception, whether they recorded it or it follows: by the number of the report. */
const listedIn = (reports: ReadonlyArray<Based>, recorded: Recorded): ReadonlyMap<number, ExceptionRow> => {
  const listed = new Map<number, ExceptionRow>();
  for (const { report, base } of reports) {
    const before = base === null ? undefined : listed.get(base);
    const row = recorded.has(report) ? recorded.get(report) : before && nightsLater(before, 1);
    if (row !== undefined && row !== null) listed.set(report, row);
  }
  return listed;
};

/** What is known of an exception by the reports that stand, given by day with all that these are based on. */
const knownBy = (reports: ReadonlyArray<StandingRow>, recorded: Recorded): ExceptionHistory | undefined => {
  const listed = listedIn(reports, recorded);
  const rows = reports.flatMap(({ report, stands }) => {
    const row = stands === 1 ? listed.get(report) : undefined;
    return row === undefined ? [] : [row];
  });
  return rows.reduce<Known | undefined>(withRow, undefined)?.history;
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
      const rows = yield* sql<ChangeRow>`
        SELECT report, exception_id, body FROM report_exception WHERE exception_id = ${exceptionId}`;
      const reports = yield* sql<BookReportRow>`
        SELECT r.id AS report, r.base, r.day AS report_day, r.revision, r.window_from, r.window_to,
          r.manifest_sha256, r.is_placed, run.id, run.book, run.as_of, run.day
        FROM report r JOIN run ON run.id = r.run
        WHERE r.book IN (SELECT book FROM report WHERE id = ${rows[0]?.report ?? 0})
        ORDER BY r.day, r.revision`;
      return yield* decoding(() => {
        const listed = listedIn(reports, new Map(rows.map((row) => [row.report, recordedRow(row)])));
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
      const rows = yield* sql<ChangeRow>`
        SELECT report, exception_id, body FROM report_exception
        WHERE exception_id IN (SELECT value FROM ${listOf(sql, exceptionIds)} asked)`;
      if (rows.length === 0) return new Map();
      const reports = yield* sql<StandingRow>`
        SELECT id AS report, base, is_placed = 1 AND revision = (
          max(revision) FILTER (WHERE is_placed = 1) OVER (PARTITION BY day)
        ) AS stands
        FROM report WHERE book = ${run.book} AND run <= ${run.id} AND day < ${day}
        ORDER BY day, revision`;
      return yield* decoding(() => {
        const recorded = new Map<string, Map<number, ExceptionRow | null>>();
        for (const row of rows) {
          const reported = recorded.get(row.exception_id) ?? new Map<number, ExceptionRow | null>();
          recorded.set(row.exception_id, reported.set(row.report, recordedRow(row)));
        }
        return new Map(
          [...recorded].flatMap(([id, reported]) => {
            const history = knownBy(reports, reported);
            return history === undefined ? [] : [[id, history] as const];
          }),
        );
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
