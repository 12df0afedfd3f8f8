import { addDays, type Finding, type ShownFigures } from "@tieout/reconcile";
import { Effect } from "effect";
import type { Night } from "../config/Night.ts";
import { Ledger } from "../ledger/Ledger.ts";
import type { Run } from "../ledger/store/Run.ts";
import { closeExceptions } from "./close-exceptions.ts";
import { closeFigures } from "./close-figures.ts";
import { askedIn, type ClosedSource } from "./closed-source.ts";
import { publishedBefore } from "./published-before.ts";

/** What a nightly report is compared with: the newest of an earlier day, and all that was shown up to it. */
export const nightBefore = Effect.fn("nightBefore")(function* (night: Night, run: Run) {
  const ledger = yield* Ledger;
  const report = yield* ledger.reportBefore(run, addDays(night.window.to, -1));
  const first = report && (yield* ledger.firstReport(run));
  if (report === undefined || first === undefined) return undefined;
  return { report, firstWindow: first.window, figures: yield* ledger.figures(report) };
});

/** What a report knows before it is compared with anything. */
interface NightKnown {
  readonly run: Run;
  readonly sources: ReadonlyArray<ClosedSource>;
  readonly findings: ReadonlyArray<Finding>;
  /** What is shown of every batch, in the window or not; of credential batches those issued before its end. */
  readonly known: ReadonlyArray<ShownFigures>;
}

type NightBefore = Effect.Success<ReturnType<typeof nightBefore>>;

/** Traces exceptions, and restates figures, against the night before. */
export const compareNightly = Effect.fn("compareNightly")(function* (
  { book, window }: Night,
  { run, sources, findings, known }: NightKnown,
  before: NightBefore,
) {
  const about = { run, day: addDays(window.to, -1), sources };
  const exceptions = yield* closeExceptions(about, findings, before?.report);
  const figures = yield* closeFigures(
    { book: book.name, window },
    known,
    yield* publishedBefore({ run, day: about.day, asked: askedIn(sources) }, before),
  );
  return { exceptions, ...figures, previous: before?.report };
});
