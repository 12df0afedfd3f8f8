import {
  ApiRefused,
  ApiUnreachable,
  ContractBroken,
  MAX_MESSAGE_CHARS,
  RequestInvalid,
  WalkEndless,
  WalkUnstable,
} from "@tieout/http";
import { Schema } from "effect";

/**
 * What a source's failure asks of a run.
 *
 * - `key`: it refused the key; nobody but an operator can mend that.
 * - `busy`: it asked to be left alone for longer than the run may take, or would not keep still: come back later.
 * - `down`: no usable answer, or an answer that says it is in trouble.
 * - `untrusted`: it answered with something its spec does not allow, so none of it can be believed.
 */
const Kind = Schema.Literals(["key", "busy", "down", "untrusted"]);

/** A source could not be read. The message is one line for an operator, without keys or bodies. */
export class SourceFailed extends Schema.TaggedError<SourceFailed>()("SourceFailed", {
  source: Schema.String,
  kind: Kind,
  problem: Schema.String,
  /**
   * The problem without what the API itself said of it, which may name people and devices: what files and the ledger may
   * hold. Left out where the problem says nothing else.
   */
  keptProblem: Schema.optionalKey(Schema.String),
  /**
   * Of an answer about one batch that may be had another time: the status, or what was wrong with it in two words. Left
   * out where more than that one answer is at stake, or where asking again would change nothing.
   */
  refusal: Schema.optionalKey(Schema.String),
  /** What was asked, where it was one request: the operation of the spec. */
  operation: Schema.optionalKey(Schema.String),
  /** How long the source asked to be left alone, where it did. */
  retryAfterMs: Schema.optionalKey(Schema.Finite),
  /** There was more than is read: how much may be, and how much there is. */
  tooLarge: Schema.optionalKey(Schema.Struct({ most: Schema.String, is: Schema.String })),
  /** No usable answer came, so that it matters where one was looked for. */
  isUnreachable: Schema.optionalKey(Schema.Boolean),
}) {
  override get message(): string {
    return this.problem;
  }

  /** The same of a book that is named first. A problem that gets too long loses its middle: its end says what to do. */
  of(book: string): SourceFailed {
    const end = this.problem.slice(-TELLING_END_CHARS);
    const beginning = this.problem.slice(0, -TELLING_END_CHARS);
    return new SourceFailed({ ...this, problem: fitted(`${book}: ${beginning}`, end) });
  }

  /** The same with where an answer was looked for, `api.koard.com:443`, in case none came. */
  asked(route: string): SourceFailed {
    return this.isUnreachable === true
      ? new SourceFailed({ ...this, problem: fitted(this.problem, `; asked ${route}`) })
      : this;
  }
}

/** A sentence that ends with `end`, and loses what stands before that where it would get too long. */
const fitted = (text: string, end: string): string => {
  const room = MAX_MESSAGE_CHARS - end.length;
  return text.length <= room ? `${text}${end}` : `${text.slice(0, Math.max(0, room - 1))}…${end}`;
};

/** How much of its end a sentence keeps that is cut: the number of attempts, or when to come back. */
const TELLING_END_CHARS = 40;

const WRONG_KEY = 401;
const KEY_REFUSED: ReadonlySet<number> = new Set([WRONG_KEY, 403]);
const TOO_MANY_REQUESTS = 429;

const kindOf = (cause: unknown): typeof Kind.Type | undefined => {
  if (cause instanceof ApiRefused) {
    if (KEY_REFUSED.has(cause.status)) return "key";
    if (cause.status === TOO_MANY_REQUESTS || cause.retryAfterMs !== undefined) return "busy";
    return cause.status >= 500 ? "down" : "untrusted";
  }
  if (cause instanceof ApiUnreachable) return cause.reason === "deadline" ? "busy" : "down";
  if (cause instanceof WalkUnstable) return "busy";
  const isUntrusted = [ContractBroken, RequestInvalid, WalkEndless].some((type) => cause instanceof type);
  return isUntrusted ? "untrusted" : undefined;
};

// What `@tieout/http` says of bodies that it cannot read, and of those that it does not read to their end.
const NOT_JSON = "JSON";
const TOO_LONG = "a longer one";

/** What an answer about one batch was, where the batch may be had another time and the source as a whole is not at fault. */
const refusalOf = (cause: unknown): string | undefined => {
  if (cause instanceof ApiRefused) {
    // Without headers nobody answered: a wait that was asked of other requests kept this one from being sent.
    const isOfAll = cause.status === WRONG_KEY || cause.headers === undefined;
    return isOfAll ? undefined : String(cause.status);
  }
  if (cause instanceof ApiUnreachable) return cause.reason === "deadline" ? undefined : "no answer";
  if (cause instanceof ContractBroken && cause.expected === NOT_JSON) return "not JSON";
  return cause instanceof WalkUnstable ? "kept changing" : undefined;
};

/** A code that a machine gave, by its looks; another may be a sentence about somebody. */
const CODE = /^[A-Za-z][\w.:-]{0,59}$/;

const refusalInShort = ({ api, operation, status, code = "" }: ApiRefused): string =>
  `${api} refused ${operation}: ${status}${CODE.test(code) ? ` ${code}` : ""}`;

/** What was asked, and how long the source asked to be left alone, as far as a failure tells. */
const askedFor = (cause: Error): Pick<SourceFailed, "operation" | "retryAfterMs"> => ({
  ...("operation" in cause && typeof cause.operation === "string" && { operation: cause.operation }),
  ...(cause instanceof ApiRefused &&
    cause.retryAfterMs !== undefined && { retryAfterMs: cause.retryAfterMs }),
});

/** Turns what a client threw into {@link SourceFailed}; anything else is a bug, and is thrown on. */
export const sourceFailed = (source: string, cause: unknown): SourceFailed => {
  const kind = kindOf(cause);
  if (kind === undefined || !(cause instanceof Error)) throw cause;
  const refusal = refusalOf(cause);
  return new SourceFailed({
    ...{ source, kind, problem: cause.message },
    ...(cause instanceof ApiRefused && { keptProblem: refusalInShort(cause) }),
    ...(refusal !== undefined && { refusal }),
    ...askedFor(cause),
    ...(cause instanceof ApiUnreachable && { isUnreachable: true }),
    ...(cause instanceof ContractBroken &&
      cause.actual === TOO_LONG && { tooLarge: { most: cause.expected, is: cause.actual } }),
  });
};
