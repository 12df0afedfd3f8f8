import type { ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { HttpFault } from "./faults.ts";
import type { Reply } from "./reply.ts";

const JSON_TYPE = "application/json; charset=utf-8";

/** How much text is gathered before it is written: a write for each transaction costs more than making it. */
const CHUNK_CHARS = 65_536;

function* gathered(pieces: Iterable<string>): Generator<string> {
  let chunk = "";
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < CHUNK_CHARS) continue;
    yield chunk;
    chunk = "";
  }
  if (chunk !== "") yield chunk;
}

/** Sends a reply chunk by chunk, no faster than it is read. A reader that goes away ends it silently. */
export const send = async (response: ServerResponse, reply: Reply): Promise<void> => {
  response.writeHead(reply.status, { "content-type": JSON_TYPE, ...reply.headers });
  await pipeline(Readable.from(gathered(reply.pieces()), { objectMode: false }), response).catch(
    (error: unknown) => {
      if (!response.destroyed) throw error;
    },
  );
};

const textOf = (reply: Reply): string => [...reply.pieces()].join("");

const HALF = (text: string): Buffer => {
  const bytes = Buffer.from(text);
  return bytes.subarray(0, Math.floor(bytes.length / 2));
};

/** Promises the whole body and sends half of it. */
const sendHalf = (response: ServerResponse, reply: Reply, then: () => void): void => {
  const text = textOf(reply);
  response.writeHead(reply.status, { "content-type": JSON_TYPE, "content-length": Buffer.byteLength(text) });
  response.write(HALF(text), then);
};

const MAINTENANCE = "<!doctype html><title>Maintenance</title><h1>We will be right back</h1>";

/**
 * Sends a reply spoilt by a fault; statuses are not its business, as they need the API's own body.
 */
export const sendSpoilt = async (response: ServerResponse, reply: Reply, fault: HttpFault): Promise<void> => {
  switch (fault.kind) {
    case "hang":
      return;
    case "reset":
      return sendHalf(response, reply, () => response.socket?.resetAndDestroy());
    case "stall":
      return sendHalf(response, reply, () => undefined);
    case "truncate":
      response.writeHead(200, { "content-type": JSON_TYPE }).end(HALF(textOf(reply)));
      return;
    case "html":
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(MAINTENANCE);
      return;
    case "empty":
      response.writeHead(reply.status, { "content-length": 0 }).end();
      return;
    case "redirect":
      response.writeHead(302, { location: fault.location ?? "/", "content-length": 0 }).end();
      return;
    case "rewrite": {
      const body: unknown = JSON.parse(textOf(reply));
      return send(response, { ...reply, pieces: () => [JSON.stringify(fault.rewrite?.(body) ?? body)] });
    }
    default:
      return send(response, reply);
  }
};
