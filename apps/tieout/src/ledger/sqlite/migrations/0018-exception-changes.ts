import { Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";
import { decoding } from "../../codec/decode.ts";
import { exceptionOf, type RecordedException } from "../../reports/listed-exceptions.ts";
import { recordExceptions } from "../../reports/record-exceptions.ts";

/**
 * Lets a report record of its exceptions only what changed since the one that it is compared with, its `base`.
 *
 * A row of `report_exception` holds until a later report that leads back to it by its bases has another one: an open
 * exception counts a night more in each. `body` is null where one is listed no more though it was neither resolved nor
 * expired, and `is_open` tells whether it goes on.
 */
export const exceptionChanges = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient;
  yield* sql`ALTER TABLE report ADD COLUMN base INTEGER REFERENCES report (id)`;
  yield* sql`ALTER TABLE report_exception RENAME TO listed_exception`;
  yield* sql`CREATE TABLE report_exception (
    report INTEGER NOT NULL REFERENCES report (id),
    exception_id TEXT NOT NULL,
    body TEXT,
    is_open INTEGER NOT NULL,
    digest INTEGER,
    PRIMARY KEY (exception_id, report)
  ) WITHOUT ROWID`;
  yield* sql`CREATE INDEX report_exception_of ON report_exception (report)`;
  // A base is of an earlier day, so that it is done before those that lead to it.
  const reports = yield* sql<{ id: number; is_pruned: number; base: number | null }>`
    SELECT r.id, r.is_pruned, (
      SELECT b.id FROM report b
      WHERE b.book = r.book AND b.day < r.day AND b.run <= r.run AND b.is_placed = 1
      ORDER BY b.day DESC, b.revision DESC LIMIT 1
    ) AS base
    FROM report r ORDER BY r.day, r.revision`;
  const pruned = new Set(reports.flatMap(({ id, is_pruned }) => (is_pruned === 1 ? [id] : [])));
  for (const { id, base } of reports) {
    const rows = yield* sql<RecordedException>`
      SELECT report, exception_id, body FROM listed_exception WHERE report = ${id} ORDER BY exception_id`;
    const listed = yield* decoding(() => rows.map(exceptionOf));
    // What a pruned report has left is not all that it listed.
    const whole = base === null || pruned.has(id) || pruned.has(base) ? null : base;
    yield* sql`UPDATE report SET base = ${whole} WHERE id = ${id}`;
    yield* recordExceptions(sql, { id, base: whole }, listed);
  }
  yield* sql`DROP TABLE listed_exception`;
});
