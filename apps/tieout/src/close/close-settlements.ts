import {
  batchArithmetic,
  type ConventionSources,
  type Conventions,
  conventionOf,
  conventionsOf,
  type Finding,
  invalidRecords,
  isOpen,
  type LearnedConvention,
  type ProvedBatch,
  type ProvedBatches,
  proveBatches,
  type ReadingContext,
  reopened,
  type SettlementHeader,
  type SettlementRow,
  type SummarisedBatch,
  summaryRows,
  tiesOut,
  vanishedSettlement,
  type Window,
} from "@tieout/reconcile";
import { Effect } from "effect";
import { Ledger } from "../ledger/Ledger.ts";
import type { Run } from "../ledger/store/Run.ts";
import { isForgotten } from "../ledger/store/RunFacts.ts";
import { settlementSummaries } from "./cache/settlement-summaries.ts";
import type { ClosedSource } from "./closed-source.ts";
import { goneThrough } from "./gone-through.ts";
import { readingContext } from "./reading-context.ts";

/** Settlement batches as the ledger has them, proved. */
export interface ClosedSettlements {
  /**
   * Rows of every day that the ledger knows, of listed batches, by day and batch. Made as they are gone through, each
   * time anew: they may be too many to be held.
   */
  readonly rows: Iterable<SettlementRow>;
  /** Those of the days of a window. */
  readonly rowsIn: (window: Window) => Iterable<SettlementRow>;
  readonly findings: ReadonlyArray<Finding>;
  /** Every processor that a batch names. */
  readonly processors: ReadonlySet<string>;
  /** How each processor counts, as its final batches tell. */
  readonly conventions: ReadonlyArray<LearnedConvention>;
  readonly arithmetic: Arithmetic;
}

/** By batch id, line by line, of every batch that does not tie out and whose details are whole. */
export type Arithmetic = ReadonlyMap<string, ReadonlyArray<string>>;

/** The arithmetic of a batch that does not tie out: its rows go, and could not be added up again later. */
const arithmeticOf = (
  { header, summary, rows, findings }: ProvedBatch,
  known: Conventions,
): ReadonlyArray<string> | null => {
  const [row, ...others] = rows;
  if (row === undefined || others.length > 0 || row.state === "unproven" || tiesOut(row)) return null;
  const convention = conventionOf(known, header.processorName);
  return batchArithmetic({ header, summary, convention, found: findings });
};

/** What the list itself held that is no settlement batch. */
const listFindings = (
  { name, facts }: ClosedSource,
  assumedCurrency: string | null,
): ReadonlyArray<Finding> =>
  Object.entries(facts.invalid).flatMap(([operation, records]) =>
    invalidRecords(records, {
      assumedCurrency,
      source: name,
      recordEntity: "batch",
      holder: { entity: "run", entityId: operation },
      businessDate: null,
      batchIds: [],
    }),
  );

/** What the batches were before: those that are open again, and those that are gone. */
const historyFindings = Effect.fnUntraced(function* (
  run: Run,
  open: ReadonlyArray<SettlementHeader>,
  context: ReadingContext,
) {
  const ledger = yield* Ledger;
  const findings: Array<Finding> = [];
  for (const header of open) {
    const statuses = (yield* ledger.history(run, "settlement", header.id)).map(({ status }) => status);
    findings.push(...reopened(statuses.slice(0, -1), header, context));
  }
  for (const { header, detailsId, lastSeenDay } of yield* ledger.gone(run, "settlement")) {
    const details = detailsId === null ? null : yield* ledger.details("settlement", detailsId);
    findings.push(vanishedSettlement({ header, details }, lastSeenDay, context));
  }
  return findings;
});

/** What the close of settlements knows beside the run: how processors counted before, and what the configuration fixes. */
export interface KnownBefore {
  readonly context: Omit<ReadingContext, "shared" | "refundedAtClose">;
  readonly conventions: ConventionSources;
}

/** What single proofs say, gathered while they go by. */
const gathered = ({ proofs, conventions }: ProvedBatches) => {
  const known = conventionsOf(conventions);
  const findings: Array<Finding> = [];
  const arithmetic = new Map<string, ReadonlyArray<string>>();
  const processors = new Set<string>();
  const open: Array<SettlementHeader> = [];
  for (const proved of proofs) {
    const { header } = proved;
    findings.push(...proved.findings);
    processors.add(header.processorName);
    // Only an open batch can have been reopened, and few are open.
    if (isOpen(header.status)) open.push(header);
    const lines = arithmeticOf(proved, known);
    if (lines !== null) arithmetic.set(header.id, lines);
  }
  return { findings, arithmetic, processors, open };
};

/** Proves every settlement batch that the ledger lists, and says what became of those that it listed before. */
export const closeSettlements = Effect.fn("closeSettlements")(function* (
  source: ClosedSource,
  { context: given, conventions }: KnownBefore,
) {
  const { run } = source;
  const context = yield* readingContext(run, given);
  const { horizon } = source.facts;
  const batches = yield* settlementSummaries(run, context);
  const listed = goneThrough(function* () {
    for (const { header, summary } of batches) {
      const listing = { id: header.id, day: summary.businessDate };
      yield { header, summary, isForgotten: isForgotten(horizon, listing) };
    }
  });
  const proved = proveBatches(given, listed, conventions);
  const known = { book: given.book, conventions: conventionsOf(proved.conventions) };
  const rowsOf = function* (some: Iterable<Pick<SummarisedBatch, "header" | "summary">>) {
    for (const { header, summary } of some) yield* summaryRows(header, summary, known);
  };
  const { findings, arithmetic, processors, open } = gathered(proved);
  return {
    rows: goneThrough(() => rowsOf(batches)),
    rowsIn: (window) => goneThrough(() => rowsOf(batches.in(window))),
    findings: [
      ...listFindings(source, given.assumedCurrency),
      ...(yield* historyFindings(run, open, context)),
      ...findings,
      ...proved.findings,
    ],
    ...{ conventions: proved.conventions, arithmetic, processors },
  } satisfies ClosedSettlements;
});
