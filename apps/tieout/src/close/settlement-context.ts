import type { NamedSource, ReadingContext } from "@tieout/reconcile";
import type { Night } from "../config/Night.ts";

/** What the summaries of a book's settlements need to know of its night. */
export const settlementContext = (
  { settings: { thresholds }, book, calendar, asOfDay }: Night,
  source: NamedSource,
): Omit<ReadingContext, "shared" | "refundedAtClose"> => ({
  book: book.name,
  source,
  calendar,
  asOfDay,
  assumedCurrency: book.assumedCurrency,
  pendingDaysLimit: thresholds.pendingDays,
  openDaysLimit: thresholds.openDays,
});
