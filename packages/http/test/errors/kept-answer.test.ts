import { once } from "node:events";
import { inspect } from "node:util";
import { MessageChannel } from "node:worker_threads";
import { describe, expect, it, vi } from "vitest";
import { redact } from "../../src/errors/clean-text.ts";
import { replyOf } from "../../src/errors/reply.ts";
import {
  ApiRefused,
  ApiUnreachable,
  ContractBroken,
  errorFacts,
  OptionInvalid,
  RequestInvalid,
  Secret,
  WalkUnstable,
} from "../../src/index.ts";

const KEY = "sk_live_c4n4ryc4n4ry";

const said = (body: unknown, headers: Record<string, string> = {}) =>
  replyOf(
    {
      status: 402,
      headers: new Headers(headers),
      bytes: new TextEncoder().encode(typeof body === "string" ? body : JSON.stringify(body)),
    },
    [new Secret(KEY)],
  );

const fields = { api: "Koard", operation: "refundPayment" };
const refused = (body: unknown, headers?: Record<string, string>) =>
  new ApiRefused({
    ...fields,
    status: 402,
    detail: "Declined",
    code: "DECLINED",
    reply: said(body, headers),
  });

describe("an error that followed an answer", () => {
  it("has its headers and its parsed body", () => {
    const error = refused({ errors: [{ code: "E7" }], decline_code: "51" }, { "x-trace": "t" });
    expect(error.body).toEqual({ errors: [{ code: "E7" }], decline_code: "51" });
    expect(error.headers?.get("x-trace")).toBe("t");
    expect(error.status).toBe(402);
  });

  it("shows them nowhere: not printed, serialised, spread, cloned or listed", () => {
    const error = refused({ decline_code: "c4n4ry" }, { "x-trace": "c4n4ry" });
    const shown = [
      String(error),
      error.stack,
      inspect(error, { depth: 9, showHidden: true }),
      JSON.stringify(error),
      JSON.stringify({ ...error }),
      inspect(structuredClone(error), { depth: 9, showHidden: true }),
      Object.getOwnPropertyNames(error).join(),
    ];
    expect(shown.join()).not.toContain("c4n4ry");
    expect(Object.keys(error)).not.toContain("body");
  });

  it("holds neither keys nor what may be personal, in values, names and headers", () => {
    const error = refused(
      {
        errors: [{ msg: `bad key ${KEY}` }],
        [KEY]: 1,
        email: "mia@example.com",
        nested: { card: "4111 1111 1111 1111" },
      },
      { "x-echo": `key=${KEY}` },
    );
    expect(error.body).toEqual({
      errors: [{ msg: "bad key [redacted]" }],
      "[redacted]": 1,
      email: "[redacted]",
      nested: { card: "[redacted]" },
    });
    expect(error.headers?.get("x-echo")).toBe("key=[redacted]");
  });

  it("reads own members only, whatever they are called", () => {
    const { body } = refused('{"__proto__":{"admin":true},"constructor":1}');
    expect(Object.keys(Object(body))).toEqual(["__proto__", "constructor"]);
    expect(Reflect.get(Object(body), "admin")).toBeUndefined();
  });

  it.each(["<html>", "", "{"])("has no body where that is %j", (body) => {
    expect(refused(body).body).toBeUndefined();
  });
});

describe("an error of this package", () => {
  const cause = new Error("ECONNRESET");
  const broken = { ...fields, path: "$.a", expected: "integer", actual: "nothing" };
  const errors = [
    refused({}),
    new ApiUnreachable({ ...fields, reason: "network", attempts: 2, cause }),
    new ContractBroken(broken),
    new RequestInvalid(broken),
    new OptionInvalid({ of: "transport", option: "fetch", expected: "a function", actual: "5" }),
    new WalkUnstable({ ...fields, pages: 3, detail: "it moved" }),
  ];

  it("is recognised where another installed copy threw it, and as nothing else", async () => {
    vi.resetModules();
    const copy = await import("../../src/index.ts");
    expect(copy.ApiRefused).not.toBe(ApiRefused);
    const classes = [
      "ApiRefused",
      "ApiUnreachable",
      "ContractBroken",
      "RequestInvalid",
      "OptionInvalid",
      "WalkUnstable",
    ] as const;
    for (const [at, error] of errors.entries()) {
      const found = classes.filter((name) => error instanceof copy[name]);
      expect(found).toEqual([classes[at]]);
    }
  });

  it("is one of a client's class only where the client threw it", () => {
    class KoardRefused extends ApiRefused {
      static override readonly brand: string = "KoardRefused";
    }
    class Unbranded extends ApiRefused {}
    const error = new KoardRefused({ ...fields, status: 404, detail: "" });
    expect(error.name).toBe("KoardRefused");
    expect(error instanceof KoardRefused && error instanceof ApiRefused).toBe(true);
    expect(errors[0] instanceof KoardRefused).toBe(false);
    // A class without a brand of its own does not take its parent's errors for its own.
    expect(errors[0] instanceof Unbranded).toBe(false);
    expect(new Unbranded({ ...fields, status: 404, detail: "" }) instanceof Unbranded).toBe(true);
    for (const other of [undefined, null, "ApiRefused", { name: "ApiRefused" }, new Error("ApiRefused")])
      expect(other instanceof ApiRefused).toBe(false);
  });

  it.each(errors.map((error) => [error.name, error] as const))(
    "keeps name and facts through structuredClone: %s",
    (name, error) => {
      const facts = errorFacts(structuredClone(error));
      expect(facts).toMatchObject({ name });
      expect(facts).toEqual(errorFacts(error));
      expect(structuredClone(error).message).toBe(error.message);
    },
  );

  it("keeps code and status on its way out of a worker", async () => {
    const { port1, port2 } = new MessageChannel();
    port1.postMessage(refused({}));
    const [clone]: unknown[] = await once(port2, "message");
    port1.close();
    expect(errorFacts(clone)).toMatchObject({ name: "ApiRefused", code: "DECLINED", status: 402, ...fields });
  });

  it("is nothing that another error is", () => {
    for (const other of [
      undefined,
      "text",
      new Error("x"),
      new Error("x", { cause: { name: "ApiRefused" } }),
    ])
      expect(errorFacts(other)).toBeUndefined();
  });
});

describe("a short key", () => {
  it.each([
    ["a", "a bad request at a path", "[redacted] bad request at [redacted] path"],
    ["id", "no id given: identity", "no [redacted] given: identity"],
    ["1", 'status 401, key "1"', 'status 401, key "[redacted]"'],
    ["abcd", "xabcdx", "x[redacted]x"],
  ])("of %j is taken out of %j where it stands by itself", (key, text, clean) => {
    expect(redact(text, [new Secret(key)])).toBe(clean);
  });
});
