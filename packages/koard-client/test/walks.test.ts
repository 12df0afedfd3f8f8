import { exampleAnswer, loopback } from "@tieout/openapi-codegen/testing";
import { describe, expect, it } from "vitest";
import spec from "../src/generated/openapi.json" with { type: "json" };
import { createKoardClient, KoardRefused, WalkEndless, WalkUnstable } from "../src/index.ts";

interface Row {
  readonly id?: string;
  readonly transaction_id?: string;
}

/** As many copies of the first row of an example's list (or of the example itself) as asked for, each with an id. */
const rowsLike = (example: string, list: string | null, id: keyof Row, count: number): Row[] => {
  const answer = JSON.parse(JSON.stringify(exampleAnswer(spec, example)));
  const [row] = list === null ? answer : answer[list];
  return Array.from({ length: count }, (_, index) => ({ ...row, [id]: `row_${index}` }));
};
const batchRows = (count: number) => rowsLike("listBatches 200 threeBatches", "batches", "id", count);

const collect = async <Row>(walk: AsyncIterable<Row>): Promise<Row[]> => {
  const rows: Row[] = [];
  for await (const row of walk) rows.push(row);
  return rows;
};

const queryOf = (url: string) => new URL(url, "http://koard.invalid").searchParams;

describe("a walk", () => {
  it("of an envelope with a total reads all pages, each batch once", async () => {
    const all = batchRows(7);
    const { baseUrl, received } = await loopback(({ url }) => {
      const offset = Number(queryOf(url).get("offset"));
      // Fewer than asked for.
      const batches = all.slice(offset, offset + 3);
      return { json: { batches, limit: 3, offset, page: 1 + offset / 3, total: all.length } };
    });

    const koard = createKoardClient({ apiKey: "k", baseUrl });
    const batches = await collect(koard.listBatches.items({ query: { account_id: "a_1" } }));
    expect(batches.map(({ id }) => id)).toStrictEqual(all.map(({ id }) => id));
    expect(received[0]?.url).toBe("/v1/batches?account_id=a_1&limit=500&offset=0");
  });

  it("of a bare list without a total ends with the page that comes short", async () => {
    const all = rowsLike("listTransactions 200 oneEvent", null, "transaction_id", 250);
    const { baseUrl, received } = await loopback(({ url }) => {
      const query = queryOf(url);
      const offset = Number(query.get("offset"));
      return { json: all.slice(offset, offset + Number(query.get("limit"))) };
    });

    const koard = createKoardClient({ apiKey: "k", baseUrl });
    const rows = await collect(koard.listTransactions.items({ query: { mid: "m_1" } }));
    expect(rows.map((row) => row.transaction_id)).toStrictEqual(all.map((row) => row.transaction_id));
    expect(received[0]?.url).toBe("/v1/transactions?mid=m_1&limit=100&offset=0");
  });

  it("of a POST search sends limit and offset in the body", async () => {
    const all = rowsLike("searchTransactions 200 ofOneBatch", "transactions", "transaction_id", 150);
    const { baseUrl, received } = await loopback(({ body }) => {
      const { offset, limit } = JSON.parse(body);
      const transactions = all.slice(offset, offset + limit);
      return { json: { transactions, limit, offset, page: 1, total: all.length } };
    });

    const koard = createKoardClient({ apiKey: "k", baseUrl });
    const pages = await collect(koard.searchTransactions.pages({ body: { batch_id: "b_1", limit: 60 } }));
    expect(pages.map((page) => page.length)).toStrictEqual([60, 60, 30]);
    expect(pages.flat().map((row) => row.transaction_id)).toStrictEqual(all.map((row) => row.transaction_id));
    expect(JSON.parse(received[0]?.body ?? "")).toStrictEqual({ batch_id: "b_1", limit: 60, offset: 0 });
  });

  it("of a list that never keeps still, or has no end, yields nothing and says so", async () => {
    const answering = async (rowsAt: (offset: number) => readonly Row[], total: number) => {
      const { baseUrl } = await loopback(({ url }) => {
        const offset = Number(queryOf(url).get("offset"));
        return { json: { batches: rowsAt(offset), limit: 3, offset, page: 1, total } };
      });
      return createKoardClient({ apiKey: "k", baseUrl });
    };
    let made = 0;
    // Other rows at every look, and an end behind the ninth.
    const changing = (offset: number) =>
      offset >= 9 ? [] : batchRows(3).map((one) => ({ ...one, id: `b_${made++}` }));
    const restless = await answering(changing, 9);
    await expect(collect(restless.listBatches.items())).rejects.toThrow(WalkUnstable);
    const endless = await answering(() => batchRows(3), 1_000_000);
    await expect(collect(endless.listBatches.items())).rejects.toThrow(WalkEndless);
  });

  it("that is refused in the middle throws the refusal, and yields no row before it", async () => {
    const all = batchRows(6);
    const { baseUrl } = await loopback(({ url }) => {
      const offset = Number(queryOf(url).get("offset"));
      if (offset > 0) return { status: 403, json: { detail: "enough" } };
      return { json: { batches: all.slice(0, 3), limit: 3, offset, page: 1, total: all.length } };
    });
    const seen: string[] = [];
    const walk = createKoardClient({ apiKey: "k", baseUrl }).listBatches.items({
      idOf: ({ id }) => {
        seen.push(id);
        return id;
      },
    });
    await expect(walk.next()).rejects.toThrow(KoardRefused);
    expect(seen.length).toBeGreaterThan(0);
  });
});
