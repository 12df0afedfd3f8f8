import {
  type ExceptionRow,
  type ExceptionsBefore,
  exceptionId,
  type Finding,
  traceExceptions,
} from "@tieout/reconcile";
import { Effect } from "effect";
import { Ledger } from "../ledger/Ledger.ts";
import type { PublishedReport } from "../ledger/reports/PublishedReport.ts";
import type { Run } from "../ledger/store/Run.ts";
import type { ClosedSource } from "./closed-source.ts";
import { heldFindings, heldIn } from "./not-asked.ts";

/** Which report's exceptions are looked for, and up to which day others may know them. */
export interface ReportAbout {
  readonly run: Run;
  readonly day: string;
}

/**
 * What earlier reports know of some findings: those that the report compared with does not list may still be known
 * from an older one.
 */
export const knownOf = Effect.fnUntraced(function* (
  { run, day }: ReportAbout,
  findings: ReadonlyArray<Finding>,
  previous: ReadonlyArray<ExceptionRow>,
) {
  const listed = new Set(previous.map((row) => row.exceptionId));
  const found = new Set(findings.map((finding) => exceptionId(run.book, finding)));
  const others = [...found].filter((id) => !listed.has(id));
  const history = yield* (yield* Ledger).exceptionHistory(run, day, others);
  return { book: run.book, day, previous, history } satisfies ExceptionsBefore;
});

/** What a nightly report has to know of its exceptions beside what was found. */
export interface NightlyExceptions extends ReportAbout {
  readonly sources: ReadonlyArray<ClosedSource>;
  readonly expiresAfterDays: number;
}

/** Traces findings through the reports before, and through the earlier revisions of its own day. */
export const closeExceptions = Effect.fn("closeExceptions")(function* (
  { sources, expiresAfterDays, ...about }: NightlyExceptions,
  all: ReadonlyArray<Finding>,
  before: PublishedReport | undefined,
) {
  const ledger = yield* Ledger;
  const previous = before === undefined ? [] : yield* ledger.reportExceptions(before);
  const findings = heldFindings(sources, all, previous);
  return traceExceptions(findings, {
    ...(yield* knownOf(about, findings, previous)),
    revised: yield* ledger.revisedExceptions(about.run, about.day),
    expiresAfterDays,
    isHeld: heldIn(sources),
  });
});
