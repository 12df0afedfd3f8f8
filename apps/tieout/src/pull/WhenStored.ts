import { Context, Effect } from "effect";
import type { LedgerWriteError, StoredSettlement } from "../ledger/Ledger.ts";

/**
 * What is done with settlement batches in the transaction that stores them: nothing, unless a run that will close as
 * well has something to do that it would have to read their rows again for.
 */
export const WhenStored = Context.Reference<
  (stored: ReadonlyArray<StoredSettlement>) => Effect.Effect<void, LedgerWriteError>
>("tieout/pull/WhenStored", { defaultValue: () => () => Effect.void });
