import type { ReadingContext } from "@tieout/reconcile";
import type { Night } from "../config/Night.ts";

/** What the summaries of a book's settlements need to know of its night. */
export const settlementContext = ({
  settings: { thresholds },
  book,
  calendar,
  asOfDay,
}: Night): Omit<ReadingContext, "shared" | "refundedAtClose"> => ({
  book: book.name,
  calendar,
  asOfDay,
  assumedCurrency: book.assumedCurrency,
  pendingDaysLimit: thresholds.pendingDays,
  openDaysLimit: thresholds.openDays,
});
