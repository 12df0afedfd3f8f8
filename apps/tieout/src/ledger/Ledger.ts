import type {
  CredentialBatch,
  CredentialBatchHeader,
  ExceptionRow,
  Program,
  Settlement,
  SettlementHeader,
  TransactionListing,
} from "@tieout/reconcile";
import { Context, type Effect, Schema } from "effect";
import type { RunFacts } from "./RunFacts.ts";

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
  readonly details: Kinds[K]["details"] | null;
  /** The transactions that a settlement lists, so that one id in two batches is found by a query. */
  readonly listings?: ReadonlyArray<TransactionListing>;
}

/** One entity as a finished run left it: the header, and the number under which its details are kept. */
export interface Entry<K extends Kind> {
  readonly header: Kinds[K]["header"];
  readonly detailsId: number | null;
}

/** A pull of one book, finished or not. `sources` is what the pull said of each source when it ended. */
export interface Run {
  readonly id: number;
  readonly book: string;
  readonly asOf: string;
}

/** A report that was published: its place (`day`, `revision`) and the hash of its manifest. */
export interface PublishedReport {
  readonly id: number;
  readonly day: string;
  readonly revision: number;
  readonly manifestSha256: string;
}

/** The ledger could not be opened, read or written; the message names the file and what to do. */
export class LedgerFailed extends Schema.TaggedError<LedgerFailed>()("LedgerFailed", {
  ledger: Schema.String,
  problem: Schema.String,
  /** Whether there was no ledger before: it could not be created, rather than not be used. */
  isNew: Schema.Boolean,
  cause: Schema.optional(Schema.Defect()),
}) {
  override get message(): string {
    return `The ledger ${this.ledger} ${this.problem}`;
  }
}

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
    /** Opens a run of a book; `asOf` and `startedAt` are RFC 3339 UTC instants. */
    readonly beginRun: (
      run: Omit<Run, "id"> & { readonly startedAt: string },
    ) => Effect.Effect<Run, LedgerFailed>;
    /** Stores what a run saw, all of it or nothing. Unchanged entities cost no row. */
    readonly store: <K extends Kind>(
      run: Run,
      kind: K,
      sightings: ReadonlyArray<Sighting<K>>,
    ) => Effect.Effect<void, LedgerFailed>;
    /** Marks every entity of the kind that is not in `listed` as no longer listed; returns how many. */
    readonly retire: (
      run: Run,
      kind: Kind,
      listed: ReadonlySet<string>,
    ) => Effect.Effect<number, LedgerFailed>;
    /** Closes a run. `sources` is kept as JSON; only a finished run is ever reported on. */
    readonly finishRun: (
      run: Run,
      end: { finishedAt: string; sources: RunFacts },
    ) => Effect.Effect<void, LedgerFailed>;
    /** The entities listed at the end of a run, by id in code unit order. */
    readonly entries: <K extends Kind>(
      run: Run,
      kind: K,
    ) => Effect.Effect<ReadonlyArray<Entry<K>>, LedgerFailed>;
    /** The details under a number; damaged bytes are a {@link LedgerFailed}. */
    readonly details: <K extends Kind>(
      kind: K,
      id: number,
    ) => Effect.Effect<Kinds[K]["details"], LedgerFailed>;
    /** Every listing of a transaction that stands in two or more listed settlements, by transaction and settlement. */
    readonly sharedTransactions: (run: Run) => Effect.Effect<ReadonlyArray<TransactionListing>, LedgerFailed>;
    /** The newest published report of the newest day before `day`, or undefined for the first one. */
    readonly reportBefore: (
      book: string,
      day: string,
    ) => Effect.Effect<PublishedReport | undefined, LedgerFailed>;
    /** The exceptions of a published report, as they were recorded. */
    readonly reportExceptions: (
      report: PublishedReport,
    ) => Effect.Effect<ReadonlyArray<ExceptionRow>, LedgerFailed>;
    /** Records a published report with its exceptions; recording the same revision again changes nothing. */
    readonly recordReport: (
      run: Run,
      report: Omit<PublishedReport, "id">,
      exceptions: ReadonlyArray<ExceptionRow>,
    ) => Effect.Effect<void, LedgerFailed>;
  }
>()("tieout/ledger/Ledger") {}
