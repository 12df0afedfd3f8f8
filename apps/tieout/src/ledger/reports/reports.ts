import type { ExceptionRow, PublishedFigures, RestatedField } from "@tieout/reconcile";
import { Array as Arr, Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";
import type { WithLease } from "../lease/lease.ts";
import { failing } from "../sqlite/sql-failure.ts";
import { canonicalJson } from "../store/blob.ts";
import type { Run } from "../store/Run.ts";
import type { LedgerReports, PublishedReport, RecordedFigures, ReportRecord } from "./PublishedReport.ts";

/** What a statement costs beside its rows is then a small part of it. */
const ROWS_AT_ONCE = 100;

interface ReportRow {
  readonly id: number;
  readonly day: string;
  readonly revision: number;
  readonly window_from: string;
  readonly window_to: string;
  readonly manifest_sha256: string;
}

interface NightRow {
  readonly id: number;
  readonly book: string;
  readonly as_of: string;
  readonly run_day: string;
  readonly day: string;
  readonly revision: number;
  readonly window_from: string;
  readonly window_to: string;
  readonly body: string;
}

const reportOf = (row: ReportRow): PublishedReport => ({
  id: row.id,
  day: row.day,
  revision: row.revision,
  window: { from: row.window_from, to: row.window_to },
  manifestSha256: row.manifest_sha256,
});

/** Reads recorded figures. A field that has no date of its own was shown first by the report that recorded it. */
export const readFigures = ({ text, report }: RecordedFigures): PublishedFigures => {
  // The text is the canonical JSON that `stage` made of such figures.
  const shown = JSON.parse(text) as PublishedFigures;
  return {
    ...shown,
    since: Object.fromEntries(
      Object.keys(shown.figures).map((field) => [field, shown.since[field as RestatedField] ?? report]),
    ),
  };
};

/** See {@link LedgerReports}. In the tables a committed report is one that `is_placed`. */
export const ledgerReports = Effect.fnUntraced(function* (path: string, withLease: WithLease) {
  const sql = yield* SqlClient.SqlClient;

  const reportBefore: LedgerReports["reportBefore"] = Effect.fn("Ledger.reportBefore")(
    function* (run, day) {
      const [row] = yield* sql<ReportRow & { readonly is_pruned: number }>`
        SELECT id, day, revision, window_from, window_to, manifest_sha256, is_pruned FROM report
        WHERE book = ${run.book} AND day < ${day} AND run <= ${run.id} AND is_placed = 1
        ORDER BY day DESC, revision DESC LIMIT 1`;
      // What a pruned one said is gone in part; an older one that is still whole was not the one before.
      return row === undefined || row.is_pruned === 1 ? undefined : reportOf(row);
    },
    failing(path, "could not be read"),
  );

  const reportAt: LedgerReports["reportAt"] = Effect.fn("Ledger.reportAt")(
    function* (book, day, revision) {
      const [row] = yield* sql<ReportRow>`
        SELECT id, day, revision, window_from, window_to, manifest_sha256 FROM report
        WHERE book = ${book} AND day = ${day} AND revision = ${revision} AND is_placed = 1`;
      return row === undefined ? undefined : reportOf(row);
    },
    failing(path, "could not be read"),
  );

  const reportExceptions: LedgerReports["reportExceptions"] = Effect.fn("Ledger.reportExceptions")(
    function* (report) {
      const rows = yield* sql<{ body: string }>`
        SELECT body FROM report_exception WHERE report = ${report.id} ORDER BY exception_id`;
      // The text is the canonical JSON that `stage` made of a row.
      return rows.map((row) => JSON.parse(row.body) as ExceptionRow);
    },
    failing(path, "could not be read"),
  );

  const nights: LedgerReports["nights"] = Effect.fn("Ledger.nights")(
    function* (exceptionId) {
      const rows = yield* sql<NightRow>`
        SELECT r.day, r.revision, r.window_from, r.window_to, e.body, run.id, run.book, run.as_of, run.day AS run_day
        FROM report_exception e JOIN report r ON r.id = e.report JOIN run ON run.id = r.run
        WHERE e.exception_id = ${exceptionId} AND r.is_placed = 1 AND r.revision = (
          SELECT max(newer.revision) FROM report newer
          WHERE newer.book = r.book AND newer.day = r.day AND newer.is_placed = 1
        )
        ORDER BY r.day`;
      return rows.map(({ id, book, as_of, run_day, day, revision, body, ...window }) => ({
        run: { id, book, asOf: as_of, day: run_day },
        day,
        revision,
        window: { from: window.window_from, to: window.window_to },
        // The text is the canonical JSON that `stage` made of a row.
        row: JSON.parse(body) as ExceptionRow,
      }));
    },
    failing(path, "could not be read"),
  );

  /** Of each day up to a report's, the newest revision: the reports that stand, oldest first. */
  const standing = ({ id }: PublishedReport) => sql<Pick<ReportRow, "id" | "day" | "revision">>`
    WITH last AS (SELECT book, day, revision, run FROM report WHERE id = ${id})
    SELECT r.id, r.day, r.revision FROM report r, last
    WHERE r.book = last.book AND r.is_placed = 1 AND r.run <= last.run AND r.day <= last.day
      AND r.revision = (
        SELECT max(newer.revision) FROM report newer
        WHERE newer.book = r.book AND newer.day = r.day AND newer.is_placed = 1 AND newer.run <= last.run
      )
    ORDER BY r.day`;

  const figures: LedgerReports["figures"] = Effect.fn("Ledger.figures")(
    function* (report) {
      const figures = new Map<string, RecordedFigures>();
      // One report after the other: sorted together, all texts would be copied once more.
      for (const { id, day, revision } of yield* standing(report)) {
        const rows = yield* sql<{ name: string; body: string | null }>`
          SELECT name, body FROM figure WHERE report = ${id} ORDER BY name`;
        for (const { name, body } of rows) {
          if (body === null) figures.delete(name);
          else figures.set(name, { text: body, report: `${day}/r${revision}` });
        }
      }
      return figures;
    },
    failing(path, "could not be read"),
  );

  const forget = Effect.fnUntraced(function* (reportId: number) {
    yield* sql`DELETE FROM report_exception WHERE report = ${reportId}`;
    yield* sql`DELETE FROM figure WHERE report = ${reportId}`;
    yield* sql`DELETE FROM report WHERE id = ${reportId}`;
  });

  const stage = Effect.fnUntraced(
    function* (run: Run, report: ReportRecord) {
      const { day, revision } = report;
      const [standing] = yield* sql<{ id: number }>`
        SELECT id FROM report WHERE book = ${run.book} AND day = ${day} AND revision = ${revision}`;
      // The same revision again: its files were lost or are published into another directory.
      if (standing !== undefined) yield* forget(standing.id);
      const [created] = yield* sql<{ id: number }>`INSERT INTO report ${sql.insert({
        book: run.book,
        day,
        revision,
        run: run.id,
        window_from: report.window.from,
        window_to: report.window.to,
        manifest_sha256: report.manifestSha256,
        is_placed: 0,
      })} RETURNING id`;
      if (created === undefined) return yield* Effect.die("an INSERT with RETURNING gave no row");
      for (const exceptions of Arr.chunksOf(report.exceptions, ROWS_AT_ONCE))
        yield* sql`INSERT INTO report_exception ${sql.insert(
          Arr.map(exceptions, (exception) => ({
            report: created.id,
            exception_id: exception.exceptionId,
            body: canonicalJson(exception),
          })),
        )}`;
      for (const figures of Arr.chunksOf(report.figures, ROWS_AT_ONCE))
        yield* sql`INSERT INTO figure ${sql.insert(
          Arr.map(figures, ({ name, shown }) => ({
            report: created.id,
            name,
            body: shown === null ? null : canonicalJson(shown),
          })),
        )}`;
      return created.id;
    },
    withLease,
    failing(path, "could not record the report"),
  );

  const publish: LedgerReports["publish"] = Effect.fn("Ledger.publish")(function* (run, report, commit) {
    const id = yield* stage(run, report);
    // The write lock is held while the files move: a run that lost its lease cannot come in between, and
    // one that stands still inside keeps everybody else out until it wakes or dies.
    yield* commit.pipe(
      Effect.andThen(
        sql`UPDATE report SET is_placed = 1 WHERE id = ${id}`.pipe(
          failing(path, "could not settle the report"),
        ),
      ),
      withLease,
      failing(path, "could not settle the report"),
    );
  });

  const unconfirmed: LedgerReports["unconfirmed"] = Effect.fn("Ledger.unconfirmed")(
    function* (book) {
      const rows = yield* sql<ReportRow>`
        SELECT id, day, revision, window_from, window_to, manifest_sha256 FROM report WHERE book = ${book} AND is_placed = 0`;
      return rows.map(reportOf);
    },
    failing(path, "could not be read"),
  );

  const confirm: LedgerReports["confirm"] = Effect.fn("Ledger.confirm")(
    function* (report, isCommitted) {
      if (isCommitted) yield* sql`UPDATE report SET is_placed = 1 WHERE id = ${report.id}`;
      else yield* forget(report.id);
    },
    withLease,
    failing(path, "could not settle the report"),
  );

  return { reportBefore, reportAt, reportExceptions, nights, figures, publish, unconfirmed, confirm };
});
