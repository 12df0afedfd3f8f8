import { exceptionTotals, type Severity, traceDecisions } from "@tieout/reconcile";
import { Effect } from "effect";
import type { LedgerPlace } from "../../config/ledger-place.ts";
import { type Night, nightOf } from "../../config/Night.ts";
import type { Settings } from "../../config/Settings.ts";
import type { SourceName } from "../../config/sources.ts";
import type { LedgerContents, RunRecord, SourceFreshness } from "../../ledger/inspect/LedgerOverview.ts";
import { Ledger } from "../../ledger/Ledger.ts";
import type { LeaseHolder } from "../../ledger/lease/LeaseHolder.ts";
import { openToLook } from "../../ledger/open-ledger.ts";
import type { RunOutcome } from "../../ledger/outcomes/RunOutcome.ts";
import type { PublishedReport } from "../../ledger/reports/PublishedReport.ts";
import type { Kind } from "../../ledger/store/kinds.ts";
import type { Run } from "../../ledger/store/Run.ts";
import { planDetails } from "../../pull/plan-details.ts";
import { credentialPolicy, type Policy, settlementPolicy } from "../../pull/policies.ts";
import type { Reason } from "../../pull/reread.ts";
import { decisionsUpTo } from "./newest-exceptions.ts";

/** Runs that a status names; the ledger has them all. */
const RUNS_SHOWN = 5;

/** What a run would read of one kind if the lists were as they were last: how many details, of how many, and why. */
export interface Outlook {
  readonly listed: number;
  readonly read: number;
  readonly reasons: Readonly<Partial<Record<Reason, number>>>;
}

/** One run as a status shows it; `finished_at` is null while it goes on, or where it was cut off. */
interface RunLine {
  readonly as_of: string;
  readonly day: string;
  readonly started_at: string;
  readonly finished_at: string | null;
}

/** When a source was last read to its end, and how many batches it listed then. */
interface Freshness {
  readonly read_at: string;
  readonly listed: number;
}

/** How a run ended, whether it published anything or not. */
interface LastRun {
  readonly started_at: string;
  readonly ended_at: string;
  readonly exit: number;
  /** Why not all was well; null where it was. */
  readonly problem: string | null;
  /** Who was not reached by what was to be sent, and why; null where all were. */
  readonly undelivered: string | null;
}

/** How one book stands. */
export interface BookStatus {
  readonly book: string;
  /** Newest first. */
  readonly runs: ReadonlyArray<RunLine>;
  readonly report: { readonly day: string; readonly revision: number; readonly as_of: string } | null;
  /** How the last run ended; null before there was one, or where it was killed. */
  readonly last_run: LastRun | null;
  /** By the name of each source that a book may have. */
  readonly sources: Readonly<Record<SourceName, Freshness | null>>;
  /** Sources that neither the ledger nor the settings know anything of. */
  readonly not_configured: ReadonlyArray<SourceName>;
  /** Of the newest report, with what was decided since; null where there is none. */
  readonly exceptions: {
    readonly open: number;
    readonly decided: number;
    readonly by_severity: Readonly<Record<Severity, number>>;
  } | null;
  readonly next_run: {
    readonly day: string;
    readonly settlements: Outlook;
    readonly credential_batches: Outlook;
  };
}

/** How a ledger stands, seen without a network, a key or the right to write. */
export interface Status {
  readonly ledger: string;
  readonly database: LedgerPlace["database"];
  readonly bytes: number;
  readonly holders: ReadonlyArray<LeaseHolder>;
  /** When the newest backup was made by tieout; null where none was, or what was restored was never backed up. */
  readonly backed_up_at: string | null;
  readonly contents: Omit<LedgerContents, "credentialBatches"> & { readonly credential_batches: number };
  readonly books: ReadonlyArray<BookStatus>;
}

const outlook = Effect.fnUntraced(function* <K extends Kind>(
  { run, night }: { readonly run: Run; readonly night: Night },
  kind: K,
  policyOf: Policy<K>,
) {
  const ledger = yield* Ledger;
  const refused = yield* ledger.refusals(run, kind);
  const policy = policyOf(run, night, (id) => refused.has(id));
  const headers = (yield* ledger.entries(run, kind)).map(({ header }) => header);
  const { wanted } = yield* planDetails(kind, headers, policy);
  const byReason = Map.groupBy(wanted, ({ reason }) => reason);
  return {
    listed: headers.length,
    read: wanted.length,
    reasons: Object.fromEntries(Array.from(byReason, ([reason, all]) => [reason, all.length])),
  } satisfies Outlook;
});

/** The run that would begin now: one that was cut off today is resumed. */
const nextRun = ([newest]: ReadonlyArray<RunRecord>, { settings, book, asOfDay: day }: Night): Run => {
  const isResumed = newest !== undefined && newest.finishedAt === null && newest.day === day;
  const id = isResumed ? newest.id : (newest?.id ?? 0) + 1;
  return { id, book: book.name, asOf: settings.asOf, day };
};

const openExceptions = Effect.fnUntraced(function* ({ settings, book }: Night, report: PublishedReport) {
  const rows = yield* (yield* Ledger).reportExceptions(report);
  const { exceptions } = traceDecisions(rows, yield* decisionsUpTo(book.name, settings.asOf, report));
  const { open, decided, bySeverity } = exceptionTotals(exceptions);
  return { open, decided, by_severity: bySeverity };
});

const runLine = ({ asOf, day, startedAt, finishedAt }: RunRecord): RunLine => ({
  as_of: asOf,
  day,
  started_at: startedAt,
  finished_at: finishedAt,
});

const freshness = (last: SourceFreshness | undefined): Freshness | null =>
  last === undefined ? null : { read_at: last.readAt, listed: last.listed };

const lastRun = ({ startedAt, endedAt, exit, problem, undelivered }: RunOutcome): LastRun => ({
  started_at: startedAt,
  ended_at: endedAt,
  ...{ exit, problem, undelivered },
});

const bookStatus = Effect.fnUntraced(function* (night: Night) {
  const { book, settings } = night;
  const { asOf } = settings;
  const ledger = yield* Ledger;
  const { runs, report, sources } = yield* ledger.overview(book.name, { runs: RUNS_SHOWN, asOf });
  const run = nextRun(runs, night);
  const last = yield* ledger.lastOutcome(book.name);
  return {
    book: book.name,
    runs: runs.map(runLine),
    report: report === undefined ? null : { day: report.day, revision: report.revision, as_of: report.asOf },
    last_run: last === undefined ? null : lastRun(last),
    sources: Object.fromEntries(book.sources.map(({ name }) => [name, freshness(sources.get(name))])),
    not_configured: book.sources.flatMap(({ name, isConfigured }) =>
      isConfigured || sources.has(name) ? [] : [name],
    ),
    exceptions: report === undefined ? null : yield* openExceptions(night, report),
    next_run: {
      day: run.day,
      settlements: yield* outlook({ run, night }, "settlement", settlementPolicy),
      credential_batches: yield* outlook({ run, night }, "credential_batch", credentialPolicy),
    },
  } satisfies BookStatus;
});

/**
 * Tells how a ledger stands from the ledger alone, also while a run holds it. It has to be there: this makes none.
 * Fails with `LedgerFailed`.
 */
export const ledgerStatus = Effect.fn("ledgerStatus")(
  function* (settings: Settings) {
    const ledger = yield* Ledger;
    const { credentialBatches, ...contents } = yield* ledger.contents;
    return {
      ledger: settings.ledger.name,
      database: settings.ledger.database,
      bytes: yield* ledger.bytes,
      holders: yield* ledger.leaseHolders,
      backed_up_at: (yield* ledger.identity).backedUpAt,
      contents: { ...contents, credential_batches: credentialBatches },
      books: yield* Effect.forEach(settings.books, (book) => bookStatus(nightOf(settings, book))),
    } satisfies Status;
  },
  (status, settings) => Effect.provide(status, openToLook(settings.ledger)),
);
