import type { ShownFigures, Window } from "@tieout/reconcile";
import { Effect } from "effect";
import { Ledger } from "../ledger/Ledger.ts";
import type { PublishedReport } from "../ledger/reports/PublishedReport.ts";
import type { RecordedNames } from "../ledger/reports/RecordedNames.ts";
import { entityNameBegins, nameBeginsIn, nameOf } from "./figure-names.ts";

/** What a book's nightly reports have shown so far. */
export interface ShownBefore {
  /** The report that tonight's is compared with. */
  readonly report: PublishedReport;
  /** The window of the book's first report by day. */
  readonly firstWindow: Window;
  /** What reports up to that one showed. */
  readonly names: RecordedNames;
}

/**
 * The window of a nightly report: at least `least`; back to the day of the report that it is compared with, so that
 * missed nights are covered; and back to every batch that no nightly report has shown, though it lies on or after the
 * first day that the book's first one covered. So every batch from then on is shown by some nightly report. `shownIn`
 * gives what is known of the batches of some days, by day.
 */
export const nightlyWindow = Effect.fnUntraced(function* (
  least: Window,
  before: ShownBefore | undefined,
  shownIn: (window: Window) => Iterable<ShownFigures>,
) {
  if (before === undefined) return least;
  const [from = least.from] = [least.from, before.report.day].sort();
  const { names, report } = before;
  const unnamed = Array.from(shownIn({ from: before.firstWindow.from, to: from })).filter(
    (shown) => !names.has(nameOf(shown)),
  );
  if (unnamed.length === 0) return { from, to: least.to } satisfies Window;
  // One that was shown in another currency was shown.
  const meant = new Set(unnamed.map(entityNameBegins));
  const others = yield* (yield* Ledger).figures(report, (name) => meant.has(nameBeginsIn(name)));
  const shown = new Set(Array.from(others.keys(), nameBeginsIn));
  const unseen = unnamed.find((one) => !shown.has(entityNameBegins(one)));
  return { from: unseen?.businessDate ?? from, to: least.to } satisfies Window;
});
