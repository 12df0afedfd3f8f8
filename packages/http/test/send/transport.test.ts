import { getEventListeners } from "node:events";
import { inspect } from "node:util";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import {
  ApiRefused,
  ApiUnreachable,
  ContractBroken,
  createLimiter,
  MAX_TIMER_MS,
  Secret,
} from "../../src/index.ts";
import { listBatches, rejection, wire } from "../calls.ts";
import { json, serve } from "../loopback.ts";
import { TestClock } from "../TestClock.ts";

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

describe("what is sent again", () => {
  it("reads through 408, 425, 429 and 5xx until there is an answer", async () => {
    const statuses = [408, 425, 429, 500, 503];
    const server = await serve((_, response, nth) => json(response, { nth }, statuses[nth - 1] ?? 200));
    const { send, retries } = wire();
    const response = await send(new Request(server.url), listBatches);
    expect(await response.json()).toEqual({ nth: 6 });
    expect(retries.map(({ reason }) => reason)).toEqual(["408", "425", "429", "500", "503"]);
  });

  it.each([400, 401, 403, 404, 409, 422])("gives a %i back at once", async (status) => {
    const server = await serve((_, response) => json(response, { detail: "no" }, status));
    const { send } = wire();
    const response = await send(new Request(server.url), listBatches);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ detail: "no" });
    expect(server.count()).toBe(1);
  });

  it("survives a reset after half a body, and never passes the half on", async () => {
    const server = await serve((_, response, nth) => {
      if (nth > 2) return json(response, { whole: true });
      response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
      response.write('{"half":', () =>
        nth === 1 ? response.socket?.resetAndDestroy() : response.socket?.end(),
      );
    });
    const { send } = wire();
    const response = await send(new Request(server.url), listBatches);
    expect(await response.json()).toEqual({ whole: true });
    expect(server.count()).toBe(3);
  });

  it("survives a body that stops arriving, and a server that does not answer", async () => {
    const { send, clock, retries } = wire();
    const server = await serve((_, response, nth) => {
      if (nth === 1) return clock.advance(60_000);
      if (nth === 3) return json(response, []);
      response.write("[");
      clock.whenTimerIsSet(20_000, () => clock.advance(20_000));
    });
    const response = await send(new Request(server.url), listBatches);
    expect(await response.json()).toEqual([]);
    expect(retries.map(({ reason }) => reason)).toEqual([
      "no whole answer within 60000 ms",
      "the body stopped arriving for 20000 ms",
    ]);
  });

  it("sends a body that was not accepted again, and throws that it was not when no attempt is left", async () => {
    const server = await serve((_, response) => response.end("<html>"));
    const { send, retries } = wire({ maxAttempts: 3 });
    const fields = { api: "Koard", operation: "listBatches", path: "$", expected: "JSON", actual: "a page" };
    const accept = (): void => {
      throw new ContractBroken(fields);
    };
    const error = await rejection(send(new Request(server.url), listBatches, { accept }));
    expect(error).toBeInstanceOf(ContractBroken);
    expect(server.count()).toBe(3);
    expect(retries.map(({ reason }) => reason)).toEqual(["expected JSON", "expected JSON"]);
  });

  it("sends a write with a key again, body and all, and one without never", async () => {
    const server = await serve((_, response, nth) => json(response, {}, nth === 1 ? 503 : 200));
    const { send } = wire();
    const refund = { ...listBatches, id: "refund", method: "POST" };
    const post = (): Request => new Request(server.url, { method: "POST", body: '{"event_id":"e1"}' });

    const keyed = { ...refund, retry: "keyed", idempotencyKey: "event_id" } as const;
    expect((await send(post(), keyed)).status).toBe(200);
    expect(server.bodies).toEqual(['{"event_id":"e1"}', '{"event_id":"e1"}']);

    const never = await serve((_, response) => json(response, {}, 503));
    const once = new Request(never.url, { method: "POST", body: "{}" });
    expect((await send(once, { ...refund, retry: "never" })).status).toBe(503);
    const unnamed = new Request(never.url, { method: "POST", body: "{}" });
    expect((await send(unnamed, { ...refund, retry: "keyed" })).status).toBe(503);
    expect(never.count()).toBe(2);
  });

  it("is unreachable when nobody listens, naming the connection's error and the attempts", async () => {
    const server = await serve((_, response) => response.destroy());
    const { send } = wire({ maxAttempts: 2 });
    const error = await rejection(send(new Request(server.url), listBatches));
    expect(error).toBeInstanceOf(ApiUnreachable);
    expect(error).toMatchObject({ reason: "network", attempts: 2 });
    expect(String(error)).toMatch(
      /^ApiUnreachable: Koard is unreachable for listBatches: \S+ \(2 attempts\)$/,
    );
  });

  it.each([
    [{ code: "ECONNREFUSED", address: "10.0.0.9", port: 3128 }, "ECONNREFUSED from the proxy 10.0.0.9:3128"],
    [{ code: "ENOTFOUND", hostname: "proxy.test" }, "ENOTFOUND from the proxy proxy.test"],
    [{ code: "ECONNREFUSED", address: "10.0.0.9", port: 443 }, "ECONNREFUSED"],
    [{ code: "ENOTFOUND", hostname: "koard.test" }, "ENOTFOUND"],
  ])("names the proxy where it was not the API that could not be reached: %j", async (details, said) => {
    const cause = Object.assign(new Error("connect"), details);
    const { send } = wire({
      fetch: () => Promise.reject(new TypeError("fetch failed", { cause })),
      maxAttempts: 1,
    });
    const error = await rejection(send(new Request("https://koard.test"), listBatches));
    expect(String(error)).toContain(`for listBatches: ${said} (1 attempt)`);
  });

  it("names the proxy that did not open the way, without its password", async () => {
    const answer =
      "Failed to establish tunnel to koard.test:443 via http://me:c4n4ry@proxy.test:3128/: HTTP/1.1 502 Bad";
    const { send } = wire({ fetch: () => Promise.reject(new Error(answer)), maxAttempts: 1 });
    const error = await rejection(send(new Request("https://koard.test"), listBatches));
    expect(String(error)).toContain("the proxy proxy.test:3128 answered 502 (1 attempt)");
    expect(String(error)).not.toContain("c4n4ry");
  });

  it("does not insist on a certificate that is not trusted", async () => {
    const { send, retries } = wire({
      fetch: () => {
        const cause = Object.assign(new Error("self-signed"), { code: "DEPTH_ZERO_SELF_SIGNED_CERT" });
        return Promise.reject(new TypeError("fetch failed", { cause }));
      },
    });
    const error = await rejection(send(new Request("https://koard.test"), listBatches));
    expect(String(error)).toContain(
      "its certificate is not trusted (DEPTH_ZERO_SELF_SIGNED_CERT) (1 attempt)",
    );
    expect(retries).toEqual([]);
  });
});

describe("how long is waited", () => {
  const refusing = (retryAfter: string) =>
    serve((_, response, nth) => json(response, {}, nth === 1 ? 429 : 200, { "retry-after": retryAfter }));

  it("obeys Retry-After in seconds and as a date, in full", async () => {
    const { send, retries } = wire();
    await send(new Request((await refusing("120")).url), listBatches);
    await send(new Request((await refusing("Fri, 20 Nov 2026 02:05:00 GMT")).url), listBatches);
    // The second wait is counted from 02:02, where the first one led.
    expect(retries.map(({ waitMs }) => waitMs)).toEqual([120_000, 180_000]);
  });

  it.each(["Fri, 20 Nov 2020 02:05:00 GMT", "abc", "-5", "1000000000", "0", "2026-11-20", "1e3", ""])(
    "goes by its own backoff where Retry-After is %j",
    async (retryAfter) => {
      const { send, retries } = wire({ random: 0.5 });
      await send(new Request((await refusing(retryAfter)).url), listBatches);
      expect(retries.map(({ waitMs }) => waitMs)).toEqual([250]);
    },
  );

  it("doubles the ceiling of its own backoff up to 30 s", async () => {
    const server = await serve((_, response) => json(response, {}, 500));
    const { send, retries } = wire({ random: 0.999999, maxAttempts: 9 });
    await send(new Request(server.url), listBatches);
    const ceilings = [500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000];
    expect(retries.map(({ waitMs }) => waitMs)).toEqual(ceilings);
  });

  it("refuses at once, saying when to come back, where Retry-After passes the deadline", async () => {
    const server = await serve((_, response) =>
      json(response, { detail: "slow down" }, 429, { "retry-after": "5400", "x-request-id": "r1" }),
    );
    const { send, clock, retries } = wire();
    const deadline = new Date(clock.now() + 40 * 60_000);
    const error = await rejection(send(new Request(server.url), listBatches, { deadline }));
    expect(error).toBeInstanceOf(ApiRefused);
    expect(error).toMatchObject({ status: 429, retryAfterMs: 5_400_000, requestId: "r1" });
    expect(String(error)).toBe("ApiRefused: Koard refused listBatches: 429 slow down; come back in 5400 s");
    expect(server.count()).toBe(1);
    expect(retries).toEqual([]);
  });

  it("waits for longer than a timer can hold in several timers", async () => {
    const server = await refusing("9999999");
    const steps = [MAX_TIMER_MS, MAX_TIMER_MS, MAX_TIMER_MS, MAX_TIMER_MS, MAX_TIMER_MS];
    const pass = (): void => {
      clock.advance(steps.pop() ?? 0);
      if (steps.length > 0) setImmediate(pass);
    };
    const { send, clock } = wire({ hooks: { onRetry: () => setImmediate(pass) } });
    const deadline = new Date(clock.now() + 1e11);
    expect((await send(new Request(server.url), listBatches, { deadline })).status).toBe(200);
    expect(clock.longestTimerMs()).toBe(MAX_TIMER_MS);
  });

  it("begins no attempt after the time that a call is tried for, in which waits that are asked for do not count", async () => {
    const { send, clock } = wire({ tryForMs: 60_000, timeoutMs: 50_000 });
    const server = await serve((_, response, nth) => {
      if (nth === 1) {
        clock.advance(30_000);
        response.setHeader("retry-after", "3600");
        return json(response, {}, 503);
      }
      clock.whenTimerIsSet(30_000, () => clock.advance(30_000));
    });
    const deadline = new Date(clock.now() + 1e11);
    const error = await rejection(send(new Request(server.url), listBatches, { deadline }));
    expect(error).toMatchObject({ reason: "timeout", attempts: 2 });
    expect(server.count()).toBe(2);
  });

  it("gives back the last refusal where the time that a call is tried for is over", async () => {
    const { send, clock } = wire({ tryForMs: 10_000 });
    const server = await serve((_, response) => {
      clock.advance(9_900);
      return json(response, {}, 500);
    });
    expect((await send(new Request(server.url), listBatches)).status).toBe(500);
    expect(server.count()).toBe(1);
  });

  it("ends a call that is still waiting for its answer at the deadline", async () => {
    const { send, clock } = wire();
    const server = await serve(() => clock.advance(10_000));
    const deadline = new Date(clock.now() + 10_000);
    const error = await rejection(send(new Request(server.url), listBatches, { deadline }));
    expect(error).toBeInstanceOf(ApiUnreachable);
    expect(error).toMatchObject({ reason: "deadline", attempts: 1 });
    expect(clock.pending()).toBe(0);
  });

  it("says at the deadline what had gone wrong before", async () => {
    const server = await serve((_, response, nth) => {
      if (nth === 1) json(response, {}, 503);
      else clock.advance(10_000);
    });
    const { send, clock } = wire();
    const deadline = new Date(clock.now() + 10_000);
    const error = await rejection(send(new Request(server.url), listBatches, { deadline }));
    expect(String(error)).toBe(
      "ApiUnreachable: Koard is unreachable for listBatches: the deadline has passed, after 503 (2 attempts)",
    );
  });
});

describe("what ends a call", () => {
  it("is the caller's signal, during an attempt and during a wait, with the caller's reason", async () => {
    const hanging = await serve(() => controller.abort(new Error("enough")));
    let controller = new AbortController();
    const { send, clock } = wire();
    const during = send(new Request(hanging.url), listBatches, { signal: controller.signal });
    expect(await rejection(during)).toEqual(new Error("enough"));

    const busy = await serve((_, response) => json(response, {}, 503));
    controller = new AbortController();
    const waiting = wire({
      hooks: { onRetry: () => setImmediate(() => controller.abort(new Error("stop"))) },
    });
    const wait = waiting.send(new Request(busy.url), listBatches, { signal: controller.signal });
    expect(await rejection(wait)).toEqual(new Error("stop"));
    expect(busy.count()).toBe(1);
    expect(clock.pending() + waiting.clock.pending()).toBe(0);
  });

  it("is an attempt's time, which closes its connection even if memory was cleared up meanwhile", async () => {
    const { send, clock } = wire();
    const closed = Promise.withResolvers<void>();
    const server = await serve((request, response, nth) => {
      if (nth > 1) return json(response, []);
      request.socket.once("close", closed.resolve);
      setImmediate(() => {
        collectGarbage();
        clock.advance(60_000);
      });
    });
    await send(new Request(server.url), listBatches);
    await closed.promise;
    expect(server.count()).toBe(2);
  });

  it("leaves nothing of a request in memory once it was answered", async () => {
    const server = await serve((_, response) => json(response, []));
    const requests: WeakRef<Request>[] = [];
    const { send } = wire({
      fetch: (request) => {
        requests.push(new WeakRef(request));
        return fetch(request);
      },
    });
    for (let nth = 0; nth < 20; nth += 1) await send(new Request(server.url), listBatches);
    // What was held weakly is let go at the end of a turn; what the platform cleans up after it, one more later.
    for (let turn = 0; turn < 3; turn += 1) {
      await new Promise(setImmediate);
      collectGarbage();
    }
    expect(requests.length).toBe(20);
    // The last one may still be on somebody's stack.
    expect(requests.filter((request) => request.deref() !== undefined).length).toBeLessThanOrEqual(1);
  });

  it("puts one listener on a signal, however many calls wait on it, and ends them all", async () => {
    const controller = new AbortController();
    const warned: string[] = [];
    const listen = (warning: Error) => warned.push(warning.name);
    process.on("warning", listen);
    const server = await serve((_request, _response, nth) => {
      if (nth === 60) setImmediate(() => controller.abort(new Error("enough")));
    });
    const { send } = wire();
    const calls = Array.from({ length: 60 }, () =>
      rejection(send(new Request(server.url), listBatches, { signal: controller.signal })),
    );
    await new Promise(setImmediate);
    expect(getEventListeners(controller.signal, "abort")).toHaveLength(1);
    expect(await Promise.all(calls)).toEqual(calls.map(() => new Error("enough")));
    process.off("warning", listen);
    expect(warned).toEqual([]);
  });

  it("leaves nothing on a caller's signal that outlives it", async () => {
    const server = await serve((_, response, nth) => json(response, {}, nth === 1 ? 503 : 200));
    const { signal } = new AbortController();
    const { send, clock } = wire({ limiter: createLimiter({ concurrency: 1 }) });
    await send(new Request(server.url), listBatches, { signal });
    expect(getEventListeners(signal, "abort")).toEqual([]);
    expect(clock.pending()).toBe(0);
  });

  it("is a redirect, which is not followed and names only the other host", async () => {
    const other = await serve((_, response) => json(response, {}));
    const server = await serve((_, response) => {
      response.writeHead(307, { location: `${other.url}/login?token=t0ps3cret` }).end();
    });
    const { send } = wire();
    const error = await rejection(send(new Request(server.url), listBatches));
    expect(error).toBeInstanceOf(ApiRefused);
    expect(String(error)).toContain(
      `307 redirects to ${new URL(other.url).host}; redirects are not followed`,
    );
    expect(String(error)).not.toContain("t0ps3cret");
    expect(other.count()).toBe(0);
  });

  it.each([
    ["/login", "another path of the same host"],
    ["//evil.test/x", "evil.test"],
    ["https://u:p@evil.test:8443/x?y", "evil.test:8443"],
    ["http://[", "nowhere"],
  ])("is a redirect to %j, told as %j", async (location, told) => {
    const server = await serve((_, response) => response.writeHead(302, { location }).end());
    const error = await rejection(wire().send(new Request(server.url), listBatches));
    expect(error).toMatchObject({ detail: `redirects to ${told}; redirects are not followed` });
  });

  it.each([
    ["announced", { "content-length": "2000" }],
    ["not announced", {}],
  ])("is a body over the maximum, %s", async (_, headers) => {
    const server = await serve((_request, response) => {
      response.writeHead(200, headers);
      response.end("x".repeat(2000));
    });
    const { send } = wire({ maxBodyBytes: 1999 });
    const error = await rejection(send(new Request(server.url), listBatches));
    expect(error).toBeInstanceOf(ContractBroken);
    expect(String(error)).toContain("expected a body of at most 1999 bytes, got a longer one");
    expect(server.count()).toBe(1);
  });
});

describe("what is told", () => {
  it("keeps the key out of every message and hook", async () => {
    const key = "sk_live_c4n4ryc4n4ry";
    const fetch = (): Promise<Response> =>
      Promise.reject(new Error(`bad header ${key} near ${key.slice(2)}`));
    const { send, retries } = wire({ fetch, secrets: [new Secret(key)], maxAttempts: 2 });
    const error = await rejection(send(new Request("http://koard.test"), listBatches));
    expect(String(error)).toContain("bad header [redacted] near [redacted]");
    expect(inspect([error, retries], { depth: 9, showHidden: true })).not.toContain("c4n4ryc4n4");
  });

  it("tells each response's status and size", async () => {
    const server = await serve((_, response, nth) => json(response, [nth], nth === 1 ? 500 : 200));
    const { send, responses } = wire();
    await send(new Request(server.url), listBatches);
    expect(responses).toEqual(
      [
        { operation: "listBatches", status: 500, ms: 0, bytes: 3 },
        { operation: "listBatches", status: 200, ms: 250, bytes: 3 },
      ].map((event) => ({ ...event, ms: expect.any(Number) })),
    );
  });

  it("tells each request before it is sent, and the refusal that a call ends with", async () => {
    const server = await serve((_, response, nth) =>
      json(response, { detail: "no" }, nth === 1 ? 503 : 422, { "retry-after": "7" }),
    );
    const told: unknown[] = [];
    const clock = new TestClock();
    const { send } = wire({
      timing: clock,
      hooks: {
        onRequest: (event) => told.push({ ...event, sent: server.count() }),
        onRetry: ({ waitMs }) => setImmediate(() => clock.advance(waitMs)),
        onRefusal: (event) => told.push(event),
      },
    });
    await send(new Request(`${server.url}/?secret=1`), listBatches);
    expect(told).toEqual([
      { operation: "listBatches", method: "GET", attempt: 1, sent: 0 },
      { operation: "listBatches", method: "GET", attempt: 2, sent: 1 },
      { operation: "listBatches", status: 422, attempts: 2, retryAfterMs: 7000 },
    ]);
  });
});
