import type { ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Reply } from "./reply.ts";

/** What both APIs send. */
export const JSON_TYPE = "application/json; charset=utf-8";

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
