// Proves that what a caller gives is read once, and that nothing of it vanishes on its way into JSON.

import { describe, expect, it } from "vitest";
import { plainCopy } from "../../src/client/plain-copy.ts";
import { apiErrors } from "../../src/errors/api-errors.ts";
import { Secret } from "../../src/index.ts";
import { MAX_JSON_DEPTH } from "../../src/send/json-shape.ts";
import { invalid } from "../../src/validate/check-request.ts";

const context = { api: "Till", operation: "store", errors: apiErrors };
const copied = (value: unknown, isJson = true): unknown =>
  plainCopy(value, { root: "$", isJson, invalid: (fault) => invalid(context, fault) });

const circle: { self?: object } = {};
circle.self = circle;

const levels = (count: number): unknown => (count === 0 ? 1 : [levels(count - 1)]);

class Amount {
  minor = 5;
  readonly currency = "EUR";
  get text(): string {
    return "5 EUR";
  }
}

describe("a copy", () => {
  it("has what JSON would write, each member read once", () => {
    let reads = 0;
    const given = {
      get id() {
        reads += 1;
        return reads;
      },
      lines: [new Amount(), null, { at: new Date(0), none: undefined }],
      bare: Object.assign(Object.create(null), { a: 1 }),
    };
    const copy = copied(given);
    expect(copy).toEqual({
      id: 1,
      lines: [{ minor: 5, currency: "EUR" }, null, { at: new Date(0), none: undefined }],
      bare: { a: 1 },
    });
    expect(JSON.stringify(copy)).toBe(
      '{"id":1,"lines":[{"minor":5,"currency":"EUR"},null,{"at":"1970-01-01T00:00:00.000Z"}],"bare":{"a":1}}',
    );
    expect(reads).toBe(1);
  });

  it("keeps a member of any name as its own", () => {
    const text = '{"__proto__":{"admin":true},"constructor":1}';
    const copy = copied(JSON.parse(text));
    expect(JSON.stringify(copy)).toBe(text);
    expect(Reflect.get(Object(copy), "admin")).toBeUndefined();
  });

  it("may hold one object twice, and lists as deep as is looked into", () => {
    const shared = { a: 1 };
    expect(copied([shared, { again: shared }])).toEqual([{ a: 1 }, { again: { a: 1 } }]);
    expect(copied(levels(MAX_JSON_DEPTH))).toEqual(levels(MAX_JSON_DEPTH));
  });

  it.each([
    [{ a: { b: Number.NaN } }, "$.a.b: expected a value of JSON, got NaN"],
    [{ a: [1n] }, "$.a[0]: expected a value of JSON, got a bigint"],
    [{ a: new Map([["b", 1]]) }, "$.a: expected a value of JSON, got a Map"],
    [{ a: new Date(Number.NaN) }, "$.a: expected a value of JSON, got a Date"],
    [{ a: new Secret("sk_live_c4n4ry") }, "$.a: expected a value of JSON, got an object of a class"],
    [{ a: Promise.resolve(1) }, "$.a: expected a value of JSON, got a Promise"],
    [[undefined], "$[0]: expected a value of JSON, got nothing"],
    [Object.assign([], { 1: 2 }), "$[0]: expected a value of JSON, got nothing"],
    [{ a: Symbol("b") }, "$.a: expected a value of JSON, got a symbol"],
    [() => 1, "$: expected a value, got a function"],
    [circle, "$.self: expected a value that does not contain itself, got one that does"],
    [levels(MAX_JSON_DEPTH + 1), `$: expected at most ${MAX_JSON_DEPTH} levels, got more`],
  ])("is not made of what JSON would change or drop: %o", (value, said) => {
    expect(() => copied(value)).toThrow(`The Till request store was not sent: ${said}`);
  });

  it.each<[string, unknown, string]>([
    [
      "a getter",
      {
        a: [
          {
            get b() {
              throw new Error("c4n4ry");
            },
          },
        ],
      },
      "$.a[0].b",
    ],
    [
      "a Proxy",
      {
        a: new Proxy(
          {},
          {
            ownKeys: () => {
              throw new Error("c4n4ry");
            },
          },
        ),
      },
      "$.a",
    ],
    ["a Proxy that was revoked", { a: revoked() }, "$.a"],
  ])("names what cannot be read: %s", (_, value, path) => {
    for (const isJson of [true, false])
      expect(() => copied(value, isJson)).toThrow(
        `${path}: expected a value that can be read, got one that throws`,
      );
  });

  it("leaves what is no JSON to whoever writes it in another form", () => {
    const given = { at: new Set([1]), list: [undefined, 1n] };
    expect(copied(given, false)).toEqual(given);
  });
});

function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}
