import type { CohortOptions, CredentialBatch, CredentialBatchHeader, Settlement } from "@tieout/reconcile";
import { Context, type Effect } from "effect";
import type { LedgerWriteError } from "../ledger/failures.ts";
import type { Entry } from "../ledger/store/Entry.ts";

/** The proof of a settlement batch, printed, and what it rests on beside the rules and the batch's details. */
interface PrintedProof {
  readonly entity: string;
  readonly basis: string;
  readonly body: string;
}

/** A printed proof, with the number under which the details that it was drawn from are stored. */
interface StoredProof extends PrintedProof {
  readonly detailsId: number | null;
}

/** Proves settlement batches while their rows are at hand. */
export interface ProofsAhead {
  /** Nothing where there is too much to say for it to be worth keeping. */
  readonly prove: (settlement: Settlement) => PrintedProof | undefined;
  /** Keeps proofs, in the transaction that stores what they are about. */
  readonly keep: (proofs: ReadonlyArray<StoredProof>) => Effect.Effect<void, LedgerWriteError>;
}

/** Counts credential batches while their credentials are at hand. */
export interface CohortsAhead {
  /** Counts a batch as it was read; one that comes before its turn waits for those issued before it. */
  readonly count: (batch: CredentialBatch) => void;
  /** Keeps what they came to, where none was left out; given what was stored of them, in any order. */
  readonly keep: (stored: ReadonlyArray<Entry<"credential_batch">>) => Effect.Effect<void, LedgerWriteError>;
}

/**
 * What a run that will close as well concludes while details are at hand, which it would otherwise have to restore.
 * None where nobody will ask for it.
 */
export const DrawnAhead = Context.Reference<
  | {
      readonly proofs: ProofsAhead;
      /** Counts all batches that are listed, given in the order issued; nothing where they are too many to be held. */
      readonly cohorts: (
        order: ReadonlyArray<CredentialBatchHeader>,
        given: Pick<CohortOptions, "programs" | "tokenMode">,
      ) => CohortsAhead | undefined;
    }
  | undefined
>("tieout/pull/DrawnAhead", { defaultValue: () => undefined });
