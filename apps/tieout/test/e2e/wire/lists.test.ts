import { describe, expect, it } from "vitest";
import { batchIds, type Exchange, startKoard } from "./koard-server.ts";
import { expectNothingPublished, expectSentence, reportedBatches, run } from "./running.ts";

const PAGE_ROWS = 5;

/** Changes the list right after its page number `nth` was answered. */
const afterPage =
  (nth: number, change: () => void) =>
  ({ operation, answer, ...exchange }: Exchange): void => {
    answer();
    if (operation === "listBatches" && exchange.nth === nth) change();
  };

describe("a list that moves while it is walked", () => {
  it("gives each batch once when one is inserted at its front", async () => {
    const ids = batchIds(17);
    const koard = await startKoard({
      ids,
      pageRows: PAGE_ROWS,
      misbehave: afterPage(2, () => ids.unshift("b000")),
    });
    const { cwd, code, stderr } = await run(koard);
    expect([code, stderr]).toEqual([0, ""]);
    expect(reportedBatches(cwd)).toEqual(["b000", ...batchIds(17)]);
  });

  it("loses no batch when one before it is removed", async () => {
    const ids = batchIds(17);
    const koard = await startKoard({ ids, pageRows: PAGE_ROWS, misbehave: afterPage(1, () => ids.shift()) });
    const { cwd, code, stderr } = await run(koard);
    expect([code, stderr]).toEqual([0, ""]);
    // The first one was there for a moment and then was not: either is right, a lost neighbour is not.
    expect(reportedBatches(cwd).filter((id) => id !== "b001")).toEqual(batchIds(17).slice(1));
  });

  it("that has no order at all ends the run with exit 75", async () => {
    const ids = batchIds(200);
    let shift = 0;
    const misbehave = ({ answer }: Exchange): void => {
      answer();
      shift = (shift * 31 + 57) % 199;
      ids.push(...ids.splice(0, shift));
    };
    const ended = await run(await startKoard({ ids, pageRows: PAGE_ROWS, misbehave }));
    expect(ended.code).toBe(75);
    expectSentence(ended);
    expect(ended.stderr).toContain("kept changing the list of listBatches");
    expectNothingPublished(ended.cwd);
  });
});

it("a limit that the server clamps in silence hides no batch", async () => {
  const koard = await startKoard({ ids: batchIds(250), pageRows: 100 });
  const { cwd, code } = await run(koard, "--concurrency", "16");
  expect(code).toBe(0);
  expect(reportedBatches(cwd)).toEqual(batchIds(250));
});

describe("a list without an end", () => {
  const endless = async (page: (exchange: Exchange) => object) => {
    const koard = await startKoard({
      ids: batchIds(12),
      pageRows: PAGE_ROWS,
      misbehave: (exchange) => {
        if (exchange.operation === "getBatch") return exchange.answer();
        const body = { ...JSON.parse(exchange.body()), ...page(exchange) };
        exchange.response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
      },
    });
    const ended = await run(koard);
    expect(ended.code).toBe(65);
    expectSentence(ended);
    expect(ended.stderr).toContain("gives the list of listBatches no end");
    expectNothingPublished(ended.cwd);
    return koard.asked.length;
  };

  it("that repeats its last page for ever is left after a few pages, with exit 65", async () => {
    let last: readonly object[] = [];
    const asked = await endless(({ body, query }) => {
      const { batches, total } = JSON.parse(body());
      if (batches.length > 0) last = batches;
      return { batches: last, offset: Number(query.get("offset")), total: total + 1_000_000 };
    });
    expect(asked).toBeLessThan(50);
  });
  it("that says there are 10⁹ and has none is left after a few pages, with exit 65", async () => {
    expect(await endless(() => ({ batches: [], total: 1_000_000_000 }))).toBeLessThan(50);
  });
});
