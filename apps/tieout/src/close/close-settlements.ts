import {
  batchArithmetic,
  type ConventionSources,
  conventionOf,
  conventionsOf,
  type Finding,
  invalidRecords,
  isOpen,
  type LearnedConvention,
  type ProvedBatches,
  proveBatches,
  type ReadingContext,
  reopened,
  type SettlementHeader,
  type SettlementRow,
  type ShownFigures,
  type SummarisedBatch,
  settlementFigures,
  tiesOut,
  vanishedSettlement,
} from "@tieout/reconcile";
import { Effect } from "effect";
import { Ledger } from "../ledger/Ledger.ts";
import type { Run } from "../ledger/store/Run.ts";
import { isForgotten } from "../ledger/store/RunFacts.ts";
import { settlementSummaries } from "./cache/settlement-summaries.ts";
import type { ClosedSource } from "./closed-source.ts";
import { readingContext } from "./reading-context.ts";

/** Settlement batches as the ledger has them, proved. */
export interface ClosedSettlements {
  /** Rows of every day that the ledger knows, of listed batches, in no promised order. */
  readonly rows: ReadonlyArray<SettlementRow>;
  readonly findings: ReadonlyArray<Finding>;
  /** What is shown of each batch in each currency. */
  readonly figures: ReadonlyArray<ShownFigures>;
  /** How each processor counts, as its final batches tell. */
  readonly conventions: ReadonlyArray<LearnedConvention>;
  readonly arithmetic: Arithmetic;
}

/** By batch id, line by line, of every batch that does not tie out and whose details are whole. */
export type Arithmetic = ReadonlyMap<string, ReadonlyArray<string>>;

/** Shown of each batch that does not tie out: its rows go, and could not be added up again later. */
const arithmeticOf = (
  summarised: ReadonlyArray<SummarisedBatch>,
  { proofs, conventions }: Pick<ProvedBatches, "proofs" | "conventions">,
): Arithmetic => {
  const known = conventionsOf(conventions);
  const lines = summarised.flatMap(({ header, summary }, at) => {
    const { rows: [row, ...others] = [], findings: found = [] } = proofs[at] ?? {};
    if (row === undefined || others.length > 0 || row.state === "unproven" || tiesOut(row)) return [];
    const convention = conventionOf(known, header.processorName);
    return [[header.id, batchArithmetic({ header, summary, convention, found })] as const];
  });
  return new Map(lines);
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
  headers: ReadonlyArray<SettlementHeader>,
  context: ReadingContext,
) {
  const ledger = yield* Ledger;
  const findings: Array<Finding> = [];
  for (const header of headers) {
    // Only an open batch can have been reopened, and few are open.
    if (!isOpen(header.status)) continue;
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

/** Proves every settlement batch that the ledger lists, and says what became of those that it listed before. */
export const closeSettlements = Effect.fn("closeSettlements")(function* (
  source: ClosedSource,
  { context: given, conventions }: KnownBefore,
) {
  const { run } = source;
  const ledger = yield* Ledger;
  const entries = yield* ledger.entries(run, "settlement");
  const context = yield* readingContext(run, entries, given);
  const headers = entries.map(({ header }) => header);
  const { horizon } = source.facts;
  const summarised = (yield* settlementSummaries(entries, context)).map((batch) => ({
    ...batch,
    isForgotten: isForgotten(horizon, { id: batch.header.id, day: batch.summary.businessDate }),
  }));
  const proved = proveBatches(given, summarised, conventions);
  const rows = proved.proofs.flatMap((proof) => proof.rows);
  return {
    rows,
    figures: rows.map((row) => settlementFigures(row, source.name)),
    findings: [
      ...listFindings(source, given.assumedCurrency),
      ...(yield* historyFindings(run, headers, context)),
      ...proved.proofs.flatMap(({ findings }) => findings),
      ...proved.findings,
    ],
    conventions: proved.conventions,
    arithmetic: arithmeticOf(summarised, proved),
  } satisfies ClosedSettlements;
});
