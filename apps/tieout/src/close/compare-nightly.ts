import {
  addDays,
  type Conventions,
  countsOtherwise,
  type Finding,
  type ShownFigures,
} from "@tieout/reconcile";
import { Effect } from "effect";
import type { Night } from "../config/Night.ts";
import { Ledger } from "../ledger/Ledger.ts";
import type { Run } from "../ledger/store/Run.ts";
import { closeExceptions } from "./close-exceptions.ts";
import { closeFigures } from "./close-figures.ts";
import type { ClosedSettlements } from "./close-settlements.ts";
import { askedIn, type ClosedSource } from "./closed-source.ts";
import { publishedBefore } from "./published-before.ts";

/** What a nightly report is compared with: the newest of an earlier day, and all that was shown up to it. */
export const nightBefore = Effect.fn("nightBefore")(function* (night: Night, run: Run) {
  const ledger = yield* Ledger;
  const report = yield* ledger.reportBefore(run, addDays(night.window.to, -1));
  const first = report && (yield* ledger.firstReport(run));
  if (report === undefined || first === undefined) return undefined;
  return { report, firstWindow: first.window, names: yield* ledger.recordedNames(report) };
});

/** What a report knows before it is compared with anything. */
interface NightKnown {
  readonly run: Run;
  readonly sources: ReadonlyArray<ClosedSource>;
  readonly findings: ReadonlyArray<Finding>;
  /** What is shown of every batch, in the window or not; of credential batches those issued before its end. */
  readonly known: Iterable<ShownFigures>;
  readonly settled: Pick<ClosedSettlements, "rows" | "processors">;
  /** How processors count, by the report before and by this one. */
  readonly conventions: readonly [before: Conventions, now: Conventions];
}

/** Batches whose processor counts otherwise than the report before had it. */
const relearnedIn = ({ settled, conventions }: NightKnown): ReadonlySet<string> => {
  const otherwise = new Set([...settled.processors].filter((name) => countsOtherwise(name, conventions)));
  const relearned = new Set<string>();
  if (otherwise.size === 0) return relearned;
  for (const { batchId, processorName } of settled.rows)
    if (otherwise.has(processorName)) relearned.add(batchId);
  return relearned;
};

type NightBefore = Effect.Success<ReturnType<typeof nightBefore>>;

/** Traces exceptions, and restates figures, against the night before. */
export const compareNightly = Effect.fn("compareNightly")(function* (
  { settings, book, window }: Night,
  night: NightKnown,
  before: NightBefore,
) {
  const { run, sources, findings, known } = night;
  const about = { run, day: addDays(window.to, -1) };
  const expiresAfterDays = settings.windowDays;
  const exceptions = yield* closeExceptions(
    { ...about, sources, expiresAfterDays },
    findings,
    before?.report,
  );
  const figures = yield* closeFigures(
    { book: book.name, window },
    known,
    yield* publishedBefore({ ...about, asked: askedIn(sources), relearned: relearnedIn(night) }, before),
  );
  return { exceptions, ...figures, previous: before?.report };
});
