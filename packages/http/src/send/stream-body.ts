import { AttemptFailed, connectionFailure, isOf } from "../errors/failures.ts";
import { openScope, unlessAborted } from "../time/scope.ts";
import { BodyTooLarge, nextPiece } from "./read-body.ts";
import type { StreamLimits } from "./stream-limits.ts";

type Bytes = ReadableStream<Uint8Array<ArrayBuffer>>;

/**
 * A body that is read as its reader asks for it, within the limits of one that is read whole. Nothing of it is kept. One that
 * nobody reads to its end, or cancels, is let go of at the deadline.
 */
export const limitedStream = (body: ReadableStream<Uint8Array>, limits: StreamLimits): Bytes => {
  const { maxBytes, idleTimeoutMs, timing } = limits;
  const reader = body.getReader();
  const scope = openScope({
    outer: limits.signals,
    endsAt: () => limits.deadlineAt,
    reason: () => new AttemptFailed("deadline", "the deadline has passed"),
    timing,
  });
  let length = 0;
  let hasEnded = false;
  const end = (): void => {
    hasEnded = true;
    scope.close();
  };
  const letGoOf = (): void => {
    if (hasEnded) return;
    end();
    reader.cancel().catch(() => undefined);
  };
  scope.signal.addEventListener("abort", () => reader.cancel().catch(() => undefined), { once: true });
  return new ReadableStream(
    {
      pull: async (controller) => {
        try {
          const piece = await unlessAborted(scope.signal, nextPiece(reader, idleTimeoutMs, timing));
          if (piece === undefined) {
            end();
            return controller.close();
          }
          length += piece.length;
          if (length > maxBytes) throw new BodyTooLarge();
          controller.enqueue(new Uint8Array(piece));
        } catch (error) {
          letGoOf();
          // A reason of the caller's is the caller's to see as it is.
          const isCallers =
            !isOf(error, AttemptFailed) && scope.signal.aborted && error === scope.signal.reason;
          controller.error(isCallers ? error : failureOf(error, limits));
        }
      },
      cancel: letGoOf,
    },
    { highWaterMark: 0 },
  );
};

/** The error of the client for a stream that breaks off, stalls, is too long or too slow. */
const failureOf = (
  error: unknown,
  { errors, secrets, maxBytes, attempts, ...limits }: StreamLimits,
): Error => {
  const told = { api: limits.api, operation: limits.operation, reply: limits.reply };
  if (isOf(error, BodyTooLarge)) {
    const expected = `a body of at most ${maxBytes} bytes`;
    return new errors.contractBroken({ ...told, path: "$", expected, actual: "a longer one" });
  }
  const cause = isOf(error, AttemptFailed) ? error : connectionFailure(error, secrets);
  return new errors.unreachable({ ...told, attempts, reason: cause.reason, cause });
};
