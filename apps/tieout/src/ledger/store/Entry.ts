import type { MayRepeat, TransactionListing } from "@tieout/reconcile";
import type { Effect } from "effect";
import type { LedgerFailed, LedgerWriteError } from "../failures.ts";
import type { CanonicalJson } from "./blob.ts";
import type { Kind, Kinds } from "./kinds.ts";
import type { Run } from "./Run.ts";
import type { Snapshot } from "./snapshot.ts";

/** One entity as a run saw it. `details` is null when the source listed it and had no details to give. */
export interface Observation<K extends Kind> {
  readonly header: Kinds[K]["header"];
  readonly details: Snapshot | null;
  /** Whether there were details, and none of their records was invalid or missing; nothing to say without details. */
  readonly isWhole?: boolean;
}

/** One entity as a finished run left it: the header, and the number under which its details are kept. */
export interface Entry<K extends Kind> {
  readonly header: Kinds[K]["header"];
  readonly detailsId: number | null;
}

/** An entity that is no longer listed, as it was last seen. */
export interface GoneEntry<K extends Kind> extends Entry<K> {
  /** Business day of the last run that listed it. */
  readonly lastSeenDay: string;
}

/** What a run has to know of an entity to decide whether it reads its details again. */
export interface Known {
  /** The header as it is stored: many are compared, and none of them has to be read for that. */
  readonly header: CanonicalJson;
  /** When its details were last read; undefined where they have none, or never were. */
  readonly reading: Reading | undefined;
}

/** What an entity was at one run, and what it is at a later one. */
export interface EntityChange {
  readonly isSameHeader: boolean;
  /** The numbers of its details then and now; null where there are none. */
  readonly details: readonly [number | null, number | null];
}

/** The last time the details of an entity were read. */
export interface Reading {
  readonly run: number;
  /** Business day of that run. */
  readonly day: string;
  /** Whether there were details, and none of their records was invalid or missing. */
  readonly isWhole: boolean;
  /** Whether addresses in them were normalised by today's rule before they were hashed; others cannot be compared. */
  readonly isByEmailRule: boolean;
}

/** The part of a ledger that keeps what was seen and reads it back. */
export interface LedgerEntries {
  /**
   * Stores what a run read of entities, all of it or nothing, and gives the number of each one's details in turn.
   * Unchanged entities cost no observation.
   */
  readonly store: <K extends Kind>(
    run: Run,
    kind: K,
    observations: ReadonlyArray<Observation<K>>,
  ) => Effect.Effect<ReadonlyArray<number | null>, LedgerWriteError>;
  /**
   * Marks every entity of the kind that is not in `listed` as unlisted; returns how many have gone since the last
   * earlier day, whichever run or session of today noticed.
   */
  readonly markUnlisted: (
    run: Run,
    kind: Kind,
    listed: ReadonlySet<string>,
  ) => Effect.Effect<number, LedgerWriteError>;
  /** The entities listed at the end of a run, by id in code unit order. */
  readonly entries: <K extends Kind>(
    run: Run,
    kind: K,
  ) => Effect.Effect<ReadonlyArray<Entry<K>>, LedgerFailed>;
  /**
   * The first entities listed at the end of a run whose ids come after another one's, by id; none behind the last. For
   * going through all of them without holding all of them: the ids begin after the empty text.
   */
  readonly entryPage: <K extends Kind>(
    run: Run,
    kind: K,
    after: string,
  ) => Effect.Effect<ReadonlyArray<Entry<K>>, LedgerFailed>;
  /** Those of some entities that are listed at the end of a run, by id. */
  readonly entriesAmong: <K extends Kind>(
    run: Run,
    kind: K,
    ids: Iterable<string>,
  ) => Effect.Effect<ReadonlyArray<Entry<K>>, LedgerFailed>;
  /** The ids of the entities listed at the end of a run. */
  readonly listedIds: (run: Run, kind: Kind) => Effect.Effect<ReadonlySet<string>, LedgerFailed>;
  /** The entities listed at the end of a run that are not among some ids. */
  readonly listedBeside: <K extends Kind>(
    run: Run,
    kind: K,
    ids: ReadonlySet<string>,
  ) => Effect.Effect<ReadonlyArray<Entry<K>>, LedgerFailed>;
  /** What the ledger knows at a run of some entities, by id: of those that it lists. */
  readonly known: (
    run: Run,
    kind: Kind,
    ids: ReadonlyArray<string>,
  ) => Effect.Effect<ReadonlyMap<string, Known>, LedgerFailed>;
  /** Entities that were listed before a run and are no longer, each as it was last seen. */
  readonly gone: <K extends Kind>(
    run: Run,
    kind: K,
  ) => Effect.Effect<ReadonlyArray<GoneEntry<K>>, LedgerFailed>;
  /** What became of the entities of a kind since an earlier run, by id: of those of which anything was seen otherwise. */
  readonly changedSince: (
    run: Run,
    earlierRun: number,
    kind: Kind,
  ) => Effect.Effect<ReadonlyMap<string, EntityChange>, LedgerFailed>;
  /** The headers that an entity had up to a run, oldest first. */
  readonly history: <K extends Kind>(
    run: Run,
    kind: K,
    id: string,
  ) => Effect.Effect<ReadonlyArray<Kinds[K]["header"]>, LedgerFailed>;
  /**
   * What each settlement was up to a run, oldest first, of those whose details are not what they were first: by id, with
   * the number of the details each time.
   */
  readonly changedSettlements: (
    run: Run,
  ) => Effect.Effect<ReadonlyMap<string, ReadonlyArray<Entry<"settlement">>>, LedgerFailed>;
  /** The details under a number; damaged bytes are a {@link LedgerFailed}. */
  readonly details: <K extends Kind>(kind: K, id: number) => Effect.Effect<Kinds[K]["details"], LedgerFailed>;
}

/** The part of a ledger that says what stands in several places, without restoring all details. */
export interface LedgerListings {
  /**
   * Every listing of a transaction that stands in two or more of the settlements listed at the end of a run, or bears the
   * event or gateway's id of another, by transaction and settlement.
   */
  readonly sharedTransactions: (run: Run) => Effect.Effect<ReadonlyArray<TransactionListing>, LedgerFailed>;
  /** Those of some settlements whose details may list a transaction: one that does is always among them. */
  readonly mayList: (
    entries: ReadonlyArray<Entry<"settlement">>,
    transactionId: string,
  ) => Effect.Effect<ReadonlyArray<Entry<"settlement">>, LedgerFailed>;
  /**
   * Tells of a credential's id or e-mail hash whether it may come more than once in some batches: one that does is
   * never told not to, and hardly ever one that does not is told to.
   */
  readonly mayRepeat: (
    entries: ReadonlyArray<Entry<"credential_batch">>,
  ) => Effect.Effect<MayRepeat, LedgerFailed>;
}
