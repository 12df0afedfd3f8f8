import type { ExceptionRow } from "@tieout/reconcile";
import { Effect } from "effect";
import type { SqlClient } from "effect/sql/SqlClient";
import { isExceptionRow } from "../codec/codecs.ts";
import { decoded, decoding } from "../codec/decode.ts";
import { nightsLater } from "./exception-changes.ts";

/** What a report recorded of an exception. */
export interface RecordedException {
  readonly report: number;
  readonly exception_id: string;
  readonly body: string;
}

/** The row that was recorded. Throws `RowDamaged`. */
export const exceptionOf = ({ report, exception_id, body }: RecordedException): ExceptionRow =>
  decoded(isExceptionRow, body, { table: "report_exception", row: `${exception_id} of report ${report}` });

/**
 * The exceptions of a report, by id: of each what was recorded last, by itself or by the reports that it and they were
 * compared with, and as many nights later as there are reports between.
 */
export const listedExceptions = Effect.fnUntraced(function* (sql: SqlClient, report: number) {
  const rows = yield* sql<RecordedException & { readonly nights: number }>`
    WITH RECURSIVE chain (id, base, nights) AS (
      SELECT id, base, 0 FROM report WHERE id = ${report}
      UNION ALL
      SELECT r.id, r.base, chain.nights + 1 FROM chain JOIN report r ON r.id = chain.base
    )
    -- In SQLite the other columns are those of the row that has the least.
    SELECT e.report, e.exception_id, e.body, e.is_open, min(chain.nights) AS nights
    FROM chain JOIN report_exception e ON e.report = chain.id
    GROUP BY e.exception_id HAVING e.body IS NOT NULL AND (nights = 0 OR e.is_open = 1)
    ORDER BY e.exception_id`;
  return yield* decoding(() =>
    rows.flatMap((row) => {
      const listed = nightsLater(exceptionOf(row), row.nights);
      return listed === undefined ? [] : [listed];
    }),
  );
});
