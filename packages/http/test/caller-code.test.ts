import { describe, expect, it, onTestFinished } from "vitest";
import { reportFailure } from "../src/caller-code.ts";
import {
  type Answer,
  type AnswerCheck,
  ApiUnreachable,
  answerCheck,
  apiErrors,
  bindOperations,
  type CallInit,
  ContractBroken,
  Credentials,
  type Limiter,
  OptionInvalid,
  Secret,
  systemTiming,
  type Timing,
  type TransportOptions,
} from "../src/index.ts";
import { object } from "../src/schema.ts";
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

/** An answer that may lack its fee. */
const due = object({}, {}, { due: { fee: 4 } });

/** A client of a server that answers each refund by what `handle` does. */
const clientOf = async (
  options: Partial<TransportOptions> & { readonly check?: AnswerCheck } = {},
  handle: Handler = (_, response) => json(response, { refunded: true }),
) => {
  const server = await serve(handle);
  const { check = answerCheck(due), ...wired } = options;
  const client = bindOperations<Methods>({
    api: "Koard",
    operations: { refund },
    validators: { refund: { response: check } },
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
    ["refuses it", answerCheck(0)],
    ["throws", answerCheck(fail)],
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

describe("a clock, timers and dice of the caller's own", () => {
  /** Timing that does what the platform's does until the answer is there, and then what `member` does. */
  const failingAfter = (member: Partial<Timing>) => {
    let isAnswered = false;
    const timing: Timing = {
      now: () => (isAnswered && member.now ? member.now() : systemTiming.now()),
      after: (ms, run) => (isAnswered && member.after ? member.after(ms, run) : systemTiming.after(ms, run)),
      random: () => (isAnswered && member.random ? member.random() : systemTiming.random()),
    };
    const answered = async (request: Request): Promise<Response> => {
      const response = await fetch(request);
      isAnswered = true;
      return response;
    };
    return { timing, fetch: answered };
  };

  it.each<[string, Partial<Timing>, string]>([
    ["a clock that throws", { now: fail }, "timing.now failed with Error at "],
    ["a clock that gives a promise", { now: untyped(reject) }, "timing.now failed with TypeError"],
    ["a clock that stands at nothing", { now: () => Number.NaN }, "timing.now failed with TypeError"],
    ["timers that throw", { after: fail }, "timing.after failed with Error at "],
    ["timers that cannot be called off", { after: untyped(() => 5) }, "timing.after failed with TypeError"],
    ["timers whose end throws", { after: () => fail }, "timing.after's end failed with Error at "],
    [
      "timers that ring before they are set",
      {
        after: (_, run) => {
          run();
          return () => undefined;
        },
      },
      "timing.after failed with TypeError",
    ],
  ])("change nothing of a write that was answered: %s", async (_, member, said) => {
    const told = warnings();
    const { server, client } = await clientOf(failingAfter(member));
    expect((await client.refund({ body: {} })).data).toEqual({ refunded: true });
    expect(server.count()).toBe(1);
    await settled();
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(said);
    expect(told[0]).not.toContain("c4n4ry");
  });

  it.each([fail, () => 1, () => -0.5, untyped(() => "0.5")])(
    "are replaced by the platform's where there is a wait to choose: %o",
    async (random) => {
      const waits: number[] = [];
      const { server, client } = await clientOf(
        { timing: { ...systemTiming, random }, hooks: { onRetry: ({ waitMs }) => waits.push(waitMs) } },
        (_, response, nth) => json(response, { refunded: true }, nth < 2 ? 503 : 200),
      );
      expect((await client.refund({ body: {} })).data).toEqual({ refunded: true });
      expect(server.count()).toBe(2);
      expect(waits).toHaveLength(1);
      expect(waits[0]).toBeGreaterThanOrEqual(0);
      expect(waits[0]).toBeLessThanOrEqual(500);
    },
  );
});

describe("what else a caller hands in", () => {
  it("is an answer without a promise, which is taken like one with", async () => {
    let sent = 0;
    const fetch = () => {
      sent += 1;
      return Response.json({ refunded: true });
    };
    const { client } = await clientOf({ fetch: untyped(fetch) });
    expect((await client.refund({ body: {} })).data).toEqual({ refunded: true });
    expect(sent).toBe(1);
  });

  it("is a response that throws where it is read, which is named and not asked for again", async () => {
    let sent = 0;
    const fetch = async () => {
      sent += 1;
      return new Proxy(Response.json({}), {
        get: (response, name) => (name === "status" ? fail() : Reflect.get(response, name)),
      });
    };
    const { client } = await clientOf({ fetch });
    expect(await rejection(client.refund({ body: {} }))).toMatchObject({
      name: "OptionInvalid",
      option: "fetch",
    });
    expect(sent).toBe(1);
  });

  it("is a class of errors that cannot be made, in whose place one of the package is thrown", async () => {
    const told = warnings();
    class Broken extends ContractBroken {
      override get message(): string {
        return fail();
      }
      constructor(fields: ConstructorParameters<typeof ContractBroken>[0]) {
        super(fields);
        fail();
      }
    }
    const { server, client } = await clientOf({
      errors: { ...apiErrors, contractBroken: Broken },
      maxBodyBytes: 1,
    });
    const error = await rejection(client.refund({ body: {} }));
    expect(error).toMatchObject({ name: "ContractBroken", status: 200 });
    expect(error).not.toBeInstanceOf(Broken);
    expect(server.count()).toBe(1);
    await settled();
    expect(told).toHaveLength(1);
  });

  it("is a signal that throws where it is let go, or where it is asked why, which ends the call no other way", async () => {
    const told = warnings();
    const { client } = await clientOf();
    const listeners = new Set<() => void>();
    const signal: AbortSignal = untyped({
      aborted: false,
      addEventListener: (_: string, run: () => void) => listeners.add(run),
      removeEventListener: fail,
      get reason() {
        return fail();
      },
    });
    expect((await client.refund({ body: {}, signal })).data).toEqual({ refunded: true });
    await settled();
    expect(told).toHaveLength(1);
    const { send } = wire({ fetch: () => new Promise(() => undefined) });
    const call = rejection(send(new Request("http://koard.test"), listBatches, { signal }));
    await settled();
    for (const run of listeners) run();
    expect(await call).toMatchObject({ name: "AbortError" });
  });

  it("is a key that does not give itself away, which keeps no refusal from being told", async () => {
    const secrets: TransportOptions["secrets"] = untyped([new Secret("sk_live_c4n4ry")]);
    const { client } = await clientOf({ secrets }, (_, response) => json(response, { detail: "no" }, 402));
    Object.defineProperty(secrets?.[0], "reveal", { value: fail });
    expect(String(await rejection(client.refund({ body: {} })))).toContain("402 no");
  });

  it.each([
    ["a promise of a body", async () => ({ body: {}, leftOut: [] })],
    ["a promise that rejects", reject],
    ["a text", () => "yes"],
  ])("is a check that gives %s, which lets nothing through", async (_, check) => {
    const { server, client } = await clientOf({ check: untyped(check) });
    expect(await rejection(client.refund({ body: {} }))).toMatchObject({
      name: "ContractBroken",
      actual: "one whose check failed",
      status: 200,
    });
    expect(server.count()).toBe(1);
  });

  it("is an `accept` that fails, or is waited for by nobody, which is named", async () => {
    const server = await serve((_, response) => json(response, {}));
    for (const accept of [fail, reject]) {
      const { send } = wire();
      const error = await rejection(send(new Request(server.url), listBatches, { accept: untyped(accept) }));
      expect(error).toMatchObject({ name: "OptionInvalid", option: "accept" });
    }
    expect(server.count()).toBe(2);
  });

  it("is a deadline at the beginning of all time, which is over", async () => {
    const { server, client } = await clientOf();
    expect(await rejection(client.refund({ body: {}, deadline: 0 }))).toMatchObject({
      name: "ApiUnreachable",
      reason: "deadline",
    });
    expect(server.count()).toBe(0);
  });

  it("is a function that renews a key, whose own error is thrown, and nothing sent", async () => {
    const server = await serve((_, response) => json(response, {}));
    const schemes = { key: { in: "header", name: "x-key" } } as const;
    const find = { ...refund, id: "refund", retry: "never" } as const;
    const call = (key: unknown) => {
      const credentials = new Credentials({ schemes, required: [["key"]] }, untyped({ key }));
      const methods = { api: "Koard", operations: { refund: find }, validators: {}, transport: wire().send };
      return bindOperations<Methods>({ ...methods, baseUrl: server.url, credentials }).refund({});
    };
    expect(String(await rejection(call(fail)))).toContain("the caller's own");
    for (const key of [() => undefined, () => "a\r\nb", async () => 5]) {
      expect(await rejection(call(key))).toMatchObject({ name: "RequestInvalid", path: "credentials.key" });
    }
    expect(server.count()).toBe(0);
  });
});
