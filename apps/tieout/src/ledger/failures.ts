import { Schema } from "effect";

/** The ledger could not be opened, read or written; the message names the file and what to do. */
export class LedgerFailed extends Schema.TaggedError<LedgerFailed>()("LedgerFailed", {
  ledger: Schema.String,
  problem: Schema.String,
  /** Whether there was no ledger before: it could not be created, rather than not be used. */
  isNew: Schema.Boolean,
  /** The file belongs to another program: what is wrong is the configuration. */
  isForeign: Schema.optionalKey(Schema.Boolean),
  /** Its tables are those of an older tieout; the next run brings them up to date. */
  isOlder: Schema.optionalKey(Schema.Boolean),
  cause: Schema.optional(Schema.Defect()),
}) {
  override get message(): string {
    return `The ledger ${this.ledger} ${this.problem}`;
  }
}

/** Another run works on this ledger; the message names it. */
export class LedgerLocked extends Schema.TaggedError<LedgerLocked>()("LedgerLocked", {
  ledger: Schema.String,
  host: Schema.String,
  pid: Schema.Int,
  since: Schema.String,
}) {
  override get message(): string {
    return `The ledger ${this.ledger} is in use by process ${this.pid} on ${this.host} since ${this.since}: run again when that has ended`;
  }
}

/** This run stood still for so long that another one took over; nothing of it may be stored or published any more. */
export class LeaseLost extends Schema.TaggedError<LeaseLost>()("LeaseLost", { ledger: Schema.String }) {
  override get message(): string {
    return `Another run took the ledger ${this.ledger} over while this one stood still; nothing of it is published: run again`;
  }
}

/** Why nothing could be written: the ledger itself, or that it is no longer this run's to write. */
export type LedgerWriteError = LedgerFailed | LeaseLost;
