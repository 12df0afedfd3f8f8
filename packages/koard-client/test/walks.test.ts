import { exampleAnswer, loopback } from "@tieout/openapi-codegen/testing";
import { describe, expect, it } from "vitest";
import spec from "../src/generated/openapi.json" with { type: "json" };
import { batchPages, createKoardClient, transactionsOfBatch } from "../src/index.ts";

describe("batchPages", () => {
  it("reads all pages of a server that sends fewer rows than asked for, each batch once", async () => {
    const [row] = JSON.parse(JSON.stringify(exampleAnswer(spec, "listBatches 200 threeBatches"))).batches;
    const all = Array.from({ length: 7 }, (_, index) => ({ ...row, id: `b_${index}` }));
    const { baseUrl, received } = await loopback(({ url }) => {
      const query = new URL(url, "http://127.0.0.1").searchParams;
      const offset = Number(query.get("offset"));
      const batches = all.slice(offset, offset + 3);
      return { json: { batches, limit: 3, offset, page: 1 + offset / 3, total: all.length } };
    });

    const koard = createKoardClient({ apiKey: "k", baseUrl });
    const ids: string[] = [];
    for await (const batch of batchPages(koard, { account_id: "a_1" })) ids.push(batch.id);
    expect(ids).toStrictEqual(all.map(({ id }) => id));
    expect(received[0]?.url).toContain("account_id=a_1");
    expect(received[0]?.url).toContain("limit=500");
  });
});

describe("transactionsOfBatch", () => {
  it("searches by batch, page by page, in the request body", async () => {
    const [row] = JSON.parse(
      JSON.stringify(exampleAnswer(spec, "searchTransactions 200 ofOneBatch")),
    ).transactions;
    const all = Array.from({ length: 150 }, (_, index) => ({ ...row, transaction_id: `t_${index}` }));
    const { baseUrl, received } = await loopback(({ body }) => {
      const { offset, limit } = JSON.parse(body);
      const transactions = all.slice(offset, offset + limit);
      return { json: { transactions, limit, offset, page: 1, total: all.length } };
    });

    const koard = createKoardClient({ apiKey: "k", baseUrl });
    const ids: string[] = [];
    for await (const transaction of transactionsOfBatch(koard, "b_1")) ids.push(transaction.transaction_id);
    expect(ids).toStrictEqual(all.map((one) => one.transaction_id));
    expect(received.map(({ body }) => JSON.parse(body).batch_id)).toContain("b_1");
  });
});
