import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { temporaryDirectory } from "../../temporary-directory.ts";
import { json } from "../published.ts";
import { batchIds, LIST_REQUESTS, startKoard } from "./koard-server.ts";
import { run } from "./running.ts";

const BATCHES = 24;

/** How long a request takes: long enough for others to come meanwhile. */
const LATENCY_MS = 30;

/** A server that counts how many requests are under way at once. */
const startSlow = async () => {
  const seen = { now: 0, most: 0 };
  const koard = await startKoard({
    ids: batchIds(BATCHES),
    misbehave: async ({ answer }) => {
      seen.now += 1;
      seen.most = Math.max(seen.most, seen.now);
      await sleep(LATENCY_MS);
      seen.now -= 1;
      answer();
    },
  });
  return { koard, seen };
};

const trafficOf = (cwd: string) => {
  const { sources, ...whole } = json(join(cwd, "out/default/latest"), "run.json");
  return { ...whole, requests: sources.koard.requests };
};

describe("requests at once", () => {
  it.each([
    { from: "the command line", options: ["--concurrency", "3"], env: {}, file: {} },
    { from: "the environment", options: [], env: { TIEOUT_CONCURRENCY: "3" }, file: {} },
    { from: "the config file", options: [], env: {}, file: { concurrency: 3 } },
  ])("are as many as $from allows, and run.json says how many there were", async ({ options, env, file }) => {
    const { koard, seen } = await startSlow();
    const cwd = temporaryDirectory();
    writeFileSync(join(cwd, "tieout.config.json"), JSON.stringify(file));
    const { code, stderr } = await run({ env: { ...koard.env, ...env }, cwd }, ...options);
    expect([code, stderr]).toEqual([0, ""]);
    expect(seen.most).toBe(3);
    const { concurrency, requests } = trafficOf(cwd);
    expect(concurrency).toBe(3);
    expect(requests).toMatchObject({
      requests: LIST_REQUESTS + BATCHES,
      retries: 0,
      refused: 0,
      waitedMs: 0,
    });
    expect(requests).toMatchObject({ allowedPerSecond: null, shareOfAllowed: null });
    expect(requests.concurrency).toBeGreaterThan(0);
    expect(requests.concurrency).toBeLessThanOrEqual(3);
  });
});

it("requests a second are no more than --rate, and run.json says what share of it was used", async () => {
  const rate = 20;
  const koard = await startKoard({ ids: batchIds(BATCHES) });
  const { cwd, code } = await run({ env: { ...koard.env, TIEOUT_RATE: String(rate) } });
  expect(code).toBe(0);
  const { rate_per_second, requests } = trafficOf(cwd);
  expect([rate_per_second, requests.allowedPerSecond]).toEqual([rate, rate]);
  // So many starts have one gap less between them, and the first gap may be shorter; no other is.
  expect(requests.perSecond).toBeLessThan(rate * 1.1);
  expect(requests.shareOfAllowed).toBeCloseTo(requests.perSecond / rate, 2);
});

it("what a server was found to allow is told as the allowed rate, and refusals are counted", async () => {
  const REFUSALS = 12;
  let refused = 0;
  const koard = await startKoard({
    ids: batchIds(60),
    misbehave: ({ operation, nth, response, answer }) => {
      if (operation === "listBatches" || nth % 3 !== 0 || refused === REFUSALS) return answer();
      refused += 1;
      response.writeHead(429).end();
    },
  });
  const { cwd, code } = await run(koard, "--concurrency", "8");
  expect(code).toBe(0);
  const { requests } = trafficOf(cwd);
  const expected = LIST_REQUESTS + 60 + REFUSALS;
  expect(requests).toMatchObject({ refused: REFUSALS, retries: REFUSALS, requests: expected });
  expect(requests.allowedPerSecond).toBeGreaterThan(0);
  expect(requests.shareOfAllowed).toBeCloseTo(requests.perSecond / requests.allowedPerSecond, 2);
});

it("details that wait to be asked for again keep nobody from being asked", async () => {
  const ids = batchIds(BATCHES);
  const failing = new Set(ids.slice(0, 4));
  const koard = await startKoard({
    ids,
    misbehave: ({ operation, id, response, answer }) => {
      if (operation === "getBatch" && failing.delete(id))
        response.writeHead(500, { "retry-after": "3" }).end();
      else answer();
    },
  });
  const { code, stderr } = await run({ env: koard.env }, "--concurrency", "1");
  expect([code, stderr]).toEqual([0, ""]);
  const details = koard.asked.filter((request) => request.startsWith("getBatch"));
  const [first, ...others] = [...new Set(details)];
  // More of them wait than one request at a time has places for.
  expect(details.lastIndexOf(first ?? "")).toBeGreaterThan(details.indexOf(others[4] ?? ""));
  expect(details).toHaveLength(BATCHES + 4);
});
