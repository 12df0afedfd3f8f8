import type { Program } from "@tieout/reconcile";
import { Effect } from "effect";
import type { SourceIdentity, SourceRole } from "../config/sources.ts";
import type { LedgerWriteError } from "../ledger/failures.ts";
import type { Entry } from "../ledger/store/Entry.ts";
import type { Batch, Header, KindOf } from "../sources/Source.ts";

/** What a source lists, as whoever observes a pull is told. */
export interface ObservedList<R extends SourceRole> {
  readonly source: SourceIdentity;
  readonly mode: string | null;
  /** In the order in which they are read. */
  readonly headers: ReadonlyArray<Header<R>>;
  readonly programs: ReadonlyArray<Program>;
}

/** Looks at the batches of a source while a pull has them at hand. */
export interface BatchObserver<R extends SourceRole> {
  /** A batch was read; its rows are forgotten afterwards. */
  readonly read: (batch: Batch<R>) => void;
  /** Batches were stored, in the same transaction; they come in the order in which they were read. */
  readonly stored: (entries: ReadonlyArray<Entry<KindOf[R]>>) => Effect.Effect<void, LedgerWriteError>;
  /** Everything that there was to read has been stored. */
  readonly done: Effect.Effect<void, LedgerWriteError>;
}

/** Is told what a pull reads, source by source. */
export type PullObserver = {
  readonly [R in SourceRole]: (list: ObservedList<R>) => BatchObserver<R>;
};

/** Looks at nothing. */
export const UNOBSERVED = {
  read: () => {},
  stored: () => Effect.void,
  done: Effect.void,
} as const;

/** For a pull that nobody makes a report of in the same process. */
export const NO_OBSERVER: PullObserver = { settlements: () => UNOBSERVED, credentials: () => UNOBSERVED };
