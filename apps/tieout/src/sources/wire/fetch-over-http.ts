import type { IncomingMessage } from "node:http";
import { pipeline, type Readable, type Transform } from "node:stream";
import { constants, createBrotliDecompress, createGunzip, createInflate } from "node:zlib";

/** Sent unless a request says otherwise. Not `deflate`, by which servers mean two different things. */
const OWN_HEADERS = [
  ["accept-encoding", "gzip, br"],
  ["user-agent", "node"],
] as const;

/** Statuses whose answers have no body. */
const WITHOUT_BODY: ReadonlySet<number> = new Set([204, 205, 304]);

// A compressed body that breaks off gives what came of it, as the platform's own fetch does.
const PARTIAL = { flush: constants.Z_SYNC_FLUSH, finishFlush: constants.Z_SYNC_FLUSH };
const PARTIAL_BROTLI = {
  flush: constants.BROTLI_OPERATION_FLUSH,
  finishFlush: constants.BROTLI_OPERATION_FLUSH,
};

const DECODERS: ReadonlyMap<string, () => Transform> = new Map([
  ["gzip", () => createGunzip(PARTIAL)],
  ["x-gzip", () => createGunzip(PARTIAL)],
  ["deflate", () => createInflate(PARTIAL)],
  ["br", () => createBrotliDecompress(PARTIAL_BROTLI)],
]);

/** How often a body may have been compressed for the way: each time takes a decoder with memory of its own. */
const CODINGS_MAX = 3;

/** The body as it was before it was compressed for the way, maybe several times; what is not known is left as it is. */
const decoded = (answer: IncomingMessage): Readable => {
  const codings = answer.headers["content-encoding"]?.split(",") ?? [];
  let body: Readable = answer;
  for (const coding of codings.slice(-CODINGS_MAX).reverse()) {
    const decoder = DECODERS.get(coding.trim().toLowerCase());
    if (decoder === undefined) return body;
    // What goes wrong is an error of the stream that is read.
    body = pipeline(body, decoder(), () => undefined);
  }
  return body;
};

/** How far a server may be ahead of who reads its answer, in bytes. A reader that keeps up slows nobody down. */
const AHEAD_MAX_BYTES = 512 * 1024;

/** Hands pieces on as they come, until nobody has read them for a while: large bodies wait for each other. */
const streamOf = (body: Readable): ReadableStream<Uint8Array<ArrayBuffer>> =>
  new ReadableStream(
    {
      start: (controller) => {
        body.on("data", (piece: Buffer<ArrayBuffer>) => {
          controller.enqueue(piece);
          if ((controller.desiredSize ?? 0) <= 0) body.pause();
        });
        body.once("end", () => controller.close());
        body.on("error", (error) => controller.error(error));
      },
      pull: () => {
        body.resume();
      },
      cancel: () => {
        body.removeAllListeners("data").removeAllListeners("end");
        body.destroy();
      },
    },
    { highWaterMark: AHEAD_MAX_BYTES, size: ({ length }) => length },
  );

const responseOf = (answer: IncomingMessage): Response => {
  const { statusCode: status = 0, statusMessage: statusText = "", headersDistinct } = answer;
  const headers = new Headers(
    Object.entries(headersDistinct).flatMap(([name, values = []]) =>
      values.map((value): [string, string] => [name, value]),
    ),
  );
  if (!WITHOUT_BODY.has(status))
    return new Response(streamOf(decoded(answer)), { status, statusText, headers });
  answer.resume();
  return new Response(null, { status, statusText, headers });
};

/**
 * A `fetch` over Node's own HTTP client, which copies a body less often and asks less of the processor than the
 * platform's: with its connections that stay open, its proxies and its certificates. Follows no redirect, and rejects
 * when the request's signal fires.
 */
export const fetchOverHttp = async (request: Request): Promise<Response> => {
  const { url, method, signal } = request;
  // Loaded only now: most commands send nothing, and start sooner without them. `import()` at every request took a
  // fiftieth of a pull's processor time.
  const { request: send } = process.getBuiltinModule(url.startsWith("https:") ? "node:https" : "node:http");
  const body = request.body === null ? undefined : Buffer.from(await request.arrayBuffer());
  return new Promise((resolve, reject) => {
    const sent = send(url, { method, signal }, (answer) => {
      try {
        resolve(responseOf(answer));
      } catch (error) {
        answer.destroy();
        reject(error);
      }
    });
    sent.on("error", reject);
    // Not given as options: with NODE_DEBUG those are printed, and keys with them.
    for (const [name, value] of [...OWN_HEADERS, ...request.headers]) sent.setHeader(name, value);
    sent.end(body);
  });
};
