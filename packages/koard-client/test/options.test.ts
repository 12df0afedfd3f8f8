// Proves that a client names every option that it cannot take before anything is sent, and says who it is.

import { loopback } from "@tieout/openapi-codegen/testing";
import { describe, expect, it } from "vitest";
import manifest from "../package.json" with { type: "json" };
import {
  createKoardClient,
  createLimiter,
  isKoardRefusal,
  KoardRequestInvalid,
  OptionInvalid,
  Secret,
} from "../src/index.ts";

/** A value as JavaScript hands it on: the compiler takes it for anything. */
const untyped = (value: unknown): ReturnType<typeof Reflect.get> => Reflect.get({ value }, "value");

const thrown = (run: () => unknown): unknown => {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error("expected it to throw");
};

describe("createKoardClient", () => {
  it.each<[string, unknown, string]>([
    ["nothing", undefined, "options"],
    ["the key alone", "canary-key", "options"],
    ["no key", {}, "apiKey"],
    ["a key that is no text", { apiKey: 5 }, "apiKey"],
    ["a key of two lines", { apiKey: "canary\nkey" }, "apiKey"],
    ["no key where the environment has none", { apiKey: "" }, "apiKey"],
    ["a misspelt option", { apiKey: "k", baseURL: "https://koard.test" }, "baseURL"],
    ["an environment that there is not", { apiKey: "k", environment: "test" }, "environment"],
    ["an environment that every object has", { apiKey: "k", environment: "constructor" }, "environment"],
    ["a host without scheme", { apiKey: "k", baseUrl: "api.koard.com" }, "baseUrl"],
    ["a scheme that is none of the web", { apiKey: "k", baseUrl: "ftp://koard.test" }, "baseUrl"],
    ["an address with a password", { apiKey: "k", baseUrl: "https://me:canary@koard.test" }, "baseUrl"],
    ["an address with a query", { apiKey: "k", baseUrl: "https://koard.test/?canary=1" }, "baseUrl"],
    ["an address with a hash", { apiKey: "k", baseUrl: "https://koard.test/#canary" }, "baseUrl"],
    ["an address with a blank", { apiKey: "k", baseUrl: " https://koard.test" }, "baseUrl"],
    ["an empty address", { apiKey: "k", baseUrl: "" }, "baseUrl"],
    ["an address that is no text", { apiKey: "k", baseUrl: new URL("https://koard.test") }, "baseUrl"],
    ["a time in words", { apiKey: "k", timeoutMs: "20s" }, "timeoutMs"],
    ["a misspelt hook", { apiKey: "k", hooks: { onretry: () => 1 } }, "hooks.onretry"],
    ["a callback that is none", { apiKey: "k", onViolation: {} }, "onViolation"],
    ["what is set by itself", { apiKey: "k", secrets: [] }, "secrets"],
  ])("does not take %s", (_, options, option) => {
    const error = thrown(() => createKoardClient(untyped(options)));
    expect(error).toBeInstanceOf(OptionInvalid);
    expect(error).toBeInstanceOf(TypeError);
    expect(error).toMatchObject({ name: "OptionInvalid", of: "createKoardClient", option });
    expect(String(error)).not.toContain("canary");
  });

  it.each([
    { maxAttempts: 3 },
    { limiter: createLimiter({ concurrency: 1 }) },
    { hooks: {} },
    { fetch: globalThis.fetch },
  ])("does not take %o beside a transport, which would go without it", (options) => {
    const transport = async () => new Response();
    const error = thrown(() => createKoardClient({ apiKey: "k", transport, ...options }));
    expect(error).toMatchObject({ option: Object.keys(options)[0], expected: "nothing beside transport" });
  });

  it("takes undefined for everything but the key, and a key of another copy of Secret", () => {
    const nothing = {
      baseUrl: undefined,
      environment: undefined,
      timeoutMs: undefined,
      transport: undefined,
    };
    expect(createKoardClient({ apiKey: new Secret("k"), ...nothing, hooks: undefined })).toBeDefined();
    expect(createKoardClient({ apiKey: untyped({ reveal: () => "k" }) })).toBeDefined();
  });

  it("says who asks, by name and version, unless the call says it", async () => {
    const { baseUrl, received } = await loopback(() => ({ json: { batches: [], total: 0 } }));
    const koard = createKoardClient({ apiKey: "k", baseUrl });
    await koard.listBatches();
    await koard.listBatches({ headers: { "User-Agent": "till/3" } });
    expect(received.map(({ headers }) => headers["user-agent"])).toStrictEqual([
      `tieout-koard/${manifest.version}`,
      "till/3",
    ]);
  });

  it("names what a call or a walk cannot take in the client's own error", async () => {
    const koard = createKoardClient({ apiKey: "k", baseUrl: "http://koard.test" });
    const calls = [
      koard.getBatch(untyped({ path: { batch_id: "b" }, timeout: 5 })),
      koard.getBatch(untyped("b")),
      koard.listBatches.items(untyped({ maxPages: "9" })).next(),
      koard.listBatches.stream(untyped({ idOf: "id" })).next(),
      (async () => koard.listBatches.items(untyped(null)))(),
      (async () => koard.listBatches.stream(untyped({ query: { offset: 5 } })))(),
    ];
    const errors = await Promise.all(calls.map((call) => call.catch((error: unknown) => error)));
    expect(errors.every((error) => error instanceof KoardRequestInvalid)).toBe(true);
    expect(errors).toMatchObject([
      { path: "timeout" },
      { path: "init" },
      { path: "maxPages" },
      { path: "idOf" },
      { path: "init" },
      { path: "query.offset" },
    ]);
  });
});

it("keeps what Koard said of a refusal, typed by the spec and without the key", async () => {
  const apiKey = "canary-koard-key-0003";
  const { baseUrl } = await loopback(() => ({
    status: 404,
    json: { detail: { code: "GONE", message: `no batch for ${apiKey}` } },
  }));
  const koard = createKoardClient({ apiKey, baseUrl });
  const error = await koard.getBatch({ path: { batch_id: "b" } }).catch((reason: unknown) => reason);
  if (!isKoardRefusal(error, "getBatch", 404)) throw error;
  const detail = error.body?.detail;
  expect(detail).toStrictEqual({ code: "GONE", message: "no batch for [redacted]" });
  expect(error.headers?.get("content-type")).toContain("json");
});
