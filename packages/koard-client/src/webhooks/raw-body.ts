import { OptionInvalid } from "@tieout/http";
import { KoardEventRejected } from "./KoardEventRejected.ts";

/** The body of a delivery, exactly as it came, in whichever form the platform has it. */
export type RawBody =
  | string
  | ArrayBuffer
  | ArrayBufferView
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array | string>;

/** The largest event that is read; a transaction has some kilobytes. */
const MAX_EVENT_BYTES = 4 * 1024 * 1024;

/**
 * The bytes of a body. Throws `OptionInvalid` for what is not the body as it came, a parsed one above all: serialised
 * again it is another, so its signature would look forged. Throws `KoardEventRejected` for one that is too large, or a
 * stream that breaks off.
 */
export const bytesOf = async (body: unknown): Promise<Uint8Array<ArrayBuffer>> => {
  const bytes = readable(() => bytesAtHand(body)) ?? (await read(readable(() => streamOf(body))));
  if (bytes.length > MAX_EVENT_BYTES) throw tooLarge();
  return bytes;
};

const readable = <Read>(look: () => Read): Read => {
  try {
    return look();
  } catch (error) {
    throw error instanceof OptionInvalid ? error : notAsItCame("one that throws when it is looked at");
  }
};

const bytesAtHand = (body: unknown): Uint8Array<ArrayBuffer> | undefined => {
  if (typeof body === "string") return new TextEncoder().encode(body);
  // By its tag: a test or a framework may have it from another realm.
  if (Object.prototype.toString.call(body) === "[object ArrayBuffer]" && isBuffer(body)) {
    return new Uint8Array(body.slice(0));
  }
  if (!ArrayBuffer.isView(body)) return undefined;
  return Uint8Array.from(new Uint8Array(body.buffer, body.byteOffset, body.byteLength));
};

const isBuffer = (body: unknown): body is ArrayBuffer => typeof body === "object";

const streamOf = (body: unknown): AsyncIterable<unknown> => {
  if (isLocked(body)) throw notAsItCame("a stream that somebody has read already");
  if (isIterable(body)) return body;
  if (body === undefined) throw notAsItCame("nothing");
  throw notAsItCame(
    typeof body === "object"
      ? "a parsed body, which is not what was signed: take it before your framework parses it"
      : `a ${typeof body}`,
  );
};

const isLocked = (body: unknown): boolean => {
  const { locked, readableDidRead }: { readonly locked?: unknown; readonly readableDidRead?: unknown } =
    Object(body);
  return locked === true || readableDidRead === true;
};

const isIterable = (body: unknown): body is AsyncIterable<unknown> =>
  typeof body === "object" && body !== null && Symbol.asyncIterator in body;

const read = async (stream: AsyncIterable<unknown>): Promise<Uint8Array<ArrayBuffer>> => {
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of stream) {
      const piece = bytesAtHand(chunk);
      if (piece === undefined) throw notAsItCame("a stream of something else than bytes");
      pieces.push(piece);
      length += piece.length;
      if (length > MAX_EVENT_BYTES) throw tooLarge();
    }
  } catch (error) {
    if (error instanceof OptionInvalid || error instanceof KoardEventRejected) throw error;
    throw new KoardEventRejected("broken", "its body broke off");
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
};

const tooLarge = (): KoardEventRejected =>
  new KoardEventRejected("broken", `its body has more than ${MAX_EVENT_BYTES} bytes`);

const notAsItCame = (actual: string): OptionInvalid =>
  new OptionInvalid({
    ...{ of: "receive", option: "body", actual },
    expected: "the body as it came: a text, bytes, a stream or the whole Request",
  });
