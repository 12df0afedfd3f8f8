import type { Settlement } from "@tieout/reconcile";
import { Context, type Effect } from "effect";
import type { LedgerWriteError } from "../ledger/Ledger.ts";

/** The proof of a settlement batch, printed, and what it rests on beside the rules and the batch's details. */
export interface PrintedProof {
  readonly entity: string;
  readonly basis: string;
  readonly body: string;
}

/** A printed proof, with the number under which the details that it was drawn from are stored. */
export interface StoredProof extends PrintedProof {
  readonly detailsId: number | null;
}

/**
 * How a run that will close as well proves settlement batches while their rows are at hand, which it would otherwise
 * have to restore. None where nobody will ask for the proofs.
 */
export const ProofsAhead = Context.Reference<
  | {
      /** Nothing where there is too much to say for it to be worth keeping. */
      readonly prove: (settlement: Settlement) => PrintedProof | undefined;
      /** Keeps proofs, in the transaction that stores what they are about. */
      readonly keep: (proofs: ReadonlyArray<StoredProof>) => Effect.Effect<void, LedgerWriteError>;
    }
  | undefined
>("tieout/pull/ProofsAhead", { defaultValue: () => undefined });
