// Proves what becomes of a call whose next attempt would begin at its deadline, or when it is no longer tried for.

import { describe, expect, it } from "vitest";
import { ApiRefused, ApiUnreachable } from "../../src/index.ts";
import { listBatches, rejection, wire } from "../calls.ts";

const request = () => new Request("http://koard.test");
const broken = () => Promise.reject(new TypeError("fetch failed"));

/** A server that refuses its first request, and asks for a minute. */
const askingForAMinute = () => {
  const statuses: number[] = [];
  const fetch = async (): Promise<Response> => {
    statuses.push(statuses.length === 0 ? 429 : 200);
    return new Response("[]", { status: statuses.at(-1) ?? 0, headers: { "retry-after": "60" } });
  };
  return { statuses, fetch };
};

describe("a wait that lasts until the deadline", () => {
  it("is not begun where it was asked for: the refusal is told at once, with when to come back", async () => {
    const { statuses, fetch } = askingForAMinute();
    const { send, clock, retries } = wire({ fetch });
    const error = await rejection(send(request(), listBatches, { deadline: clock.now() + 60_000 }));
    expect(error).toBeInstanceOf(ApiRefused);
    expect(error).toMatchObject({ status: 429, retryAfterMs: 60_000 });
    expect([statuses, retries]).toEqual([[429], []]);
  });

  it("is worth it where one millisecond is left behind it", async () => {
    const { statuses, fetch } = askingForAMinute();
    const { send, clock } = wire({ fetch });
    const response = await send(request(), listBatches, { deadline: clock.now() + 60_001 });
    expect([response.status, statuses]).toEqual([200, [429, 200]]);
  });

  it("is not begun after a connection that failed: that no time is left is told with why it failed", async () => {
    const { send, clock, retries } = wire({ fetch: broken, random: 0.5 });
    const error = await rejection(send(request(), listBatches, { deadline: clock.now() + 250 }));
    expect(error).toBeInstanceOf(ApiUnreachable);
    expect(error).toMatchObject({ reason: "deadline", attempts: 1 });
    expect(String(error)).toContain("fetch failed, and no time left to try again (1 attempt)");
    expect(retries).toEqual([]);
  });
});

describe("the time that a call is tried for", () => {
  const attempts = async (tryForMs: number, fetch: () => Promise<Response>): Promise<number> => {
    let sent = 0;
    const counted = () => {
      sent += 1;
      return fetch();
    };
    const { send } = wire({ fetch: counted, tryForMs, random: 0.5 });
    await send(request(), listBatches).catch(() => undefined);
    return sent;
  };

  it("is used up by waits of its own, which are 250 and 500 ms long", async () => {
    expect(await attempts(250, broken)).toBe(1);
    expect(await attempts(251, broken)).toBe(2);
    expect(await attempts(750, broken)).toBe(2);
    expect(await attempts(751, broken)).toBe(3);
  });

  it("is not used up by waits that were asked for", async () => {
    const { statuses, fetch } = askingForAMinute();
    expect(await attempts(1, fetch)).toBe(2);
    expect(statuses).toEqual([429, 200]);
  });
});
