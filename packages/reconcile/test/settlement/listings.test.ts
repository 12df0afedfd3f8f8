import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ListingBatch, listingsOf, owningBatch, withSearched } from "../../src/settlement/listings.ts";
import { settlement, transaction, unavailable } from "../../src/testing.ts";

const listing = (batchId: string, other: Partial<ListingBatch> = {}): ListingBatch => ({
  batchId,
  namedBatchId: null,
  openedAt: "2026-11-20T08:00:00.000Z",
  closedAt: "2026-11-20T22:00:00.000Z",
  ...other,
});

describe("owningBatch", () => {
  it("is the batch that the transaction names", () => {
    expect(
      owningBatch([
        listing("a", { namedBatchId: "b" }),
        listing("b", { closedAt: "2026-11-25T00:00:00.000Z" }),
      ]),
    ).toBe("b");
  });

  it("is not a batch that does not list it", () => {
    expect(owningBatch([listing("a", { namedBatchId: "z" }), listing("b", { namedBatchId: "z" })])).toBe("a");
  });

  it("is the earlier of those named where each names itself", () => {
    const early = "2026-11-19T22:00:00.000Z";
    expect(
      owningBatch([
        listing("a", { namedBatchId: "a" }),
        listing("b", { namedBatchId: "b", closedAt: early }),
      ]),
    ).toBe("b");
    expect(owningBatch([listing("a", { namedBatchId: "a" }), listing("b", { closedAt: early })])).toBe("a");
  });

  it("is else the earlier by closing, by opening where one is open, by id", () => {
    expect(owningBatch([listing("a"), listing("b", { closedAt: "2026-11-20T21:00:00.000Z" })])).toBe("b");
    expect(owningBatch([listing("a"), listing("b", { closedAt: null })])).toBe("b");
    expect(owningBatch([listing("b"), listing("a")])).toBe("a");
  });

  it("is the same in whatever order the batches are shown", () => {
    const ids = fc.constantFrom("a", "b", "c", "d");
    const at = fc.constantFrom("2026-11-20T01:00:00.000Z", "2026-11-21T01:00:00.000Z");
    const one = fc.record({
      batchId: ids,
      namedBatchId: fc.option(ids),
      openedAt: at,
      closedAt: fc.option(at),
    });
    const some = fc.uniqueArray(one, { minLength: 1, selector: ({ batchId }) => batchId });
    fc.assert(
      fc.property(some, (listings) => {
        expect(owningBatch(listings.toReversed())).toBe(owningBatch(listings));
        expect(listings.map(({ batchId }) => batchId)).toContain(owningBatch(listings));
      }),
    );
  });

  it("does not exist where nothing is listed", () => expect(() => owningBatch([])).toThrow(RangeError));
});

it("lists each id of a batch once, with the batch that any of its rows names", () => {
  const rows = [
    transaction("t1"),
    transaction("t2", { batchId: "b8" }),
    transaction("t1", { batchId: "b9" }),
    transaction("t2", { type: "refund" }),
  ];
  expect(
    listingsOf(settlement(rows)).map(({ transactionId, batchId, namedBatchId }) => [
      transactionId,
      batchId,
      namedBatchId,
    ]),
  ).toEqual([
    ["t1", "b1", "b9"],
    ["t2", "b1", "b8"],
  ]);
  expect(listingsOf(unavailable(settlement(rows)))).toEqual([]);
});

it("makes up rows by searching without listing any twice", () => {
  const embedded = [transaction("t1"), transaction("t2")];
  const searched = [transaction("t2", { status: "refunded" }), transaction("t3")];
  expect(withSearched(embedded, searched).map(({ id, status }) => [id, status])).toEqual([
    ["t1", "settled"],
    ["t2", "settled"],
    ["t3", "settled"],
  ]);
});
