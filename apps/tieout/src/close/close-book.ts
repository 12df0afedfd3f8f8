import {
  addDays,
  BusinessCalendar,
  ControlTotals,
  compareSettlementRows,
  DayTotals,
  ExceptionCounts,
  exceptionTotals,
  type SettlementRow,
  traceExceptions,
  verdict,
} from "@tieout/reconcile";
import { Effect } from "effect";
import type { Settings } from "../config/Settings.ts";
import { canonicalJson, sha256 } from "../ledger/blob.ts";
import { Ledger, type Run } from "../ledger/Ledger.ts";
import type { RunFacts, SourceRead } from "../ledger/RunFacts.ts";
import { type ClosedCohorts, closeCohorts } from "./close-cohorts.ts";
import { type ClosedSettlements, closeSettlements } from "./close-settlements.ts";
import type { Report, SourceFacts } from "./Report.ts";

const NOTHING_CLOSED = { rows: [], findings: [] } satisfies ClosedSettlements;
const NO_COHORTS = { ...NOTHING_CLOSED, afterWindow: 0 } satisfies ClosedCohorts;

/** A hash of the configuration that shapes figures; paths, secrets and speed leave it as it is. */
const configSha256 = ({ book, timezone, cutoff, window }: Settings): string =>
  sha256(
    canonicalJson({
      books: [{ name: book.name, assume_currency: book.koard?.assumeCurrency ?? null }],
      timezone,
      cutoff,
      window,
    }),
  );

const sourceFacts = ({ configured, mode, listed }: SourceRead, afterCutoff: number): SourceFacts => ({
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

/**
 * Makes the report of a finished run from the ledger alone: figures of the window, exceptions about
 * everything the ledger knows, both set against the newest report of an earlier day.
 */
export const closeBook = Effect.fn("closeBook")(function* (run: Run, facts: RunFacts, settings: Settings) {
  const ledger = yield* Ledger;
  const { asOf, cutoff, timezone, window } = settings;
  const book = run.book;
  const day = addDays(window.to, -1);
  const calendar = new BusinessCalendar(timezone, cutoff);
  const previous = yield* ledger.reportBefore(book, day);
  const published = previous === undefined ? [] : yield* ledger.reportExceptions(previous);

  const settled = facts.koard.configured
    ? yield* closeSettlements(run, facts.koard, window, {
        book,
        calendar,
        asOfDay: calendar.dayOf(asOf),
        assumedCurrency: settings.book.koard?.assumeCurrency ?? null,
      })
    : NOTHING_CLOSED;
  const issued = facts.record.configured
    ? yield* closeCohorts(run, facts.record, { book, calendar, window, asOf })
    : NO_COHORTS;

  const exceptions = traceExceptions([...settled.findings, ...issued.findings], {
    book,
    day,
    previous: published,
  });
  const counts = new ExceptionCounts(exceptions);
  const settlements = settled.rows.map((row) => counts.onSettlement(row)).sort(compareSettlementRows);
  const cohorts = issued.rows.map((row) => counts.onCohort(row));
  const figures = {
    settlements: facts.koard.configured ? settlements : null,
    days: facts.koard.configured ? dayRows(settlements) : null,
    cohorts: facts.record.configured ? cohorts : null,
  };
  return {
    ...figures,
    book,
    day,
    window,
    timezone,
    cutoff,
    asOf,
    verdict: verdict({ unread: 0, settlements, cohorts }),
    sources: { record: sourceFacts(facts.record, issued.afterWindow), koard: sourceFacts(facts.koard, 0) },
    totals: controlTotals(figures),
    exceptions,
    openExceptions: exceptionTotals(exceptions),
    previous,
    configSha256: configSha256(settings),
  } satisfies Report;
});
