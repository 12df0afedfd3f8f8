import { statedDecisions, traceDecisions } from "@tieout/reconcile";
import { Effect } from "effect";
import { Ledger } from "../../ledger/Ledger.ts";
import type { PublishedReport } from "../../ledger/reports/PublishedReport.ts";

/** What was decided about exceptions of a book up to an instant, each as it stands by the reports up to one. */
export const decisionsUpTo = Effect.fnUntraced(function* (
  book: string,
  asOf: string,
  report: PublishedReport,
) {
  const ledger = yield* Ledger;
  return {
    records: yield* ledger.decisions(book, asOf),
    ended: yield* ledger.endedDecisions(report),
    // Only a report ends a decision; until the next one it stands.
    day: null,
  };
});

/** The newest report of a book as of an instant: its exceptions with what was decided up to then, and all decisions. */
export const newestExceptions = Effect.fn("newestExceptions")(function* (book: string, asOf: string) {
  const ledger = yield* Ledger;
  const report = yield* ledger.reportAsOf(book, asOf);
  if (report === undefined) return undefined;
  const decided = yield* decisionsUpTo(book, asOf, report);
  return {
    report,
    exceptions: traceDecisions(yield* ledger.reportExceptions(report), decided).exceptions,
    stated: statedDecisions(decided.records, decided.ended),
  };
});
