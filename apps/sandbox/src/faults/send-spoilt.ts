import type { ServerResponse } from "node:http";
import { httpDateIn } from "../http/clock.ts";
import { type Reply, textOf } from "../http/reply.ts";
import { JSON_TYPE, send } from "../http/send.ts";
import type { HttpFault } from "./fault-kinds.ts";

const half = (text: string): Buffer => {
  const bytes = Buffer.from(text);
  return bytes.subarray(0, Math.floor(bytes.length / 2));
};

/** Promises the whole body and sends half of it. */
const sendHalf = (response: ServerResponse, reply: Reply, then: () => void): void => {
  const text = textOf(reply);
  response.writeHead(reply.status, { "content-type": JSON_TYPE, "content-length": Buffer.byteLength(text) });
  response.write(half(text), then);
};

/** The connection is closed once everything that was written has left. */
const hangUp = (response: ServerResponse) => (): void => response.socket?.destroySoon();

const HOUR_MS = 3_600_000;

/** By a clock that is so far ahead. */
const datedIn = (reply: Reply, ms: number): Reply => ({
  ...reply,
  headers: { ...reply.headers, date: httpDateIn(ms) },
});

const MAINTENANCE = "<!doctype html><title>Maintenance</title><h1>We will be right back</h1>";

/** No name of this kind ever exists (RFC 2606), so a client that follows goes nowhere. */
const ELSEWHERE = "https://elsewhere.invalid/";

/**
 * Sends a reply spoilt by a fault. Statuses and pages are not its business: they need the API's own body.
 */
export const sendSpoilt = async (response: ServerResponse, reply: Reply, fault: HttpFault): Promise<void> => {
  switch (fault.kind) {
    case "hang":
      return;
    case "drop":
      response.socket?.destroy();
      return;
    case "reset":
      return sendHalf(response, reply, () => response.socket?.resetAndDestroy());
    case "stall":
      return sendHalf(response, reply, () => undefined);
    case "cut-length":
      return sendHalf(response, reply, hangUp(response));
    case "cut-chunks":
      response.writeHead(reply.status, { "content-type": JSON_TYPE });
      response.write(half(textOf(reply)), hangUp(response));
      return;
    case "cut-close":
      // Without a length and without chunks only the end of the connection is the end of the body.
      response.useChunkedEncodingByDefault = false;
      response.writeHead(reply.status, { "content-type": JSON_TYPE }).end(half(textOf(reply)));
      return;
    case "truncate":
      response.writeHead(reply.status, { "content-type": JSON_TYPE }).end(half(textOf(reply)));
      return;
    case "html":
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(MAINTENANCE);
      return;
    case "empty":
      response.writeHead(reply.status, { "content-length": 0 }).end();
      return;
    case "redirect":
      response.writeHead(302, { location: fault.location ?? ELSEWHERE, "content-length": 0 }).end();
      return;
    case "clock-ahead":
      return send(response, datedIn(reply, 13 * HOUR_MS));
    case "clock-behind":
      return send(response, datedIn(reply, -HOUR_MS / 3));
    case "rewrite": {
      const body: unknown = JSON.parse(textOf(reply));
      return send(response, { ...reply, pieces: () => [JSON.stringify(fault.rewrite?.(body) ?? body)] });
    }
    default:
      return send(response, reply);
  }
};
