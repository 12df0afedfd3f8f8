import { type ReadingContext, refundedAtClose, stateOfStatus } from "@tieout/reconcile";
import { Effect } from "effect";
import { Ledger } from "../ledger/Ledger.ts";
import type { Run } from "../ledger/store/Run.ts";
import { sharedTransactions } from "./cache/shared-transactions.ts";

type Given = Omit<ReadingContext, "shared" | "refundedAtClose">;

/**
 * What was refunded on the rows of batches when they were first read as final, of those whose details are others now:
 * where they are the same, so is what is refunded on them.
 */
const closings = Effect.fnUntraced(function* (run: Run, context: Given) {
  const ledger = yield* Ledger;
  const changed = yield* ledger.changedSettlements(run);
  const refunded = new Map<string, number>();
  for (const { header, detailsId } of yield* ledger.entriesAmong(run, "settlement", changed.keys())) {
    const first = changed
      .get(header.id)
      ?.find((seen) => seen.detailsId !== null && stateOfStatus(seen.header.status) === "final");
    if (first === undefined || first.detailsId === null || first.detailsId === detailsId) continue;
    const details = yield* ledger.details("settlement", first.detailsId);
    const minor = refundedAtClose({ header: first.header, details }, header, context);
    if (minor !== null) refunded.set(header.id, minor);
  }
  return refunded;
});

/** What the rows of a run's settlements are read with: what they have in common, and what they were before. */
export const readingContext = Effect.fnUntraced(function* (run: Run, context: Given) {
  return {
    ...context,
    shared: yield* sharedTransactions(run),
    refundedAtClose: yield* closings(run, context),
  } satisfies ReadingContext;
});
