import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  A_CREDENTIAL,
  ADDRESSES,
  type Answer,
  answerCheck,
  apiErrors,
  type CallInit,
  Credentials,
  checkClientOptions,
  DEFAULT_IDLE_TIMEOUT_MS,
  DEFAULT_MAX_ATTEMPTS,
  DEFAULT_MAX_BODY_BYTES,
  DEFAULT_TIMEOUT_MS,
  DEFAULT_TOTAL_TIMEOUT_MS,
  openClient,
  parametersCheck,
  Secret,
} from "../../src/index.ts";
import { maximum, places } from "../../src/schema.ts";
import { rejection, untyped } from "../calls.ts";
import { json, serve } from "../loopback.ts";

const own = { apiKey: { ...A_CREDENTIAL, isRequired: true }, servers: ADDRESSES };
const check = (options: object) => checkClientOptions("createTillClient", untyped(options), own);
const refusal = (options: object): Promise<unknown> => rejection((async () => check(options))());

describe("the options of a client", () => {
  it.each([
    { apiKey: "sk_1" },
    { apiKey: new Secret("sk_1") },
    { apiKey: () => "sk_1" },
    { apiKey: "sk_1", timeoutMs: 5, baseUrl: "http://till.test" },
    { apiKey: "sk_1", transport: fetch, baseUrl: "http://till.test", onViolation: () => undefined },
    { apiKey: "sk_1", transport: fetch, timeoutMs: undefined, servers: { a: "/b" } },
  ])("are taken: %o", (options) => {
    expect(check(options)).toEqual(
      Object.fromEntries(Object.entries(options).filter(([, one]) => one !== undefined)),
    );
  });

  it.each<[object, string, string]>([
    [{}, "apiKey", "got nothing"],
    [{ apiKey: "sk 1" }, "apiKey", "printable ASCII characters without blanks"],
    [{ apiKey: "sk_1", api: "Till" }, "api", "an option that there is not"],
    [{ apiKey: "sk_1", servers: { a: "http://" } }, "servers", "addresses by name"],
    [{ apiKey: "sk_1", transport: fetch, timeoutMs: 5 }, "timeoutMs", "nothing beside transport"],
  ])("are refused: %o", async (options, option, said) => {
    const error = await refusal(options);
    expect(error).toMatchObject({ name: "OptionInvalid", of: "createTillClient", option });
    expect(String(error)).toContain(said);
  });
});

it("the defaults are those that the README names", () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const rows = readme.matchAll(/^\| `(\w+)` +\| ([\d]+)(?: (s|min|MiB))? +\|/gm);
  const units = new Map([
    ["s", 1000],
    ["min", 60_000],
    ["MiB", 2 ** 20],
  ]);
  const named = [...rows].map(([, option, count, unit = ""]) => [
    option,
    Number(count) * (units.get(unit) ?? 1),
  ]);
  expect(Object.fromEntries(named)).toEqual({
    timeoutMs: DEFAULT_TIMEOUT_MS,
    idleTimeoutMs: DEFAULT_IDLE_TIMEOUT_MS,
    totalTimeoutMs: DEFAULT_TOTAL_TIMEOUT_MS,
    maxAttempts: DEFAULT_MAX_ATTEMPTS,
    maxBodyBytes: DEFAULT_MAX_BODY_BYTES,
  });
});

describe("a client that was opened", () => {
  interface Methods {
    charge(init?: CallInit): Promise<Answer<unknown>>;
    health(init?: CallInit): Promise<Answer<unknown>>;
    other(init?: CallInit): Promise<Answer<unknown>>;
  }
  const get = { method: "GET", retry: "safe" } as const;
  const operations = {
    charge: { ...get, id: "charge", path: "/charge" },
    health: { ...get, id: "health", path: "/health", security: [[]] },
    other: { ...get, id: "other", path: "/other", server: "/v2" },
  };
  const schemes = { key: { in: "header", name: "x-key" }, seat: { in: "header", name: "x-seat" } } as const;
  const response = answerCheck(511);
  const seen = async () => {
    const server = await serve((request, answer) =>
      json(answer, { url: request.url, headers: request.headers }),
    );
    const limits = parametersCheck(places(undefined, [{}, { limit: maximum(5) }]));
    const client = openClient<Methods>(
      {
        ...{ api: "Till", product: "tieout-till/1.2.3", errors: apiErrors, operations },
        validators: { charge: { response }, health: { response }, other: { response, parameters: limits } },
        credentials: new Credentials({ schemes, required: [["key", "seat"]] }, { key: "k", seat: "s" }),
      },
      { baseUrl: server.url },
    );
    return { client, server };
  };

  it("says which it is, and sends every key that an operation needs, and none where that needs none", async () => {
    const { client } = await seen();
    expect((await client.charge()).data).toMatchObject({
      headers: { "user-agent": "tieout-till/1.2.3", "x-key": "k", "x-seat": "s" },
    });
    const { data } = await client.health();
    expect(data).toMatchObject({ url: "/health" });
    expect(Object.keys(Object(data).headers)).not.toEqual(expect.arrayContaining(["x-key"]));
    expect(Object.keys(Object(data).headers)).not.toEqual(expect.arrayContaining(["x-seat"]));
  });

  it("sends an operation to the server that it names, with parameters that keep to the spec", async () => {
    const { client, server } = await seen();
    expect((await client.other({ query: { limit: 5 } })).data).toMatchObject({ url: "/v2/other?limit=5" });
    expect(await rejection(client.other({ query: { limit: 6 } }))).toMatchObject({
      name: "RequestInvalid",
      path: "query.limit",
      expected: "a number <= 5",
    });
    expect(server.count()).toBe(1);
  });

  it.each(["till.test", "ftp://till.test", "https://till.test?a=1", "https://me:pw@till.test", ""])(
    "is none at %j",
    async (baseUrl) => {
      const given = { api: "Till", product: "a/1", errors: apiErrors, operations, validators: {} };
      for (const [parts, chosen] of [
        [given, { baseUrl }],
        [{ ...given, baseUrl }, {}],
      ] as const) {
        const error = await rejection((async () => openClient<Methods>(parts, chosen))());
        expect(error).toMatchObject({ name: "OptionInvalid", of: "openClient", option: "baseUrl" });
      }
    },
  );
});
