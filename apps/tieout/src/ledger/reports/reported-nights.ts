import type { ExceptionTotals, Verdict } from "@tieout/reconcile";
import { Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";
import { isDecimal } from "../codec/codecs.ts";
import { checked, decoded, decoding } from "../codec/decode.ts";
import { isCalendarDay, isCount, isText, listOf, objectOf, wordOf } from "../codec/guards.ts";
import { failing } from "../sqlite/sql-failure.ts";
import type { LedgerNights, ReportedNight, ReportOutline } from "./ReportOutline.ts";

const isBySeverity = objectOf<ExceptionTotals["bySeverity"]>({
  critical: isCount,
  high: isCount,
  medium: isCount,
  low: isCount,
  info: isCount,
});

/** `report.outline`. */
const isOutline = objectOf<ReportOutline>({
  verdict: wordOf<Verdict>({ final: true, provisional: true, incomplete: true }),
  exceptions: objectOf<ExceptionTotals>({ open: isCount, decided: isCount, bySeverity: isBySeverity }),
  unexplained: listOf(
    objectOf<ReportOutline["unexplained"][number]>({ currency: isText, amount: isDecimal }),
  ),
});

const isPlace = objectOf<Omit<ReportedNight, "outline">>({
  book: isText,
  day: isCalendarDay,
  revision: isCount,
});

interface NightRow extends Omit<ReportedNight, "outline"> {
  readonly id: number;
  readonly outline: string | null;
}

const nightOf = ({ id, outline, ...place }: NightRow): ReportedNight => ({
  ...checked(isPlace, place, { table: "report", row: id }),
  outline: outline === null ? null : decoded(isOutline, outline, { table: "report", row: id }),
});

/** See {@link LedgerNights}. */
export const ledgerNights = Effect.fnUntraced(function* (path: string) {
  const sql = yield* SqlClient.SqlClient;
  const reportedNights: LedgerNights["reportedNights"] = Effect.gen(function* () {
    const rows = yield* sql<NightRow>`
      SELECT id, book, day, revision, outline FROM report r
      WHERE is_placed = 1 AND revision = (
        SELECT max(newer.revision) FROM report newer
        WHERE newer.book = r.book AND newer.day = r.day AND newer.is_placed = 1
      )
      ORDER BY book, day`;
    return yield* decoding(() => rows.map(nightOf));
  }).pipe(failing(path, "could not be read"));
  return { reportedNights };
});
