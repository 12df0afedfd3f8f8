import {
  addDays,
  ControlTotals,
  DayTotals,
  ExceptionCounts,
  exceptionTotals,
  isDayIn,
  type Rosters,
  type SettlementRow,
  verdict,
  type Window,
} from "@tieout/reconcile";
import { Effect } from "effect";
import type { Night } from "../config/Night.ts";
import { Ledger } from "../ledger/Ledger.ts";
import { canonicalJson, sha256 } from "../ledger/store/blob.ts";
import { ResultCache } from "./cache/ResultCache.ts";
import { type ClosedCohorts, closeCohorts } from "./close-cohorts.ts";
import { closeExceptions } from "./close-exceptions.ts";
import { closeFigures } from "./close-figures.ts";
import { closeLinks, NO_LINKS } from "./close-links.ts";
import { type ClosedSettlements, closeSettlements } from "./close-settlements.ts";
import { type ClosableRun, type ClosedSource, sourceOf, sourcesOf } from "./closed-source.ts";
import { cohortOptions } from "./count-cohorts.ts";
import type { Figures, Report, ReportedSource } from "./Report.ts";
import { settlementContext } from "./settlement-context.ts";

const NO_SETTLEMENTS: ClosedSettlements = { rows: [], findings: [] };
const NO_COHORTS: ClosedCohorts = { rows: [], findings: [], afterWindow: 0, figures: [], programs: [] };

/** A hash of the configuration that shapes figures; paths, secrets and speed leave it as it is. */
const configSha256 = ({ settings: { thresholds }, book }: Night, rosters: Rosters): string =>
  sha256(
    canonicalJson({
      book: book.name,
      assume_currency: book.assumedCurrency,
      timezone: book.timezone,
      cutoff: book.cutoff,
      changes: book.changes,
      window: book.window,
      thresholds,
      links: book.links.map((link) => ({ ...link, priceMinor: String(link.priceMinor) })),
      rosters: [...rosters].map(([cohort, people]) => ({ cohort, people: [...people].sort() })),
    }),
  );

const reportedSource = ({ role, facts }: ClosedSource, { issued }: Closed): ReportedSource => ({
  configured: facts.configured,
  mode: facts.mode,
  listed: facts.listed,
  after_cutoff: role === "credentials" ? issued.afterWindow : 0,
});

const dayRows = (rows: ReadonlyArray<SettlementRow>) => {
  const totals = new DayTotals();
  for (const row of rows) totals.add(row);
  return totals.rows();
};

const controlTotals = ({ settlements, cohorts }: Pick<Report, "settlements" | "cohorts">) => {
  const totals = new ControlTotals();
  for (const row of cohorts ?? []) totals.addCohort(row);
  for (const row of settlements ?? []) totals.addSettlement(row);
  return totals.totals;
};

/** Proves and counts what the ledger holds of the sources that a run asked, and ties them together. */
export const closeSources = Effect.fnUntraced(function* (
  night: Night,
  { run, facts }: ClosableRun,
  rosters: Rosters,
) {
  const settling = sourceOf(night, facts, "settlements");
  const issuing = sourceOf(night, facts, "credentials");
  const settled =
    settling === undefined
      ? NO_SETTLEMENTS
      : yield* closeSettlements(run, settling, settlementContext(night));
  const issued =
    issuing === undefined ? NO_COHORTS : yield* closeCohorts(run, issuing, cohortOptions(night, rosters));
  const sides = { settlements: settled.rows, cohorts: issued.rows, programs: issued.programs };
  const linked =
    settling === undefined || issuing === undefined ? NO_LINKS : closeLinks(night.book, sides, issuing);
  return {
    hasSettlements: settling !== undefined,
    hasCredentials: issuing !== undefined,
    settled,
    issued,
    linked,
  };
});

type Closed = Effect.Success<ReturnType<typeof closeSources>>;

/** The rows of the files, with the exceptions counted into them; null for a source that is not configured. */
const figures = (
  { hasSettlements, hasCredentials, settled, issued, linked }: Closed,
  window: Window,
  { exceptions, restatements }: Pick<Figures, "exceptions" | "restatements">,
): Figures => {
  const counts = new ExceptionCounts(exceptions);
  const settlements = settled.rows
    .filter((row) => isDayIn(row.businessDate, window))
    .map((row) => counts.onSettlement(row));
  return {
    cohorts: hasCredentials ? issued.rows.map((row) => counts.onCohort(row)) : null,
    settlements: hasSettlements ? settlements : null,
    days: hasSettlements ? dayRows(settlements) : null,
    payments: linked.rows,
    exceptions,
    restatements,
  };
};

/**
 * Makes the report of a finished run from the ledger alone: figures of the window, exceptions about
 * everything the ledger knows, both set against the newest report of an earlier day.
 */
export const closeBook = Effect.fn("closeBook")(function* (
  night: Night,
  closable: ClosableRun,
  { rosters, unread }: { readonly rosters: Rosters; readonly unread: number },
) {
  const { settings, book } = night;
  const { run, facts } = closable;
  const ledger = yield* Ledger;
  const day = addDays(book.window.to, -1);
  const before = yield* ledger.reportBefore(run, day);
  const cache = settings.isFull ? ResultCache.empty(book.name) : ResultCache.ofLedger(book.name);
  const closed = yield* closeSources(night, closable, rosters).pipe(
    Effect.provideServiceEffect(ResultCache, cache),
  );
  const { settled, issued, linked } = closed;
  const sources = sourcesOf(night, facts);
  const findings = [...settled.findings, ...issued.findings, ...linked.findings];
  const exceptions = yield* closeExceptions({ run, day }, findings, before);
  const { restatements, newFigures } = yield* closeFigures(
    book,
    { settlements: settled.rows, credentials: issued.figures },
    before && {
      figures: yield* ledger.figures(before),
      window: before.window,
      read: ledger.readFigures,
    },
  );
  const files = figures(closed, book.window, { exceptions, restatements });
  return {
    ...files,
    book: book.name,
    day,
    window: book.window,
    timezone: book.timezone,
    cutoff: book.cutoff,
    asOf: settings.asOf,
    verdict: verdict({ unread, settlements: files.settlements ?? [], cohorts: files.cohorts ?? [] }),
    sources: Object.fromEntries(sources.map((source) => [source.name, reportedSource(source, closed)])),
    links: linked.rows === null ? null : linked,
    warnings: [...sources.flatMap((source) => source.facts.notes), ...linked.warnings],
    totals: controlTotals(files),
    openExceptions: exceptionTotals(exceptions),
    previous: before,
    newFigures,
    configSha256: configSha256(night, rosters),
  } satisfies Report;
});
