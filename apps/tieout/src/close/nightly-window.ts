import type { ShownFigures, Window } from "@tieout/reconcile";
import { nameOf } from "./close-figures.ts";

/** What a book's nightly reports have shown so far. */
export interface ShownBefore {
  /** The report that tonight's is compared with. */
  readonly report: { readonly day: string };
  /** The window of the book's first report by day. */
  readonly firstWindow: Window;
  /** Every figure that reports up to that one showed, by its name. */
  readonly figures: ReadonlyMap<string, unknown>;
}

/** Whether any nightly report showed a batch, be it in another currency. */
const isShown = (shown: ShownFigures, { figures }: ShownBefore): boolean => {
  const name = nameOf(shown);
  if (figures.has(name)) return true;
  const { source, entity, entityId } = shown;
  const batch = `${JSON.stringify([source, entity, entityId]).slice(0, -1)},`;
  return [...figures.keys()].some((other) => other.startsWith(batch));
};

/**
 * The window of a nightly report: at least `least`; back to the day of the report that it is compared with, so that
 * missed nights are covered; and back to every batch that no nightly report has shown, though it lies on or after the
 * first day that the book's first one covered. So every batch from then on is shown by some nightly report. `shownIn`
 * gives what is known of the batches of some days, by day.
 */
export const nightlyWindow = (
  least: Window,
  before: ShownBefore | undefined,
  shownIn: (window: Window) => Iterable<ShownFigures>,
): Window => {
  if (before === undefined) return least;
  const [from = least.from] = [least.from, before.report.day].sort();
  // By day: the first that no report has shown is of the first such day.
  for (const shown of shownIn({ from: before.firstWindow.from, to: from }))
    if (!isShown(shown, before)) return { from: shown.businessDate, to: least.to };
  return { from, to: least.to };
};
