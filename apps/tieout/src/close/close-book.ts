import {
  addDays,
  ControlTotals,
  type Conventions,
  conventionsOf,
  DayTotals,
  ExceptionCounts,
  exceptionTotals,
  futureClosed,
  isLeftOut,
  settlementFigures,
  verdict,
  type Window,
} from "@tieout/reconcile";
import { Effect } from "effect";
import { linksIn } from "../config/links.ts";
import type { Night } from "../config/Night.ts";
import { type Roster, rostersIn } from "../config/rosters/read-rosters.ts";
import { Ledger } from "../ledger/Ledger.ts";
import type { PublishedReport } from "../ledger/reports/PublishedReport.ts";
import type { Run } from "../ledger/store/Run.ts";
import { rulesSha256 } from "./cache/CacheKey.ts";
import { ResultCache } from "./cache/ResultCache.ts";
import { type ClosedCohorts, closeCohorts } from "./close-cohorts.ts";
import { closeDecisions } from "./close-decisions.ts";
import { closeLinks, NO_LINKS } from "./close-links.ts";
import { type ClosedSettlements, closeSettlements } from "./close-settlements.ts";
import { type ClosableRun, type ClosedSource, closedSources, sourceOf } from "./closed-source.ts";
import { compareNightly, nightBefore } from "./compare-nightly.ts";
import { compareWindow } from "./compare-window.ts";
import { cohortOptions } from "./count-cohorts.ts";
import { goneThrough } from "./gone-through.ts";
import { nightlyWindow } from "./nightly-window.ts";
import type { Figures, Report } from "./Report.ts";
import { accountFor, leftOut } from "./reported-source.ts";
import { settlementContext } from "./settlement-context.ts";
import { shapingConfiguration } from "./shaping-configuration.ts";
import { withSourceFindings } from "./source-findings.ts";
import { unmetRosters } from "./unmet.ts";

const NO_SETTLEMENTS: ClosedSettlements = {
  rows: [],
  rowsIn: () => [],
  findings: [],
  processors: new Set(),
  conventions: [],
  arithmetic: new Map(),
};
const NO_COHORTS: ClosedCohorts = {
  ...{ rows: [], findings: [], afterWindow: 0, figures: [], programs: [] },
  issuedDays: [],
};

/** What the rows of a report add up to, which are gone through once for it. */
const added = (
  { settlements, cohorts }: Pick<Figures, "settlements" | "cohorts">,
  tokenMode: string | null,
) => {
  const [days, control] = [new DayTotals(), new ControlTotals()];
  for (const row of cohorts ?? []) control.addCohort(row);
  for (const row of settlements ?? []) {
    days.add(row);
    control.addSettlement(row);
  }
  return { days: days.rows(), totals: control.totals(tokenMode) };
};

/** What is closed with beside what the run left: who is expected, and how processors counted before. */
export interface KnownBefore {
  readonly rosters: ReadonlyArray<Roster>;
  /** As the report compared with had them. */
  readonly conventions: Conventions;
}

/** Proves the settlement batches that the ledger holds, whatever the window; null where no source gave any. */
const settle = Effect.fnUntraced(function* (
  night: Night,
  sources: ReadonlyArray<ClosedSource>,
  previous: Conventions,
) {
  const settling = sourceOf(sources, "settlements");
  if (settling === undefined) return null;
  return yield* closeSettlements(settling, {
    context: settlementContext(night, settling),
    conventions: { fixed: night.book.conventions, previous, isKept: night.series === "window" },
  });
});

/** Counts what the ledger holds of credentials, and ties them to settlement batches. */
const issueAndLink = Effect.fnUntraced(function* (
  night: Night,
  sources: ReadonlyArray<ClosedSource>,
  {
    rosters,
    settled,
  }: { readonly rosters: ReadonlyArray<Roster>; readonly settled: ClosedSettlements | null },
) {
  const issuing = sourceOf(sources, "credentials");
  const issued =
    issuing === undefined
      ? NO_COHORTS
      : yield* closeCohorts(
          issuing,
          cohortOptions(night, rosters, { source: issuing, mode: issuing.facts.mode }),
        );
  const { rows: settlements } = settled ?? NO_SETTLEMENTS;
  const sides = { settlements, cohorts: issued.rows, programs: issued.programs };
  const linked = settled === null || issuing === undefined ? NO_LINKS : closeLinks(night, sides, issuing);
  return {
    sources,
    hasSettlements: settled !== null,
    hasCredentials: issuing !== undefined,
    settled: settled ?? NO_SETTLEMENTS,
    issued,
    linked,
  };
});

/** One sentence for each processor whose way of counting is fixed and that no batch names. */
const unknownProcessors = ({ book }: Night, { processors }: ClosedSettlements): ReadonlyArray<string> =>
  [...book.conventions.keys()]
    .filter((name) => !processors.has(name))
    .map(
      (name) => `The conventions of ${book.name} name the processor ${name}, which no settlement batch has`,
    );

/** What is shown of the settlement batches of some days. */
const shownIn = (sources: ReadonlyArray<ClosedSource>, settled: ClosedSettlements | null, window: Window) => {
  const settling = sourceOf(sources, "settlements");
  return goneThrough(function* () {
    if (settled === null || settling === undefined) return;
    for (const row of settled.rowsIn(window)) yield settlementFigures(row, settling.name);
  });
};

type Closed = Effect.Success<ReturnType<typeof issueAndLink>>;

/** Proves and counts what the ledger holds of the sources that a run asked, and ties them together. */
export const closeSources = Effect.fnUntraced(function* (
  night: Night,
  closable: ClosableRun,
  { rosters, conventions }: KnownBefore,
) {
  const sources = yield* closedSources(night, closable);
  const settled = yield* settle(night, sources, conventions);
  return yield* issueAndLink(night, sources, { rosters, settled });
});

/** The rows of the files, with the exceptions counted into them; null for a source that is not configured. */
const figures = (
  { hasSettlements, hasCredentials, settled, issued, linked }: Closed,
  window: Window,
  { exceptions, decisions, restatements }: Pick<Figures, "exceptions" | "decisions" | "restatements">,
): Omit<Figures, "days"> => {
  const counts = new ExceptionCounts(exceptions);
  const settlements = goneThrough(function* () {
    for (const row of settled.rowsIn(window)) yield counts.onSettlement(row);
  });
  return {
    cohorts: hasCredentials ? issued.rows.map((row) => counts.onCohort(row)) : null,
    settlements: hasSettlements ? settlements : null,
    payments: linked.rows,
    exceptions,
    restatements,
    decisions,
  };
};

/** What is shown of each batch in each currency, of a source that was asked: of another nothing is new or restated. */
const shownOf = (
  settling: ClosedSource | undefined,
  issuing: ClosedSource | undefined,
  { settled, issued }: Pick<Closed, "settled" | "issued">,
) =>
  goneThrough(function* () {
    if (settling?.isAsked) for (const row of settled.rows) yield settlementFigures(row, settling.name);
    if (issuing?.isAsked) yield* issued.figures;
  });

/**
 * How processors counted in the report that this one goes on from. A window of one's own counts as the newest nightly
 * report of an earlier day, or of the same, does.
 */
const conventionsBefore = Effect.fnUntraced(function* (
  { series, asOfDay }: Night,
  run: Run,
  before: PublishedReport | undefined,
) {
  const ledger = yield* Ledger;
  const report = series === "nightly" ? before : yield* ledger.reportBefore(run, addDays(asOfDay, 1));
  const none: Conventions = new Map();
  return report === undefined ? none : yield* ledger.reportConventions(report);
});

/**
 * Makes the report of a finished run from the ledger alone: figures of the window, exceptions about everything the
 * ledger knows, both set against the newest report of an earlier day. A nightly window may begin earlier than the
 * night says (see `nightly-window.ts`); a window of one's own is compared with nothing.
 */
export const closeBook = Effect.fn("closeBook")(function* (
  given: Night,
  closable: ClosableRun,
  { rosters, isIncomplete }: { readonly rosters: ReadonlyArray<Roster>; readonly isIncomplete: boolean },
) {
  const { settings, book, series } = given;
  const { run } = closable;
  const before = series === "nightly" ? yield* nightBefore(given, run) : undefined;
  const cache = settings.isFull ? ResultCache.empty(book.name) : ResultCache.ofLedger(book.name);
  const conventions = yield* conventionsBefore(given, run, before?.report);
  const { night, closed } = yield* Effect.gen(function* () {
    const sources = yield* closedSources(given, closable);
    const settled = yield* settle(given, sources, conventions);
    const window = yield* nightlyWindow(given.window, before, (older) => shownIn(sources, settled, older));
    const night: Night = { ...given, window };
    return { night, closed: yield* issueAndLink(night, sources, { rosters, settled }) };
  }).pipe(Effect.provideServiceEffect(ResultCache, cache));
  const { sources, settled, issued, linked } = closed;
  const [settling, issuing] = [sourceOf(sources, "settlements"), sourceOf(sources, "credentials")];
  const tokenMode = issuing?.facts.mode ?? null;
  const { asOf } = settings;
  const early =
    settling === undefined
      ? []
      : futureClosed(settled.rows, { source: settling, asOf, asOfDay: given.asOfDay });
  const findings = [
    ...withSourceFindings(settling, [...settled.findings, ...early]),
    ...withSourceFindings(issuing, issued.findings),
    ...linked.findings,
  ];
  const known = shownOf(settling, issuing, closed);
  const compared =
    series === "nightly"
      ? yield* compareNightly(
          night,
          {
            ...{ run, sources, findings, known, settled },
            conventions: [conventions, conventionsOf(settled.conventions)],
          },
          before,
        )
      : yield* compareWindow(night, { run, sources }, { findings, settlements: settled.rows, issued });
  const { restatements, newFigures, previous } = compared;
  const { exceptions, decisions, ended } = yield* closeDecisions(night, run, compared);
  const files = figures(closed, night.window, { exceptions, decisions, restatements });
  const { days, totals } = added(files, tokenMode);
  const reported = Object.fromEntries(
    sources.map((source) => [source.name, accountFor(source, night.window, closed)]),
  );
  return {
    ...files,
    days: closed.hasSettlements ? days : null,
    book: book.name,
    series,
    day: addDays(night.window.to, -1),
    window: night.window,
    timezone: book.timezone,
    cutoff: book.cutoff,
    asOf,
    verdict: verdict({
      unread: isIncomplete ? 1 : 0,
      isPartial: Object.values(reported).some(isLeftOut),
      leftOut: sources.reduce((sum, source) => sum + leftOut(source).length, 0),
      ...{ settlements: days, cohorts: files.cohorts ?? [] },
    }),
    sources: reported,
    links: linked.rows === null ? null : linked,
    warnings: [
      ...sources.flatMap((source) => source.facts.notes),
      ...linked.warnings,
      ...(closed.hasCredentials ? unmetRosters(night, rosters, { cohorts: issued.rows, tokenMode }) : []),
      ...unknownProcessors(night, settled),
    ],
    totals,
    conventions: settled.conventions,
    arithmetic: settled.arithmetic,
    openExceptions: exceptionTotals(exceptions),
    previous,
    newFigures,
    newExceptions: { traced: compared.exceptions, endedDecisions: ended },
    configuration: shapingConfiguration(night, rostersIn(rosters, tokenMode), linksIn(book.links, tokenMode)),
    rules: rulesSha256(),
  } satisfies Report;
});
