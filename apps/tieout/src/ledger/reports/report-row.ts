import type { SqlClient } from "effect/sql/SqlClient";
import { checked } from "../codec/decode.ts";
import { isCalendarDay, isCount, isInstant, isText, objectOf } from "../codec/guards.ts";
import type { DatedReport, PublishedReport } from "./PublishedReport.ts";

/** A row of the table `report`, as far as every reader needs it. */
export interface ReportRow {
  readonly id: number;
  readonly day: string;
  readonly revision: number;
  readonly window_from: string;
  readonly window_to: string;
  readonly manifest_sha256: string;
}

const isPublishedReport = objectOf<PublishedReport>({
  id: isCount,
  day: isCalendarDay,
  revision: isCount,
  window: objectOf<PublishedReport["window"]>({ from: isCalendarDay, to: isCalendarDay }),
  manifestSha256: isText,
});

/** The report that a row holds. Throws `RowDamaged`. */
export const reportOf = (row: ReportRow): PublishedReport => {
  const { id, day, revision } = row;
  const window = { from: row.window_from, to: row.window_to };
  const report = { id, day, revision, window, manifestSha256: row.manifest_sha256 };
  return checked(isPublishedReport, report, { table: "report", row: id });
};

/** The instant as of which a report `r` of a `run` was made. */
export const madeAsOf = (sql: SqlClient) => sql`coalesce(r.as_of, run.as_of)`;

/** The same with the run that the report was made of, and the instant as of which it was made. */
export interface DatedRow extends ReportRow {
  readonly run: number;
  readonly as_of: string;
}

/** The report that a row holds, with its instant. Throws `RowDamaged`. */
export const datedReportOf = (row: DatedRow): DatedReport => ({
  ...reportOf(row),
  asOf: checked(isInstant, row.as_of, { table: "report", row: row.id }),
});

/** Of each day up to a report's, the newest revision: the reports that stand, oldest first. */
export const standingReports = (sql: SqlClient, { id }: PublishedReport) => sql<
  Pick<ReportRow, "id" | "day" | "revision">
>`
    WITH last AS (SELECT book, day, revision, run FROM report WHERE id = ${id})
    SELECT r.id, r.day, r.revision FROM report r, last
    WHERE r.book = last.book AND r.is_placed = 1 AND r.run <= last.run AND r.day <= last.day
      AND r.revision = (
        SELECT max(newer.revision) FROM report newer
        WHERE newer.book = r.book AND newer.day = r.day AND newer.is_placed = 1 AND newer.run <= last.run
      )
    ORDER BY r.day`;
