import { Clock, Console, Effect } from "effect";
import type { MeasuredBook } from "../config/environment.ts";
import type { Settings } from "../config/Settings.ts";
import type { LedgerFailed } from "../ledger/failures.ts";
import type { Ledger } from "../ledger/Ledger.ts";
import type { BookMeasures } from "../operate/measure/BookMeasures.ts";
import { type MeasuredEnd, measureBook, measuresWithoutLedger } from "../operate/measure/measure-book.ts";
import { MeasuresTaker } from "../operate/measure/Telemetry.ts";
import type { Outcome } from "../operate/night/book-night.ts";
import { asLines } from "../operate/printable.ts";
import type { BookEnd } from "./night-ends.ts";

/** How a night ended, and of which books measures are taken. */
export interface MeasuredNight {
  readonly startedMs: number;
  readonly ends: ReadonlyArray<BookEnd<unknown>>;
  readonly measured: ReadonlyArray<MeasuredBook>;
}

const isOutcome = (outcome: unknown): outcome is Outcome =>
  typeof outcome === "object" && outcome !== null && "summary" in outcome;

/** What a run came to for a book, where it published or found published. */
export const outcomeOf = ({ outcome }: BookEnd<unknown>): Outcome | undefined =>
  isOutcome(outcome) ? outcome : undefined;

/** Measures a book, given how this run ended for it, if it was about it; nothing where no run of it is known of. */
type Measuring<E, R> = (
  book: string,
  end: MeasuredEnd | undefined,
) => Effect.Effect<ReadonlyArray<BookMeasures>, E, R>;

/** Measures by what the ledger knows as well. */
export const byLedger =
  (settings: Settings): Measuring<LedgerFailed, Ledger> =>
  (book, end) =>
    Effect.map(measureBook(book, end, settings), (measures) => (measures.run === null ? [] : [measures]));

/** Measures where the ledger cannot be used, by this run alone. */
export const byRun: Measuring<never, never> = (book, end) =>
  Effect.succeed(end === undefined ? [] : [measuresWithoutLedger(book, end)]);

/**
 * Writes what is measured of all books, each into its file, and hands it to OTLP; of those that this run was not about,
 * what the ledger knows. Gives, and says, a sentence for each file that could not be written. Changes no exit code.
 */
export const measureEnds = Effect.fnUntraced(function* <E, R>(
  { startedMs, ends, measured }: MeasuredNight,
  measuring: Measuring<E, R>,
) {
  const take = yield* MeasuresTaker;
  if (take === undefined && measured.every(({ file }) => file === null)) return [];
  // Loaded only here: who measures nothing does not wait for it.
  const { writeMetrics } = yield* Effect.promise(() => import("../operate/measure/write-metrics.ts"));
  const endedMs = yield* Clock.currentTimeMillis;
  const endOf = (book: string): MeasuredEnd | undefined => {
    const end = ends.find((one) => one.book === book);
    if (end === undefined) return undefined;
    return { startedMs, endedMs, exit: end.exit, pulling: outcomeOf(end)?.pulling ?? null };
  };
  const failed: Array<string> = [];
  const all: Array<BookMeasures> = [];
  for (const [file, books] of Map.groupBy(measured, (one) => one.file)) {
    if (file === null && take === undefined) continue;
    const measures = (yield* Effect.forEach(books, ({ book }) => measuring(book, endOf(book)))).flat();
    all.push(...measures);
    const sentence = file === null ? undefined : yield* writeMetrics(file, measures);
    if (sentence !== undefined) failed.push(sentence);
  }
  if (take !== undefined) yield* take(all);
  for (const sentence of failed) yield* Console.error(asLines([sentence]));
  return failed;
});
