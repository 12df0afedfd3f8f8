import { Array as Arr, Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";
import { decoding } from "../codec/decode.ts";
import { deferReferences } from "../dialect.ts";
import type { WithLease } from "../lease/lease.ts";
import { ROWS_AT_ONCE } from "../rows-at-once.ts";
import { failing } from "../sql-failure.ts";
import { canonicalJson } from "../store/blob.ts";
import type { Run } from "../store/Run.ts";
import { ledgerExceptions } from "./exceptions.ts";
import { ledgerFigures } from "./figures.ts";
import { listedExceptions } from "./listed-exceptions.ts";
import type { LedgerReports, ReportRecord } from "./PublishedReport.ts";
import { detachFollowing, recordExceptions } from "./record-exceptions.ts";
import { ledgerConventions } from "./report-conventions.ts";
import { type DatedRow, datedReportOf, madeAsOf, type ReportRow, reportOf } from "./report-row.ts";
import { ledgerNights } from "./reported-nights.ts";

/** Items that are not held, so many at once. */
const inPieces = function* <Item>(items: Iterable<Item>, size: number) {
  let piece: Array<Item> = [];
  for (const item of items) {
    piece.push(item);
    if (piece.length < size || !Arr.isArrayNonEmpty(piece)) continue;
    yield piece;
    piece = [];
  }
  if (Arr.isArrayNonEmpty(piece)) yield piece;
};

/** See {@link LedgerReports}. In the tables a committed report is one that `is_placed`. */
export const ledgerReports = Effect.fnUntraced(function* (path: string, withLease: WithLease) {
  const sql = yield* SqlClient.SqlClient;

  /** What a report is compared with. Of a pruned one what it said is gone in part; an older one was not the one before. */
  const rowBefore = Effect.fnUntraced(function* (run: Run, day: string) {
    const [row] = yield* sql<ReportRow & { readonly is_pruned: number }>`
      SELECT id, day, revision, window_from, window_to, manifest_sha256, is_pruned FROM report
      WHERE book = ${run.book} AND day < ${day} AND run <= ${run.id} AND is_placed = 1
      ORDER BY day DESC, revision DESC LIMIT 1`;
    return row === undefined || row.is_pruned === 1 ? undefined : row;
  });

  const reportBefore: LedgerReports["reportBefore"] = Effect.fn("Ledger.reportBefore")(
    function* (run, day) {
      const row = yield* rowBefore(run, day);
      return row === undefined ? undefined : yield* decoding(() => reportOf(row));
    },
    failing(path, "could not be read"),
  );

  const reportAsOf: LedgerReports["reportAsOf"] = Effect.fn("Ledger.reportAsOf")(
    function* (book, asOf) {
      const [row] = yield* sql<DatedRow>`
        SELECT r.id, r.day, r.revision, r.window_from, r.window_to, r.manifest_sha256, r.run, ${madeAsOf(sql)} AS as_of
        FROM report r JOIN run ON run.id = r.run
        WHERE r.book = ${book} AND r.is_placed = 1 AND ${madeAsOf(sql)} <= ${asOf}
        ORDER BY r.day DESC, r.revision DESC LIMIT 1`;
      return row === undefined ? undefined : yield* decoding(() => datedReportOf(row));
    },
    failing(path, "could not be read"),
  );

  const firstReport: LedgerReports["firstReport"] = Effect.fn("Ledger.firstReport")(
    function* (run) {
      const [row] = yield* sql<ReportRow>`
        SELECT id, day, revision, window_from, window_to, manifest_sha256 FROM report
        WHERE book = ${run.book} AND run <= ${run.id} AND is_placed = 1 ORDER BY day, revision LIMIT 1`;
      return row === undefined ? undefined : yield* decoding(() => reportOf(row));
    },
    failing(path, "could not be read"),
  );

  const publishedReports: LedgerReports["publishedReports"] = Effect.fn("Ledger.publishedReports")(
    function* (book) {
      const rows = yield* sql<DatedRow & { readonly is_pruned: number }>`
        SELECT r.id, r.day, r.revision, r.window_from, r.window_to, r.manifest_sha256, r.run, r.is_pruned, ${madeAsOf(sql)} AS as_of
        FROM report r JOIN run ON run.id = r.run
        WHERE r.book = ${book} AND r.is_placed = 1 ORDER BY r.day, r.revision`;
      return yield* decoding(() =>
        rows.map((row) => ({ ...datedReportOf(row), run: row.run, isPruned: row.is_pruned === 1 })),
      );
    },
    failing(path, "could not be read"),
  );

  const reportAt: LedgerReports["reportAt"] = Effect.fn("Ledger.reportAt")(
    function* (book, day, revision) {
      const [row] = yield* sql<ReportRow>`
        SELECT id, day, revision, window_from, window_to, manifest_sha256 FROM report
        WHERE book = ${book} AND day = ${day} AND revision = ${revision} AND is_placed = 1`;
      return row === undefined ? undefined : yield* decoding(() => reportOf(row));
    },
    failing(path, "could not be read"),
  );

  /** What a report recorded beside its exceptions. */
  const forgetContents = Effect.fnUntraced(function* (reportId: number) {
    yield* sql`DELETE FROM figure WHERE report = ${reportId}`;
    yield* sql`DELETE FROM report_convention WHERE report = ${reportId}`;
    yield* sql`DELETE FROM decision_end WHERE report = ${reportId}`;
    yield* sql`DELETE FROM report WHERE id = ${reportId}`;
  });

  const forget = Effect.fnUntraced(function* (reportId: number) {
    yield* detachFollowing(sql, reportId);
    yield* sql`DELETE FROM report_exception WHERE report = ${reportId}`;
    yield* sql`UPDATE outcome SET told = NULL WHERE told = ${reportId}`;
    yield* forgetContents(reportId);
  });

  /**
   * Makes room for the same revision again, whose files were lost or are published into another directory. Nearly always
   * it lists what it listed, and what others have of it stands.
   */
  const forgetStanding = Effect.fnUntraced(function* (
    standing: { readonly id: number; readonly base: number | null },
    base: number | null,
    exceptions: ReportRecord["exceptions"],
  ) {
    const before = yield* listedExceptions(sql, standing.id);
    const sorted = exceptions.toSorted((left, right) => (left.exceptionId < right.exceptionId ? -1 : 1));
    const isSame = standing.base === base && canonicalJson(before) === canonicalJson(sorted);
    if (!isSame) {
      yield* detachFollowing(sql, standing.id);
      yield* sql`DELETE FROM report_exception WHERE report = ${standing.id}`;
    }
    yield* forgetContents(standing.id);
    return isSame;
  });

  const stage = Effect.fnUntraced(
    function* (run: Run, report: ReportRecord) {
      const { day, revision } = report;
      const base = (yield* rowBefore(run, day))?.id ?? null;
      const [standing] = yield* sql<{ id: number; base: number | null }>`
        SELECT id, base FROM report WHERE book = ${run.book} AND day = ${day} AND revision = ${revision}`;
      // The number stays: other rows name it.
      yield* deferReferences(sql);
      const isListed = standing !== undefined && (yield* forgetStanding(standing, base, report.exceptions));
      const [created] = yield* sql<{ id: number }>`INSERT INTO report ${sql.insert({
        ...(standing && { id: standing.id }),
        book: run.book,
        day,
        revision,
        run: run.id,
        as_of: report.asOf,
        base,
        window_from: report.window.from,
        window_to: report.window.to,
        manifest_sha256: report.manifestSha256,
        rules: report.rules,
        outline: canonicalJson(report.outline),
        is_placed: 0,
      })} RETURNING id`;
      if (created === undefined) return yield* Effect.die("an INSERT with RETURNING gave no row");
      if (!isListed) yield* recordExceptions(sql, { id: created.id, base }, report.exceptions);
      const known = report.conventions.flatMap(({ processorName, total, basis }) =>
        basis === null ? [] : [{ report: created.id, processor: processorName, total, basis }],
      );
      for (const conventions of Arr.chunksOf(known, ROWS_AT_ONCE))
        yield* sql`INSERT INTO report_convention ${sql.insert(conventions)}`;
      for (const figures of inPieces(report.figures, ROWS_AT_ONCE))
        yield* sql`INSERT INTO figure ${sql.insert(
          Arr.map(figures, ({ name, shown }) => ({
            report: created.id,
            name,
            body: shown === null ? null : canonicalJson(shown),
          })),
        )}`;
      for (const ends of Arr.chunksOf([...report.endedDecisions], ROWS_AT_ONCE))
        yield* sql`INSERT INTO decision_end ${sql.insert(
          Arr.map(ends, ([decision, state]) => ({ report: created.id, decision, state })),
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
      return yield* decoding(() => rows.map(reportOf));
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

  return {
    reportBefore,
    reportAsOf,
    firstReport,
    publishedReports,
    reportAt,
    ...(yield* ledgerExceptions(path)),
    ...(yield* ledgerFigures(path)),
    ...(yield* ledgerConventions(path)),
    ...(yield* ledgerNights(path, withLease)),
    publish,
    unconfirmed,
    confirm,
  };
});
