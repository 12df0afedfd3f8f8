import { Clock, Effect } from "effect";
import { SourceFailed } from "../sources/SourceFailed.ts";
import { Deadline } from "./Deadline.ts";
import type { Refusals } from "./Refusals.ts";

/**
 * Lets single details fail where the source may give them another time, and notes them; fails when it is itself at fault,
 * and where it asks to be left alone for longer than the run may take. Details of which it said so on an earlier day
 * cost themselves alone: it is not the source that has no time, but this batch that is never to be had.
 */
export const tolerant = Effect.fnUntraced(function* <A, E, R>(refusals: Refusals, endsAt: Date) {
  const { currentTimeMillisUnsafe: now } = yield* Clock.Clock;
  const { at } = yield* Deadline;
  const isForAll = (id: string, { retryAfterMs }: SourceFailed) =>
    retryAfterMs !== undefined && now() + retryAfterMs >= at.getTime() && !refusals.wasRefusedBefore(id);
  const noteIfCut = (id: string) =>
    Effect.sync(() => {
      if (now() >= endsAt.getTime()) refusals.noteCut(id);
    });
  return (id: string, read: Effect.Effect<A, E | SourceFailed, R>) =>
    read.pipe(
      Effect.tap(() => Effect.sync(() => refusals.noteHad(id))),
      Effect.map((found): ReadonlyArray<A> => [found]),
      Effect.onInterrupt(() => noteIfCut(id)),
      Effect.catchIf(
        (failed): failed is SourceFailed => failed instanceof SourceFailed && failed.refusal !== undefined,
        (failed) => {
          const { refusal = "", problem, keptProblem = problem } = failed;
          refusals.noteRefused(id, { answer: refusal, problem: keptProblem });
          const failure = isForAll(id, failed) ? failed : refusals.failureSoFar();
          return failure === undefined ? Effect.succeed([]) : Effect.fail(failure);
        },
      ),
      // The request itself knows the deadline, and may be the first to say so.
      Effect.tapError(() => noteIfCut(id)),
    );
});

const isBusy = (failed: unknown): failed is SourceFailed =>
  failed instanceof SourceFailed && failed.kind === "busy";

/**
 * Ends a reading in time for the report, or where the source asks to be left alone for longer: what was not had by then
 * is not waited for any more.
 */
export const inTimeForReport = Effect.fnUntraced(function* <A, E, R>(reading: Effect.Effect<A, E, R>) {
  const { readBy } = yield* Deadline;
  const leftMs = readBy.getTime() - (yield* Clock.currentTimeMillis);
  yield* reading.pipe(
    Effect.timeoutOption(Math.max(leftMs, 0)),
    Effect.catchIf(isBusy, () => Effect.void),
  );
});
