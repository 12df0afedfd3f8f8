import {
  claimingLink,
  countedBatches,
  type Evidence,
  EXCEPTIONS,
  type ExceptionRow,
  type Explanation,
  evidenceIds,
  explain,
  linkEntityId,
  processorEntityId,
  type StatedDecision,
} from "@tieout/reconcile";
import { Effect } from "effect";
import { ResultCache } from "../../close/cache/ResultCache.ts";
import { settlementSummaries } from "../../close/cache/settlement-summaries.ts";
import { closeSources } from "../../close/close-book.ts";
import { sourceOf } from "../../close/closed-source.ts";
import { UsageWrong } from "../../config/faults.ts";
import { linksIn } from "../../config/links.ts";
import { type Night, nightOf } from "../../config/Night.ts";
import type { Settings } from "../../config/Settings.ts";
import type { SourceIdentity } from "../../config/sources.ts";
import { Ledger } from "../../ledger/Ledger.ts";
import type { ExceptionNight } from "../../ledger/reports/PublishedReport.ts";
import type { Run } from "../../ledger/store/Run.ts";
import type { RunFacts } from "../../ledger/store/RunFacts.ts";
import { everKnown, knownSettlements, withDetails } from "./known-records.ts";
import { newestExceptions } from "./newest-exceptions.ts";

/** An exception with its evidence, and the nights that reported it. */
export interface ExplainedException {
  readonly row: ExceptionRow;
  readonly explanation: Explanation;
  /** What was decided about it up to now, oldest first, as it stands by the newest report. */
  readonly decisions: ReadonlyArray<Pick<StatedDecision, "decision" | "state">>;
  readonly nights: ReadonlyArray<Pick<ExceptionNight, "day" | "revision"> & { readonly status: string }>;
}

const settlementEvidence = Effect.fnUntraced(function* (
  night: Night,
  { run, row }: ExceptionNight,
  source: SourceIdentity,
) {
  const { entries, context } = yield* knownSettlements(night, run, source);
  const about = entries.filter(({ header }) => row.batchIds.includes(header.id));
  return { settlements: yield* withDetails("settlement", about), context };
});

/** The batches of a processor in one currency, as they were counted. */
const countedEvidence = Effect.fnUntraced(function* (
  night: Night,
  { run, row }: ExceptionNight,
  source: SourceIdentity,
) {
  const { context } = yield* knownSettlements(night, run, source);
  return Array.from(countedBatches(yield* settlementSummaries(run, context), context.conventions)).filter(
    ({ header, summary }) =>
      processorEntityId(header.processorName, summary.groups[0].currency) === row.entityId,
  );
});

const credentialEvidence = Effect.fnUntraced(function* (
  { calendar, window }: Night,
  { run, row }: ExceptionNight,
  source: SourceIdentity,
) {
  const ledger = yield* Ledger;
  const listed = yield* ledger.entries(run, "credential_batch");
  // What was issued later is in no figure; what is gone explains nothing but that it is gone.
  const counted = listed.filter(({ header }) => calendar.dayOf(header.issuedAt) < window.to);
  const ids = evidenceIds(
    row,
    counted.map(({ header }) => header),
  );
  const known = row.code === "BATCH_VANISHED" ? yield* everKnown(run, "credential_batch") : listed;
  const about = known.filter(({ header }) => ids.includes(header.id));
  const programs = (yield* ledger.entries(run, "program")).map(({ header }) => header);
  return { source, batches: yield* withDetails("credential_batch", about), programs };
});

const paymentEvidence = Effect.fnUntraced(function* (
  night: Night,
  { run, facts }: { readonly run: Run; readonly facts: RunFacts },
  row: ExceptionRow,
) {
  const { book, window } = night;
  // A roster adds columns to a cohort and no credential, so payments are the same without.
  const { sources, settled, linked } = yield* closeSources(
    night,
    { run, facts },
    { rosters: [], conventions: new Map() },
  );
  const links = linksIn(book.links, sourceOf(sources, "credentials")?.facts.mode ?? null);
  const payment = linked.rows?.find(({ entityId }) => entityId === row.entityId);
  const index = links.findIndex((link) => linkEntityId(link) === row.entityId);
  if (payment === undefined) return undefined;
  return {
    row: payment,
    claimed: Array.from(settled.rows).filter(
      (settlement) =>
        settlement.businessDate < window.to &&
        settlement.state !== "void" &&
        claimingLink(settlement, links) === index,
    ),
  };
});

const evidence = Effect.fnUntraced(function* (night: Night, at: ExceptionNight) {
  const { run, row } = at;
  const ledger = yield* Ledger;
  const facts = (yield* ledger.newestRun(run.book, run.asOf))?.facts;
  if (EXCEPTIONS[row.code].evidence === "payment") {
    const payment = facts && (yield* paymentEvidence(night, { run, facts }, row));
    return (payment === undefined ? {} : { payment }) satisfies Evidence;
  }
  const source = night.book.sources.find(({ name }) => name === row.source);
  // Of a source that the configuration does not know any more nobody can say what its records were.
  if (source === undefined) return {} satisfies Evidence;
  if (EXCEPTIONS[row.code].evidence === "totals")
    return { counted: yield* countedEvidence(night, at, source) } satisfies Evidence;
  return source.role === "settlements"
    ? ({ settled: yield* settlementEvidence(night, at, source) } satisfies Evidence)
    : ({ issued: yield* credentialEvidence(night, at, source) } satisfies Evidence);
});

const unknown = (where: string, problem: string) => new UsageWrong({ faults: [{ where, problem }] });

/**
 * Gathers the evidence of an exception from the ledger, as the last report that had it was made of, and
 * explains it. Fails with `UsageWrong` for an id that no report has.
 */
export const explainException = Effect.fn("explainException")(function* (
  exceptionId: string,
  settings: Settings,
) {
  const ledger = yield* Ledger;
  const nights = yield* ledger.nights(exceptionId);
  const last = nights.findLast(({ row }) => row.status !== "resolved") ?? nights.at(-1);
  if (last === undefined)
    return yield* unknown(
      exceptionId,
      "is in no report of this ledger; ids stand in the first column of exceptions.csv",
    );
  const book = settings.books.find(({ name }) => name === last.run.book);
  if (book === undefined)
    return yield* unknown(
      exceptionId,
      `is of the book ${last.run.book}, which this configuration does not name`,
    );
  const newest = yield* newestExceptions(book.name, settings.asOf);
  return {
    row: nights.at(-1)?.row ?? last.row,
    explanation: explain(
      last.row,
      yield* evidence(
        { ...nightOf({ ...settings, asOf: last.run.asOf }, book), window: last.window },
        last,
      ).pipe(Effect.provideServiceEffect(ResultCache, ResultCache.readOnly(book.name))),
    ),
    decisions: (newest?.stated ?? []).flatMap(({ decision, state }) =>
      decision.exceptionId === exceptionId ? [{ decision, state }] : [],
    ),
    nights: nights.map(({ day, revision, row }) => ({ day, revision, status: row.status })),
  } satisfies ExplainedException;
});
