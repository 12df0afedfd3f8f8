import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  KeyCollection,
  readKeys,
  transactionKey,
  transactionKeys,
} from "../../src/ledger/transaction-keys.ts";

const rowsOf = (ids: ReadonlyArray<string>) => ids.map((id) => ({ id }));

describe("the key of a transaction", () => {
  it("is the same on every machine and in every version, since ledgers keep it", () => {
    expect(transactionKey("")).toBe(4_542_716_992_334_014);
    expect(transactionKey("0b7e2e4e-6a0f-4f0e-8a43-2c1f7a3d9e10")).toBe(7_174_501_970_933_240);
    expect([...transactionKeys(rowsOf(["t1"]))]).toEqual([208, 76, 137, 172, 217, 137, 240, 66]);
  });

  it("differs for ids that are alike: numbered, padded, or UUIDs with one digit changed", () => {
    const uuid = (digit: number) => `0b7e2e4e-6a0f-4f0e-8a43-2c1f7a3d9e1${digit.toString(16)}`;
    const ids = Array.from({ length: 100_000 }, (_, at) => [
      `t${at}`,
      `txn_${String(at).padStart(12, "0")}`,
    ]).flat();
    const all = [...ids, ...Array.from({ length: 16 }, (_, digit) => uuid(digit))];
    expect(new Set(all.map(transactionKey)).size).toBe(all.length);
  });

  it("is a safe integer, and read back as it was kept, for every id", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" })), (ids) => {
        const keys = ids.map(transactionKey);
        expect(keys.every((key) => Number.isSafeInteger(key) && key >= 0)).toBe(true);
        expect([...readKeys(transactionKeys(rowsOf(ids)))]).toEqual(keys);
      }),
    );
  });
});

describe("a collection of keys", () => {
  it("knows which were added more than once, and how many there are, whatever the order", () => {
    const id = fc.stringMatching(/^[a-e]{1,2}$/);
    fc.assert(
      fc.property(fc.array(fc.array(id)), (lists) => {
        const collection = new KeyCollection();
        for (const ids of lists) collection.add(transactionKeys(rowsOf(ids)));
        const counts = Map.groupBy(lists.flat(), (each) => each);
        const repeated = [...counts]
          .filter(([, { length }]) => length > 1)
          .map(([each]) => transactionKey(each));
        expect(collection.distinct()).toBe(counts.size);
        expect([...collection.repeated()].sort()).toEqual(repeated.sort());
      }),
    );
  });
});
