// Proves that whatever may be said about one call is heeded over real HTTP: by a call, and by each page of a walk.

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { exampleAnswer } from "@tieout/openapi-codegen/testing";
import { describe, expect, it, onTestFinished } from "vitest";
import spec from "../src/generated/openapi.json" with { type: "json" };
import { type CallOptions, createKoardClient, type KoardClient } from "../src/index.ts";

/** A list of three batches, of which each request gets the one at its offset. */
const oneBatch = (url: string): string => {
  const page = JSON.parse(JSON.stringify(exampleAnswer(spec, "listBatches 200 threeBatches")));
  const offset = Number(new URL(url, "http://koard.invalid").searchParams.get("offset"));
  return JSON.stringify({ ...page, batches: page.batches.slice(offset, offset + 1) });
};

/** A server that sends one batch a page, until `instead` takes a request (numbered from 1) upon itself. */
const koardWith = async (instead: (nth: number, response: ServerResponse) => boolean = () => false) => {
  const received: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    const nth = received.push(request);
    if (instead(nth, response)) return;
    response.setHeader("content-type", "application/json");
    response.end(oneBatch(request.url ?? ""));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  return { received, koard: createKoardClient({ apiKey: "k", baseUrl: `http://127.0.0.1:${port}` }) };
};

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => "no error",
    (error: unknown) => error,
  );

const walk = async (koard: KoardClient, options: CallOptions): Promise<string[]> => {
  const ids: string[] = [];
  for await (const { id } of koard.listBatches.items({ ...options, query: { limit: 1 } })) ids.push(id);
  return ids;
};

/** Whether the server fails from the first request on, or first at the second page of a walk. */
const ways = [
  ["a call", 1, (koard: KoardClient, options: CallOptions) => koard.listBatches(options)],
  ["a walk", 2, walk],
] as const;

describe.each(ways)("%s", (_, failing, way) => {
  /** Answers 503 from the failing request on. */
  const refusing = (nth: number, response: ServerResponse, headers = {}): boolean => {
    if (nth < failing) return false;
    response.writeHead(503, headers).end();
    return true;
  };

  it("sends its headers, over those of the client", async () => {
    const { koard, received } = await koardWith();
    await way(koard, { headers: { "x-trace": "t_1", "x-koard-apikey": "another" } });
    expect(received.length).toBeGreaterThan(0);
    for (const { headers } of received)
      expect(headers).toMatchObject({ "x-trace": "t_1", "x-koard-apikey": "another" });
  });

  it("ends with its signal while an answer is awaited, and sends nothing more", async () => {
    const giving = new AbortController();
    const { koard, received } = await koardWith((nth) => {
      if (nth < failing) return false;
      giving.abort(new Error("enough"));
      return true;
    });
    expect(await failureOf(way(koard, { signal: giving.signal }))).toEqual(new Error("enough"));
    expect(received).toHaveLength(failing);
  });

  it("ends with its signal while it waits to be sent again", async () => {
    const giving = new AbortController();
    const { koard, received } = await koardWith((nth, response) => {
      if (nth < failing) return false;
      response.on("finish", () => setTimeout(() => giving.abort(new Error("enough")), 50));
      return refusing(nth, response, { "retry-after": "60" });
    });
    expect(await failureOf(way(koard, { signal: giving.signal }))).toEqual(new Error("enough"));
    expect(received).toHaveLength(failing);
  });

  it("gives an attempt its time and no more", async () => {
    const { koard, received } = await koardWith((nth) => nth >= failing);
    const error = await failureOf(way(koard, { timeoutMs: 500, maxAttempts: 1 }));
    expect(error).toMatchObject({ name: "KoardUnreachable", reason: "timeout", attempts: 1 });
    // On a slow machine it may have been the page before that took too long.
    expect(received.length).toBeLessThanOrEqual(failing);
  });

  it("is sent as often as it may be", async () => {
    const { koard, received } = await koardWith(refusing);
    const error = await failureOf(way(koard, { maxAttempts: 2 }));
    expect(error).toMatchObject({ name: "KoardRefused", operation: "listBatches", status: 503 });
    expect(received).toHaveLength(failing - 1 + 2);
  });

  it("goes on where another attempt helps", async () => {
    const { koard, received } = await koardWith(
      (nth, response) => nth === failing && refusing(nth, response),
    );
    expect(await failureOf(way(koard, { maxAttempts: 2 }))).not.toBeInstanceOf(Error);
    expect(received.length).toBeGreaterThan(failing);
  });

  it("does not wait beyond its deadline, and says when to come back", async () => {
    const { koard, received } = await koardWith((nth, response) =>
      refusing(nth, response, { "retry-after": "600" }),
    );
    const error = await failureOf(way(koard, { deadline: new Date(Date.now() + 60_000) }));
    expect(error).toMatchObject({ name: "KoardRefused", status: 503, retryAfterMs: 600_000 });
    expect(received).toHaveLength(failing);
  });
});
