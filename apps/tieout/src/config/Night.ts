import { BusinessCalendar } from "@tieout/reconcile";
import type { BookSettings, Settings } from "./Settings.ts";

/** What the work on one book rests on, from the pull to the report: made once, and handed on whole. */
export interface Night {
  readonly settings: Settings;
  readonly book: BookSettings;
  /** How the book's time is cut into business days. */
  readonly calendar: BusinessCalendar;
  /** The business day of the settings' `asOf`. */
  readonly asOfDay: string;
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
  return { settings, book, calendar, asOfDay: calendar.dayOf(settings.asOf) };
};
