import { inspect } from "node:util";
import { exampleAnswer, loopback, type Received, type Reply } from "@tieout/openapi-codegen/testing";
import { describe, expect, it } from "vitest";
import spec from "../src/generated/openapi.json" with { type: "json" };
import {
  createKoardClient,
  isKoardRefusal,
  KoardBrokeContract,
  KoardRefused,
  KoardRequestInvalid,
  KoardUnreachable,
  Secret,
  type Violation,
} from "../src/index.ts";

const apiKey = "canary-koard-key-0001";
const path = { batch_id: "b_1" };

const koardAnswering = async (answer: (request: Received) => Reply) => {
  const { baseUrl, received } = await loopback(answer);
  return { koard: createKoardClient({ apiKey, baseUrl, maxAttempts: 1 }), received };
};
const failureOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => "no error",
    (error: unknown) => error,
  );

/** The accepted batch of the spec, one of its texts replaced. */
const batchWith = (from: string, to: string): string => {
  const text = JSON.stringify(exampleAnswer(spec, "getBatch 200 withTransactions"));
  if (!text.includes(from)) throw new Error(`the example does not hold ${from}`);
  return text.replace(from, to);
};

describe("a call", () => {
  it("sends the key as x-koard-apikey, and repeats an array parameter", async () => {
    const { koard, received } = await koardAnswering(() => ({
      json: exampleAnswer(spec, "listBatches 200 threeBatches"),
    }));
    const { data } = await koard.listBatches({ query: { statuses: ["closed", "accepted"], limit: 3 } });
    expect(data.batches).toHaveLength(3);
    expect(received[0]?.url).toBe("/v1/batches?statuses=closed&statuses=accepted&limit=3");
    expect(received[0]?.headers).toMatchObject({ "x-koard-apikey": apiKey, accept: "application/json" });
  });

  it.each([
    [{}, "https://api.koard.com/v1/batches/b_1"],
    [{ environment: "uat" }, "https://api.uat.koard.com/v1/batches/b_1"],
    [{ environment: "uat", baseUrl: "http://127.0.0.1:1/" }, "http://127.0.0.1:1/v1/batches/b_1"],
  ] as const)("with %j goes to %s, through the fetch that is given", async (where, url) => {
    const urls: string[] = [];
    const fetch = async (request: Request) => {
      urls.push(request.url);
      return Response.json(exampleAnswer(spec, "getBatch 200 headerOnly"));
    };
    await createKoardClient({ apiKey: new Secret(apiKey), fetch, ...where }).getBatch({ path });
    expect(urls).toStrictEqual([url]);
  });

  it("gives a keyed write a key of its own, and keeps the caller's", async () => {
    const { koard, received } = await koardAnswering(() => ({
      json: exampleAnswer(spec, "refundPayment 200 partial"),
    }));
    await koard.refundPayment({ path: { transaction_id: "t_1" }, body: { amount: 100 } });
    await koard.refundPayment({ path: { transaction_id: "t_1" }, body: { amount: 100, event_id: "mine" } });
    expect(received.map(({ body }) => JSON.parse(body).event_id)).toStrictEqual([
      expect.stringMatching(/^[0-9a-f-]{36}$/i),
      "mine",
    ]);
  });

  it("gives up on an attempt that takes longer than its time", async () => {
    const fetch = (request: Request) =>
      new Promise<Response>((_, reject) => {
        request.signal.addEventListener("abort", () => reject(request.signal.reason));
      });
    const koard = createKoardClient({ apiKey, fetch, maxAttempts: 1 });
    const error = await failureOf(koard.getBatch({ path, timeoutMs: 5 }));
    expect(error).toBeInstanceOf(KoardUnreachable);
    expect(error).toMatchObject({ operation: "getBatch", reason: "timeout" });
  });

  it.each(["a/b", "a?b", "a b", "", ".."])(
    "refuses the path id %j before sending anything",
    async (batch_id) => {
      const { koard, received } = await koardAnswering(() => ({ json: {} }));
      const error = await failureOf(koard.getBatch({ path: { batch_id } }));
      expect(error).toBeInstanceOf(KoardRequestInvalid);
      expect(error).toMatchObject({ operation: "getBatch", path: "path.batch_id" });
      expect(received).toStrictEqual([]);
    },
  );
});

describe("a refusal", () => {
  it("names operation, status and detail, and holds the key nowhere", async () => {
    const { koard } = await koardAnswering(() => ({
      status: 401,
      json: { detail: `key ${apiKey} is unknown` },
    }));
    const error = await failureOf(koard.getBatch({ path }));
    expect(error).toBeInstanceOf(KoardRefused);
    expect(error).toMatchObject({ name: "KoardRefused", api: "Koard", operation: "getBatch", status: 401 });
    const shown = `${error}${JSON.stringify(error)}${inspect(error, { depth: 9, showHidden: true })}`;
    expect(shown).toContain("is unknown");
    expect(shown).not.toContain(apiKey);
  });

  it("is known by its operation and its documented statuses", async () => {
    const { koard } = await koardAnswering(() => ({ status: 404, json: { detail: "Batch not found" } }));
    const error = await failureOf(koard.getBatch({ path }));
    expect(isKoardRefusal(error, "getBatch", 404)).toBe(true);
    expect(isKoardRefusal(error, "getBatch", 403, 404)).toBe(true);
    expect(isKoardRefusal(error, "getBatch", 403)).toBe(false);
    expect(isKoardRefusal(error, "getAccount", 404)).toBe(false);
    expect(isKoardRefusal(new Error("getBatch 404"), "getBatch", 404)).toBe(false);
  });

  it("is one without a body too", async () => {
    const { koard } = await koardAnswering(() => ({ status: 403, text: "" }));
    await expect(koard.getBatch({ path })).rejects.toThrow("Koard refused getBatch: 403 no detail given");
  });
});

describe("an answer that breaks the spec", () => {
  it.each([
    ["a page of HTML", "<html>Back soon</html>", "$"],
    ["nothing", "", "$"],
    ["null", "null", "$"],
    ["something else", '{"batches":null,"limit":1,"offset":0,"page":1,"total":0}', "$.batches"],
  ])("with 200 and %s is an error, not an empty list", async (_, text, where) => {
    const { koard } = await koardAnswering(() => ({ text }));
    const error = await failureOf(koard.listBatches());
    expect(error).toBeInstanceOf(KoardBrokeContract);
    expect(error).toMatchObject({ operation: "listBatches", path: where });
  });

  it.each(["9007199254740993", "12.5", '"1200"'])(
    "with %s for an amount is refused with its path",
    async (amount) => {
      const text = batchWith('"captured_amount":23813', `"captured_amount":${amount}`);
      const { koard } = await koardAnswering(() => ({ text }));
      const error = await failureOf(koard.getBatch({ path }));
      expect(error).toBeInstanceOf(KoardBrokeContract);
      expect(error).toMatchObject({ path: "$.captured_amount" });
    },
  );

  it("in one transaction fails the call, unless somebody listens", async () => {
    const { koard } = await koardAnswering(() => ({
      text: batchWith('"total_amount":3206', '"total_amount":32.06'),
    }));
    await expect(koard.getBatch({ path })).rejects.toMatchObject({ path: "$.transactions[0].total_amount" });
  });

  it("in one transaction leaves it out and reports it, and the others stay", async () => {
    const { koard } = await koardAnswering(() => ({
      text: batchWith('"total_amount":3206', '"total_amount":32.06'),
    }));
    const violations: Violation[] = [];
    const { data, leftOut } = await koard.getBatch({ path, onViolation: (one) => violations.push(one) });
    expect(data.transactions).toHaveLength(5);
    expect(leftOut).toStrictEqual(["/transactions/0"]);
    expect(violations).toMatchObject([
      {
        operation: "getBatch",
        path: "$.transactions[0].total_amount",
        id: "0b8f9d5e-52a7-4c47-9f0e-6d1a3b7c2e01",
        leftOut: "item",
      },
    ]);
  });

  it("that lacks a documented member which does not matter says which", async () => {
    const { koard } = await koardAnswering(() => ({ text: batchWith('"card_brand":"MasterCard",', "") }));
    const violations: Violation[] = [];
    const { data } = await koard.getBatch({ path, onViolation: (one) => violations.push(one) });
    expect(data.transactions).toHaveLength(6);
    expect(violations).toMatchObject([
      {
        path: expect.stringMatching(/^\$\.transactions\[\d\]\.card_brand$/),
        actual: "nothing",
        leftOut: "field",
      },
    ]);
  });

  it("in a member that does not matter leaves that member out and reports it", async () => {
    const { koard } = await koardAnswering(() => ({
      text: batchWith('"card":"541333******4111"', '"card":4111'),
    }));
    const violations: Violation[] = [];
    const { data } = await koard.getBatch({ path, onViolation: (one) => violations.push(one) });
    expect(data.transactions).toHaveLength(6);
    expect(data.transactions?.[0]).not.toHaveProperty("card");
    expect(data.transactions?.[0]).toHaveProperty("total_amount", 3206);
    expect(violations).toMatchObject([{ path: "$.transactions[0].card", leftOut: "field" }]);
  });
});
