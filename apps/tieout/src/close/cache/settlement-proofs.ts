import {
  type ProofContext,
  printProof,
  proofBasis,
  proveSettlement,
  readProof,
  type Settlement,
  type SettlementProof,
  sharedByBatch,
} from "@tieout/reconcile";
import { Effect } from "effect";
import * as Arr from "effect/Array";
import { Ledger } from "../../ledger/Ledger.ts";
import type { Entry } from "../../ledger/store/Entry.ts";
import type { CacheKey } from "./CacheKey.ts";
import { cached } from "./cached.ts";

/** Batches whose proofs are reused or kept at once: memory holds the printed ones of so many. */
const PROVED_AT_ONCE = 500;

/** Findings of one batch that are worth keeping; one with more says too much of itself to be read every night. */
const KEPT_FINDINGS_MAX = 1000;

const NONE_SHARED: ProofContext["shared"] = new Map();

/** How the proof of a batch is kept from night to night. */
export const SETTLEMENT_PROOF = {
  kind: "settlement",
  keyOf: ({ header, detailsId }: Entry<"settlement">, context: ProofContext): CacheKey => ({
    entity: header.id,
    detailsId,
    basis: proofBasis(header, context, context.shared),
  }),
  print: printProof,
  read: readProof,
  isTooLarge: ({ findings }: SettlementProof): boolean => findings.length > KEPT_FINDINGS_MAX,
} as const;

/**
 * Proves settlement batches, given in the order of their ids: proofs of those that are as they were are reused, and the
 * rows of the others are read one batch at a time, so that memory does not hold those of a season.
 */
export const settlementProofs = Effect.fnUntraced(function* (
  entries: ReadonlyArray<Entry<"settlement">>,
  context: ProofContext,
) {
  const ledger = yield* Ledger;
  const shared = sharedByBatch(context.shared);
  const compute = Effect.fnUntraced(function* ({ header, detailsId }: Entry<"settlement">) {
    const details: Settlement["details"] =
      detailsId === null ? null : yield* ledger.details("settlement", detailsId);
    return proveSettlement({ header, details }, context);
  });
  const computation = {
    ...SETTLEMENT_PROOF,
    keyOf: (entry: Entry<"settlement">) =>
      SETTLEMENT_PROOF.keyOf(entry, { ...context, shared: shared.get(entry.header.id) ?? NONE_SHARED }),
    compute,
  };
  const all: Array<SettlementProof> = [];
  for (const some of Arr.chunksOf(entries, PROVED_AT_ONCE)) all.push(...(yield* cached(some, computation)));
  return all;
});
