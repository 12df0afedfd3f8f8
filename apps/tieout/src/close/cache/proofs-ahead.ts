import { type ProofContext, proveSettlement } from "@tieout/reconcile";
import { Effect } from "effect";
import type { Night } from "../../config/Night.ts";
import type { BatchObserver } from "../../pull/PullObserver.ts";
import { settlementContext } from "../settlement-context.ts";
import type { PrintedResult } from "./CacheKey.ts";
import { ResultCache } from "./ResultCache.ts";
import { SETTLEMENT_PROOF } from "./settlement-proofs.ts";

const NONE_SHARED: ProofContext["shared"] = new Map();

/**
 * Proves settlement batches of a book as they are stored, as if they shared no transaction: so the close finds nearly
 * all of them proved, and does not have to restore the rows that a pull has just had in its hands.
 */
export const proofsAhead = Effect.fnUntraced(function* (night: Night) {
  const cache = yield* ResultCache.empty(night.book.name);
  const context = { ...settlementContext(night), shared: NONE_SHARED };
  return (): BatchObserver<"settlements"> => {
    /** By batch, the proofs of those that were read and wait to be stored, printed. */
    const waiting = new Map<string, string>();
    const printed = (entry: Parameters<typeof SETTLEMENT_PROOF.keyOf>[0]): ReadonlyArray<PrintedResult> => {
      const body = waiting.get(entry.header.id);
      waiting.delete(entry.header.id);
      return body === undefined ? [] : [{ ...SETTLEMENT_PROOF.keyOf(entry, context), body }];
    };
    return {
      read: (settlement) => {
        const proof = proveSettlement(settlement, context);
        if (!SETTLEMENT_PROOF.isTooLarge(proof))
          waiting.set(settlement.header.id, SETTLEMENT_PROOF.print(proof));
      },
      stored: (entries) =>
        Effect.suspend(() => {
          const proofs = entries.flatMap(printed);
          return proofs.length === 0 ? Effect.void : cache.keep(SETTLEMENT_PROOF.kind, proofs);
        }),
      done: Effect.void,
    };
  };
});
