import { type ExceptionHistory, type ExceptionRow, isOpenException } from "@tieout/reconcile";
import { Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";
import { isExceptionRow } from "../codec/codecs.ts";
import { decoded, decoding } from "../codec/decode.ts";
import { failing } from "../sqlite/sql-failure.ts";
import { type RunRow, runOf } from "../store/runs.ts";
import type { ExceptionNight, LedgerReports } from "./PublishedReport.ts";
import { reportOf } from "./report-row.ts";

interface ExceptionBody {
  readonly exception_id: string;
  readonly body: string;
}

interface NightRow extends RunRow, ExceptionBody {
  readonly report: number;
  readonly report_day: string;
  readonly revision: number;
  readonly window_from: string;
  readonly window_to: string;
  readonly manifest_sha256: string;
}

const exceptionOf = (report: number, { exception_id, body }: ExceptionBody): ExceptionRow =>
  decoded(isExceptionRow, body, { table: "report_exception", row: `${exception_id} of report ${report}` });

/**
 * Adds a night to what is known of an exception. Each row carries what came before it, which is all that is left of
 * nights that were pruned; in reports of an older tieout it may have forgotten that, when the exception came back.
 */
const withNight = (known: ExceptionHistory | undefined, row: ExceptionRow): ExceptionHistory => ({
  ...row,
  firstSeen: known === undefined || row.firstSeen < known.firstSeen ? row.firstSeen : known.firstSeen,
  nights: Math.max((known?.nights ?? 0) + (isOpenException(row) ? 1 : 0), row.nights),
});

const nightOf = (row: NightRow): ExceptionNight => {
  const { day, revision, window } = reportOf({ ...row, id: row.report, day: row.report_day });
  return { run: runOf(row), day, revision, window, row: exceptionOf(row.report, row) };
};

/** The part of {@link LedgerReports} that knows the exceptions of reports. */
export const ledgerExceptions = Effect.fnUntraced(function* (path: string) {
  const sql = yield* SqlClient.SqlClient;

  const reportExceptions: LedgerReports["reportExceptions"] = Effect.fn("Ledger.reportExceptions")(
    function* (report) {
      const rows = yield* sql<ExceptionBody>`
        SELECT exception_id, body FROM report_exception WHERE report = ${report.id} ORDER BY exception_id`;
      return yield* decoding(() => rows.map((row) => exceptionOf(report.id, row)));
    },
    failing(path, "could not be read"),
  );

  const nights: LedgerReports["nights"] = Effect.fn("Ledger.nights")(
    function* (exceptionId) {
      const rows = yield* sql<NightRow>`
        SELECT r.id AS report, r.day AS report_day, r.revision, r.window_from, r.window_to, r.manifest_sha256,
          e.exception_id, e.body, run.id, run.book, run.as_of, run.day
        FROM report_exception e JOIN report r ON r.id = e.report JOIN run ON run.id = r.run
        WHERE e.exception_id = ${exceptionId} AND r.is_placed = 1 AND r.revision = (
          SELECT max(newer.revision) FROM report newer
          WHERE newer.book = r.book AND newer.day = r.day AND newer.is_placed = 1
        )
        ORDER BY r.day`;
      return yield* decoding(() => rows.map(nightOf));
    },
    failing(path, "could not be read"),
  );

  const exceptionHistory: LedgerReports["exceptionHistory"] = Effect.fn("Ledger.exceptionHistory")(
    function* (run, day, exceptionIds) {
      const rows = yield* sql<ExceptionBody & { readonly report: number }>`
        SELECT e.exception_id, e.body, e.report
        FROM report r JOIN report_exception e ON e.report = r.id
        WHERE r.book = ${run.book} AND r.is_placed = 1 AND r.run <= ${run.id} AND r.day < ${day}
          AND r.revision = (
            SELECT max(newer.revision) FROM report newer
            WHERE newer.book = r.book AND newer.day = r.day AND newer.is_placed = 1 AND newer.run <= ${run.id}
          )
          AND e.exception_id IN (SELECT value FROM json_each(${JSON.stringify(exceptionIds)}))
        ORDER BY r.day`;
      return yield* decoding(() => {
        const history = new Map<string, ExceptionHistory>();
        for (const row of rows) {
          const exception = exceptionOf(row.report, row);
          history.set(exception.exceptionId, withNight(history.get(exception.exceptionId), exception));
        }
        return history;
      });
    },
    failing(path, "could not be read"),
  );

  const revisedExceptions: LedgerReports["revisedExceptions"] = Effect.fn("Ledger.revisedExceptions")(
    function* (run, day) {
      const rows = yield* sql<ExceptionBody & { readonly report: number }>`
        SELECT e.exception_id, e.body, e.report
        FROM report r JOIN report_exception e ON e.report = r.id
        WHERE r.book = ${run.book} AND r.day = ${day} AND r.run <= ${run.id} AND r.is_placed = 1
        ORDER BY r.revision, e.exception_id`;
      return yield* decoding(() => {
        const first = new Map<string, ExceptionRow>();
        for (const row of rows)
          if (!first.has(row.exception_id)) first.set(row.exception_id, exceptionOf(row.report, row));
        return [...first.values()];
      });
    },
    failing(path, "could not be read"),
  );

  return { reportExceptions, exceptionHistory, revisedExceptions, nights };
});
