import { Cause, Console, Effect, Option } from "effect";
import { ConfigurationWrong, UsageWrong } from "../config/faults.ts";
import { SOURCES } from "../config/sources.ts";
import { LeaseLost, LedgerFailed, LedgerLocked } from "../ledger/failures.ts";
import { DeadlineReached, STOPPED } from "../operate/night/each-book.ts";
import { ReportChanged, ReportNotWritten } from "../publish/failure.ts";
import { SourceFailed } from "../sources/SourceFailed.ts";
import { EXIT, type ExitCode, Finished, worstOf } from "./exit-code.ts";
import { exitCodeOf } from "./failure-exit.ts";

/** Why work could not be done, as data. */
export interface Failure {
  /** The name of the source, where one is at fault. */
  readonly source: string | null;
  /** The operation of its spec, where it was one request. */
  readonly operation: string | null;
  /**
   * Of a source `key`, `busy`, `down`, `untrusted`, or `unread` (some details); else `deadline`, `locked`, `lease_lost`,
   * `ledger`, `output`, `changed`, `usage`, `configuration`, `stopped` or `bug`.
   */
  readonly kind: string;
  readonly exit: ExitCode;
  /** Seconds that the source asked to be left alone. */
  readonly retry_after: number | null;
  readonly message: string;
}

const KINDS = [
  [DeadlineReached, "deadline"],
  [LedgerLocked, "locked"],
  [LeaseLost, "lease_lost"],
  [LedgerFailed, "ledger"],
  [ReportNotWritten, "output"],
  [ReportChanged, "changed"],
  [UsageWrong, "usage"],
  [ConfigurationWrong, "configuration"],
] as const;

const kindOf = (error: unknown): string => {
  if (error instanceof SourceFailed) return error.kind;
  if (error instanceof LedgerFailed && error.isBusy === true) return "locked";
  return KINDS.find(([type]) => error instanceof type)?.[1] ?? "bug";
};

/** The name of a source, whichever of its two a failure has. */
const nameOf = (source: string): string =>
  SOURCES.find(({ name, title }) => name === source || title === source)?.name ?? source;

const secondsOf = (ms: number | undefined): number | null => (ms === undefined ? null : Math.ceil(ms / 1000));

/** A failure as data. */
export const failureOf = (error: unknown): Failure => ({
  source: error instanceof SourceFailed ? nameOf(error.source) : null,
  operation: (error instanceof SourceFailed ? error.operation : undefined) ?? null,
  kind: kindOf(error),
  exit: exitCodeOf(error),
  retry_after: error instanceof SourceFailed ? secondsOf(error.retryAfterMs) : null,
  message: error instanceof Error ? error.message : String(error),
});

/** Details that could not be read, which are no failure of the book as a whole. */
export const unreadFailure = (message: string): Failure => ({
  ...{ source: null, operation: null, kind: "unread", exit: EXIT.temporary, retry_after: null, message },
});

/** What a runner said of a book. */
export const ofFleet = ({
  exit,
  problem,
}: {
  readonly exit: ExitCode;
  readonly problem: string;
}): Failure => ({
  ...{ source: null, operation: null, kind: "fleet", exit, retry_after: null, message: problem },
});

/**
 * What a command that prints JSON adds to it where something failed: `error`, the one that the exit code is of, and
 * `errors`, all of them, where there are several.
 */
export const failuresJson = (failures: ReadonlyArray<Failure>) => {
  const worst = worstOf(failures.map(({ exit }) => exit));
  const error = failures.find(({ exit }) => exit === worst) ?? failures[0];
  return {
    ...(error === undefined ? {} : { error }),
    ...(failures.length > 1 ? { errors: failures } : {}),
  };
};

const ofCause = (cause: Cause.Cause<unknown>): Failure => {
  const failed = Cause.findErrorOption(cause);
  if (Option.isSome(failed)) return failureOf(failed.value);
  if (!Cause.hasInterruptsOnly(cause)) return failureOf(Cause.squash(cause));
  return { ...unreadFailure(STOPPED), kind: "stopped" };
};

/** Of a command that ends before it has anything to print: with `--json` what failed is printed all the same, as data. */
export const failingAsJson = <A, E, R>(
  command: Effect.Effect<A, E, R>,
  { json }: { readonly json: boolean },
): Effect.Effect<A, E, R> =>
  json
    ? Effect.tapCause(command, (cause) => {
        const failed = Cause.findErrorOption(cause);
        return Option.isSome(failed) && failed.value instanceof Finished
          ? Effect.void
          : Console.log(JSON.stringify({ books: [], ...failuresJson([ofCause(cause)]) }));
      })
    : command;
