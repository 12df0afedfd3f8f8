import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partOf, shard } from "../../src/config/shard.ts";

describe("a shard", () => {
  it("of a book is what sha256sum and the shell say, for all time", () => {
    // $((0x$(printf %s NAME | sha256sum | cut -c1-12) % 3 + 1))
    const parts = ["acme", "beta", "gamma", "delta", "default"].map((book) => partOf(book, 3));
    expect(parts).toEqual([3, 2, 1, 1, 1]);
    // A hash of 48 bits: no smaller part of it gives these.
    expect(["acme", "beta", "gamma"].map((book) => partOf(book, 9973))).toEqual([7598, 5852, 7969]);
  });

  it("has each book in one part, whatever it is called", () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z0-9_-]{1,64}$/),
        fc.integer({ min: 1, max: 10_000 }),
        (book, parts) => {
          const part = partOf(book, parts);
          return Number.isInteger(part) && part >= 1 && part <= parts && partOf(book, 1) === 1;
        },
      ),
    );
  });

  it("has about as many books as any other", () => {
    const books = Array.from({ length: 1000 }, (_, at) => `merchant-${at}`);
    const counts = [...Map.groupBy(books, (book) => partOf(book, 4)).values()].map(({ length }) => length);
    expect(counts).toHaveLength(4);
    expect(Math.min(...counts)).toBeGreaterThan(200);
  });

  it.each(["1/1", "1/3", "3/3", "10000/10000"])("is written as %s", (text) => {
    const [part, parts] = text.split("/").map(Number);
    expect(shard.read(text)).toEqual({ value: { part, parts } });
  });

  it.each(["", "2", "0/3", "4/3", "-1/3", "1/0", "1/10001", "01/3", "1/3 ", "1/3/5", "a/b", "1.5/3"])(
    "is not written as '%s', and what is right is said",
    (text) => {
      expect(shard.read(text)).toEqual({
        expected: "K/N such as 2/3, with K from 1 to N and N at most 10000",
      });
    },
  );
});
