import { AttemptFailed } from "../errors/failures.ts";
import type { Timing } from "../time/timing.ts";
import { FREE_BODY_BYTES } from "./LargeBodies.ts";

/** A body that outgrew its limit; the rest of it was not read. */
export class BodyTooLarge extends Error {
  override readonly name: string = "BodyTooLarge";
}

/** What has a body to read. */
type Body = Pick<Response, "headers" | "body">;

/** Bounds on reading one body. */
export interface BodyLimits {
  readonly maxBytes: number;
  /** Is waited for before anything is read beyond {@link FREE_BODY_BYTES}. */
  readonly takeTurn: () => Promise<void>;
  /** The longest gap between two pieces. */
  readonly idleTimeoutMs: number;
}

/**
 * Reads a body to its end. Throws {@link BodyTooLarge} as soon as more than `maxBytes` came, an
 * `AttemptFailed` when nothing came for `idleTimeoutMs`, and what the stream throws when it breaks off.
 */
export const readBody = async (response: Body, limits: BodyLimits, timing: Timing): Promise<Bytes> => {
  // An honest length saves the reading; a dishonest one is found out by counting.
  if (Number(response.headers.get("content-length")) > limits.maxBytes) {
    givenUp(response.body);
    throw new BodyTooLarge();
  }
  const { pieces, length, isWhole } = await readUpTo(response, limits, timing);
  // Not joined before: that takes as much memory once more.
  if (!isWhole) throw new BodyTooLarge();
  return joined(pieces, length);
};

/** Reads a body up to the piece that passes `maxBytes`, and throws the rest away. Fails as {@link readBody} does. */
export const readBeginning = async (response: Body, limits: BodyLimits, timing: Timing): Promise<Bytes> => {
  const { pieces, length } = await readUpTo(response, limits, timing);
  return joined(pieces, length);
};

type Bytes = Uint8Array<ArrayBuffer>;

interface ReadPieces {
  readonly pieces: readonly Uint8Array[];
  readonly length: number;
  readonly isWhole: boolean;
}

const readUpTo = async (
  response: Body,
  { maxBytes, idleTimeoutMs, takeTurn }: BodyLimits,
  timing: Timing,
): Promise<ReadPieces> => {
  if (response.body === null) return { pieces: [], length: 0, isWhole: true };
  const reader = response.body.getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  let isWhole = false;
  let hasTurn = false;
  try {
    while (length <= maxBytes && !isWhole) {
      if (length > FREE_BODY_BYTES && !hasTurn) {
        await takeTurn();
        hasTurn = true;
      }
      const piece = await nextPiece(reader, idleTimeoutMs, timing);
      if (piece === undefined) isWhole = true;
      else pieces.push(piece);
      length += piece?.length ?? 0;
    }
    return { pieces, length, isWhole };
  } finally {
    if (!isWhole) givenUp(reader);
  }
};

/** Not waited for: a stream that broke off, or does not heed it, brings nothing more. */
const givenUp = (stream: { readonly cancel: () => Promise<void> } | null): void => {
  (async () => stream?.cancel())().catch(() => undefined);
};

/** The next piece of a body, or nothing at its end. Rejects when none comes for `idleTimeoutMs`. */
export const nextPiece = (
  reader: ReadableStreamDefaultReader<Uint8Array>,
  idleTimeoutMs: number,
  timing: Timing,
): Promise<Uint8Array | undefined> =>
  new Promise((resolve, reject) => {
    const cancel = timing.after(idleTimeoutMs, () =>
      reject(new AttemptFailed("timeout", `the body stopped arriving for ${idleTimeoutMs} ms`)),
    );
    reader
      .read()
      .then(({ done, value }) => {
        // A stream of texts, which a `fetch` of the caller's may give, would be counted and never joined.
        if (!done && !(value instanceof Uint8Array)) throw new TypeError("the body is no stream of bytes");
        resolve(done ? undefined : value);
      })
      .catch(reject)
      .finally(cancel);
  });

const joined = (pieces: readonly Uint8Array[], length: number): Bytes => {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
};
