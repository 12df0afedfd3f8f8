// Proves that a fake answers lists of every kind so that a walk of them ends, and takes and gives bodies other than JSON.

import { expect, it } from "vitest";
import {
  answerCheck,
  bindOperations,
  bytesAnswer,
  bytesBody,
  type CallInit,
  type CallMethod,
  cursorWalk,
  formBody,
  linkWalk,
  type Operation,
  type Pagination,
  pageWalk,
  partsBody,
  type Schema,
  textAnswer,
  textBody,
  transport,
  type Validator,
} from "../../src/index.ts";
import { constant, object } from "../../src/schema.ts";
import { exampleApi } from "../../src/testing.ts";

interface Walked extends CallMethod {
  readonly items: (init?: CallInit) => AsyncIterable<unknown>;
}

/** A client whose server is a fake of these operations, each with one example. */
const together = (
  given: Readonly<Record<string, Partial<Operation>>>,
  {
    example,
    check = 511,
    queries = {},
  }: {
    readonly example: unknown;
    readonly check?: Schema;
    readonly queries?: Readonly<Record<string, Validator>>;
  },
) => {
  const operations = Object.fromEntries(
    Object.entries(given).map(([id, rest]): readonly [string, Operation] => [
      id,
      { id, method: "GET", path: `/${id}`, retry: "safe", ...rest },
    ]),
  );
  const checks = { response: answerCheck(check) };
  const validators = Object.fromEntries(Object.keys(given).map((id) => [id, checks]));
  const examples = Object.fromEntries(Object.keys(given).map((id) => [id, { 200: { one: example } }]));
  const api = exampleApi({ api: "Till", operations, validators, queries, examples });
  const methods = bindOperations<Readonly<Record<string, Walked>>>({
    ...{ api: "Till", operations, validators, baseUrl: "https://till.invalid" },
    transport: transport({ api: "Till", fetch: api.fetch }),
  });
  return { api, methods };
};

const rows = [{ id: 1 }, { id: 2 }];

it.each<[string, Operation["walks"], unknown, number]>([
  ["by number", pageWalk({ items: null, in: "query", page: "page" }), rows, 2],
  [
    "by number from nought, with a sign of more",
    pageWalk({ items: "data.rows", in: "query", page: "page", first: 0, hasMore: "data.more" }),
    { data: { rows, more: true } },
    1,
  ],
  [
    "by cursor",
    cursorWalk({ items: "rows", in: "query", cursor: "after", next: "meta.next" }),
    { rows, meta: { next: "abc" } },
    1,
  ],
  [
    "by the last row",
    cursorWalk({ items: "rows", in: "query", cursor: "after", next: { row: "id" } }),
    { rows },
    2,
  ],
  [
    "by link",
    linkWalk({ items: "rows", next: "next" }),
    { rows, next: "https://till.invalid/list?page=2" },
    1,
  ],
  ["by a link in the header", linkWalk({ items: "rows", next: { header: true } }), { rows }, 1],
])("a list %s is one page, and a walk of it ends", async (_, walks, example, asked) => {
  const { api, methods } = together({ list: { ...(walks && { walks }) } }, { example });
  const found: unknown[] = [];
  for await (const row of methods["list"]?.items() ?? []) found.push(row);
  expect(found).toStrictEqual(rows);
  expect(api.asked).toHaveLength(asked);
});

it("a list by an offset of other names is cut to the page that was asked for", async () => {
  const names: Pagination = {
    style: "offset",
    in: "query",
    items: "rows",
    total: true,
    id: "id",
    limit: "size",
    offset: "start",
  };
  const three = [...rows, { id: 3 }];
  /** The texts of the query as what the spec says. */
  const read = (query: unknown): boolean =>
    Object.assign(Object(query), { size: 1, start: 1, limit: 2, offset: 0 }) === query;
  const { methods } = together(
    { list: { pagination: names } },
    { example: { rows: three }, queries: { list: read } },
  );
  const answer = await methods["list"]?.({ query: { size: 1, start: 1, limit: 2, offset: 0 } });
  expect(answer?.data).toStrictEqual({ rows: [{ id: 2 }], total: 3 });
});

it("what is asked for behind a cursor has no row, though the cursor is 1", async () => {
  const walks = cursorWalk({ items: "rows", in: "query", cursor: "after", next: "next" });
  const { methods } = together({ list: { walks } }, { example: { rows, next: "abc" } });
  expect((await methods["list"]?.({ query: { after: "1" } }))?.data).toStrictEqual({ rows: [] });
});

it.each([[null], [""], [undefined]])("a list ends in the way that its spec takes: %j", async (end) => {
  const check = end === undefined ? object({}, { next: 0 }) : object({ next: constant(end) });
  const walks = cursorWalk({ items: "rows", in: "query", cursor: "after", next: "next" });
  const { methods } = together({ list: { walks } }, { example: { rows, next: "abc" }, check });
  expect((await methods["list"]?.())?.data).toStrictEqual({ rows, ...(end !== undefined && { next: end }) });
});

it("bodies of every kind arrive as what they are", async () => {
  const method = "POST";
  const { api, methods } = together(
    {
      form: { method, writes: formBody({}) },
      parts: { method, writes: partsBody({ file: { isFile: true } }) },
      text: { method, writes: textBody("text/csv") },
      bytes: { method, writes: bytesBody("image/png") },
    },
    { example: {} },
  );
  await methods["form"]?.({ body: { a: "b c", list: ["x", "y"] } });
  await methods["parts"]?.({ body: { note: "n", file: new Blob(["abc"]) } });
  await methods["text"]?.({ body: '"a";1' });
  await methods["bytes"]?.({ body: new Uint8Array([0, 255]) });
  const [form, parts, text, bytes] = api.asked.map(({ body }) => body);
  expect([form, text]).toStrictEqual([{ a: "b c", list: ["x", "y"] }, '"a";1']);
  expect(
    parts instanceof FormData && [parts.get("note"), await Object(parts.get("file")).text()],
  ).toStrictEqual(["n", "abc"]);
  expect(bytes instanceof Blob && [bytes.type, ...(await bytes.bytes())]).toStrictEqual([
    "image/png",
    0,
    255,
  ]);
});

it("answers of every kind come as what they are", async () => {
  const { methods } = together(
    {
      csv: { accept: "text/csv", reads: textAnswer },
      pdf: { accept: "application/pdf", reads: bytesAnswer },
      hal: { accept: "application/hal+json" },
      anyText: { accept: "text/*", reads: textAnswer },
      anyBytes: { accept: "*/*", reads: bytesAnswer },
      anyPicture: { accept: "image/*", reads: bytesAnswer },
    },
    { example: "a;b" },
  );
  const csv = await methods["csv"]?.();
  expect([csv?.data, csv?.response.headers.get("content-type")]).toStrictEqual(["a;b", "text/csv"]);
  const pdf: unknown = (await methods["pdf"]?.())?.data;
  expect(pdf instanceof ReadableStream && (await new Response(pdf).text())).toBe("a;b");
  expect((await methods["anyText"]?.())?.data).toBe("a;b");
  for (const name of ["anyBytes", "anyPicture"])
    expect(await new Response(Object((await methods[name]?.())?.data)).text()).toBe("a;b");
  expect((await methods["hal"]?.())?.data).toBe("a;b");
});
