import { exceptionId, type Finding, traceExceptions } from "@tieout/reconcile";
import { Effect } from "effect";
import { Ledger } from "../ledger/Ledger.ts";
import type { PublishedReport } from "../ledger/reports/PublishedReport.ts";
import type { Run } from "../ledger/store/Run.ts";
import type { ClosedSource } from "./closed-source.ts";
import { heldFindings } from "./not-asked.ts";

/**
 * Traces findings through the reports before: those that the report compared with does not list may still be known
 * from an older one.
 */
export const closeExceptions = Effect.fn("closeExceptions")(function* (
  {
    run,
    day,
    sources,
  }: { readonly run: Run; readonly day: string; readonly sources: ReadonlyArray<ClosedSource> },
  all: ReadonlyArray<Finding>,
  before: PublishedReport | undefined,
) {
  const about = { book: run.book, day };
  if (before === undefined)
    return traceExceptions(heldFindings(sources, all, []), { ...about, previous: [], history: new Map() });
  const ledger = yield* Ledger;
  const previous = yield* ledger.reportExceptions(before);
  const findings = heldFindings(sources, all, previous);
  const listed = new Set(previous.map((row) => row.exceptionId));
  const found = new Set(findings.map((finding) => exceptionId(about.book, finding)));
  const others = [...found].filter((id) => !listed.has(id));
  const history = yield* ledger.exceptionHistory(run, day, others);
  return traceExceptions(findings, { ...about, previous, history });
});
