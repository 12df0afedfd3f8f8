// Proves that what x-pagination names is there, and that no walk of a list ends early because a page does not say all.

import { expect, it } from "vitest";
import { filesOf, type JsonObject } from "../src/index.ts";
import { documentWith, generatedClient } from "./generated-client.ts";

const row: JsonObject = { type: "object", required: ["id"], properties: { id: { type: "string" } } };
const text: JsonObject = { type: "string" };
const answer: JsonObject = {
  type: "object",
  properties: {
    rows: { type: "array", items: { allOf: [row] } },
    more: { type: "boolean" },
    next: text,
    paging: { allOf: [{ type: "object", properties: { next: text, total: { type: "integer" } } }] },
    open: { type: "object" },
  },
};
const json = (schema: JsonObject): JsonObject => ({
  description: "",
  content: { "application/json": { schema } },
});
const list = (
  pagination: JsonObject,
  schema: JsonObject = answer,
  responses: JsonObject = { "200": json(schema) },
): JsonObject =>
  documentWith({
    "x-retry": "safe",
    "x-pagination": { items: "rows", ...(pagination["style"] !== "link" && { in: "query" }), ...pagination },
    parameters: ["after", "page[after]", "limit", "offset"].map((name) => ({
      name,
      in: "query",
      schema: {},
    })),
    responses,
  });

const cursor: JsonObject = { style: "cursor", cursor: "after", next: "next" };
const byRow: JsonObject = { ...cursor, next: { row: "id" } };
const byPage: JsonObject = { style: "page", page: "after" };

it.each([
  [{ ...cursor, cursor: "aftr" }, "cursor: aftr is no parameter of the query"],
  [{ ...byPage, page: "nth" }, "page: nth is no parameter of the query"],
  [{ style: "offset", total: false, limit: "size" }, "limit: size is no parameter of the query"],
  [{ style: "offset", total: false, offset: "start" }, "offset: start is no parameter of the query"],
  [{ ...cursor, in: "body" }, "cursor: after is no member of the body"],
  [{ ...cursor, next: "nxt" }, "next: nxt is no member of the answer"],
  [{ ...cursor, next: "paging.after" }, "next: paging.after is no member of the answer"],
  [{ ...cursor, next: { row: "key" } }, "next: key is no member of a row"],
  [{ ...byPage, hasMore: "mor" }, "hasMore: mor is no member of the answer"],
  [{ ...byPage, hasMore: "next" }, "hasMore: next is no boolean"],
  [{ style: "offset", total: true }, "total: total is no member of the answer"],
  [{ style: "link", next: "links" }, "next: links is no member of the answer"],
])("%j is refused", async (pagination, said) => {
  await expect(filesOf("tiny", list(pagination))).rejects.toThrow(`findThings: x-pagination: ${said}`);
});

it.each([
  [{ ...cursor, next: "paging.next" }],
  [{ ...cursor, next: "open.anything" }],
  [{ ...cursor, cursor: "page[after]" }],
  [{ ...cursor, cursor: "after.inside" }],
])("%j is taken", async (pagination) => {
  const { "operations.ts": code } = await filesOf("tiny", list(pagination));
  // Known by its id, which it has of a part.
  expect(code).toContain('cursorWalk({"id":"id","items":"rows"');
});

it.each<[string, JsonObject, string]>([
  ["two bodies", { "200": json(answer), "201": json(row) }, "walks answers of one kind"],
  ["a body and none", { "200": json(answer), "204": { description: "" } }, "walks answers of one kind"],
  ["no JSON", { "200": { description: "", content: { "text/plain": {} } } }, "walks answers of JSON"],
])("a list that answers with %s is refused", async (_, responses, said) => {
  const work = filesOf("tiny", list(cursor, answer, responses));
  await expect(work).rejects.toThrow(`findThings: x-pagination ${said}`);
});

it("a row of a list by offset is known by its id, though rows are not independent", async () => {
  const { "operations.ts": code } = await filesOf("tiny", list({ style: "offset", total: false }));
  expect(code).toMatch(/"pagination": \{[^}]*"id": "id"/);
});

it("a list by offset may lie inside another member, and need not be there", async () => {
  const inside: JsonObject = {
    type: "object",
    properties: { rows: { type: "array", items: row }, all: { type: "integer" } },
  };
  const schema: JsonObject = { type: "object", properties: { data: inside } };
  const document = list({ style: "offset", items: "data.rows", total: "data.all", maxLimit: 2 }, schema);
  const { "operations.ts": code } = await filesOf("tiny", document);
  expect(code).toContain(
    'NonNullable<NonNullable<Spec["findThings"]["responses"][200]["content"]["application/json"]["data"]>["rows"]>[number]',
  );
  const client = await generatedClient(document, {
    answer: (response) => {
      const from = Number(
        new URL(client.arrived.at(-1)?.url ?? "", "http://a.invalid").searchParams.get("offset"),
      );
      const rows = ["a", "b", "c"].slice(from, from + 2).map((id) => ({ id }));
      response.setHeader("content-type", "application/json").end(JSON.stringify({ data: { rows, all: 3 } }));
    },
  });
  const found: unknown[] = [];
  for await (const one of client.walk("findThings", "items", {})) found.push(one);
  expect(found).toStrictEqual([{ id: "a" }, { id: "b" }, { id: "c" }]);
});

it.each([
  [{ ...cursor, next: "next" }, "next"],
  [{ ...byPage, hasMore: "more" }, "more"],
])("%j may not be left out of an answer", async (pagination, name) => {
  const { "x-strict": _, ...given } = answer;
  const strict = (members: readonly string[]) => list(pagination, { ...given, "x-strict": members });
  await expect(filesOf("tiny", strict(["rows"]))).rejects.toThrow(
    `x-pagination walks ${name}, so x-strict must name it`,
  );
  await filesOf("tiny", strict(["rows", name]));
});

/** What a walk finds of a list of four, two a page, of which each page says what `said` gives. */
const walked = async (
  pagination: JsonObject,
  said: (from: number) => object,
): Promise<{ readonly ids: () => Promise<string>; readonly asked: () => number }> => {
  const client = await generatedClient(list(pagination), {
    answer: (response) => {
      const at = new URL(client.arrived.at(-1)?.url ?? "", "http://a.invalid").searchParams.get("after");
      const from = pagination["style"] === "page" ? (Number(at) - 1) * 2 : Number(at ?? 0);
      const rows = ["1", "2", "3", "4"].slice(from, from + 2).map((id) => ({ id }));
      response.setHeader("content-type", "application/json").end(JSON.stringify({ rows, ...said(from) }));
    },
  });
  const ids = async () => {
    const found: string[] = [];
    for await (const one of client.walk("findThings", "stream", {})) found.push(Object(one).id);
    return found.join("");
  };
  return { ids, asked: () => client.arrived.length };
};

it.each([
  ["by number", { ...byPage, hasMore: "more" }],
  ["by its last row", { ...byRow, hasMore: "more" }],
])("a page %s that does not say whether there are more is no end", async (_, pagination) => {
  const { ids, asked } = await walked(pagination, () => ({}));
  expect(await ids()).toBe("1234");
  expect(asked()).toBe(3);
});

it("a page by cursor that does not say whether there are more leads to the next", async () => {
  const { ids } = await walked({ ...cursor, hasMore: "more" }, (from) => (from === 0 ? { next: "2" } : {}));
  expect(await ids()).toBe("1234");
});

it.each([
  ["by cursor", { ...cursor, hasMore: "more" }, {}],
  ["by its last row", { ...byRow, hasMore: "more" }, { rows: [] }],
])("a page %s that says there are more, and not where, is no end", async (_, pagination, rest) => {
  const { ids } = await walked(pagination, () => ({ more: true, ...rest }));
  await expect(ids()).rejects.toThrow("a page says that there is more, and not where");
});

it("a page by number without a row, of which it is said that there are more, is no end", async () => {
  const { ids, asked } = await walked({ ...byPage, hasMore: "more" }, (from) =>
    from === 0 ? { rows: [], more: true } : { more: false },
  );
  expect(await ids()).toBe("34");
  expect(asked()).toBe(2);
});

it("a last row without the member that leads on is no end", async () => {
  const loose: JsonObject = { ...row, required: [], properties: { id: text, at: text } };
  const schema: JsonObject = { type: "object", properties: { rows: { type: "array", items: loose } } };
  const client = await generatedClient(list({ ...cursor, next: { row: "at" } }, schema), {
    answer: (response) => response.setHeader("content-type", "application/json").end('{"rows":[{"id":"1"}]}'),
  });
  const walk = client.walk("findThings", "items", {})[Symbol.asyncIterator]();
  await expect(walk.next()).rejects.toThrow("a page says that there is more, and not where");
});
