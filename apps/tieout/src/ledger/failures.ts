import { Schema } from "effect";
import { SERVER_FAULTS } from "./postgres/ServerFailed.ts";

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
  /** Another run makes it, or brings it up to date, and holds no lease yet that would name it. */
  isBusy: Schema.optionalKey(Schema.Boolean),
  /** What the server of a PostgreSQL ledger failed with. */
  fault: Schema.optionalKey(Schema.Literals(SERVER_FAULTS)),
  cause: Schema.optional(Schema.Defect()),
}) {
  override get message(): string {
    return `The ledger ${this.ledger} ${this.problem}`;
  }
}

/** How many books a sentence names. */
const MAX_NAMED = 3;

const forBooks = (books: ReadonlyArray<string>): string => {
  const more = books.length - MAX_NAMED;
  const named = books.slice(0, MAX_NAMED).join(", ");
  return `, for the ${books.length === 1 ? "book" : "books"} ${named}${more > 0 ? ` and ${more} more` : ""}`;
};

/** Says who writes to a ledger, and to which books of it. */
export const heldBy = ({
  pid,
  host,
  since,
  books,
}: Pick<LedgerLocked, "pid" | "host" | "since" | "books">): string =>
  `is in use by process ${pid} on ${host} since ${since}${books === null ? "" : forBooks(books)}`;

/** Another run works on this ledger; the message names it. */
export class LedgerLocked extends Schema.TaggedError<LedgerLocked>()("LedgerLocked", {
  ledger: Schema.String,
  host: Schema.String,
  pid: Schema.Int,
  since: Schema.String,
  /** The books that it works on; null for the whole ledger. */
  books: Schema.NullOr(Schema.Array(Schema.String)),
}) {
  override get message(): string {
    return `The ledger ${this.ledger} ${heldBy(this)}: run again when that has ended`;
  }
}

/** This run stood still for so long that another one took over; nothing of it may be stored or published any more. */
export class LeaseLost extends Schema.TaggedError<LeaseLost>()("LeaseLost", { ledger: Schema.String }) {
  override get message(): string {
    return `Another run took the ledger ${this.ledger} over while this one stood still; nothing of it is published: run again`;
  }
}

/** Why nothing could be written: the ledger itself, or that it is not, or no longer, this run's to write. */
export type LedgerWriteError = LedgerFailed | LedgerLocked | LeaseLost;
