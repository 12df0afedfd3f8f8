import { addDays, BusinessCalendar, type Window } from "@tieout/reconcile";
import type { BookSettings, Settings } from "./Settings.ts";

/** Nightly reports follow one on the other; a window of one's own stands beside them, and is compared with none. */
export type Series = "nightly" | "window";

/** What the work on one book rests on, from the pull to the report: made once, and handed on whole. */
export interface Night {
  readonly settings: Settings;
  readonly book: BookSettings;
  /** How the book's time is cut into business days. */
  readonly calendar: BusinessCalendar;
  /** The business day of the settings' `asOf`. */
  readonly asOfDay: string;
  readonly series: Series;
  /** Half-open window of business days. A nightly one is the least that it is: the close may have it begin earlier. */
  readonly window: Window;
}

/** The calendar of a book's business days. */
export const calendarOf = ({
  timezone,
  cutoff,
  changes,
}: Pick<BookSettings, "timezone" | "cutoff" | "changes">): BusinessCalendar =>
  new BusinessCalendar(timezone, cutoff, changes);

/** The night of one of the settings' books. */
export const nightOf = (settings: Settings, book: BookSettings): Night => {
  const calendar = calendarOf(book);
  const asOfDay = calendar.dayOf(settings.asOf);
  return {
    ...{ settings, book, calendar, asOfDay },
    series: book.ownWindow === null ? "nightly" : "window",
    window: book.ownWindow ?? { from: addDays(asOfDay, -settings.windowDays), to: asOfDay },
  };
};
