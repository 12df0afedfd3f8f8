import { createServer } from "node:http";
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
