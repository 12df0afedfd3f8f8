import { createServer } from "node:http";
import { Readable } from "node:stream";
import { inspect } from "node:util";
import { exampleAnswer } from "@tieout/openapi-codegen/testing";
import { Webhook } from "svix";
import { describe, expect, it, onTestFinished } from "vitest";
import spec from "../src/generated/openapi.json" with { type: "json" };
import { Secret, type Violation } from "../src/index.ts";
import {
  createKoardWebhooks,
  type Delivery,
  KoardEventRejected,
  type KoardWebhooksOptions,
  type RawBody,
} from "../src/webhooks.ts";

const secret = "whsec_Y2FuYXJ5LXdlYmhvb2stc2VjcmV0LTAwMDE=";
const another = "whsec_YW5vdGhlci13ZWJob29rLXNlY3JldC0wMDAy";
const sentAt = new Date("2026-11-20T10:00:00Z");
const sentAtMs = sentAt.getTime();

const transaction = () => JSON.parse(JSON.stringify(exampleAnswer(spec, "getTransaction 200 authorized")));
const created = () => JSON.stringify({ event: "transaction.created", data: transaction() });

/** A delivery as Svix's own library signs it. */
const signed = (body: string, by = secret, id = "msg_1"): Delivery & { headers: Record<string, string> } => ({
  headers: {
    "svix-id": id,
    "svix-timestamp": String(sentAtMs / 1000),
    "svix-signature": new Webhook(by).sign(id, sentAt, body),
  },
  body,
});

const receive = (delivery: Delivery, options: Partial<KoardWebhooksOptions> = {}) =>
  createKoardWebhooks({ secret, timing: { now: () => sentAtMs + 1000 }, ...options }).receive(delivery);

const rejection = async (work: Promise<unknown>): Promise<KoardEventRejected> => {
  const error = await work.catch((reason: unknown) => reason);
  if (!(error instanceof KoardEventRejected)) throw new Error(`not rejected: ${inspect(error)}`);
  return error;
};

describe("an event that Svix has signed", () => {
  it("is the transaction that it is about", async () => {
    const event = await receive(signed(created()));
    expect(event).toStrictEqual({
      id: "msg_1",
      sentAtMs,
      kind: "transaction",
      event: "transaction.created",
      data: transaction(),
    });
  });

  it("of a name that nobody knows is of another kind, unless it is about a transaction", async () => {
    const closed = signed(JSON.stringify({ event: "batch.closed", data: { any: ["thing"] } }));
    expect(await receive(closed)).toMatchObject({
      kind: "other",
      event: "batch.closed",
      data: { any: ["thing"] },
    });
    const praised = signed(JSON.stringify({ event: "transaction.praised", data: transaction() }));
    expect(await receive(praised)).toMatchObject({ kind: "transaction", event: "transaction.praised" });
  });

  it.each([
    ["the platform's headers", (headers: Record<string, string>) => new Headers(headers)],
    [
      "names in another case",
      (headers: Record<string, string>) =>
        Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value])),
    ],
  ])("is taken with %s, and as bytes", async (_, shaped) => {
    const { headers, body } = signed(created());
    const bytes = new TextEncoder().encode(String(body));
    expect(await receive({ headers: shaped(headers), body: bytes })).toMatchObject({ id: "msg_1" });
  });

  it("is taken through a real server, as Node has its headers", async () => {
    const { headers, body } = signed(created());
    const received = new Promise((resolve, reject) => {
      const server = createServer(async (request, response) => {
        const chunks = await request.toArray();
        receive({ headers: request.headers, body: Buffer.concat(chunks) }).then(resolve, reject);
        response.end();
      });
      onTestFinished(() => void server.close());
      server.listen(0, "127.0.0.1", () => {
        const address = server.address();
        const port = typeof address === "object" ? address?.port : 0;
        fetch(`http://127.0.0.1:${port}`, { method: "POST", headers, body: String(body) }).catch(reject);
      });
    });
    expect(await received).toMatchObject({ id: "msg_1", event: "transaction.created" });
  });

  it("is taken under either secret while it is changed, and under either of two signatures", async () => {
    const delivery = signed(created());
    expect(await receive(delivery, { secret: [another, new Secret(secret)] })).toMatchObject({ id: "msg_1" });
    const both = `${signed(created(), another).headers["svix-signature"]} ${delivery.headers["svix-signature"]}`;
    const headers = { ...delivery.headers, "svix-signature": `v1a,AAAA ${both}` };
    expect(await receive({ ...delivery, headers })).toMatchObject({ id: "msg_1" });
  });

  it("loses a member that no figure depends on where it breaks the spec, and says which", async () => {
    const violations: Violation[] = [];
    const body = JSON.stringify({ event: "transaction.created", data: { ...transaction(), card_brand: 7 } });
    const event = await receive(signed(body), { onViolation: (one) => violations.push(one) });
    expect(event.data).not.toHaveProperty("card_brand");
    expect(violations).toMatchObject([
      { operation: "receiveTransactionEvent", path: "$.data.card_brand", leftOut: "field" },
    ]);
  });
});

describe("a delivery is rejected", () => {
  it.each([
    ["unsigned", { "svix-id": undefined }],
    ["unsigned", { "svix-timestamp": "yesterday" }],
    ["unsigned", { "svix-signature": "" }],
    ["unsigned", { "svix-signature": "v2,AAAA" }],
    ["forged", { "svix-signature": "v1,not base64!" }],
    ["forged", { "svix-signature": "v1," }],
    ["forged", { "svix-id": "msg_2" }],
    ["forged", { "svix-timestamp": String(sentAtMs / 1000 + 1) }],
  ] as const)("as %s with the header %j", async (reason, header) => {
    const { headers, body } = signed(created());
    const error = await rejection(receive({ headers: { ...headers, ...header }, body }));
    expect(error.reason).toBe(reason);
  });

  it("as forged where its body was changed or the secret is another", async () => {
    const delivery = signed(created());
    const changed = String(delivery.body).replace('"total_amount":545', '"total_amount":546');
    expect((await rejection(receive({ ...delivery, body: changed }))).reason).toBe("forged");
    expect((await rejection(receive(delivery, { secret: another }))).reason).toBe("forged");
  });

  it.each([
    [300_000, undefined],
    [300_001, "untimely"],
    [-300_000, undefined],
    [-300_001, "untimely"],
  ])("with a clock %d ms off as %s", async (offMs, reason) => {
    const work = receive(signed(created()), { timing: { now: () => sentAtMs + offMs } });
    const outcome = await work.then(
      () => undefined,
      (error: unknown) => (error instanceof KoardEventRejected ? error.reason : error),
    );
    expect(outcome).toBe(reason);
  });

  it.each([
    ["<html>", "6 bytes that are no JSON"],
    ["[]", "$: expected object, got a list of 0"],
    ['{"event":"transaction.created"}', "$.data: expected a value, got nothing"],
    [
      '{"event":"transaction.created","data":{"total_amount":5}}',
      "$.data.currency: expected a value, got nothing",
    ],
    ['{"event":"batch.closed","data":"b_1"}', "$.data: expected object, got a text of 3 characters"],
  ])("as broken with the body %s, saying where", async (body, said) => {
    const error = await rejection(receive(signed(body)));
    expect(error.reason).toBe("broken");
    expect(error.message).toContain(said);
  });

  it("with neither secret, signature nor body in what it throws", async () => {
    const body = JSON.stringify({ event: "transaction.created", data: { card: "541333******4111" } });
    const errors = [
      await rejection(receive(signed(body))),
      await rejection(receive(signed(body), { secret: another })),
      await createKoardWebhooksError("canary-no-secret"),
    ];
    const shown = errors.map((error) => inspect(error, { depth: 9, showHidden: true })).join();
    for (const hidden of [secret.slice(6), another.slice(6), "541333", "v1,", "canary"]) {
      expect(shown).not.toContain(hidden);
    }
  });
});

const createKoardWebhooksError = async (bad: string): Promise<unknown> => {
  try {
    return createKoardWebhooks({ secret: bad });
  } catch (error) {
    expect(error).toBeInstanceOf(TypeError);
    return error;
  }
};

describe("a delivery as platforms and frameworks hand it on", () => {
  const bytesOf = (text: string) => new TextEncoder().encode(text);
  const request = (delivery: ReturnType<typeof signed>): Request =>
    new Request("http://till.test", {
      method: "POST",
      headers: delivery.headers,
      body: String(delivery.body),
    });

  it("is a whole Request, as it came", async () => {
    expect(await receive(request(signed(created())))).toMatchObject({ id: "msg_1", kind: "transaction" });
  });

  it.each<[string, (text: string) => RawBody]>([
    ["an ArrayBuffer", (text) => bytesOf(text).buffer],
    ["a DataView", (text) => new DataView(bytesOf(`..${text}`).buffer, 2)],
    ["a Buffer", (text) => Buffer.from(text)],
    ["bytes within others", (text) => bytesOf(`..${text}..`).subarray(2, bytesOf(text).length + 2)],
    ["a stream of the web", (text) => new Blob([text]).stream()],
    ["a stream of Node", (text) => Readable.from([Buffer.from(text.slice(0, 9)), text.slice(9)])],
  ])("is %s", async (_, shaped) => {
    const { headers, body } = signed(created());
    expect(await receive({ headers, body: shaped(String(body)) })).toMatchObject({ id: "msg_1" });
  });

  it("has the header names of Svix or those of the Standard Webhooks, and not some of each", async () => {
    const { headers, body } = signed(created());
    const standard = Object.entries(headers).map(([name, value]) => [
      name.replace("svix-", "webhook-"),
      value,
    ]);
    expect(await receive({ headers: Object.fromEntries(standard), body })).toMatchObject({ id: "msg_1" });
    const mixed = { ...Object.fromEntries(standard), "svix-id": "msg_1", "webhook-id": "" };
    expect((await rejection(receive({ headers: mixed, body }))).reason).toBe("unsigned");
  });

  it.each<[string, unknown, string]>([
    ["a parsed body", JSON.parse(created()), "a parsed body, which is not what was signed"],
    ["a parsed list", [], "a parsed body"],
    ["no body", undefined, "nothing"],
    ["a number", 5, "a number"],
    ["a stream of numbers", Readable.from([1, 2]), "a stream of something else than bytes"],
  ])("is never forged for being %s, which is said", async (_, body, said) => {
    const { headers } = signed(created());
    const error = await receive(untyped({ headers, body })).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: "OptionInvalid", of: "receive", option: "body" });
    expect(String(error)).toContain(said);
  });

  it.each<[string, (read: Request) => unknown]>([
    ["a Request", (read) => read],
    ["the stream of one", (read) => ({ headers: read.headers, body: read.body })],
  ])("is not forged either where somebody has read %s", async (_, shaped) => {
    const read = request(signed(created()));
    await read.text();
    const error = await receive(untyped(shaped(read))).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: "OptionInvalid", option: "body" });
  });

  it.each([undefined, null, "body", {}, { body: "x" }])("is none where it is %j", async (delivery) => {
    const error = await receive(untyped(delivery)).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: "OptionInvalid", option: "delivery" });
  });

  it("is broken where its body is too large or breaks off, and is not read on", async () => {
    const { headers } = signed(created());
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pulled += 1;
        controller.enqueue(new Uint8Array(1024 * 1024));
      },
    });
    expect((await rejection(receive({ headers, body: endless }))).reason).toBe("broken");
    expect(pulled).toBeLessThan(10);
    const cut = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.error(new Error("reset")),
    });
    expect(String(await rejection(receive({ headers, body: cut })))).toContain("its body broke off");
  });

  it("lets nothing in by a clock that gives no number", async () => {
    const timing = { now: () => Number.NaN };
    expect((await rejection(receive(signed(created()), { timing }))).reason).toBe("untimely");
  });

  it("is taken though the callback that hears of violations fails", async () => {
    const body = JSON.stringify({ event: "transaction.created", data: { ...transaction(), card: 5 } });
    const onViolation = (): never => {
      throw new Error("the caller's own");
    };
    expect(await receive(signed(body), { onViolation })).toMatchObject({ kind: "transaction" });
  });
});

describe("the receiving end", () => {
  it.each<[unknown, string]>([
    [undefined, "options"],
    [{}, "secret"],
    [{ secret: [] }, "secret"],
    [{ secret: null }, "secret"],
    [{ secret: 5 }, "secret"],
    [{ secret: {} }, "secret"],
    [{ secret: ["whsec_"] }, "secret"],
    [{ secret, tolerance: 5 }, "tolerance"],
    [{ secret, onViolation: "log" }, "onViolation"],
    [{ secret, timing: {} }, "timing"],
  ])("does not take %j", (options, option) => {
    let error: unknown;
    try {
      createKoardWebhooks(untyped(options));
    } catch (caught) {
      error = caught;
    }
    expect(error).toMatchObject({ name: "OptionInvalid", of: "createKoardWebhooks", option });
  });

  it("takes a secret wrapped by another copy of Secret", async () => {
    const wrapped = untyped({ reveal: () => secret });
    expect(await receive(signed(created()), { secret: wrapped })).toMatchObject({ id: "msg_1" });
  });
});

/** A value as JavaScript hands it on: the compiler takes it for anything. */
const untyped = (value: unknown): ReturnType<typeof Reflect.get> => Reflect.get({ value }, "value");
