import type { ExceptionTotals, Verdict, Window } from "@tieout/reconcile";
import { Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";
import { isDecimal } from "../codec/codecs.ts";
import { checked, decoded, decoding } from "../codec/decode.ts";
import { isCalendarDay, isCount, isText, listOf, objectOf, optional, wordOf } from "../codec/guards.ts";
import type { WithLease } from "../lease/lease.ts";
import { failing } from "../sql-failure.ts";
import { canonicalJson } from "../store/blob.ts";
import {
  type CurrencyAmount,
  type LedgerNights,
  NO_REVISION,
  type ReportedNight,
  type ReportedWindow,
  type ReportOutline,
} from "./ReportOutline.ts";

const isBySeverity = objectOf<ExceptionTotals["bySeverity"]>({
  critical: isCount,
  high: isCount,
  medium: isCount,
  low: isCount,
  info: isCount,
});

const isCurrencyAmount = objectOf<CurrencyAmount>({ currency: isText, amount: isDecimal });

/** `report.outline`. */
const isOutline = objectOf<ReportOutline>({
  verdict: wordOf<Verdict>({ final: true, provisional: true, incomplete: true }),
  exceptions: objectOf<ExceptionTotals>({ open: isCount, decided: isCount, bySeverity: isBySeverity }),
  unexplained: listOf(isCurrencyAmount),
  settled: optional(listOf(isCurrencyAmount)),
});

const isNight = objectOf<Omit<ReportedNight, "outline">>({
  book: isText,
  day: isCalendarDay,
  revision: isCount,
});

const isWindow = objectOf<Omit<ReportedWindow, "outline">>({
  book: isText,
  window: objectOf<Window>({ from: isCalendarDay, to: isCalendarDay }),
  revision: isCount,
});

interface NightRow extends Omit<ReportedNight, "outline"> {
  readonly id: number;
  readonly source: "report" | "side_report";
  readonly outline: string | null;
}

const nightOf = ({ id, source, outline, ...place }: NightRow): ReportedNight => ({
  ...checked(isNight, place, { table: source, row: id }),
  outline: outline === null ? null : decoded(isOutline, outline, { table: source, row: id }),
});

interface WindowRow {
  readonly id: number;
  readonly book: string;
  readonly window_from: string;
  readonly window_to: string;
  readonly revision: number;
  readonly outline: string;
}

const windowOf = ({ id, book, revision, outline, ...row }: WindowRow): ReportedWindow => {
  const window = { from: row.window_from, to: row.window_to };
  return {
    ...checked(isWindow, { book, window, revision }, { table: "side_report", row: id }),
    outline: decoded(isOutline, outline, { table: "side_report", row: id }),
  };
};

/** See {@link LedgerNights}. */
export const ledgerNights = Effect.fnUntraced(function* (path: string, withLease: WithLease) {
  const sql = yield* SqlClient.SqlClient;
  const reportedNights: LedgerNights["reportedNights"] = Effect.gen(function* () {
    const rows = yield* sql<NightRow>`
      SELECT 'report' AS source, id, book, day, revision, outline FROM report r
      WHERE is_placed = 1 AND revision = (
        SELECT max(newer.revision) FROM report newer
        WHERE newer.book = r.book AND newer.day = r.day AND newer.is_placed = 1
      )
      UNION ALL
      SELECT 'side_report', id, book, place, revision, outline FROM side_report WHERE window_from IS NULL
      ORDER BY book, day, revision`;
    return yield* decoding(() => rows.map(nightOf));
  }).pipe(failing(path, "could not be read"));

  const reportedWindows: LedgerNights["reportedWindows"] = Effect.gen(function* () {
    const rows = yield* sql<WindowRow>`
      SELECT id, book, window_from, window_to, revision, outline FROM side_report r
      WHERE window_from IS NOT NULL AND (revision = ${NO_REVISION} OR revision = (
        SELECT max(newer.revision) FROM side_report newer WHERE newer.book = r.book AND newer.place = r.place
      ))
      ORDER BY book, window_to, window_from, revision`;
    return yield* decoding(() => rows.map(windowOf));
  }).pipe(failing(path, "could not be read"));

  const begunBooks: LedgerNights["begunBooks"] = sql<{ readonly book: string }>`
    SELECT DISTINCT book FROM run ORDER BY book`.pipe(
    Effect.map((rows) => rows.map(({ book }) => book)),
    failing(path, "could not be read"),
  );

  const recordSide: LedgerNights["recordSide"] = ({ book, place, window, revision, outline }, commit) =>
    sql`INSERT INTO side_report ${sql.insert({
      ...{ book, place, revision },
      window_from: window?.from ?? null,
      window_to: window?.to ?? null,
      outline: canonicalJson(outline),
    })} ON CONFLICT (book, place, revision) DO UPDATE SET
      window_from = excluded.window_from, window_to = excluded.window_to, outline = excluded.outline`.pipe(
      failing(path, "could not record the report"),
      Effect.andThen(commit),
      withLease,
      failing(path, "could not record the report"),
    );

  const forgetIncomplete: LedgerNights["forgetIncomplete"] = ({ book, place }, removal) =>
    sql`DELETE FROM side_report WHERE book = ${book} AND place = ${place} AND revision = ${NO_REVISION}`.pipe(
      failing(path, "could not forget the incomplete report"),
      Effect.andThen(removal),
      withLease,
      failing(path, "could not forget the incomplete report"),
    );

  return { reportedNights, reportedWindows, begunBooks, recordSide, forgetIncomplete };
});
