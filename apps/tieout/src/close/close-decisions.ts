import { addDays, type EndedDecisions, type ExceptionRow, traceDecisions } from "@tieout/reconcile";
import { Effect } from "effect";
import type { Night } from "../config/Night.ts";
import { Ledger } from "../ledger/Ledger.ts";
import type { PublishedReport } from "../ledger/reports/PublishedReport.ts";
import type { Run } from "../ledger/store/Run.ts";

/** The exceptions of a report, and the report that they are compared with. */
export interface ComparedExceptions {
  readonly exceptions: ReadonlyArray<ExceptionRow>;
  readonly previous: PublishedReport | undefined;
}

/**
 * Sets what was decided up to the report's instant into its exceptions. In a window of one's own nothing ends: a
 * decision stands as the nightly reports know it.
 */
export const closeDecisions = Effect.fn("closeDecisions")(function* (
  { settings, book, series, asOfDay, window }: Night,
  run: Run,
  { exceptions, previous }: ComparedExceptions,
) {
  const ledger = yield* Ledger;
  const isNightly = series === "nightly";
  const nightly = isNightly ? previous : yield* ledger.reportBefore(run, asOfDay);
  const none: EndedDecisions = new Map();
  return traceDecisions(exceptions, {
    records: yield* ledger.decisions(book.name, settings.asOf),
    ended: nightly === undefined ? none : yield* ledger.endedDecisions(nightly),
    day: isNightly ? addDays(window.to, -1) : null,
  });
});
