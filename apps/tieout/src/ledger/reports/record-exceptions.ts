import { type ExceptionRow, isOpenException } from "@tieout/reconcile";
import { Array as Arr, Effect } from "effect";
import type { SqlClient } from "effect/sql/SqlClient";
import { ROWS_AT_ONCE } from "../rows-at-once.ts";
import { canonicalJson } from "../store/blob.ts";
import { exceptionChanges } from "./exception-changes.ts";
import { listedExceptions } from "./listed-exceptions.ts";

interface RecordedReport {
  readonly id: number;
  /** The report that it is compared with. */
  readonly base: number | null;
}

/** Records the exceptions of a report: what changed since the one that it is compared with. */
export const recordExceptions = Effect.fnUntraced(function* (
  sql: SqlClient,
  { id, base }: RecordedReport,
  listed: ReadonlyArray<ExceptionRow>,
) {
  const before = base === null ? [] : yield* listedExceptions(sql, base);
  for (const changes of Arr.chunksOf(exceptionChanges(before, listed), ROWS_AT_ONCE))
    yield* sql`INSERT INTO report_exception ${sql.insert(
      Arr.map(changes, ({ exceptionId, row }) => ({
        report: id,
        exception_id: exceptionId,
        body: row === null ? null : canonicalJson(row),
        is_open: row !== null && isOpenException(row) ? 1 : 0,
      })),
    )}`;
});

/** Lets a report have all its exceptions itself, so that none of those before it is needed for them. */
export const detachExceptions = Effect.fnUntraced(function* (sql: SqlClient, id: number) {
  const listed = yield* listedExceptions(sql, id);
  yield* sql`DELETE FROM report_exception WHERE report = ${id}`;
  yield* sql`UPDATE report SET base = NULL WHERE id = ${id}`;
  yield* recordExceptions(sql, { id, base: null }, listed);
});

/** Detaches the reports that are compared with one that is to go, or to become another one. */
export const detachFollowing = Effect.fnUntraced(function* (sql: SqlClient, id: number) {
  const following = yield* sql<{ id: number }>`SELECT id FROM report WHERE base = ${id}`;
  for (const report of following) yield* detachExceptions(sql, report.id);
});
