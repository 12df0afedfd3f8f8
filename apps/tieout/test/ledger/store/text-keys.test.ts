import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  KeyCollection,
  keyShares,
  printKeys,
  readKeys,
  textKey,
} from "../../../src/ledger/store/text-keys.ts";

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
        const counts = Map.groupBy(lists.flat(), (each) => each);
        const repeated = [...counts].filter(([, { length }]) => length > 1).map(([each]) => textKey(each));
        for (const bytes of [0, 8 * lists.flat().length, 100_000_000]) {
          const shares = keyShares(bytes);
          const gathered = shares.map((share) => new KeyCollection(share));
          for (const keys of lists.map(printKeys)) for (const one of gathered) one.add(keys);
          expect(gathered.reduce((sum, one) => sum + one.distinct(), 0)).toBe(counts.size);
          expect(gathered.flatMap((one) => [...one.repeated()]).sort()).toEqual(repeated.sort());
          for (const one of gathered) one.letGo();
          expect(gathered.map((one) => one.distinct())).toEqual(shares.map(() => 0));
        }
      }),
      { numRuns: 30 },
    );
  });

  it("is of a share that memory has room for, and every key is in one of the shares", () => {
    const shares = keyShares(500_000_000);
    expect(shares.length).toBeGreaterThan(1);
    for (const { keys } of shares) expect(keys * 8).toBeLessThan(64 * 1024 * 1024);
    expect(shares[0]?.from).toBe(0);
    expect(shares.slice(1).map(({ from }) => from)).toEqual(shares.slice(0, -1).map(({ to }) => to));
    expect(shares.at(-1)?.to).toBe(2 ** 53);
  });

  it("reads keys wherever they begin among other bytes", () => {
    const bytes = new Uint8Array(25);
    bytes.set(printKeys(["t1", "t2", "t3"]), 1);
    expect([...readKeys(bytes.subarray(1))]).toEqual(["t1", "t2", "t3"].map(textKey));
  });
});
