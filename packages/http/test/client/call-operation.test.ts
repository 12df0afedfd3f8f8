// Proves where the idempotency key of a write comes from, and where it is sent.

import { describe, expect, it } from "vitest";
import {
  type Answer,
  bindOperations,
  type CallInit,
  type Operation,
  OptionInvalid,
} from "../../src/index.ts";
import { rejection, untyped, wire } from "../calls.ts";

interface Methods {
  refund(init?: CallInit): Promise<Answer<unknown>>;
}

const refund: Operation = {
  ...{ id: "refund", method: "POST", path: "/refund", retry: "keyed", idempotencyKey: "event_id" },
};

/** A client whose keys are k1, k2 and so on, and the requests that it sent. */
const clientOf = (operation: Operation = refund, options: { readonly newKey?: () => unknown } = {}) => {
  const sent: { readonly body: string; readonly key: string | null }[] = [];
  let keys = 0;
  const newKey = () => {
    keys += 1;
    return `k${keys}`;
  };
  const fetch = async (request: Request) => {
    sent.push({ body: await request.text(), key: request.headers.get("idempotency-key") });
    return new Response(null, { status: 204 });
  };
  const client = bindOperations<Methods>({
    ...{ api: "Koard", operations: { refund: operation }, validators: {}, baseUrl: "http://koard.test" },
    ...{ transport: wire({ fetch }).send, newKey: untyped(options.newKey ?? newKey) },
  });
  return { client, sent };
};

describe("a key in the body", () => {
  it.each<[unknown, unknown]>([
    [undefined, { event_id: "k1" }],
    [{}, { event_id: "k1" }],
    [
      { amount: 5, event_id: null },
      { amount: 5, event_id: "k1" },
    ],
    [
      { amount: 5, event_id: undefined },
      { amount: 5, event_id: "k1" },
    ],
    [
      { amount: 5, event_id: "mine" },
      { amount: 5, event_id: "mine" },
    ],
    [
      { amount: 5, event_id: "" },
      { amount: 5, event_id: "" },
    ],
    // What can hold no key is left to the check of the body.
    [[1], [1]],
    ["text", "text"],
    [null, null],
  ])("is made for %j where the caller gives none", async (body, written) => {
    const { client, sent } = clientOf();
    await client.refund({ body });
    expect(sent.map(({ body: text }) => JSON.parse(text))).toEqual([written]);
    expect(sent[0]?.key).toBeNull();
  });
});

describe("a key in a header", () => {
  const headed: Operation = { ...refund, idempotencyKey: "Idempotency-Key", idempotencyKeyIn: "header" };
  // A parameter that the call gives stands in its header too.
  const own: Operation = { ...headed, parameters: [] };

  it.each<[CallInit, string]>([
    [{}, "k1"],
    [{ body: { amount: 5 } }, "k1"],
    [{ headers: { "IDEMPOTENCY-KEY": "mine" } }, "mine"],
    [{ header: { "idempotency-key": "mine" } }, "mine"],
    [{ header: { "Idempotency-Key": "mine" } }, "mine"],
    [{ header: { other: "x" } }, "k1"],
  ])("is made for %j where the caller gives none", async (init, key) => {
    const { client, sent } = clientOf(own);
    await client.refund(init);
    expect(sent.map((one) => one.key)).toEqual([key]);
  });
});

it.each<Partial<Operation>>([{ retry: "never" }, { retry: "safe" }])(
  "no key is made for a write that is not repeated by one: %o",
  async (members) => {
    const { client, sent } = clientOf({ ...refund, ...members });
    await client.refund({ body: {} });
    expect(sent).toEqual([{ body: "{}", key: null }]);
  },
);

it.each<[unknown, string]>([
  [undefined, "one that gave nothing"],
  ["", "one that gave a text of 0 characters"],
  [5, "one that gave 5"],
  [Promise.resolve("k"), "one that gave a Promise"],
])("a function that gives %o for a key is named, and nothing is sent", async (key, actual) => {
  const { client, sent } = clientOf(refund, { newKey: () => key });
  const error = await rejection(client.refund({ body: {} }));
  expect(error).toBeInstanceOf(OptionInvalid);
  expect(error).toMatchObject({ of: "bindOperations", option: "newKey" });
  expect(String(error)).toContain(`newKey: expected a function that gives a text, got ${actual}`);
  expect(sent).toEqual([]);
});

it("a function that throws where a key is wanted is named, and nothing is sent", async () => {
  const newKey = (): never => {
    throw new RangeError("the caller's own sk_live_c4n4ry");
  };
  const { client, sent } = clientOf(refund, { newKey });
  const error = await rejection(client.refund({ body: {} }));
  expect(String(error)).toContain(
    "newKey: expected a function that gives a text, got one that threw RangeError",
  );
  expect(String(error)).not.toContain("c4n4ry");
  expect(sent).toEqual([]);
});
