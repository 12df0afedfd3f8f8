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
}) {
  override get message(): string {
    return this.problem;
  }

  /** The same of a book that is named first. A problem that gets too long loses its middle: its end says what to do. */
  of(book: string): SourceFailed {
    const problem = `${book}: ${this.problem}`;
    const head = problem.slice(0, MAX_MESSAGE_CHARS - TELLING_END_CHARS - 1);
    const fits = problem.length <= MAX_MESSAGE_CHARS;
    return new SourceFailed({
      ...this,
      problem: fits ? problem : `${head}…${problem.slice(-TELLING_END_CHARS)}`,
    });
  }
}

/** How much of its end a sentence keeps that is cut: the number of attempts, or when to come back. */
const TELLING_END_CHARS = 40;

const KEY_REFUSED: ReadonlySet<number> = new Set([401, 403]);
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

/** Turns what a client threw into {@link SourceFailed}; anything else is a bug, and is thrown on. */
export const sourceFailed = (source: string, cause: unknown): SourceFailed => {
  const kind = kindOf(cause);
  if (kind === undefined || !(cause instanceof Error)) throw cause;
  return new SourceFailed({ source, kind, problem: cause.message });
};
