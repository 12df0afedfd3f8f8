import { existsSync } from "node:fs";
import { printInstant } from "@tieout/reconcile";
import { Cause, Clock, Console, Effect, Exit, Option } from "effect";
import { ledgerSettingsOf } from "../config/environment.ts";
import type { Flags } from "../config/resolve-settings.ts";
import { LeaseLost, LedgerFailed, LedgerLocked } from "../ledger/failures.ts";
import { Ledger } from "../ledger/Ledger.ts";
import { sqliteLedger } from "../ledger/sqlite/open-ledger.ts";
import { EXIT, Finished } from "./exit-code.ts";
import { type BadEnd, badEndOf, type NightEnds } from "./night-ends.ts";
import { asLines } from "./printable.ts";

const STOPPED: BadEnd = {
  exit: EXIT.temporary,
  problem: "it was stopped; what was read is kept: run again",
};
// What broke may hold whatever was in its hands.
const BUG: BadEnd = { exit: EXIT.software, problem: "a bug in tieout, which standard error names" };
const NOT_REACHED = "it ended before it came to this book";

/** How a night itself ended, for the books that it did not come to the end of. */
const nightEnd = (cause: Cause.Cause<unknown>): BadEnd => {
  const failed = Cause.findErrorOption(cause);
  if (Option.isNone(failed)) return Cause.hasInterruptsOnly(cause) ? STOPPED : BUG;
  return failed.value instanceof Finished
    ? { exit: failed.value.code, problem: NOT_REACHED }
    : badEndOf(failed.value);
};

/** Whether a night ended because another run has the ledger, or nobody: how it ended is then not to be kept in it. */
const isOfLedger = (cause: Cause.Cause<unknown>): boolean => {
  const failed = Option.getOrUndefined(Cause.findErrorOption(cause));
  return [LedgerFailed, LedgerLocked, LeaseLost].some((type) => failed instanceof type);
};

/** What there is to keep of a night. */
interface Kept<A> {
  readonly flags: Flags;
  readonly ends: NightEnds<A>;
  readonly startedMs: number;
  readonly cause: Cause.Cause<unknown>;
}

const keep = Effect.fnUntraced(function* <A>({ flags, ends, startedMs, cause }: Kept<A>) {
  const resolved = yield* Effect.option(ledgerSettingsOf(flags));
  // Where even that cannot be told, there is no ledger to keep it in.
  if (Option.isNone(resolved) || isOfLedger(cause)) return;
  const { ledgerFile, books } = resolved.value;
  const nightly = books.flatMap(({ name, ownWindow }) => (ownWindow === null ? [name] : []));
  if (nightly.length === 0 || !existsSync(ledgerFile)) return;
  const [startedAt, endedAt] = [printInstant(startedMs), printInstant(yield* Clock.currentTimeMillis)];
  const record = Effect.gen(function* () {
    const ledger = yield* Ledger;
    for (const { book, exit, problem } of ends.of(nightly, nightEnd(cause)))
      yield* ledger.recordOutcome(book, { startedAt, endedAt, exit, problem, undelivered: null }, undefined);
  });
  yield* record.pipe(
    Effect.provide(sqliteLedger(ledgerFile)),
    Effect.catch((failed) => Console.error(asLines([failed.message]))),
  );
});

/** Runs a command over a night, and keeps in the ledger how that ended for each book, also where it failed or was stopped. */
export const ending = <A, B, E, R>(
  command: Effect.Effect<A, E, R>,
  flags: Flags,
  ends: NightEnds<B>,
): Effect.Effect<A, E, R> =>
  Effect.uninterruptibleMask((restore) =>
    Effect.gen(function* () {
      const startedMs = yield* Clock.currentTimeMillis;
      const exit = yield* Effect.exit(restore(command));
      const cause = Exit.isFailure(exit) ? exit.cause : Cause.empty;
      yield* keep({ flags, ends, startedMs, cause });
      return yield* exit;
    }),
  );
