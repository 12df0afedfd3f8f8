// Proves that a body goes out as it was given, or not at all.

import { describe, expect, it } from "vitest";
import { buildRequest } from "../../src/client/build-request.ts";
import { apiErrors } from "../../src/errors/api-errors.ts";

const context = { api: "Till", operation: "store", errors: apiErrors };
const store = { id: "store", method: "POST", path: "/a", retry: "never" } as const;
const build = async (body: unknown, headers: Readonly<Record<string, string>> = {}) => {
  const defaults = { baseUrl: "https://till.example/", headers: { "x-key": "k" }, context };
  return (await buildRequest(store, { body, headers }, defaults)).request;
};

describe("a body", () => {
  it("is JSON, and says so", async () => {
    const request = await build({ at: new Date(0), a: [1, null], b: undefined });
    expect(await request.text()).toBe('{"at":"1970-01-01T00:00:00.000Z","a":[1,null]}');
    expect(request.headers.get("content-type")).toBe("application/json");
    expect((await build(undefined)).headers.has("content-type")).toBe(false);
  });
});

describe("a header", () => {
  it("of a call stands in place of the client's own, whatever its case", async () => {
    const { headers, url } = await build(
      {},
      { "X-Key": "other", Accept: "text/csv", "Content-Type": "application/vnd.till+json" },
    );
    expect(Object.fromEntries(headers)).toStrictEqual({
      accept: "text/csv",
      "content-type": "application/vnd.till+json",
      "x-key": "other",
    });
    expect(url).toBe("https://till.example/a");
  });
});
