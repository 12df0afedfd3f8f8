import { isDayIn, type ShownFigures, type Window } from "@tieout/reconcile";
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
 * first day that the book's first one covered. So every batch from then on is shown by some nightly report.
 */
export const nightlyWindow = (
  least: Window,
  before: ShownBefore | undefined,
  settlements: ReadonlyArray<ShownFigures>,
): Window => {
  if (before === undefined) return least;
  const older = { from: before.firstWindow.from, to: least.from };
  const unseen = settlements.filter((shown) => isDayIn(shown.businessDate, older) && !isShown(shown, before));
  const days = [least.from, before.report.day, ...unseen.map(({ businessDate }) => businessDate)];
  const [from = least.from] = days.sort();
  return { from, to: least.to };
};
