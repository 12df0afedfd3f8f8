// Proves that lists are walked as the spec says they are paged, whatever happens to them meanwhile, and that a key of
// idempotency goes out where the spec has its place.

import { describe, expect, it } from "vitest";
import { filesOf, type JsonObject, SpecRefused } from "../src/index.ts";
import { documentWith, type GeneratedClient, generatedClient } from "./generated-client.ts";

const row = { type: "object", required: ["id"], properties: { id: { type: "string" } } };
const schema: JsonObject = {
  type: "object",
  properties: {
    data: { type: "object", properties: { rows: { type: "array", items: row } } },
    paging: { type: "object", properties: { next: { type: ["string", "null"] } } },
    more: { type: "boolean" },
  },
};
const list = (pagination: JsonObject, schemaOf: JsonObject = schema): JsonObject =>
  documentWith({
    "x-pagination": { items: "data.rows", ...pagination },
    parameters: ["page", "after", "limit"].map((name) => ({
      name,
      in: "query",
      schema: { type: "integer" },
    })),
    responses: { "200": { description: "", content: { "application/json": { schema: schemaOf } } } },
  });

/** A client, and a server that answers each request by its address. */
const walked = async (
  pagination: JsonObject,
  answer: (query: URLSearchParams, nth: number) => { readonly body: object; readonly link?: string },
): Promise<GeneratedClient & { readonly rows: (walk: string, init?: object) => Promise<unknown[]> }> => {
  const client = await generatedClient(list(pagination), {
    answer: (response) => {
      const { url = "" } = client.arrived.at(-1) ?? {};
      const given = answer(new URL(url, "http://a.invalid").searchParams, client.arrived.length);
      response.writeHead(200, {
        "content-type": "application/json",
        ...(given.link && { link: given.link }),
      });
      response.end(JSON.stringify(given.body));
    },
  });
  const rows = async (walk: string, init: object = {}): Promise<unknown[]> => {
    const found: unknown[] = [];
    for await (const one of client.walk("findThings", walk, init)) found.push(one);
    return found;
  };
  return { ...client, rows };
};

const ids = (rows: readonly unknown[]): string => rows.map((one) => Object(one).id).join("");
const page = (rows: string, rest: object = {}) => ({
  data: { rows: [...rows].map((id) => ({ id })) },
  ...rest,
});
const asked = ({ arrived }: GeneratedClient) => arrived.map(({ url }) => url.replace("/things", ""));

describe("pages by offset", () => {
  const names: JsonObject = { items: "found", total: "count", limit: "page", offset: "after", maxLimit: 2 };
  const found: JsonObject = {
    type: "object",
    properties: { found: { type: "array", items: row }, count: { type: "integer" } },
  };

  it("may be asked for by parameters of other names, and counted in another member", async () => {
    const rules: JsonObject = { style: "offset", in: "query", ...names };
    const { "operations.ts": code = "" } = await filesOf("tiny", list(rules, found));
    expect(code).toMatch(
      /findThings: PagedMethod<.*NonNullable<.*\["found"\]>\[number\], Answer<.*>, "after">;/,
    );
    const client = await generatedClient(list(rules, found), {
      answer: (response) => {
        const query = new URL(client.arrived.at(-1)?.url ?? "", "http://a.invalid").searchParams;
        const from = Number(query.get("after"));
        const rows = ["a", "b", "c", "d"].slice(from, from + Number(query.get("page")));
        response.setHeader("content-type", "application/json");
        response.end(JSON.stringify({ found: rows.map((id) => ({ id })), count: 4 }));
      },
    });
    const rows: unknown[] = [];
    for await (const one of client.walk("findThings", "items", {})) rows.push(one);
    expect(ids(rows)).toBe("abcd");
    expect(client.arrived.every(({ url }) => /^\/things\?page=2&after=\d+$/.test(url))).toBe(true);
    const work = () => client.walk("findThings", "items", { query: { after: 1 } });
    expect(work).toThrow("query.after: expected nothing: the walk sets it");
  });

  it.each([{ total: 1 }, { limit: "a.b" }, { offset: "" }])("refuses %j", async (odd) => {
    const work = filesOf("tiny", list({ style: "offset", in: "query", ...names, ...odd }, found));
    await expect(work).rejects.toThrow("x-pagination needs style: offset");
  });
});

describe("pages by the last row", () => {
  it("do not end where no row of a page is right", async () => {
    const rows: JsonObject = { type: "array", "x-independent-items": true, items: row };
    const document = list(
      { style: "cursor", in: "query", cursor: "after", items: "rows", next: { row: "id" } },
      { type: "object", properties: { rows } },
    );
    const client = await generatedClient(document, {
      answer: (response) => response.setHeader("content-type", "application/json").end('{"rows":[{"id":1}]}'),
    });
    const walk = client.walk("findThings", "items", { onViolation: () => {} });
    await expect(walk[Symbol.asyncIterator]().next()).rejects.toThrow("no row of a page is right");
  });
});

describe("pages by number", () => {
  const rules: JsonObject = { style: "page", in: "query", page: "page" };
  /** Pages of two of a list that may be another at each request. */
  const paged = (letters: (nth: number) => string) => (query: URLSearchParams, nth: number) => {
    const number = Number(query.get("page"));
    return { body: page(letters(nth).slice((number - 1) * 2, number * 2)) };
  };

  it("are read up to one without rows, twice to be sure of them all; a stream asks for what is looked at", async () => {
    const client = await walked(
      rules,
      paged(() => "abcde"),
    );
    expect(ids(await client.rows("items", { query: { limit: 2 } }))).toBe("abcde");
    expect(asked(client).slice(0, 4)).toStrictEqual([1, 2, 3, 4].map((nth) => `?limit=2&page=${nth}`));
    expect(client.arrived).toHaveLength(8);
    for await (const one of client.walk("findThings", "stream", {})) {
      expect(one).toStrictEqual({ id: "a" });
      break;
    }
    expect(client.arrived).toHaveLength(9);
  });

  it("lose no row though one before it goes meanwhile", async () => {
    // Without "a", "c" is on the first page when the second is read.
    const client = await walked(
      rules,
      paged((nth) => (nth < 2 ? "abcde" : "bcde")),
    );
    expect(
      ids(await client.rows("items"))
        .split("")
        .sort()
        .join(""),
    ).toBe("bcde");
  });

  it("that never keep still are given up, and so is a server that repeats its last page", async () => {
    let letters = "abcdefgh";
    const moving = await walked(rules, (query) => {
      letters = letters.slice(1) + letters[0];
      return paged(() => letters)(query, 0);
    });
    await expect(moving.rows("items")).rejects.toThrow("kept changing the list of findThings");
    const repeating = await walked(rules, () => ({ body: page("ab") }));
    await expect(repeating.rows("items")).rejects.toThrow("gives the list of findThings no end");
  });

  it("end where the answer says so, and begin where the spec does", async () => {
    const client = await walked({ ...rules, first: 0, hasMore: "more" }, (query) => ({
      body: page(query.get("page") === "0" ? "ab" : "cd", { more: query.get("page") === "0" }),
    }));
    expect(ids(await client.rows("stream"))).toBe("abcd");
    expect(asked(client)).toStrictEqual(["?page=0", "?page=1"]);
    await expect(client.rows("items", { query: { page: 2 } })).rejects.toThrow(
      "query.page: expected nothing: the walk sets it, got 2",
    );
  });
});

describe("pages by cursor", () => {
  const rules: JsonObject = { style: "cursor", in: "query", cursor: "after", next: "paging.next" };

  it("are not asked for with what their parameter cannot be", async () => {
    const client = await walked(rules, (query) => ({
      body: query.has("after")
        ? page("cb", { paging: { next: null } })
        : page("ab", { paging: { next: "7" } }),
    }));
    // The parameter is a number in this spec, so the text of the cursor breaks it before anything is sent.
    await expect(client.rows("items")).rejects.toThrow("query.after: expected integer");
  });

  it("by the id of the last row, as long as there are more", async () => {
    const numbered = { type: "object", properties: { id: { type: "integer" } } };
    const client = await generatedClient(
      list(
        {
          style: "cursor",
          in: "query",
          cursor: "after",
          next: { row: "id" },
          hasMore: "more",
          items: "rows",
        },
        {
          type: "object",
          properties: { rows: { type: "array", items: numbered }, more: { type: "boolean" } },
        },
      ),
      {
        answer: (response) => {
          const isFirst = !client.arrived.at(-1)?.url.includes("after=2");
          const rows = isFirst ? [{ id: 1 }, { id: 2 }] : [{ id: 2 }, { id: 3 }];
          response.end(JSON.stringify({ rows, more: isFirst }));
        },
      },
    );
    const pages: unknown[] = [];
    for await (const one of client.walk("findThings", "pages", {})) pages.push(one);
    expect(pages).toStrictEqual([[{ id: 1 }, { id: 2 }], [{ id: 3 }]]);
    expect(asked(client)).toStrictEqual(["", "?after=2"]);
  });
});

describe("pages by link", () => {
  it.each([
    ["in the body", { next: "paging.next" }],
    ["in the header Link", { next: { header: true } }],
  ])("%s lead to the next, with its own query", async (place, next) => {
    const client = await walked({ style: "link", ...next }, (query) => {
      const target = query.has("cursor") ? undefined : "/things?cursor=a%2Bb&limit=2";
      return {
        body: page(query.has("cursor") ? "bc" : "ab", {
          paging: { next: place === "in the body" ? target : null },
        }),
        ...(target !== undefined && { link: `</things?cursor=z>; rel="prev", <${target}>; rel="next"` }),
      };
    });
    expect(ids(await client.rows("items", { query: { limit: 2 } }))).toBe("abc");
    expect(asked(client)).toStrictEqual(["?limit=2", "?cursor=a%2Bb&limit=2"]);
  });

  it.each(["https://evil.invalid/things?a=1", "/other?a=1", "http://a:b@[", "//evil.invalid/things"])(
    "that lead elsewhere are not followed: %s",
    async (next) => {
      const client = await walked({ style: "link", next: "paging.next" }, () => ({
        body: page("ab", { paging: { next } }),
      }));
      await expect(client.rows("items")).rejects.toThrow("expected a link to another page of the same list");
      expect(client.arrived).toHaveLength(1);
    },
  );

  it("that come back to a page that was read are a list without an end", async () => {
    const client = await walked({ style: "link", next: "paging.next" }, (_, nth) => ({
      body: page(String.fromCharCode(96 + nth), { paging: { next: `?cursor=${nth % 2}` } }),
    }));
    await expect(client.rows("items")).rejects.toThrow("a page leads to one that was read before");
  });
});

describe("x-pagination", () => {
  it.each([
    [{ style: "page", in: "query" }, "needs items: a member or null, in: query or body, page: the parameter"],
    [
      { style: "cursor", in: "query", cursor: "after" },
      "needs items: a member or null, in: query or body, cursor",
    ],
    [{ style: "link", next: true }, "needs items: a member or null, next: a member or { header: true }"],
    [{ style: "link", next: "a", in: "query" }, "style: link needs"],
    [{ style: "page", in: "query", page: "page", items: "more" }, "x-pagination: more is no list"],
    [{ style: "seek" }, "or style: page, cursor or link"],
  ])("%j is refused", async (pagination, expected) => {
    await expect(filesOf("tiny", list(pagination))).rejects.toThrow(SpecRefused);
    await expect(filesOf("tiny", list(pagination))).rejects.toThrow(expected);
  });

  it("keeps from a walk, by its type, what the walk sets", async () => {
    const { "operations.ts": code } = await filesOf(
      "tiny",
      list({ style: "page", in: "query", page: "page" }),
    );
    expect(code).toMatch(
      /PagedMethod<\[.*\], "query", .*, NonNullable<NonNullable<Spec.*\["data"\]>\["rows"\]>\[number\], Answer<.*>, "page">;/,
    );
  });
});

describe("an idempotency key in a header", () => {
  const header = { name: "Idempotency-Key", in: "header", required: true, schema: { type: "string" } };
  const document = (parameters: readonly JsonObject[]): JsonObject =>
    documentWith({
      "x-retry": "keyed",
      "x-idempotency-key": { in: "header", name: "Idempotency-Key" },
      parameters,
    });

  it.each([
    ["and is a parameter", [header]],
    ["alone", []],
  ])("goes out %s, the same over all attempts, unless the caller has one", async (_, parameters) => {
    const client = await generatedClient(document(parameters), {
      answer: (response) =>
        response.writeHead(client.arrived.length < 2 ? 503 : 204, { "retry-after": "0" }).end(),
    });
    await client.call("findThings");
    const keys = client.arrived.map(({ headers }) => headers["idempotency-key"]);
    expect(keys[0]).toMatch(/^[\da-f-]{36}$/);
    expect(keys).toStrictEqual([keys[0], keys[0]]);
    await client.call("findThings", { headers: { "idempotency-key": "mine" } });
    expect(client.arrived.at(-1)?.headers["idempotency-key"]).toBe("mine");
  });

  it("is that of the parameter where the caller gives it there", async () => {
    const client = await generatedClient(document([header]));
    await client.call("findThings", { header: { "Idempotency-Key": "mine" } });
    expect(client.arrived[0]?.headers["idempotency-key"]).toBe("mine");
  });

  it.each([{ in: "query", name: "key" }, { in: "header" }])("is refused as %j", async (key) => {
    const work = filesOf("tiny", documentWith({ "x-retry": "keyed", "x-idempotency-key": key }));
    await expect(work).rejects.toThrow("x-idempotency-key is a body member, or { in: header, name: … }");
  });
});
