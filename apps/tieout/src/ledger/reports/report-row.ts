import { checked } from "../codec/decode.ts";
import { isCalendarDay, isCount, isText, objectOf } from "../codec/guards.ts";
import type { PublishedReport } from "./PublishedReport.ts";

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
