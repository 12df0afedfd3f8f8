// Proves that a body goes out as it was given, or not at all.

import { describe, expect, it } from "vitest";
import { buildRequest } from "../../src/client/build-request.ts";
import { apiErrors, RequestInvalid } from "../../src/errors/api-errors.ts";
import type { Operation } from "../../src/operation.ts";
import { rejection, untyped } from "../calls.ts";

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

  describe("that an operation has a writer for", () => {
    const written = (writes: NonNullable<Operation["writes"]>, body: unknown = "text") =>
      buildRequest({ ...store, writes }, { body, headers: {} }, { baseUrl: "https://till.example", context });

    it("is what the writer makes of it, with the type that it says, if any", async () => {
      const { request, isStream } = await written((body) => ({ body: `<${body}>`, contentType: "text/x" }));
      expect([await request.text(), request.headers.get("content-type"), isStream]).toEqual([
        "<text>",
        "text/x",
        false,
      ]);
      const none = await written(untyped(() => ({})));
      expect([await none.request.text(), none.request.headers.has("content-type")]).toEqual(["", false]);
    });

    it("can be sent but once where the writer gives a stream", async () => {
      const stream = new Blob(["a"]).stream();
      expect((await written(() => ({ body: stream, contentType: "text/x" }))).isStream).toBe(true);
    });

    it("is not sent where the writer refuses it, or is none", async () => {
      const refusal = new RequestInvalid({
        api: "Till",
        operation: "store",
        path: "$.a",
        expected: "b",
        actual: "c",
      });
      const refusing = written(() => {
        throw refusal;
      });
      expect(await rejection(refusing)).toBe(refusal);
      const broken = written(() => {
        throw new Error("the caller's own sk_live_c4n4ry");
      });
      expect(String(await rejection(broken))).toBe(
        "RequestInvalid: The Till request store was not sent: operation.writes: expected a writer of bodies, got another",
      );
    });
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
