// Proves who is let in, how pages are cut, how fast one may ask, and that every fault happens as it was asked for.
import { describe, expect, it } from "vitest";
import { RateLimit } from "../src/http/RateLimit.ts";
import { parsePlantings, SandboxMisconfigured, startSandbox } from "../src/index.ts";
import { asking, TODAY } from "./asking.ts";

describe("keys", () => {
  it("are refused with 401 and the documented body when wrong or missing", async ({ onTestFinished }) => {
    const { koard, record, sandbox } = await asking(onTestFinished);
    for (const headers of [
      {},
      { "x-koard-apikey": "wrong" },
      { authorization: `Bearer ${sandbox.koardKey}` },
    ]) {
      expect(await koard("/v1/batches", { headers })).toMatchObject({
        status: 401,
        body: { detail: "Invalid API key" },
      });
    }
    for (const headers of [
      {},
      { "x-api-key": "sk_live_wrong" },
      { authorization: sandbox.recordToken },
      { "x-koard-apikey": sandbox.recordToken },
    ]) {
      const answer = await record("/programs", { headers });
      expect(answer).toMatchObject({
        status: 401,
        body: { success: false, error: { code: "UNAUTHORIZED" } },
      });
      expect(JSON.stringify(answer.body)).not.toContain("sk_live");
    }
  });

  it("open Record as bearer token and as X-Api-Key", async ({ onTestFinished }) => {
    const { record, sandbox } = await asking(onTestFinished);
    for (const headers of [
      { authorization: `Bearer ${sandbox.recordToken}` },
      { "X-Api-Key": sandbox.recordToken },
    ]) {
      expect((await record("/programs", { headers })).status).toBe(200);
    }
  });

  it("can be chosen", async ({ onTestFinished }) => {
    const { koard } = await asking(onTestFinished, { keys: { koard: "another" } });
    expect((await koard("/v1/batches", { headers: { "x-koard-apikey": "another" } })).status).toBe(200);
    expect((await koard("/v1/batches", { headers: { "x-koard-apikey": "koard_sandbox_key" } })).status).toBe(
      401,
    );
  });
});

describe("pages", () => {
  it("hold every batch once, fifty at a time unless told", async ({ onTestFinished }) => {
    const { koard } = await asking(onTestFinished);
    const first = (await koard("/v1/batches")).body;
    expect([first.batches.length, first.limit, first.offset, first.page, first.total]).toEqual([
      50, 50, 0, 1, 60,
    ]);
    const ids = new Set<string>();
    for (let offset = 0; offset < 70; offset += 7) {
      const { body } = await koard(`/v1/batches?limit=7&offset=${offset}`);
      expect(body.page).toBe(offset / 7 + 1);
      for (const { id } of body.batches) ids.add(id);
    }
    expect(ids.size).toBe(60);
    expect((await koard("/v1/batches?offset=1000")).body.batches).toEqual([]);
  });

  it("can be clamped without a word", async ({ onTestFinished }) => {
    const { koard } = await asking(onTestFinished, { pageLimit: 4 });
    const { batches, total } = (await koard("/v1/batches?limit=500")).body;
    expect([batches.length, total]).toEqual([4, 60]);
    expect((await koard("/v1/transactions?limit=100")).body.length).toBe(4);
  });

  it("of one batch's transactions are those embedded in it", async ({ onTestFinished }) => {
    const { koard } = await asking(onTestFinished);
    const { id } = (await koard("/v1/batches?limit=1&offset=30")).body.batches[0];
    const { transactions } = (await koard(`/v1/batches/${id}?include_transactions=true`)).body;
    const found = [];
    for (let offset = 0; offset < transactions.length; offset += 10) {
      const { body } = await koard("/v1/transactions/search", {
        body: { batch_id: id, limit: 10, offset, sort_order: "asc" },
      });
      expect(body.total).toBe(transactions.length);
      found.push(...body.transactions);
    }
    expect(found).toEqual(transactions);
    expect((await koard(`/v1/batches/${id}`)).body).not.toHaveProperty("transactions");
  });

  it("of all transactions hold each once, with and without conditions", async ({ onTestFinished }) => {
    const { koard, sandbox } = await asking(onTestFinished);
    const ids: string[] = [];
    for (let page = 500; page === 500; ) {
      const { body } = await koard(`/v1/transactions?limit=10000&offset=${ids.length}`);
      ids.push(...body.map(({ transaction_id }: { transaction_id: string }) => transaction_id));
      page = body.length;
    }
    const { transactionsListed } = sandbox.truth({ timezone: "UTC", cutoff: "00:00" }).counts;
    expect([ids.length, new Set(ids).size]).toEqual([transactionsListed, transactionsListed]);
    const accounts = new Set<string>(
      (await koard("/v2/terminals")).body.terminals.map((t: { account_id: string }) => t.account_id),
    );
    let ofAccounts = 0;
    for (const account_id of accounts)
      ofAccounts += (await koard("/v1/transactions/search", { body: { account_id } })).body.total;
    expect(ofAccounts).toBe(transactionsListed);
  });

  it("can be narrowed to terminals and states", async ({ onTestFinished }) => {
    const { koard } = await asking(onTestFinished);
    const [{ terminal_id, account_id }] = (await koard("/v2/terminals")).body.terminals;
    const { batches } = (
      await koard(`/v1/batches?terminal_id=${terminal_id}&statuses=accepted&statuses=open`)
    ).body;
    expect(batches.length).toBeGreaterThan(0);
    for (const batch of batches) expect(batch).toMatchObject({ terminal_id, account_id });
    expect(batches.every(({ status }: { status: string }) => ["accepted", "open"].includes(status))).toBe(
      true,
    );
  });
});

describe("the rate limit", () => {
  it("answers 429 with Retry-After once a second's worth of requests is used up", async ({
    onTestFinished,
  }) => {
    const { koard, record } = await asking(onTestFinished, { rateLimit: 3 });
    const answers = [];
    for (let n = 0; n < 12; n++)
      answers.push(await koard("/v1/accounts/unknown"), await record("/programs/unknown"));
    const limited = answers.filter(({ status }) => status === 429);
    expect(limited.length).toBeGreaterThan(0);
    for (const { headers } of limited) expect(headers.get("retry-after")).toBe("1");
    expect(limited.map(({ body }) => body.detail ?? body.error.code)).toContain("TOO_MANY_REQUESTS");
  });

  it("lets as many through as there were seconds", () => {
    let nowMs = 0;
    const limit = new RateLimit(2, () => nowMs);
    const take = (): boolean => limit.take() === undefined;
    expect([take(), take(), take()]).toEqual([true, true, false]);
    nowMs = 500;
    expect([take(), take()]).toEqual([true, false]);
    nowMs = 60_000;
    expect([take(), take(), take()]).toEqual([true, true, false]);
  });
});

describe("a fault", () => {
  it("hits the operation it names, as often as it says, after as many as it lets pass", async ({
    onTestFinished,
  }) => {
    const { koard, sandbox } = await asking(onTestFinished);
    sandbox.fail({ operation: "listBatches", kind: "503", times: 2, after: 1, retryAfter: "7" });
    const statuses = [];
    for (let n = 0; n < 4; n++) {
      statuses.push((await koard("/v1/batches?limit=1")).status, (await koard("/v2/terminals")).status);
    }
    expect(statuses).toEqual([200, 200, 503, 200, 503, 200, 200, 200]);
    sandbox.fail({ operation: "*", kind: "503", times: Infinity });
    expect((await koard("/v2/terminals")).status).toBe(503);
    sandbox.heal();
    expect((await koard("/v2/terminals")).status).toBe(200);
  });

  it("can be a status with the API's own body", async ({ onTestFinished }) => {
    const { koard, record, sandbox } = await asking(onTestFinished);
    sandbox.fail({ operation: "getBatch", kind: "not-found", path: "some-id" });
    const [{ id }] = (await koard("/v1/batches?limit=1")).body.batches;
    expect((await koard(`/v1/batches/${id}`)).status).toBe(200);
    expect(await koard("/v1/batches/some-id")).toMatchObject({ status: 404, body: { detail: "Not Found" } });
    sandbox.fail({ operation: "listPrograms", kind: "retry-after", retryAfter: "5400" });
    const limited = await record("/programs");
    expect([limited.status, limited.headers.get("retry-after"), limited.body.success]).toEqual([
      429,
      "5400",
      false,
    ]);
    sandbox.fail({ operation: "listPrograms", kind: "401" });
    expect((await record("/programs")).body.error.code).toBe("UNAUTHORIZED");
  });

  it("can spoil the body", async ({ onTestFinished }) => {
    const { sandbox } = await asking(onTestFinished);
    const get = () =>
      fetch(`${sandbox.koardBaseUrl}/v1/batches`, {
        headers: { "x-koard-apikey": sandbox.koardKey },
        redirect: "manual",
      });
    const fail = (kind: Parameters<typeof sandbox.fail>[0]["kind"]) =>
      sandbox.fail({ operation: "listBatches", kind, location: "http://127.0.0.1:9/" });
    const whole = await (await get()).text();
    fail("truncate");
    const cut = await get();
    expect([cut.status, whole.startsWith(await cut.text())]).toEqual([200, true]);
    fail("html");
    expect((await get()).headers.get("content-type")).toContain("text/html");
    fail("empty");
    const empty = await get();
    expect([empty.status, await empty.text()]).toEqual([200, ""]);
    fail("reset");
    await expect(get().then((response) => response.text())).rejects.toThrow();
    fail("redirect");
    const redirected = await get();
    expect([redirected.status, redirected.headers.get("location")]).toEqual([302, "http://127.0.0.1:9/"]);
    sandbox.fail({
      operation: "listBatches",
      kind: "rewrite",
      rewrite: (body) => ({ ...(typeof body === "object" ? body : {}), total: 1_000_000_000 }),
    });
    expect(await (await get()).json()).toMatchObject({ total: 1_000_000_000, limit: 50 });
    expect(await (await get()).text()).toBe(whole);
  });

  it("can be silence, before the body or in the middle of it, which ends when the sandbox does", async () => {
    const sandbox = await startSandbox({ today: TODAY });
    const get = () =>
      fetch(`${sandbox.koardBaseUrl}/v1/batches`, { headers: { "x-koard-apikey": sandbox.koardKey } });
    sandbox.fail({ operation: "listBatches", kind: "stall" });
    const stalled = await get();
    expect(stalled.status).toBe(200);
    sandbox.fail({ operation: "listBatches", kind: "hang" });
    const [body, hung] = [expect(stalled.text()).rejects.toThrow(), expect(get()).rejects.toThrow()];
    await new Promise((resolve) => setImmediate(resolve));
    while (sandbox.requests()["listBatches"] !== 2) await new Promise((resolve) => setImmediate(resolve));
    await sandbox.close();
    await Promise.all([body, hung]);
  });
});

describe("a sandbox", () => {
  it("counts what it was asked, by operation", async ({ onTestFinished }) => {
    const { koard, record, sandbox } = await asking(onTestFinished);
    await koard("/v1/batches");
    await koard("/v1/batches", { headers: {} });
    await record("/credentials");
    await koard("/v1/nowhere");
    expect(sandbox.requests()).toEqual({ listBatches: 2, listCredentialBatches: 1, unknown: 1 });
    expect(await (await fetch(`${sandbox.controlUrl}/stats`)).json()).toEqual({
      night: 1,
      requests: sandbox.requests(),
      answers: sandbox.answers(),
      spanMs: expect.any(Number),
    });
    sandbox.resetRequests();
    expect([sandbox.requests(), sandbox.answers()]).toEqual([{}, {}]);
  });

  it("counts how it answered: served, refused by the limit, or with which fault", async ({
    onTestFinished,
  }) => {
    // The first request takes the only token of this second.
    const { koard, sandbox } = await asking(onTestFinished, { rateLimit: 1 });
    sandbox.fail({ operation: "listBatches", kind: "503" });
    await koard("/v1/batches");
    let limited = 0;
    for (let answer = 429; answer === 429; limited += answer === 429 ? 1 : 0)
      answer = (await koard("/v1/batches")).status;
    expect(sandbox.answers()).toEqual({
      listBatches: { "503": 1, served: 1, ...(limited === 0 ? {} : { limited }) },
    });
  });

  it("waits before it answers when told to", async ({ onTestFinished }) => {
    const { koard, sandbox } = await asking(onTestFinished, { latencyMs: 20 });
    expect((await koard("/v1/batches?limit=1")).status).toBe(200);
    expect(sandbox.requests()).toEqual({ listBatches: 1 });
  });

  it("names the option that is out of its limits", async () => {
    await expect(startSandbox({ today: "yesterday" })).rejects.toThrow(SandboxMisconfigured);
    await expect(startSandbox({ today: TODAY, night: 0 })).rejects.toThrow(
      "night must be a whole number from 1 to 1000, not 0",
    );
    await expect(startSandbox({ today: TODAY, seed: 1.5 })).rejects.toThrow("seed must be");
    await expect(startSandbox({ today: "2026-02-30" })).rejects.toThrow(SandboxMisconfigured);
  });

  it("reads irregularities by name and count", () => {
    expect(parsePlantings("captured-mismatch:3, late-refund")).toEqual([
      { name: "captured-mismatch", count: 3 },
      { name: "late-refund", count: 1 },
    ]);
    expect(() => parsePlantings("captured-mismatch:x")).toThrow(
      "must be captured-mismatch or captured-mismatch:COUNT",
    );
    expect(() => parsePlantings("gremlins:1")).toThrow('no irregularity is called "gremlins"');
  });
});
