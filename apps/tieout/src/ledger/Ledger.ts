import type {
  CredentialBatch,
  CredentialBatchHeader,
  ExceptionRow,
  MayRepeat,
  Program,
  PublishedFigures,
  Settlement,
  SettlementHeader,
  TransactionListing,
  Window,
} from "@tieout/reconcile";
import { Context, type Effect, type Scope } from "effect";
import type { LeaseLost, LedgerFailed, LedgerLocked } from "./failures.ts";
import type { BookOverview, LedgerContents, Prunable } from "./store/at-a-glance.ts";
import type { CanonicalJson } from "./store/blob.ts";
import type { RunFacts } from "./store/RunFacts.ts";
import type { Snapshot } from "./store/snapshot.ts";

/** What a ledger keeps of each kind of entity: a header from a list, and details where there are any. */
export interface Kinds {
  readonly settlement: {
    readonly header: SettlementHeader;
    readonly details: NonNullable<Settlement["details"]>;
  };
  readonly credential_batch: {
    readonly header: CredentialBatchHeader;
    readonly details: NonNullable<CredentialBatch["details"]>;
  };
  readonly program: { readonly header: Program; readonly details: never };
}
export type Kind = keyof Kinds;

/** One entity as a run saw it. `details` is null when the source listed it and had no details to give. */
export interface Sighting<K extends Kind> {
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

/** What a run has to know of an entity to decide whether it reads its details again. */
export interface Known {
  /** The header as it is stored: many are compared, and none of them has to be read for that. */
  readonly header: CanonicalJson;
  /** When its details were last read; undefined where they have none, or never were. */
  readonly reading: Reading | undefined;
}

/** When details were read, as RFC 3339 UTC instants. */
export interface ReadTimes {
  readonly oldest: string;
  readonly newest: string;
}

/** An entity that is no longer listed, as it was last seen. */
export interface GoneEntry<K extends Kind> extends Entry<K> {
  /** Business day of the last run that listed it. */
  readonly lastSeenDay: string;
}

/** The last time the details of an entity were read. */
export interface Reading {
  readonly run: number;
  /** Business day of that run. */
  readonly day: string;
  /** Whether there were details, and none of their records was invalid or missing. */
  readonly isWhole: boolean;
}

/** A pull of one book, finished or not. */
export interface Run {
  readonly id: number;
  readonly book: string;
  readonly asOf: string;
  /** The business day of `asOf`. */
  readonly day: string;
}

/** A report that was published: its place (`day`, `revision`), its window, and the hash of its manifest. */
export interface PublishedReport {
  readonly id: number;
  readonly day: string;
  readonly revision: number;
  readonly window: Window;
  readonly manifestSha256: string;
}

/** An exception as the report of one day had it, with the run that the report was made of. */
export interface ExceptionNight {
  readonly run: Run;
  readonly day: string;
  readonly revision: number;
  readonly window: Window;
  readonly row: ExceptionRow;
}

/** What a report recorded of one batch: its figures, or null where it showed them no longer. */
export interface FigureRecord {
  /** What the figures are of; the same on every night. */
  readonly name: string;
  /** Fields that this report showed first are not in `since`: their report is the one that is recorded. */
  readonly shown: PublishedFigures | null;
}

/** Figures of one batch as a report recorded them: `reports.ts` reads them, and most are only compared as they stand. */
export interface RecordedFigures {
  /** The canonical JSON of {@link PublishedFigures} without what their report showed first. */
  readonly text: CanonicalJson;
  /** The report that recorded them, `<day>/r<N>`. */
  readonly report: string;
}

/** A report as it is recorded: its place, its exceptions, and the figures that it shows new or differently. */
export interface ReportRecord extends Omit<PublishedReport, "id"> {
  readonly exceptions: ReadonlyArray<ExceptionRow>;
  readonly figures: ReadonlyArray<FigureRecord>;
}

/** What conclusions are about: a proof of one settlement, or a view of all that a book holds of a kind. */
export type Concluded = "settlement" | "shared_transactions" | "cohorts";

/** What was worked out of details, kept so that it need not be worked out again while they stay the same. */
export interface Conclusion {
  /** The entity it is about; empty where it is about all of a kind. */
  readonly entity: string;
  /** The details that it was drawn from; null where it was drawn from those of many. */
  readonly detailsId: number | null;
  /** A hash over the body and everything that it rests on, as whoever drew it made it. */
  readonly seal: string;
  readonly body: string;
}

/** Who writes to a ledger. */
export interface LeaseHolder {
  readonly host: string;
  readonly pid: number;
  readonly since: string;
}

/** Why nothing could be written: the ledger itself, or that it is no longer this run's to write. */
export type LedgerWriteError = LedgerFailed | LeaseLost;

/**
 * Remembers what each run saw and what was published, in one place per organisation.
 *
 * Snapshots are content-addressed: details are stored once per content, and an entity whose state did
 * not change adds no row. Nothing personal is in it (see `email-key.ts`). Everything that a report needs
 * can be read back as any finished run left it.
 */
export class Ledger extends Context.Service<
  Ledger,
  {
    /**
     * Takes the right to write, for as long as the scope lives. Every writing method below fails with
     * `LeaseLost` without it, or when it was lost meanwhile.
     */
    readonly hold: Effect.Effect<void, LedgerLocked | LedgerFailed, Scope.Scope>;
    /** Who holds the right to write just now; undefined where nobody does. Looks only. */
    readonly holder: Effect.Effect<LeaseHolder | undefined, LedgerFailed>;
    /** How much it holds. */
    readonly contents: Effect.Effect<LedgerContents, LedgerFailed>;
    /** What it knows of a book, with at most `runs` of its runs. */
    readonly overview: (book: string, runs: number) => Effect.Effect<BookOverview, LedgerFailed>;
    /** What can go when only reports as of `before` or later, and the newest of each book, are kept. */
    readonly prunable: (before: string) => Effect.Effect<Prunable, LedgerFailed>;
    /**
     * Removes what {@link prunable} names, all of it or nothing, and gives the room back to the disk. Every report
     * that is kept, and what it is compared with, can be read back as before.
     */
    readonly prune: (before: string) => Effect.Effect<void, LedgerWriteError>;
    /** Does something that only the holder may do: nobody can take the ledger over until it is done. */
    readonly whileHeld: <A, E, R>(
      effect: Effect.Effect<A, E, R>,
    ) => Effect.Effect<A, E | LedgerWriteError, R>;
    /**
     * Opens a run of a book; `asOf` and `startedAt` are RFC 3339 UTC instants, `day` is the business day of
     * `asOf`. A run of the same day that never finished is gone on with, as of the new instant.
     */
    readonly beginRun: (
      run: Omit<Run, "id"> & { readonly startedAt: string },
    ) => Effect.Effect<Run, LedgerWriteError>;
    /** When the sessions of a run began: one, or more where it was interrupted and gone on with. */
    readonly sessions: (run: Run) => Effect.Effect<ReadonlyArray<string>, LedgerFailed>;
    /** When the details that a book rests on now were read: the oldest and the newest; null before any were. */
    readonly detailsRead: (book: string) => Effect.Effect<ReadTimes | null, LedgerFailed>;
    /**
     * Stores what a run read of entities, all of it or nothing, and gives the number of each one's details in turn.
     * Unchanged entities cost no observation.
     */
    readonly store: <K extends Kind>(
      run: Run,
      kind: K,
      sightings: ReadonlyArray<Sighting<K>>,
    ) => Effect.Effect<ReadonlyArray<number | null>, LedgerWriteError>;
    /**
     * Marks every entity of the kind that is not in `listed` as no longer listed; returns how many have gone
     * since the last earlier day, whichever run or session of today noticed.
     */
    readonly retire: (
      run: Run,
      kind: Kind,
      listed: ReadonlySet<string>,
    ) => Effect.Effect<number, LedgerWriteError>;
    /** Closes a run. `sources` is kept as JSON; only a finished run is ever reported on. */
    readonly finishRun: (
      run: Run,
      end: { finishedAt: string; sources: RunFacts },
    ) => Effect.Effect<void, LedgerWriteError>;
    /** The newest finished run of a book as of an instant or before it, with what it said of its sources. */
    readonly newestRun: (
      book: string,
      asOf: string,
    ) => Effect.Effect<{ readonly run: Run; readonly facts: RunFacts } | undefined, LedgerFailed>;
    /** The entities listed at the end of a run, by id in code unit order. */
    readonly entries: <K extends Kind>(
      run: Run,
      kind: K,
    ) => Effect.Effect<ReadonlyArray<Entry<K>>, LedgerFailed>;
    /** What the ledger knows at a run of the entities that it lists, by id. */
    readonly known: (run: Run, kind: Kind) => Effect.Effect<ReadonlyMap<string, Known>, LedgerFailed>;
    /** Entities that were listed before a run and are no longer, each as it was last seen. */
    readonly gone: <K extends Kind>(
      run: Run,
      kind: K,
    ) => Effect.Effect<ReadonlyArray<GoneEntry<K>>, LedgerFailed>;
    /** The headers that an entity had up to a run, oldest first. */
    readonly history: <K extends Kind>(
      run: Run,
      kind: K,
      id: string,
    ) => Effect.Effect<ReadonlyArray<Kinds[K]["header"]>, LedgerFailed>;
    /** The details under a number; damaged bytes are a {@link LedgerFailed}. */
    readonly details: <K extends Kind>(
      kind: K,
      id: number,
    ) => Effect.Effect<Kinds[K]["details"], LedgerFailed>;
    /** Every listing of a transaction that stands in two or more of some settlements, by transaction and settlement. */
    readonly sharedTransactions: (
      entries: ReadonlyArray<Entry<"settlement">>,
    ) => Effect.Effect<ReadonlyArray<TransactionListing>, LedgerFailed>;
    /**
     * Tells of a credential's id or e-mail hash whether it may come more than once in some batches: one that does is
     * never told not to, and hardly ever one that does not is told to.
     */
    readonly mayRepeat: (
      entries: ReadonlyArray<Entry<"credential_batch">>,
    ) => Effect.Effect<MayRepeat, LedgerFailed>;
    /** What was last concluded of a book, of entities from `first` to `last` in code unit order, by entity. */
    readonly conclusions: (
      book: string,
      about: Concluded,
      entities: { readonly first: string; readonly last: string },
    ) => Effect.Effect<ReadonlyMap<string, Conclusion>, LedgerFailed>;
    /** Keeps conclusions, each in place of what was last concluded of the same entity. */
    readonly conclude: (
      book: string,
      about: Concluded,
      drawn: ReadonlyArray<Conclusion>,
    ) => Effect.Effect<void, LedgerWriteError>;
    /** The newest published report of the newest day before `day` that `run` could know, or undefined. */
    readonly reportBefore: (
      run: Run,
      day: string,
    ) => Effect.Effect<PublishedReport | undefined, LedgerFailed>;
    /** A published report by its place, or undefined where the ledger knows of none. */
    readonly reportAt: (
      book: string,
      day: string,
      revision: number,
    ) => Effect.Effect<PublishedReport | undefined, LedgerFailed>;
    /** The exceptions of a published report, as they were recorded. */
    readonly reportExceptions: (
      report: PublishedReport,
    ) => Effect.Effect<ReadonlyArray<ExceptionRow>, LedgerFailed>;
    /** The days on which an exception was reported, oldest first, each as its newest revision has it. */
    readonly nights: (exceptionId: string) => Effect.Effect<ReadonlyArray<ExceptionNight>, LedgerFailed>;
    /** Every figure as it was last published up to and with a report, by name; those shown no longer are left out. */
    readonly figures: (
      report: PublishedReport,
    ) => Effect.Effect<ReadonlyMap<string, RecordedFigures>, LedgerFailed>;
    /**
     * Publishes: records a report, lets `place` put its files where they belong, and settles the two in
     * one transaction. When anything dies in between, `settle` finds out what happened.
     */
    readonly publish: <E, R>(
      run: Run,
      report: ReportRecord,
      place: Effect.Effect<void, E, R>,
    ) => Effect.Effect<void, LedgerWriteError | E, R>;
    /** Reports that were recorded and whose files may or may not be in place: what a killed run leaves behind. */
    readonly unsettled: (book: string) => Effect.Effect<ReadonlyArray<PublishedReport>, LedgerFailed>;
    /** Says of an unsettled report whether its files are in place; one that is not is forgotten. */
    readonly settle: (report: PublishedReport, isPlaced: boolean) => Effect.Effect<void, LedgerWriteError>;
  }
>()("tieout/ledger/Ledger") {}
