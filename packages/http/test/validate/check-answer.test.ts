import { describe, expect, it } from "vitest";
import { answerCheck, apiErrors, ContractBroken, requestCheck, type Violation } from "../../src/index.ts";
import type { Schema } from "../../src/schema/faults.ts";
import { all, any, constant, format, list, minItems, object } from "../../src/schema.ts";
import { MAX_JSON_DEPTH } from "../../src/send/json-shape.ts";
import { rejection } from "../calls.ts";

const row = all(
  32,
  object(
    { transaction_id: 511 },
    { total_amount: 2, email: format("email", /.@./), legs: all(16, list(constant(1), true)) },
    { tolerant: { card: any(1, 64) }, id: "transaction_id" },
  ),
);
/** Rows may be null, so that a faulty one makes its list break two schemas. */
const rowsOf = (schema: Schema): Schema =>
  all(
    32,
    object(
      {},
      { success: constant(true), transactions: all(16, list(any(schema, 64), true, "transaction_id")) },
    ),
  );

const checkBody = answerCheck(rowsOf(row));
const rules = { api: "Koard", operation: "getBatch", errors: apiErrors };

const check = (transactions: readonly unknown[], more: object = {}) => {
  const violations: Violation[] = [];
  const context = { ...rules, onViolation: (v: Violation) => violations.push(v) };
  return { ...checkBody({ transactions, ...more }, context), violations };
};

describe("an answer that breaks the spec in one place", () => {
  it.each<[unknown, string, string?]>([
    [2 ** 53, "about 9007199254740992", "a number <= 9007199254740991"],
    [12.5, "12.5"],
    ["1200", '"1200"'],
    ["a b", "a text of 3 characters"],
    [null, "null"],
    [{ a: 1 }, "an object of 1 members"],
  ])("loses the item whose amount is %j, and says where", (total_amount, actual, expected = "integer") => {
    const good = { transaction_id: "t1", total_amount: 5 };
    const { body, leftOut, violations } = check([good, { transaction_id: "t2", total_amount }, good]);
    expect(body).toEqual({ transactions: [good, good] });
    expect(leftOut).toEqual(["/transactions/1"]);
    expect(violations).toEqual([
      {
        operation: "getBatch",
        path: "$.transactions[1].total_amount",
        expected,
        actual,
        id: "t2",
        leftOut: "item",
        item: expect.any(Function),
      },
    ]);
    // What is left of it can be read, and no log of violations writes it by itself.
    expect(violations[0]?.item?.()).toEqual({ transaction_id: "t2", total_amount });
    expect(JSON.parse(JSON.stringify(violations[0]))).not.toHaveProperty("item");
  });

  it("loses only the field where the spec is tolerant, with no need of anybody to tell", () => {
    const transactions = [{ transaction_id: "t1", card: { pan: 4 } }];
    const { body, violations } = check(transactions);
    expect(body).toEqual({ transactions: [{ transaction_id: "t1" }] });
    expect(violations).toMatchObject([
      { path: "$.transactions[0].card", expected: "string or null", leftOut: "field", id: "t1" },
    ]);
    const silent = [{ transaction_id: "t1", card: 4 }];
    expect(checkBody({ transactions: silent }, rules).body).toEqual({
      transactions: [{ transaction_id: "t1" }],
    });
  });

  it("keeps an item that lacks a documented member, and says so where somebody is told", () => {
    const due = { due: { card: any(1, 64), mid: 1 }, id: "transaction_id" };
    const checkDue = answerCheck(rowsOf(all(32, object({ transaction_id: 511 }, {}, due))));
    const rows = () => [
      { transaction_id: "t1", mid: "m", card: "c" },
      { mid: "m" },
      { transaction_id: "t3", card: 7 },
    ];
    const violations: Violation[] = [];
    const { body, leftOut } = checkDue(
      { transactions: rows() },
      { ...rules, onViolation: (one) => violations.push(one) },
    );
    expect(body).toEqual({ transactions: [rows()[0], { transaction_id: "t3" }] });
    expect(leftOut).toEqual(["/transactions/1"]);
    expect(violations.map(({ path, actual, leftOut }) => `${leftOut} ${path} ${actual}`)).toEqual([
      "field $.transactions[2].card 7",
      "item $.transactions[1].transaction_id nothing",
      "field $.transactions[2].mid nothing",
    ]);
    expect(violations[2]).toMatchObject({ operation: "getBatch", expected: "a value", id: "t3" });
    const silent = [{ transaction_id: "t1" }];
    expect(checkDue({ transactions: silent }, rules).body).toEqual({ transactions: silent });
  });

  it("loses the deepest item that holds the fault, and names places as they were sent", () => {
    const { body, leftOut, violations } = check([
      { total_amount: 1 },
      { transaction_id: "t2", legs: [0, 1, 0], card: 5 },
      { total_amount: 2, card: 6 },
      { transaction_id: "t4" },
      "t5",
    ]);
    expect(body).toEqual({ transactions: [{ transaction_id: "t2", legs: [1] }, { transaction_id: "t4" }] });
    expect(violations.map(({ path, leftOut }) => `${leftOut} ${path}`)).toEqual([
      "field $.transactions[1].card",
      "item $.transactions[1].legs[0]",
      "item $.transactions[1].legs[2]",
      "item $.transactions[0].transaction_id",
      "item $.transactions[2].transaction_id",
      "item $.transactions[4]",
    ]);
    expect(leftOut).toContain("/transactions/4");
  });
});

describe("an answer that cannot be used", () => {
  it("is a broken contract where no item or field holds the fault", async () => {
    const error = await rejection((async () => check([{ card: 4 }], { success: false }))());
    expect(error).toBeInstanceOf(ContractBroken);
    expect(String(error)).toBe(
      "ContractBroken: Koard broke the contract of getBatch: $.success: expected true, got false",
    );
  });

  it("is a broken contract where an item is wrong and nobody is there to be told", async () => {
    const body = { transactions: [{ transaction_id: "t1" }, {}] };
    const error = await rejection((async () => checkBody(body, rules))());
    expect(String(error)).toContain("$.transactions[1].transaction_id: expected a value, got nothing");
  });
});

it("shows no text that may be personal", () => {
  const { violations } = check([{ transaction_id: "t 1 alice@example.com", email: "alice(at)example.com" }]);
  expect(JSON.stringify(violations)).not.toContain("alice");
  expect(violations).toMatchObject([
    { expected: "a text of the format email", actual: "a text of 20 characters" },
  ]);
});

describe("what is left out within each other", () => {
  const leg = all(32, object({ amount: 2 }, {}, { tolerant: { note: 1 }, id: "leg_id" }));
  const rowOf = (schema: Schema): Schema =>
    all(32, object({ rows: all(16, list(schema, true, "row_id")) }, {}, { tolerant: { note: 1 }, id: "id" }));
  const reported = (schema: Schema, body: unknown): readonly string[] => {
    const found: string[] = [];
    const onViolation = ({ leftOut, path, id }: Violation) => found.push(`${leftOut} ${path} of ${id}`);
    answerCheck(rowOf(schema))(body, { ...rules, onViolation });
    return found;
  };

  it("is told with the id of the innermost thing around it that has one, or with none", () => {
    const row = all(32, object({ leg }));
    const rows = [
      { row_id: "r1", leg: { leg_id: "l1", amount: 1, note: 1 } },
      // The row goes, not the leg.
      { row_id: "r2", leg: { leg_id: "l2" } },
      { leg: { leg_id: "l3" } },
    ];
    expect(reported(row, { id: "b", rows, note: 1 })).toStrictEqual([
      "field $.rows[0].leg.note of l1",
      "field $.note of b",
      "item $.rows[1].leg.amount of r2",
      "item $.rows[2].leg.amount of undefined",
    ]);
  });

  it("costs what cannot do without it, and is then told no more itself", () => {
    const row = all(object({}, {}, { tolerant: { card: 1 } }), object({ card: 511 }));
    expect(reported(row, { id: "b", rows: [{ row_id: "r1", card: 1 }] })).toStrictEqual([
      "item $.rows[0].card of r1",
    ]);
    const legs = object({ legs: all(minItems(1), list(leg, true)) });
    expect(reported(legs, { id: "b", rows: [{ row_id: "r1", legs: [{}] }] })).toStrictEqual([
      "item $.rows[0].legs of r1",
    ]);
  });
});

describe("what two parts of an allOf leave out in the same place", () => {
  const part = object({}, {}, { tolerant: { card: 1 }, due: { mid: 1 }, id: "id" });
  const both = all(32, part, object({ id: 1 }, {}, { tolerant: { card: 1, note: 32 }, due: { mid: 1 } }));
  const told = (schema: Schema, body: unknown, isDeep: boolean) => {
    const violations: string[] = [];
    const onViolation = ({ path, actual, id, leftOut }: Violation) =>
      violations.push([path, actual, id, leftOut].join());
    return { ...answerCheck(schema)(body, { ...rules, isDeep, onViolation }), violations };
  };

  it("is told once: a field, one that is missing, an item", () => {
    expect(told(both, { id: "a", card: 4 }, false)).toStrictEqual({
      body: { id: "a" },
      leftOut: [],
      violations: ["$.card,4,a,field", "$.mid,nothing,a,field"],
    });
    const rows = all(list(both, true, "id"), list(object({ card: 1 }), true));
    expect(
      told(
        rows,
        [
          { id: "a", mid: "m" },
          { id: "b", mid: "m", card: "c" },
        ],
        false,
      ),
    ).toStrictEqual({
      body: [{ id: "b", mid: "m", card: "c" }],
      leftOut: ["/0"],
      violations: ["$[0].card,nothing,,item"],
    });
    const twice = all(list(object({ id: 1 }), true, "id"), list(object({ id: 1 }), true, "id"));
    expect(told(twice, [{}, { id: "b" }], false)).toStrictEqual({
      body: [{ id: "b" }],
      leftOut: ["/0"],
      violations: ["$[0].id,nothing,,item"],
    });
  });

  it("is told once of a nest that is too deep, whichever of them may leave more out", () => {
    const deep: unknown = JSON.parse("[".repeat(MAX_JSON_DEPTH + 1) + "]".repeat(MAX_JSON_DEPTH + 1));
    expect(told(both, { id: "a", mid: "m", card: deep }, true).violations).toStrictEqual([
      "$.card,a list of 1,a,field",
    ]);
    const open = all(both, object({}, {}, { tolerant: { card: 511, note: 511 } }));
    const { body, violations } = told(open, { id: "a", mid: "m", note: { x: deep } }, true);
    expect(body).toStrictEqual({ id: "a", mid: "m" });
    expect(violations).toStrictEqual([`$.note.x${"[0]".repeat(10)},a list of 1,,field`]);
  });
});

it("a request may lack what is only missed in answers, and have nothing wrong", () => {
  const check = requestCheck(object({}, {}, { due: { note: 1 } }));
  expect(() => check({}, rules)).not.toThrow();
  expect(() => check({ note: 1 }, rules)).toThrow("$.note: expected string, got 1");
});
