import { Cause, Clock, Console, Duration, Effect, Exit, Fiber, Option } from "effect";
import { type Receiving, receiversOf, statusSettingsOf } from "../config/environment.ts";
import type { Flags } from "../config/resolve-settings.ts";
import { LeaseLost, LedgerFailed, LedgerLocked } from "../ledger/failures.ts";
import { asLines } from "../operate/printable.ts";
import { goThroughProxy } from "../operate/process/go-through-proxy.ts";
import { deliver } from "../operate/tell/deliver.ts";
import { startPing } from "../operate/tell/pinging.ts";
import { endOf, type NightEnds } from "./night-ends.ts";
import { notifyEnds } from "./notify-ends.ts";

/** What a night is told and kept by. */
interface Ending<A> {
  readonly flags: Flags;
  readonly ends: NightEnds<A>;
  /** Whether people are told of it, and a monitor is pinged. */
  readonly isTold: boolean;
  /** Whether somebody else goes on where it is interrupted: that is no end to tell of. */
  readonly isOfFleet: boolean;
}

const NOBODY: Receiving = { books: [], receivers: [], proxy: null, measured: [] };

/** A window of one's own is asked for by somebody who looks at it: nobody is told, and it is no night that failed. */
const isOwnWindow = ({ from, to, month }: Flags): boolean =>
  [from, to, month].some((typed) => typed !== undefined);

const tell = Effect.fnUntraced(function* <A>(
  { flags, ends }: Ending<A>,
  { books, receivers, measured }: Receiving,
  night: { readonly cause: Cause.Cause<unknown>; readonly startedMs: number },
) {
  const settings = Option.getOrNull(yield* Effect.option(statusSettingsOf(flags)));
  const names = settings?.books.map(({ name }) => name) ?? books;
  const failed = Option.getOrUndefined(Cause.findErrorOption(night.cause));
  const isBusy = failed instanceof LedgerFailed && failed.isBusy === true;
  yield* notifyEnds({
    ...{ startedMs: night.startedMs, receivers, measured, settings },
    ends: ends.of(names, endOf(night.cause)),
    isOfAnother: failed instanceof LedgerLocked || failed instanceof LeaseLost || isBusy,
    isLedgerLost: failed instanceof LedgerFailed && !isBusy,
  });
});

const begin = Effect.fnUntraced(function* ({ receivers, proxy }: Receiving) {
  const pings = new Map(
    receivers.flatMap(({ messages: { ping } }) => (ping === null ? [] : [[ping.reveal(), ping] as const])),
  );
  if (receivers.length > 0) yield* goThroughProxy(proxy, [...pings.keys()]);
  // What goes on beside the run can be given up, though the run itself is seen to its end.
  return yield* Effect.forkChild(Effect.interruptible(deliver([...pings.values()].map(startPing))));
});

/** How long the ping of a beginning is waited for once the run has ended: that of the end has the rest of ten seconds. */
const STILL_WAITED = Duration.millis(500);

/** What became of the ping of the beginning. One that would come after that of the end would say that a run goes on. */
const endOfStart = Effect.fnUntraced(function* (started: Fiber.Fiber<ReadonlyArray<string>>) {
  const giveUp = Fiber.interrupt(started).pipe(Effect.delay(STILL_WAITED), Effect.interruptible);
  const timer = yield* Effect.forkChild(giveUp);
  const ended = yield* Fiber.await(started);
  yield* Fiber.interrupt(timer);
  return Exit.isSuccess(ended) ? ended.value : ["The ping was not reached: no answer before the run ended"];
});

/**
 * Runs a command over a night, tells whom it concerns how that ended for each book, and keeps it in the ledger, also
 * where it failed or was stopped.
 */
export const ending = <A, B, E, R>(
  command: Effect.Effect<A, E, R>,
  given: Ending<B>,
): Effect.Effect<A, E, R> =>
  isOwnWindow(given.flags)
    ? command
    : Effect.uninterruptibleMask((restore) =>
        Effect.gen(function* () {
          const startedMs = yield* Clock.currentTimeMillis;
          const receiving = given.isTold ? yield* receiversOf(given.flags) : NOBODY;
          const started = yield* begin(receiving);
          const exit = yield* Effect.exit(restore(command));
          for (const sentence of yield* endOfStart(started)) yield* Console.error(asLines([sentence]));
          const cause = Exit.isFailure(exit) ? exit.cause : Cause.empty;
          const isGoneOnWith = given.isOfFleet && Exit.hasInterrupts(exit);
          if (!isGoneOnWith) yield* tell(given, receiving, { cause, startedMs });
          return yield* exit;
        }).pipe(Effect.scoped),
      );
