import {
  type ListingBatch,
  owningBatch,
  type ProofContext,
  printProof,
  proofBasis,
  proveSettlement,
  readProof,
  type Settlement,
  type SettlementHeader,
  type SettlementProof,
  type SharedTransaction,
  sharedByBatch,
  type TransactionListing,
} from "@tieout/reconcile";
import { Effect } from "effect";
import * as Arr from "effect/Array";
import type { Night } from "../../config/Night.ts";
import { Ledger } from "../../ledger/Ledger.ts";
import type { Entry } from "../../ledger/store/Entry.ts";
import { settlementContext } from "../settlement-context.ts";
import { Conclusions, concluded, concludedOfAll, type Drawing, type Grounds } from "./Conclusions.ts";

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
const sharedListings = Effect.fnUntraced(function* (entries: ReadonlyArray<Entry<"settlement">>) {
  const ledger = yield* Ledger;
  return yield* concludedOfAll(
    {
      entity: "",
      detailsId: null,
      basis: JSON.stringify(entries.map(({ header, detailsId }) => [header.id, detailsId])),
    },
    {
      about: "shared_transactions",
      draw: () => ledger.sharedTransactions(entries),
      print: (listings) => JSON.stringify(listings),
      read: (text) => JSON.parse(text) as ReadonlyArray<TransactionListing>,
      isTooLarge: ({ length }) => length > KEPT_LISTINGS_MAX,
    },
  );
});

/** What a proof of a run's settlements needs to know beyond each of them. */
export const proofContext = Effect.fnUntraced(function* (
  entries: ReadonlyArray<Entry<"settlement">>,
  context: Omit<ProofContext, "shared">,
) {
  const headers = new Map(entries.map(({ header }) => [header.id, header]));
  const shared = owners(yield* sharedListings(entries), headers);
  return { ...context, shared } satisfies ProofContext;
});

const NONE_SHARED: ProofContext["shared"] = new Map();

const isTooLarge = ({ findings }: SettlementProof): boolean => findings.length > KEPT_FINDINGS_MAX;

/** How the proof of a batch is drawn and kept; `detailsOf` is where its rows come from. */
const drawing = <E, R>(
  context: ProofContext,
  detailsOf: (entry: Entry<"settlement">) => Effect.Effect<Settlement["details"], E, R>,
): Drawing<Entry<"settlement">, SettlementProof, E, R> => {
  const shared = sharedByBatch(context.shared);
  return {
    about: "settlement",
    groundsOf: ({ header, detailsId }) => ({
      entity: header.id,
      detailsId,
      basis: proofBasis(header, context, shared.get(header.id) ?? NONE_SHARED),
    }),
    draw: (item) =>
      Effect.map(detailsOf(item), (details) => proveSettlement({ header: item.header, details }, context)),
    print: printProof,
    read: readProof,
    isTooLarge,
  };
};

/**
 * Proves settlement batches, given in the order of their ids: those that are as they were are taken up as they were
 * proved, and the rows of the others are read one batch at a time, so that memory does not hold those of a season.
 */
export const proofs = Effect.fnUntraced(function* (
  entries: ReadonlyArray<Entry<"settlement">>,
  context: ProofContext,
) {
  const ledger = yield* Ledger;
  const ofLedger = drawing(context, ({ detailsId }) =>
    detailsId === null ? Effect.succeed(null) : ledger.details("settlement", detailsId),
  );
  const all: Array<SettlementProof> = [];
  for (const some of Arr.chunksOf(entries, PROVED_AT_ONCE)) all.push(...(yield* concluded(some, ofLedger)));
  return all;
});

/**
 * Proves settlement batches of a book as they are stored, as if they shared no transaction: so the close finds nearly
 * all of them proved, and does not have to restore the rows that a pull has just had in its hands.
 */
export const proveAhead = Effect.fnUntraced(function* (night: Night) {
  const conclusions = yield* Conclusions.afresh(night.book.name);
  const context = { ...settlementContext(night), shared: NONE_SHARED };
  const prove = (settlement: Settlement) => {
    const { header } = settlement;
    const proof = proveSettlement(settlement, context);
    if (isTooLarge(proof)) return undefined;
    const basis = proofBasis(header, context, NONE_SHARED);
    return { entity: header.id, basis, body: printProof(proof) };
  };
  return {
    prove,
    keep: (proofs: ReadonlyArray<Grounds & { readonly body: string }>) =>
      proofs.length > 0 ? conclusions.keep("settlement", proofs) : Effect.void,
  };
});
