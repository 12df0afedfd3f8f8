import type { ExceptionRow } from "@tieout/reconcile";
import { Effect } from "effect";
import type { SqlClient } from "effect/sql/SqlClient";
import { isExceptionRow } from "../codec/codecs.ts";
import { decoded, decoding } from "../codec/decode.ts";
import { leastOf } from "../dialect.ts";
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

/** What was recorded last of each exception along a chain of reports. */
const RECORDED = {
  key: "e.exception_id",
  from: "chain JOIN report_exception e ON e.report = chain.id",
  least: "chain.nights",
} as const;

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
    SELECT report, exception_id, body, least AS nights
    FROM (${leastOf(sql, { ...RECORDED, columns: "e.report, e.exception_id, e.body, e.is_open" })}) last
    WHERE body IS NOT NULL AND (least = 0 OR is_open = 1)
    ORDER BY exception_id`;
  return yield* decoding(() =>
    rows.flatMap((row) => {
      const listed = nightsLater(exceptionOf(row), row.nights);
      return listed === undefined ? [] : [listed];
    }),
  );
});
