import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  A_CREDENTIAL,
  ADDRESSES,
  checkClientOptions,
  DEFAULT_IDLE_TIMEOUT_MS,
  DEFAULT_MAX_ATTEMPTS,
  DEFAULT_MAX_BODY_BYTES,
  DEFAULT_TIMEOUT_MS,
  DEFAULT_TOTAL_TIMEOUT_MS,
  Secret,
} from "../../src/index.ts";
import { rejection, untyped } from "../calls.ts";

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
