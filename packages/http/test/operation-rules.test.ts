// Proves which operations and checks a client can be made of, member by member.

import { describe, expect, it } from "vitest";
import { bindOperations } from "../src/index.ts";
import { CHECKS, HEADERS, OPERATIONS } from "../src/operation-rules.ts";
import { untyped } from "./calls.ts";

const right = { id: "getBatch", method: "GET", path: "/v1/batches/{batch_id}", retry: "safe" };

const isTaken = (members: object): boolean => OPERATIONS.takes({ getBatch: { ...right, ...members } });

describe("an operation", () => {
  it.each<object>([
    {},
    { retry: "keyed", idempotencyKey: "event_id" },
    { retry: "never", idempotencyKey: "x-key", idempotencyKeyIn: "header" },
    { idempotencyKeyIn: "body", server: "https://other.test", contentType: "a/b", accept: "a/b" },
    { writes: () => ({}), readsHeaders: () => ({}), walks: () => ({}), reads: {}, pagination: {} },
    { emptyStatuses: [202], parameters: [{}, {}], security: [["key"], ["a", "b"], []] },
    { emptyStatuses: [], parameters: [], security: [] },
  ])("may have %o", (members) => {
    expect(isTaken(members)).toBe(true);
    const undefineds = Object.keys(members).map((name) => [name, undefined]);
    expect(isTaken({ ...Object.fromEntries(undefineds), ...right })).toBe(true);
  });

  it.each<object>([
    ...["id", "method", "path", "retry"].flatMap((name) => [{ [name]: undefined }, { [name]: 5 }]),
    ...["GET /", "", "G-T", " GET"].map((method) => ({ method })),
    ...["v1/batches", "/a b", "/a?b", "/a#b", ""].map((path) => ({ path })),
    ...["Safe", "", "safely"].map((retry) => ({ retry })),
    ...["idempotencyKey", "server", "contentType", "accept"].flatMap((name) => [
      { [name]: 5 },
      { [name]: null },
      { [name]: "a\nb" },
    ]),
    ...["query", "", null].map((idempotencyKeyIn) => ({ idempotencyKeyIn })),
    ...["writes", "readsHeaders", "walks"].flatMap((name) => [{ [name]: {} }, { [name]: null }]),
    ...["pagination", "reads"].flatMap((name) => [{ [name]: [] }, { [name]: () => 1 }]),
    ...["emptyStatuses", "parameters"].flatMap((name) => [{ [name]: {} }, { [name]: null }]),
    ...[[5], [{}, 5], [null]].map((parameters) => ({ parameters })),
    ...["key", ["key"], [["key"], "b"], [["key", 5]], null].map((security) => ({ security })),
  ])("may not have %o", (members) => {
    expect(isTaken(members)).toBe(false);
  });

  it("is one of an object of them, each of which has to be one", () => {
    expect(OPERATIONS.takes({})).toBe(true);
    expect(OPERATIONS.takes({ a: right, b: right })).toBe(true);
    expect(OPERATIONS.takes({ a: right, b: { ...right, id: 5 } })).toBe(false);
    expect(OPERATIONS.takes([right])).toBe(false);
    expect(OPERATIONS.takes({ a: undefined })).toBe(false);
  });
});

describe("the checks of an operation", () => {
  const check = () => undefined;

  it.each<object>([
    {},
    { getBatch: undefined },
    { getBatch: {} },
    { getBatch: { parameters: check } },
    { getBatch: { parameters: undefined, request: check, response: check }, listBatches: undefined },
  ])("may be %o", (checks) => {
    expect(CHECKS.takes(checks)).toBe(true);
  });

  it.each<object>([
    [],
    { getBatch: null },
    { getBatch: 5 },
    { getBatch: [] },
    { getBatch: check },
    { getBatch: { parameters: {} } },
    { getBatch: { request: null } },
    { getBatch: { parameters: check, request: check, response: 5 } },
    { getBatch: { response: check }, listBatches: { response: 5 } },
  ])("may not be %o", (checks) => {
    expect(CHECKS.takes(checks)).toBe(false);
  });
});

it("headers are texts that a header can carry", () => {
  expect(HEADERS.takes({})).toBe(true);
  expect(HEADERS.takes({ a: "", b: "c d", e: "\xe4" })).toBe(true);
  for (const one of [5, null, undefined, ["a"], "a\nb", "☃"])
    expect(HEADERS.takes({ a: "b", c: one })).toBe(false);
});

it.each<[object, string]>([
  [
    { operations: { getBatch: {} } },
    "operations: expected an object of operations: id, method, path and retry",
  ],
  [{ operations: undefined }, "operations: expected an object of operations: id, method, path and retry"],
  [{ validators: { getBatch: 5 } }, "validators: expected an object of checks by operation"],
  [{ validators: undefined }, "validators: expected an object of checks by operation"],
  [{ headers: { a: 5 } }, "headers: expected an object of texts that a header can carry"],
])("a client of %j is told what it has to be", (options, said) => {
  const rest = {
    api: "Koard",
    operations: {},
    validators: {},
    baseUrl: "http://koard.test",
    transport: fetch,
  };
  expect(() => bindOperations(untyped({ ...rest, ...options }))).toThrow(said);
});
