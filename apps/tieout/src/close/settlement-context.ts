import type { ProofContext } from "@tieout/reconcile";
import { calendarOf } from "../config/book-settings.ts";
import type { BookSettings, Settings } from "../config/Settings.ts";

/** What the proofs of a book's settlements need to know from its settings. */
export const settlementContext = (
  { asOf, thresholds }: Settings,
  book: BookSettings,
): Omit<ProofContext, "shared"> => {
  const calendar = calendarOf(book);
  return {
    book: book.name,
    calendar,
    asOfDay: calendar.dayOf(asOf),
    assumedCurrency: book.assumedCurrency,
    pendingDaysLimit: thresholds.pendingDays,
    openDaysLimit: thresholds.openDays,
  };
};
