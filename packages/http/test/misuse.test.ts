import { describe, expect, it } from "vitest";
import {
  type Answer,
  ApiRefused,
  answerCheck,
  apiErrors,
  bindOperations,
  type CallInit,
  createLimiter,
  OptionInvalid,
  RequestInvalid,
  Secret,
  streamItems,
  transport,
  walkItems,
} from "../src/index.ts";
import { listBatches, rejection, untyped, wire } from "./calls.ts";
import { json, serve } from "./loopback.ts";

// What TypeScript would refuse and JavaScript lets through is named by the package, before anything is sent.

const fail = (): never => {
  throw new Error("the caller's own sk_live_c4n4ry");
};

const thrown = (run: () => unknown): Promise<unknown> => rejection((async () => run())());

describe("options", () => {
  it.each<[string, unknown, string, string]>([
    ["none at all", undefined, "options", "expected an object of options, got nothing"],
    ["a text", "Koard", "options", "expected an object of options, got a text of 5 characters"],
    ["no name", {}, "api", "expected a text, got nothing"],
    ["a misspelt one", { timeoutMS: 1 }, "timeoutMS", "got an option that there is not"],
    ["a misspelt hook", { hooks: { onretry: () => 1 } }, "hooks.onretry", "got an option that there is not"],
    ["a hook that is none", { hooks: { onRetry: "log" } }, "hooks.onRetry", "expected a function"],
    ["hooks that are none", { hooks: null }, "hooks", "expected an object of options, got null"],
    ["a fetch that is none", { fetch: {} }, "fetch", "expected a function, got an object of 0 members"],
    ["a time in words", { timeoutMs: "20s" }, "timeoutMs", "expected a number above 0"],
    ["no time", { timeoutMs: null }, "timeoutMs", "expected a number above 0, got null"],
    ["a time that is no number", { idleTimeoutMs: Number.NaN }, "idleTimeoutMs", "got NaN"],
    ["no time at all", { totalTimeoutMs: 0 }, "totalTimeoutMs", "got 0"],
    ["half an attempt", { maxAttempts: 1.5 }, "maxAttempts", "expected a whole number from 1, got 1.5"],
    ["attempts without end", { maxAttempts: Number.POSITIVE_INFINITY }, "maxAttempts", "got Infinity"],
    ["a size below 0", { maxBodyBytes: -1 }, "maxBodyBytes", "got -1"],
    ["a key in the open", { secrets: ["sk_live_c4n4ry"] }, "secrets", "expected a list of Secrets"],
    ["one key", { secrets: new Secret("sk_live_c4n4ry") }, "secrets", "got an object of a class"],
    ["a limiter that is none", { limiter: { concurrency: 4 } }, "limiter", "as createLimiter makes it"],
    ["a clock that is none", { timing: Date }, "timing", "now, after and random"],
    [
      "error classes that are not all there",
      { errors: { refused: ApiRefused } },
      "errors.unreachable",
      "nothing",
    ],
    [
      "error classes that are none",
      { errors: { ...apiErrors, refused: () => 1 } },
      "errors.refused",
      "a class of errors",
    ],
  ])("of a transport that are %s", async (_, options, option, said) => {
    const isComplete = option === "options" || option === "api";
    const given = isComplete ? options : { api: "Koard", ...Object(options) };
    const error = await thrown(() => transport(untyped(given)));
    expect(error).toBeInstanceOf(OptionInvalid);
    expect(error).toMatchObject({ name: "OptionInvalid", of: "transport", option });
    expect(String(error)).toContain(said);
    expect(String(error)).not.toContain("c4n4ry");
  });

  it.each<[unknown, string]>([
    [undefined, "options"],
    [{}, "concurrency"],
    [{ concurrency: 0 }, "concurrency"],
    [{ concurrency: 1.5 }, "concurrency"],
    [{ concurrency: "4" }, "concurrency"],
    [{ concurrency: 1, ratePerSecond: 0 }, "ratePerSecond"],
    [{ concurrency: 1, ratePerSecond: Number.NaN }, "ratePerSecond"],
    [{ concurrency: 1, rate: 5 }, "rate"],
    [{ concurrency: 1, timing: {} }, "timing"],
  ])("of a limiter that are %j", async (options, option) => {
    const error = await thrown(() => createLimiter(untyped(options)));
    expect(error).toMatchObject({ name: "OptionInvalid", of: "createLimiter", option });
  });

  it.each<[object, string]>([
    [{ baseUrl: undefined }, "baseUrl"],
    [{ baseUrl: "koard.test" }, "baseUrl"],
    [{ operations: undefined }, "operations"],
    [{ validators: undefined }, "validators"],
    [{ transport: undefined }, "transport"],
    [{ headers: "x-trace: t" }, "headers"],
  ])("of a client that are %j", async (options, option) => {
    const right = {
      api: "Koard",
      operations: {},
      validators: {},
      baseUrl: "http://koard.test",
      transport: fetch,
    };
    expect(bindOperations(untyped(right))).toEqual({});
    const error = await thrown(() => bindOperations(untyped({ ...right, ...options })));
    expect(error).toMatchObject({ name: "OptionInvalid", of: "bindOperations", option });
  });

  it.each([undefined, null, 5, {}, ["k"]])("of a key that is %j", async (value) => {
    const error = await thrown(() => new Secret(untyped(value)));
    expect(error).toMatchObject({ name: "OptionInvalid", of: "Secret", option: "value" });
  });

  it("may be undefined, which is as if they were not given", async () => {
    const server = await serve((_, response) => json(response, []));
    const nothing = {
      fetch: undefined,
      limiter: undefined,
      hooks: { onRetry: undefined },
      timing: undefined,
    };
    const send = transport({ api: "Koard", ...nothing, timeoutMs: undefined, maxAttempts: undefined });
    const call = { signal: undefined, deadline: undefined, timeoutMs: undefined, maxAttempts: undefined };
    expect((await send(new Request(server.url), listBatches, call)).status).toBe(200);
    expect(createLimiter({ concurrency: 1, ratePerSecond: undefined, timing: undefined })).toBeDefined();
  });
});

interface Methods {
  getBatch(init?: CallInit): Promise<Answer<unknown>>;
}

/** A client whose server says with which headers it was asked. */
const clientOf = async () => {
  const server = await serve((request, response) => json(response, request.headers));
  const client = bindOperations<Methods>({
    api: "Koard",
    operations: { getBatch: { id: "getBatch", method: "GET", path: "/batch", retry: "safe" } },
    validators: { getBatch: { response: answerCheck(511) } },
    baseUrl: server.url,
    transport: wire().send,
  });
  return { server, client };
};

describe("what is said of one call", () => {
  it.each<[string, unknown, string]>([
    ["a text", "b_1", "init"],
    ["null", null, "init"],
    ["a list", ["b_1"], "init"],
    ["a misspelt option", { timeout: 5 }, "timeout"],
    ["the words of openapi-fetch", { params: { path: {} } }, "params"],
    ["a signal that is none", { signal: {} }, "signal"],
    ["the controller in place of its signal", { signal: new AbortController() }, "signal"],
    ["a time in words", { timeoutMs: "20s" }, "timeoutMs"],
    ["a time that is no number", { timeoutMs: Number.NaN }, "timeoutMs"],
    ["no attempt", { maxAttempts: 0 }, "maxAttempts"],
    ["a deadline in words", { deadline: "2026-11-20T02:00:00Z" }, "deadline"],
    ["a deadline that is no instant", { deadline: new Date("never") }, "deadline"],
    ["a deadline that is no number", { deadline: Number.NaN }, "deadline"],
    ["no deadline", { deadline: null }, "deadline"],
    ["a callback that is none", { onViolation: "log" }, "onViolation"],
    ["headers that are a text", { headers: "x-trace: 1" }, "headers"],
    ["headers that are null", { headers: null }, "headers"],
    ["a header that is a number", { headers: { "x-trace": 5 } }, "headers.x-trace"],
    ["a header that is null", { headers: { "x-trace": null } }, "headers.x-trace"],
    ["a header of two lines", { headers: { "x-trace": "c4n4ry\r\nhost: evil" } }, "headers.x-trace"],
    ["a header of letters that it cannot carry", { headers: [["x-trace", "c4n4ry ☃"]] }, "headers.x-trace"],
    ["a header without a name", { headers: { "": "1" } }, "headers"],
    ["a name that is none", { headers: { "x trace": "1" } }, "headers"],
    ["pairs that are none", { headers: ["x-trace"] }, "headers"],
  ])("and is %s", async (_, init, path) => {
    const { server, client } = await clientOf();
    const error = await rejection(client.getBatch(untyped(init)));
    expect(error).toBeInstanceOf(RequestInvalid);
    expect(error).toMatchObject({ api: "Koard", operation: "getBatch", path });
    expect(String(error)).not.toContain("c4n4ry");
    expect(server.count()).toBe(0);
  });

  it.each<[string, CallInit["headers"]]>([
    ["an object", { "X-Trace": "t", "x-none": undefined }],
    ["pairs", [["X-Trace", "t"]]],
    ["a map", untyped(new Map([["x-trace", "t"]]))],
    ["Headers", new Headers({ "x-trace": "t" })],
  ])("is sent with its headers, given as %s", async (_, headers) => {
    const { client } = await clientOf();
    const { data } = await client.getBatch({ headers });
    expect(data).toMatchObject({ "x-trace": "t" });
    expect(data).not.toHaveProperty("x-none");
  });

  it.each([(at: number) => at, (at: number) => new Date(at)])(
    "ends at its deadline, given as a number or a Date",
    async (deadlineOf) => {
      const { send, clock } = wire();
      const server = await serve(() => clock.advance(10_000));
      const deadline = deadlineOf(clock.now() + 10_000);
      const error = await rejection(send(new Request(server.url), listBatches, { deadline }));
      expect(error).toMatchObject({ name: "ApiUnreachable", reason: "deadline" });
    },
  );

  it.each<[string, unknown[], string]>([
    ["nothing", [], "request"],
    ["an address", ["http://koard.test", listBatches], "request"],
    ["no operation", [new Request("http://koard.test")], "operation"],
    ["null in place of its options", [new Request("http://koard.test"), listBatches, null], "call"],
  ])("is refused by the transport where it is given %s", async (_, given, path) => {
    const error = await rejection(Reflect.apply(wire().send, undefined, given));
    expect(error).toMatchObject({ name: "RequestInvalid", path });
  });

  it("is refused by the transport where somebody has read its body", async () => {
    const read = new Request("http://koard.test", { method: "POST", body: "{}" });
    await read.text();
    const error = await rejection(wire().send(read, { ...listBatches, method: "POST" }));
    expect(error).toMatchObject({ name: "RequestInvalid", path: "request" });
  });

  it.each<[string, unknown, string]>([
    ["parameters that are null", { path: null }, "path"],
    ["parameters that are a text", { query: "a=1" }, "query"],
    ["a body where there can be none", { body: {} }, "$"],
  ])("and has %s", async (_, init, path) => {
    const { client } = await clientOf();
    expect(await rejection(client.getBatch(untyped(init)))).toMatchObject({ name: "RequestInvalid", path });
  });

  it("is refused by the transport too", async () => {
    const { send } = wire();
    const error = await rejection(
      send(new Request("http://koard.test"), listBatches, untyped({ retries: 5 })),
    );
    expect(error).toMatchObject({ name: "RequestInvalid", path: "retries" });
  });
});

describe.each([
  ["walkItems", walkItems],
  ["streamItems", streamItems],
])("%s", (_, walk) => {
  const right = {
    api: "Koard",
    operation: "listBatches",
    readPage: async () => ({ rows: [{ id: "b1" }, { id: "b2" }] }),
    idOf: ({ id }: { id: string }) => id,
    limit: 10,
  };

  it.each<[string, object]>([
    ["limit", { limit: 0 }],
    ["limit", { limit: "10" }],
    ["limit", { limit: undefined }],
    ["maxPages", { maxPages: Number.NaN }],
    ["maxRows", { maxRows: 0 }],
    ["idOf", { idOf: "id" }],
    ["idOf", { idOf: undefined }],
    ["readPage", { readPage: undefined }],
  ])("names %s where it is given as %o", async (path, options) => {
    const rows = walk(untyped({ ...right, ...options }));
    const error = await rejection(rows.next());
    expect(error).toMatchObject({ name: "RequestInvalid", operation: "listBatches", path });
  });

  it.each<[string, object, string]>([
    // Rows without an id would pass for ones that were left out.
    ["idOf", { idOf: () => undefined }, "one that gave nothing"],
    ["idOf", { idOf: () => 5 }, "one that gave 5"],
    ["idOf", { idOf: fail }, "one that threw Error at "],
    ["readPage", { readPage: async () => undefined }, "one that gave nothing"],
    ["readPage", { readPage: async () => ({ total: 5 }) }, "one that gave an object of 1 members"],
    [
      "readPage",
      { readPage: async () => ({ rows: [], total: "5" }) },
      "one that gave an object of 2 members",
    ],
  ])("names %s, and does not say that nothing was sent, where it is %o", async (option, options, said) => {
    const error = await rejection(walk(untyped({ ...right, ...options })).next());
    expect(error).toMatchObject({ name: "OptionInvalid", of: "listBatches", option });
    expect(String(error)).toContain(said);
    expect(String(error)).not.toContain("c4n4ry");
  });

  it.each<[string, unknown]>([
    ["options", undefined],
    ["options", Promise.resolve(right)],
    ["api", { ...right, api: undefined }],
    ["operation", { ...right, operation: 5 }],
  ])("names %s where it is not known whose walk it is: %o", async (option, options) => {
    const error = await rejection(walk(untyped(options)).next());
    expect(error).toMatchObject({ name: "OptionInvalid", of: "walk", option });
  });
});
