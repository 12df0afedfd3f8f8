import {
  type Finding,
  invalidRecords,
  isDayIn,
  type ListingBatch,
  owningBatch,
  type ProofContext,
  proveSettlement,
  type SettlementHeader,
  type SettlementRow,
  type SharedTransaction,
  type TransactionListing,
  type Window,
} from "@tieout/reconcile";
import { Effect } from "effect";
import { Ledger, type Run } from "../ledger/Ledger.ts";
import type { SourceRead } from "../ledger/RunFacts.ts";

/** Settlement batches as the ledger has them, proved: rows of the window, findings about all of them. */
export interface ClosedSettlements {
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

/**
 * Proves every settlement batch that the ledger lists, one at a time, so that memory holds the rows of one
 * batch and not those of a season.
 */
export const closeSettlements = Effect.fn("closeSettlements")(function* (
  run: Run,
  read: SourceRead,
  window: Window,
  context: Omit<ProofContext, "shared">,
) {
  const ledger = yield* Ledger;
  const entries = yield* ledger.entries(run, "settlement");
  const headers = new Map(entries.map(({ header }) => [header.id, header]));
  const shared = owners(yield* ledger.sharedTransactions(run), headers);

  const rows: Array<SettlementRow> = [];
  const findings: Array<Finding> = [...listFindings(read)];
  for (const { header, detailsId } of entries) {
    const details = detailsId === null ? null : yield* ledger.details("settlement", detailsId);
    const proof = proveSettlement({ header, details }, { ...context, shared });
    rows.push(...proof.rows.filter((row) => isDayIn(row.businessDate, window)));
    findings.push(...proof.findings);
  }
  return { rows, findings } satisfies ClosedSettlements;
});
