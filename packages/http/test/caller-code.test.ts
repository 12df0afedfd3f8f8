import { describe, expect, it, onTestFinished } from "vitest";
import { reportFailure } from "../src/caller-code.ts";
import {
  type Answer,
  ApiUnreachable,
  answerCheck,
  bindOperations,
  type CallInit,
  ContractBroken,
  type Limiter,
  OptionInvalid,
  type TransportOptions,
} from "../src/index.ts";
import { listBatches, rejection, untyped, wire } from "./calls.ts";
import { type Handler, json, serve } from "./loopback.ts";

interface Methods {
  refund(init: CallInit): Promise<Answer<unknown>>;
}

/** A write that would be sent again after a failure, because it carries a key. */
const refund = {
  id: "refund",
  method: "POST",
  path: "/refund",
  retry: "keyed",
  idempotencyKey: "event_id",
} as const;

const fail = (): never => {
  throw new Error("the caller's own sk_live_c4n4ry");
};

const reject = (): Promise<never> => Promise.reject(new Error("the caller's own sk_live_c4n4ry"));

/** A client of a server that answers each refund by what `handle` does. */
const clientOf = async (
  options: Partial<TransportOptions> & { readonly check?: (body: unknown) => boolean } = {},
  handle: Handler = (_, response) => json(response, { refunded: true }),
) => {
  const server = await serve(handle);
  const { check = () => true, ...wired } = options;
  const client = bindOperations<Methods>({
    api: "Koard",
    operations: { refund },
    validators: { refund: { response: answerCheck(check, { "": { due: ["fee"] } }) } },
    baseUrl: server.url,
    transport: wire(wired).send,
  });
  return { server, client };
};

/** What the process was warned of by the caller's code, from now on. */
const warnings = (): string[] => {
  const texts: string[] = [];
  const listen = (warning: Error): void => {
    if (warning.name === "CallerCodeWarning") texts.push(warning.message);
  };
  process.on("warning", listen);
  onTestFinished(() => {
    process.off("warning", listen);
  });
  return texts;
};

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

it("is named by what it threw, where that is no error, too", async () => {
  const told = warnings();
  reportFailure("onRetry", {}, "a text");
  await settled();
  expect(told).toEqual([
    "onRetry failed with something that is no error; nothing else was changed by it (reported once)",
  ]);
});

describe.each([
  ["throws", fail],
  ["rejects", reject],
])("a hook that %s", (_, faulty) => {
  it.each(["onRequest", "onResponse"] as const)("changes nothing of a write: %s", async (name) => {
    const told = warnings();
    const { server, client } = await clientOf({ hooks: { [name]: () => faulty() } });
    const { data } = await client.refund({ body: {} });
    expect(data).toEqual({ refunded: true });
    expect(server.count()).toBe(1);
    await settled();
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(new RegExp(`^${name} failed with Error at .*caller-code\\.test\\.ts`));
    expect(told[0]).not.toContain("c4n4ry");
  });

  it("changes nothing of a call that is sent again, or refused in the end", async () => {
    const told = warnings();
    const hook = () => faulty();
    const server = await serve((_request, response, nth) => json(response, {}, nth < 3 ? 503 : 422));
    const { send, clock } = wire({
      hooks: {
        onRequest: hook,
        onRetry: ({ waitMs }) => {
          setImmediate(() => clock.advance(waitMs));
          return faulty();
        },
        onRefusal: () => faulty(),
      },
    });
    expect((await send(new Request(server.url), listBatches)).status).toBe(422);
    expect(server.count()).toBe(3);
    await settled();
    // Each is reported once, however often it failed.
    expect(told.map((text) => text.split(" ")[0]).sort()).toEqual(["onRefusal", "onRequest", "onRetry"]);
  });

  it("changes nothing where it is told of violations, by the client or by the call", async () => {
    const told = warnings();
    const { client } = await clientOf();
    const { data } = await client.refund({ body: {}, onViolation: () => faulty() });
    expect(data).toEqual({ refunded: true });
    await settled();
    expect(told).toHaveLength(1);
  });
});

describe("a limiter of the caller's own", () => {
  it.each<[string, () => unknown]>([
    ["throws", fail],
    ["rejects", reject],
    ["admits with no function", () => Promise.resolve(undefined)],
    ["throws when it is left", () => Promise.resolve(fail)],
    ["rejects when it is left", () => Promise.resolve(reject)],
  ])("that %s is gone on without, and reported", async (_, enter) => {
    const told = warnings();
    const limiter: Pick<Limiter, "enter"> = { enter: untyped(enter) };
    const { server, client } = await clientOf({ limiter });
    expect((await client.refund({ body: {} })).data).toEqual({ refunded: true });
    expect(server.count()).toBe(1);
    await settled();
    expect(told).toHaveLength(1);
  });

  it("that never admits is waited for until the deadline, and given its place back when it does later", async () => {
    const left: unknown[] = [];
    const entering = Promise.withResolvers<(outcome: unknown) => void>();
    const { send, clock } = wire({ limiter: { enter: () => entering.promise } });
    const call = send(new Request("http://koard.test"), listBatches, {
      deadline: new Date(clock.now() + 1000),
    });
    setImmediate(() => clock.advance(1000));
    expect(await rejection(call)).toMatchObject({ name: "ApiUnreachable", reason: "deadline" });
    entering.resolve((outcome) => left.push(outcome));
    await settled();
    expect(left).toEqual([{}]);
  });
});

describe("a write that was answered is not sent again", () => {
  const answering =
    (body: string, headers = {}): Handler =>
    (_, response) => {
      response.writeHead(200, { "content-type": "application/json", ...headers });
      response.end(body);
    };

  it.each<[string, Handler, string]>([
    ["is no JSON", answering("<html>"), "expected JSON"],
    ["is empty", answering(""), "expected JSON"],
    ["is cut short", answering('{"refunded":'), "expected JSON"],
    [
      "breaks off",
      (_, response) => {
        response.writeHead(200, { "content-length": "100" });
        response.write("{", () => response.socket?.resetAndDestroy());
      },
      "after it had answered 200 (1 attempt)",
    ],
    [
      "is compressed wrongly",
      answering("no gzip at all", { "content-encoding": "gzip" }),
      "after it had answered 200 (1 attempt)",
    ],
  ])("though its body %s", async (_, handle, said) => {
    const { server, client } = await clientOf({}, handle);
    const error = await rejection(client.refund({ body: {} }));
    expect(String(error)).toContain(said);
    expect(error).toMatchObject({ status: 200 });
    expect(server.count()).toBe(1);
  });

  it("though its body stops arriving", async () => {
    const server = await serve((_, response) => {
      response.write("{");
      clock.whenTimerIsSet(20_000, () => clock.advance(20_000));
    });
    const { send, clock } = wire();
    const post = new Request(server.url, { method: "POST", body: "{}" });
    const error = await rejection(send(post, refund));
    expect(error).toBeInstanceOf(ApiUnreachable);
    expect(error).toMatchObject({ reason: "timeout", status: 200, attempts: 1 });
    expect(server.count()).toBe(1);
  });

  it("though the deadline passes before its body is whole", async () => {
    const server = await serve((_, response) => {
      response.write("{", () => setTimeout(() => clock.advance(1000), 20));
    });
    const { send, clock } = wire();
    const post = new Request(server.url, { method: "POST", body: "{}" });
    const error = await rejection(send(post, refund, { deadline: new Date(clock.now() + 1000) }));
    expect(String(error)).toContain("the deadline has passed, after it had answered 200");
  });

  it("though its body is too large", async () => {
    const { server, client } = await clientOf(
      { maxBodyBytes: 10 },
      answering(JSON.stringify("x".repeat(20))),
    );
    expect(await rejection(client.refund({ body: {} }))).toMatchObject({
      name: "ContractBroken",
      status: 200,
    });
    expect(server.count()).toBe(1);
  });

  it.each([
    ["refuses it", () => false],
    ["throws", fail],
  ])("though the check of its body %s", async (_, check) => {
    const { server, client } = await clientOf({ check });
    const error = await rejection(client.refund({ body: {} }));
    expect(error).toBeInstanceOf(ContractBroken);
    expect(error).toMatchObject({ status: 200, body: { refunded: true } });
    expect(server.count()).toBe(1);
  });

  it.each([undefined, null, "text", {}, { status: 200 }])(
    "though the fetch given resolves with %j, which is named",
    async (given) => {
      let sent = 0;
      const { client } = await clientOf({
        fetch: () => {
          sent += 1;
          return untyped(Promise.resolve(given));
        },
      });
      const error = await rejection(client.refund({ body: {} }));
      expect(error).toBeInstanceOf(OptionInvalid);
      expect(error).toMatchObject({ option: "fetch" });
      expect(sent).toBe(1);
    },
  );

  it("though the fetch given has a stream of texts for a body", async () => {
    let sent = 0;
    const body = () => new ReadableStream({ pull: (controller) => controller.enqueue("text") });
    const fetch = async () => {
      sent += 1;
      return new Response(body());
    };
    const { client } = await clientOf({ fetch });
    expect(String(await rejection(client.refund({ body: {} })))).toContain("the body is no stream of bytes");
    expect(sent).toBe(1);
  });

  it("by a status that HTTP does not have", async () => {
    const { server, client } = await clientOf({}, (_, response) => json(response, { code: "odd" }, 799));
    expect(await rejection(client.refund({ body: {} }))).toMatchObject({
      name: "ApiRefused",
      status: 799,
      code: "odd",
    });
    expect(server.count()).toBeGreaterThan(0);
  });
});
