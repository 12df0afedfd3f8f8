import { specExamples } from "@tieout/openapi-codegen/testing";
import { describe, expect, it } from "vitest";
import spec from "../src/generated/openapi.json" with { type: "json" };
import { operations } from "../src/generated/operations.ts";
import { createKoardClient, KoardRefused, OptionInvalid } from "../src/index.ts";
import { fakeKoard } from "../src/testing.ts";

const together = () => {
  const fake = fakeKoard();
  return { fake, koard: createKoardClient({ apiKey: "k", fetch: fake.fetch, maxAttempts: 2 }) };
};
const examples = specExamples(spec);

describe("a fake Koard", () => {
  it("answers every operation with the first example of its spec", async () => {
    const { fake, koard } = together();
    // The table holds every operation, so only the spec knows what this one takes.
    const methods = koard as unknown as Record<string, (init: unknown) => Promise<{ data: unknown }>>;
    for (const id of Object.keys(operations)) {
      const example = examples.find(({ operation }) => operation === id);
      expect((await methods[id]?.(example?.init))?.data, id).toStrictEqual(example?.answer);
    }
    expect(fake.asked.map(({ operation }) => operation)).toStrictEqual(Object.keys(operations));
  });

  it("keeps what it was asked, typed as in the spec", async () => {
    const { fake, koard } = together();
    const query = { statuses: ["closed" as const, "accepted" as const], limit: 2 };
    await koard.listBatches({ query, headers: { "x-trace": "t" } });
    await koard.refundPayment({ path: { transaction_id: "t:1" }, body: { amount: 5, event_id: "e" } });
    expect(fake.asked).toMatchObject([
      { operation: "listBatches", query, body: undefined },
      { operation: "refundPayment", path: { transaction_id: "t:1" }, body: { amount: 5, event_id: "e" } },
    ]);
    expect(fake.asked[0]?.headers.get("x-trace")).toBe("t");
  });

  it("answers with the example asked for, in turns, and with documented refusals", async () => {
    const { fake, koard } = together();
    const path = { batch_id: "b_1" };
    fake.answer("getBatch", { status: 500 }, { example: "headerOnly" });
    expect((await koard.getBatch({ path })).data).not.toHaveProperty("transactions");
    expect(fake.asked).toHaveLength(2);

    fake.answer("getBatch", { status: 404 });
    const error = await koard.getBatch({ path }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(KoardRefused);
    expect(error).toMatchObject({ status: 404, detail: expect.stringMatching(/./) });
  });

  it("has pages, so that a walk of it ends", async () => {
    const { fake, koard } = together();
    const ids: string[] = [];
    for await (const { id } of koard.listBatches.items({ query: { limit: 2 } })) ids.push(id);
    expect(ids).toHaveLength(3);
    const rows: unknown[] = [];
    fake.answer("listTransactions", { example: "several" });
    for await (const page of koard.listTransactions.pages()) rows.push(...page);
    expect(rows.length).toBeGreaterThan(1);
    for await (const page of koard.searchTransactions.pages({ body: { batch_id: "b", limit: 1 } })) {
      expect(page).toHaveLength(1);
    }
  });

  it.each([
    ["https://api.koard.com/v1/nothing", {}, "the spec of Koard has no GET /v1/nothing"],
    ["/v1/batches/open", { method: "PUT" }, "the spec of Koard has no PUT /v1/batches/open"],
    ["/v1/batches?limits=5", {}, "listBatches: the spec has no query parameter limits"],
    ["/v1/batches?limit=501", {}, "listBatches: query.limit must be <= 500"],
    ["/v1/batches?statuses=settling", {}, "listBatches: query.statuses.0 must be equal to one of"],
    ["/v1/transactions/search", { method: "POST" }, "searchTransactions: the spec wants a body"],
    [
      "/v1/transactions/search",
      { method: "POST", body: "limit" },
      "expected object, got a text of 5 characters",
    ],
    [
      "/v1/transactions/search",
      { method: "POST", body: '{"limit":"5"}' },
      '$.limit: expected integer or null, got "5"',
    ],
    ["/v1/batches/b_1/close", { method: "POST", body: "{}" }, "closeBatch: the spec knows no body"],
  ])("refuses %s %j, saying how it breaks the spec", async (url, init, said) => {
    const fake = fakeKoard();
    const response = await fake.fetch(new URL(url, "http://koard.invalid"), init);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ detail: expect.stringContaining(said) });
    expect(fake.asked).toStrictEqual([]);
  });

  it("has no answer that the spec has not, for the compiler and at run time", () => {
    const fake = fakeKoard();
    // @ts-expect-error no such operation
    expect(() => fake.answer("getBatches", { status: 200 })).toThrow(
      'operation: expected one that the spec of Koard has, got "getBatches"',
    );
    // @ts-expect-error no such example
    expect(() => fake.answer("getBatch", { example: "empty" })).toThrow(OptionInvalid);
    // @ts-expect-error no such status
    expect(() => fake.answer("getBatch", { status: 418 })).toThrow(
      'choice: expected one that the spec of Koard of getBatch has, got {"status":418}',
    );
    // @ts-expect-error an example of another status
    expect(() => fake.answer("getBatch", { status: 404, example: "headerOnly" })).toThrow(OptionInvalid);
  });
});
