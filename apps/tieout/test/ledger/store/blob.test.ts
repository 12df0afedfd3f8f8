import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, pack, sha256, unpack } from "../../../src/ledger/store/blob.ts";

describe("canonical JSON", () => {
  it("has one form of a value, whatever the order of its members", () => {
    expect(canonicalJson({ b: 1, a: [{ d: null, c: "x" }] })).toBe('{"a":[{"c":"x","d":null}],"b":1}');
    expect(canonicalJson({ a: [{ c: "x", d: null }], b: 1 })).toBe('{"a":[{"c":"x","d":null}],"b":1}');
  });

  it("keeps the order of an array: it is part of what a source said", () => {
    expect(canonicalJson([2, 1])).not.toBe(canonicalJson([1, 2]));
  });

  it("sorts members by code unit, so that no locale can change a hash", () => {
    expect(canonicalJson({ ä: 1, z: 2, Z: 3, "": 4 })).toBe('{"":4,"Z":3,"z":2,"ä":1}');
  });

  it.each([undefined, { a: undefined }, [undefined], { f: () => 1 }, 1n])(
    "refuses what has no JSON form",
    (value) => {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    },
  );

  it("means the same value as JSON does, for every value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it("is the same for members in another order, and another for another value", () => {
    const members = fc.uniqueArray(fc.tuple(fc.string(), fc.integer()), { selector: ([name]) => name });
    fc.assert(
      fc.property(members, (entries) => {
        // `__proto__` cannot be a member that an object literal makes; Object.fromEntries makes one.
        const [one, other] = [Object.fromEntries(entries), Object.fromEntries(entries.toReversed())];
        expect(canonicalJson(one)).toBe(canonicalJson(other));
        expect(canonicalJson({ ...one, more: "text" })).not.toBe(canonicalJson(one));
      }),
    );
  });
});

describe("a packed text", () => {
  it("comes back byte for byte", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(unpack(pack(text))).toBe(Buffer.from(text, "utf8").toString("utf8"));
      }),
    );
  });

  it("does not come back from damaged bytes", () => {
    const packed = pack("x".repeat(1000));
    expect(() => unpack(packed.subarray(0, packed.length - 3))).toThrow();
    expect(() => unpack(new Uint8Array([1, 2, 3]))).toThrow();
  });
});

it("hashes as every other SHA-256 does", () => {
  expect(sha256("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  expect(sha256("ü")).toBe("607474ca475a9724d7360aba71a56d5df77e61350e3f724cfa1f46e857e2d85f");
});
