import { isOpenException, isUndecided, type ListedException, SEVERITIES } from "@tieout/reconcile";
import { Effect } from "effect";
import type { Settings } from "../../config/Settings.ts";
import { Ledger } from "../../ledger/Ledger.ts";
import { isDone } from "../../ledger/outcomes/RunOutcome.ts";
import { NO_REVISION, type ReportOutline } from "../../ledger/reports/ReportOutline.ts";
import { newestExceptions } from "../inspect/newest-exceptions.ts";
import type { Outcome } from "../night/book-night.ts";
import type { BookMeasures, LedgerMeasures, MeasuredReport, MeasuredRun } from "./BookMeasures.ts";

/** How this run ended for a book. */
export interface MeasuredEnd extends MeasuredRun {
  /** What it asked of its sources; null where it did not come to its end. */
  readonly pulling: Outcome["pulling"];
}

const openOf = (rows: ReadonlyArray<ListedException>): MeasuredReport["open"] => {
  const open = rows.filter(isOpenException);
  return SEVERITIES.flatMap((severity) =>
    [false, true].map((isDecided) => ({
      ...{ severity, isDecided },
      count: open.filter((row) => row.severity === severity && isUndecided(row) !== isDecided).length,
    })),
  );
};

/**
 * Of each currency that something is settled in, 0 where all of it is explained: a measure that goes away looks like one
 * that is not taken.
 */
const unexplainedOf = (outline: ReportOutline | null): MeasuredReport["unexplained"] => [
  ...new Map(
    [
      ...(outline?.settled ?? []).map(({ currency }) => ({ currency, amount: "0" })),
      ...(outline?.unexplained ?? []),
    ].map((one) => [one.currency, one]),
  ).values(),
];

const msOf = (instant: string | null | undefined): number | null =>
  instant === null || instant === undefined ? null : Date.parse(instant);

const reportOf = Effect.fnUntraced(function* (book: string, asOf: string) {
  const newest = yield* newestExceptions(book, asOf);
  if (newest === undefined) return null;
  const { day } = newest.report;
  const night = (yield* (yield* Ledger).reportedNights).find(
    (one) => one.book === book && one.day === day && one.revision !== NO_REVISION,
  );
  return {
    day,
    open: openOf(newest.exceptions),
    unexplained: unexplainedOf(night?.outline ?? null),
  } satisfies MeasuredReport;
});

const requestsOf = ({ pulling }: Pick<MeasuredEnd, "pulling">): BookMeasures["requests"] =>
  (pulling ?? []).flatMap(({ name: source, requests }) =>
    requests === null
      ? []
      : [{ source, answered: requests.requests - requests.refused, refused: requests.refused }],
  );

/** What is measured of a book whose ledger could not be used. */
export const measuresWithoutLedger = (book: string, end: MeasuredEnd): BookMeasures => ({
  ...{ book, run: end, requests: requestsOf(end), ledger: null },
});

/**
 * What is measured of a book: of this run, where it was about it, and what the ledger knows. `end` is not in the ledger
 * yet.
 */
export const measureBook = Effect.fn("measureBook")(function* (
  book: string,
  end: MeasuredEnd | undefined,
  { asOf, ledger: place }: Settings,
) {
  const ledger = yield* Ledger;
  const last = yield* ledger.lastOutcome(book);
  const run =
    end ??
    (last === undefined
      ? null
      : { startedMs: Date.parse(last.startedAt), endedMs: Date.parse(last.endedAt), exit: last.exit });
  const { sources } = yield* ledger.overview(book, { runs: 1, asOf });
  const known: LedgerMeasures = {
    succeededMs:
      end !== undefined && isDone(end.exit) ? end.endedMs : msOf(yield* ledger.lastSuccessAt(book)),
    report: yield* reportOf(book, asOf),
    listed: new Map([...sources].map(([source, { listed }]) => [source, listed])),
    bytes: yield* ledger.bytes,
    isFile: place.database === "sqlite",
    backedUpMs: msOf((yield* ledger.identity).backedUpAt),
  };
  return {
    ...{ book, run, ledger: known },
    requests: end === undefined ? [] : requestsOf(end),
  } satisfies BookMeasures;
});
