import {
  type Finding,
  invalidRecords,
  type ListingBatch,
  owningBatch,
  type ProofContext,
  proveSettlement,
  reopened,
  type SettlementHeader,
  type SettlementRow,
  type SharedTransaction,
  type TransactionListing,
  vanishedSettlement,
} from "@tieout/reconcile";
import { Effect } from "effect";
import { Ledger, type Run } from "../ledger/Ledger.ts";
import type { SourceRead } from "../ledger/RunFacts.ts";

/** Settlement batches as the ledger has them, proved. */
export interface ClosedSettlements {
  /** Rows of every day that the ledger knows, of listed batches, in no promised order. */
  readonly rows: ReadonlyArray<SettlementRow>;
  readonly findings: ReadonlyArray<Finding>;
}

/** Decides for each transaction that several settlements list which of them counts it. */
const owners = (
  listings: ReadonlyArray<TransactionListing>,
  headers: ReadonlyMap<string, SettlementHeader>,
): ReadonlyMap<string, SharedTransaction> => {
  const placed = listings.flatMap(({ transactionId, batchId, namedBatchId }) => {
    const header = headers.get(batchId);
    return header === undefined
      ? []
      : [
          {
            transactionId,
            batch: { batchId, namedBatchId, openedAt: header.openedAt, closedAt: header.closedAt },
          },
        ];
  });
  const byTransaction = Map.groupBy(placed, ({ transactionId }) => transactionId);
  return new Map(
    [...byTransaction].map(([id, places]) => {
      const batches: ReadonlyArray<ListingBatch> = places.map(({ batch }) => batch);
      return [id, { owner: owningBatch(batches), batchIds: batches.map(({ batchId }) => batchId) }];
    }),
  );
};

/** What the list itself held that is no settlement batch. */
const listFindings = (read: SourceRead): ReadonlyArray<Finding> =>
  Object.entries(read.invalid).flatMap(([operation, records]) =>
    invalidRecords(records, {
      source: "koard",
      recordEntity: "batch",
      holder: { entity: "run", entityId: operation },
      businessDate: null,
      batchIds: [],
    }),
  );

/** What the batches were before: those that are open again, and those that are gone. */
const historyFindings = Effect.fnUntraced(function* (
  run: Run,
  headers: Iterable<SettlementHeader>,
  context: ProofContext,
) {
  const ledger = yield* Ledger;
  const findings: Array<Finding> = [];
  for (const header of headers) {
    // Only an open batch can have been reopened, and few are open.
    if (header.status.trim().toLowerCase() !== "open") continue;
    const statuses = (yield* ledger.history(run, "settlement", header.id)).map(({ status }) => status);
    findings.push(...reopened(statuses.slice(0, -1), header, context.calendar));
  }
  for (const { header, detailsId, lastSeenDay } of yield* ledger.gone(run, "settlement")) {
    const details = detailsId === null ? null : yield* ledger.details("settlement", detailsId);
    findings.push(vanishedSettlement({ header, details }, lastSeenDay, context));
  }
  return findings;
});

/** What a proof of a run's settlements needs to know beyond each of them. */
export const proofContext = Effect.fnUntraced(function* (
  run: Run,
  headers: ReadonlyMap<string, SettlementHeader>,
  context: Omit<ProofContext, "shared">,
) {
  const ledger = yield* Ledger;
  return {
    ...context,
    shared: owners(yield* ledger.sharedTransactions(run), headers),
  } satisfies ProofContext;
});

/**
 * Proves every settlement batch that the ledger lists, one at a time, so that memory holds the rows of one
 * batch and not those of a season.
 */
export const closeSettlements = Effect.fn("closeSettlements")(function* (
  run: Run,
  read: SourceRead,
  given: Omit<ProofContext, "shared">,
) {
  const ledger = yield* Ledger;
  const entries = yield* ledger.entries(run, "settlement");
  const headers = new Map(entries.map(({ header }) => [header.id, header]));
  const context = yield* proofContext(run, headers, given);

  const rows: Array<SettlementRow> = [];
  const findings = [...listFindings(read), ...(yield* historyFindings(run, headers.values(), context))];
  for (const { header, detailsId } of entries) {
    const details = detailsId === null ? null : yield* ledger.details("settlement", detailsId);
    const proof = proveSettlement({ header, details }, context);
    rows.push(...proof.rows);
    findings.push(...proof.findings);
  }
  return { rows, findings } satisfies ClosedSettlements;
});
