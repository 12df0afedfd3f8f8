import {
  type ListingBatch,
  owningBatch,
  type ProofContext,
  printProof,
  proofBasis,
  proveSettlement,
  readProof,
  type SettlementHeader,
  type SettlementProof,
  type SharedTransaction,
  sharedByBatch,
  type TransactionListing,
} from "@tieout/reconcile";
import { Effect } from "effect";
import * as Arr from "effect/Array";
import { type Entry, Ledger, type Run } from "../ledger/Ledger.ts";
import { concluded, concludedOfAll } from "./Conclusions.ts";

/** Batches whose proofs are taken up or kept at once: memory holds the printed ones of so many. */
const PROVED_AT_ONCE = 500;

/** Findings of one batch that are worth keeping; one with more says too much of itself to be read every night. */
const KEPT_FINDINGS_MAX = 1000;

/** Listings of shared transactions that are worth keeping. */
const KEPT_LISTINGS_MAX = 100_000;

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

/** Every listing of a transaction that several settlements of a run list: looked for again when one of them changes. */
const sharedListings = Effect.fnUntraced(function* (run: Run, entries: ReadonlyArray<Entry<"settlement">>) {
  const ledger = yield* Ledger;
  return yield* concludedOfAll(
    JSON.stringify(entries.map(({ header, detailsId }) => [header.id, detailsId])),
    {
      about: "shared_transactions",
      draw: () => ledger.sharedTransactions(run),
      print: (listings) => JSON.stringify(listings),
      read: (text) => JSON.parse(text) as ReadonlyArray<TransactionListing>,
      isTooLarge: ({ length }) => length > KEPT_LISTINGS_MAX,
    },
  );
});

/** What a proof of a run's settlements needs to know beyond each of them. */
export const proofContext = Effect.fnUntraced(function* (
  run: Run,
  entries: ReadonlyArray<Entry<"settlement">>,
  context: Omit<ProofContext, "shared">,
) {
  const headers = new Map(entries.map(({ header }) => [header.id, header]));
  const shared = owners(yield* sharedListings(run, entries), headers);
  return { ...context, shared } satisfies ProofContext;
});

const NONE_SHARED: ProofContext["shared"] = new Map();

/**
 * Proves settlement batches, given in the order of their ids: those that are as they were are taken up as they were
 * proved, and the rows of the others are read one batch at a time, so that memory does not hold those of a season.
 */
export const proofs = Effect.fnUntraced(function* (
  entries: ReadonlyArray<Entry<"settlement">>,
  context: ProofContext,
) {
  const ledger = yield* Ledger;
  const shared = sharedByBatch(context.shared);
  const all: Array<SettlementProof> = [];
  for (const some of Arr.chunksOf(entries, PROVED_AT_ONCE)) {
    const proved = yield* concluded(some, {
      about: "settlement",
      groundsOf: ({ header, detailsId }) => ({
        entity: header.id,
        detailsId,
        basis: proofBasis(header, context, shared.get(header.id) ?? NONE_SHARED),
      }),
      draw: Effect.fnUntraced(function* ({ header, detailsId }) {
        const details = detailsId === null ? null : yield* ledger.details("settlement", detailsId);
        return proveSettlement({ header, details }, context);
      }),
      print: printProof,
      read: readProof,
      isTooLarge: ({ findings }) => findings.length > KEPT_FINDINGS_MAX,
    });
    all.push(...proved);
  }
  return all;
});
