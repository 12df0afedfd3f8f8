import {
  addDays,
  ControlTotals,
  DayTotals,
  ExceptionCounts,
  exceptionTotals,
  isDayIn,
  type Rosters,
  type SettlementRow,
  traceExceptions,
  verdict,
  type Window,
} from "@tieout/reconcile";
import { Effect } from "effect";
import type { Night } from "../config/Night.ts";
import { Ledger } from "../ledger/Ledger.ts";
import { canonicalJson, sha256 } from "../ledger/store/blob.ts";
import type { Run } from "../ledger/store/Run.ts";
import { factsOf, type RunFacts, type SourceFacts } from "../ledger/store/RunFacts.ts";
import { Conclusions } from "./cache/Conclusions.ts";
import { type ClosedCohorts, closeCohorts } from "./close-cohorts.ts";
import { closeFigures } from "./close-figures.ts";
import { closeLinks, NO_LINKS } from "./close-links.ts";
import { type ClosedSettlements, closeSettlements } from "./close-settlements.ts";
import type { Figures, Report, ReportedSource } from "./Report.ts";
import { settlementContext } from "./settlement-context.ts";
import { cohortOptions } from "./tally-cohorts.ts";

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

const sourceFacts = ({ configured, mode, listed }: SourceFacts, afterCutoff: number): ReportedSource => ({
  configured,
  mode,
  listed,
  after_cutoff: afterCutoff,
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

/** A finished run, and what it learned of its sources. */
interface ClosableRun {
  readonly run: Run;
  readonly facts: RunFacts;
}

/** Proves and counts what the ledger holds of both sources, and ties them together. */
export const closeSources = Effect.fnUntraced(function* (
  night: Night,
  { run, facts }: ClosableRun,
  rosters: Rosters,
) {
  const context = settlementContext(night);
  const { links, name, window } = night.book;
  const settled = factsOf(facts, "koard").configured
    ? yield* closeSettlements(run, factsOf(facts, "koard"), context)
    : NO_SETTLEMENTS;
  const issued = factsOf(facts, "record").configured
    ? yield* closeCohorts(run, factsOf(facts, "record"), cohortOptions(night, rosters))
    : NO_COHORTS;
  const sides = { settlements: settled.rows, cohorts: issued.rows, programs: issued.programs };
  const isTied = factsOf(facts, "koard").configured && factsOf(facts, "record").configured;
  const linked = isTied ? closeLinks(name, links, sides, window.to) : NO_LINKS;
  return { settled, issued, linked };
});

type Closed = Effect.Success<ReturnType<typeof closeSources>>;

/** The rows of the files, with the exceptions counted into them; null for a source that is not configured. */
const figures = (
  facts: RunFacts,
  { settled, issued, linked }: Closed,
  window: Window,
  { exceptions, restatements }: Pick<Figures, "exceptions" | "restatements">,
): Figures => {
  const counts = new ExceptionCounts(exceptions);
  const settlements = settled.rows
    .filter((row) => isDayIn(row.businessDate, window))
    .map((row) => counts.onSettlement(row));
  return {
    cohorts: factsOf(facts, "record").configured ? issued.rows.map((row) => counts.onCohort(row)) : null,
    settlements: factsOf(facts, "koard").configured ? settlements : null,
    days: factsOf(facts, "koard").configured ? dayRows(settlements) : null,
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
  const previous = before === undefined ? [] : yield* ledger.reportExceptions(before);
  const conclusions = settings.isFull ? Conclusions.afresh(book.name) : Conclusions.ofLedger(book.name);
  const closed = yield* closeSources(night, closable, rosters).pipe(
    Effect.provideServiceEffect(Conclusions, conclusions),
  );
  const { settled, issued, linked } = closed;
  const findings = [...settled.findings, ...issued.findings, ...linked.findings];
  const exceptions = traceExceptions(findings, { book: book.name, day, previous, history: new Map() });
  const { restatements, newFigures } = yield* closeFigures(
    book,
    { settlements: settled.rows, credentials: issued.figures },
    before && {
      figures: yield* ledger.figures(before),
      window: before.window,
      read: ledger.readFigures,
    },
  );
  const files = figures(facts, closed, book.window, { exceptions, restatements });
  return {
    ...files,
    book: book.name,
    day,
    window: book.window,
    timezone: book.timezone,
    cutoff: book.cutoff,
    asOf: settings.asOf,
    verdict: verdict({ unread, settlements: files.settlements ?? [], cohorts: files.cohorts ?? [] }),
    sources: {
      record: sourceFacts(factsOf(facts, "record"), issued.afterWindow),
      koard: sourceFacts(factsOf(facts, "koard"), 0),
    },
    links: linked.rows === null ? null : linked,
    warnings: [...factsOf(facts, "record").notes, ...factsOf(facts, "koard").notes, ...linked.warnings],
    totals: controlTotals(files),
    openExceptions: exceptionTotals(exceptions),
    previous: before,
    newFigures,
    configSha256: configSha256(night, rosters),
  } satisfies Report;
});
