import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KeyCollection, printKeys, readKeys, textKey } from "../../../src/ledger/store/text-keys.ts";

describe("the key of a text", () => {
  it("is the same on every machine and in every version, since ledgers keep it", () => {
    expect(textKey("")).toBe(4_542_716_992_334_014);
    expect(textKey("0b7e2e4e-6a0f-4f0e-8a43-2c1f7a3d9e10")).toBe(7_174_501_970_933_240);
    expect([...printKeys(["t1"])]).toEqual([208, 76, 137, 172, 217, 137, 240, 66]);
  });

  it("differs for ids that are alike: numbered, padded, or UUIDs with one digit changed", () => {
    const uuid = (digit: number) => `0b7e2e4e-6a0f-4f0e-8a43-2c1f7a3d9e1${digit.toString(16)}`;
    const ids = Array.from({ length: 100_000 }, (_, at) => [
      `t${at}`,
      `txn_${String(at).padStart(12, "0")}`,
    ]).flat();
    const all = [...ids, ...Array.from({ length: 16 }, (_, digit) => uuid(digit))];
    expect(new Set(all.map(textKey)).size).toBe(all.length);
  });

  it("is a safe integer, and read back as it was kept, for every id", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" })), (ids) => {
        const keys = ids.map(textKey);
        expect(keys.every((key) => Number.isSafeInteger(key) && key >= 0)).toBe(true);
        expect([...readKeys(printKeys(ids))]).toEqual(keys);
      }),
    );
  });
});

describe("a collection of keys", () => {
  it("knows which were added more than once, and how many there are, whatever the order", () => {
    const id = fc.stringMatching(/^[a-e]{1,2}$/);
    fc.assert(
      fc.property(fc.array(fc.array(id)), (lists) => {
        const printed = lists.map(printKeys);
        const collection = new KeyCollection(printed.reduce((bytes, { length }) => bytes + length, 0));
        for (const keys of printed) collection.add(keys);
        const counts = Map.groupBy(lists.flat(), (each) => each);
        const repeated = [...counts].filter(([, { length }]) => length > 1).map(([each]) => textKey(each));
        expect(collection.distinct()).toBe(counts.size);
        expect([...collection.repeated()].sort()).toEqual(repeated.sort());
      }),
    );
  });
});
