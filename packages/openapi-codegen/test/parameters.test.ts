// Proves that every parameter is written as its spec says, or refused when the client is generated; and that a call
// which breaks its spec is not sent.

import { RequestInvalid } from "@tieout/http";
import { describe, expect, it } from "vitest";
import { filesOf, type JsonObject, SpecRefused } from "../src/index.ts";
import { documentWith, generatedClient } from "./generated-client.ts";

const list: JsonObject = { type: "array", items: { type: "string" } };
const object: JsonObject = { type: "object", properties: { R: { type: "integer" }, G: { type: "integer" } } };
const text: JsonObject = { type: "string" };
const query = (rules: JsonObject): JsonObject => ({ name: "color", in: "query", ...rules });

describe("a parameter goes out as its spec says", () => {
  it.each([
    [query({ schema: list }), ["a", "b"], "?color=a&color=b"],
    [query({ schema: list, explode: false }), ["a", "b"], "?color=a,b"],
    [query({ schema: list, style: "pipeDelimited" }), ["a", "b"], "?color=a%7Cb"],
    [query({ schema: list, style: "spaceDelimited", explode: false }), ["a", "b"], "?color=a%20b"],
    [query({ schema: object }), { R: 1, G: 2 }, "?R=1&G=2"],
    [query({ schema: object, explode: false }), { R: 1, G: 2 }, "?color=R,1,G,2"],
    [query({ schema: object, style: "deepObject" }), { R: 1, G: 2 }, "?color%5BR%5D=1&color%5BG%5D=2"],
    [query({ schema: text, allowReserved: true }), "a/b:c", "?color=a/b:c"],
    [query({ content: { "application/json": { schema: object } } }), { R: 1 }, "?color=%7B%22R%22%3A1%7D"],
  ])("%j", async (parameter, value, expected) => {
    const client = await generatedClient(documentWith({ parameters: [parameter] }));
    await client.call("findThings", { query: { color: value } });
    expect(client.arrived[0]?.url).toBe(`/things${expected}`);
  });

  it("in headers and cookies", async () => {
    const parameters = [
      { name: "X-Colors", in: "header", schema: list },
      { name: "X-Json", in: "header", content: { "application/json": { schema: object } } },
      { name: "session", in: "cookie", schema: text },
    ];
    const client = await generatedClient(documentWith({ parameters }));
    const header = { "X-Colors": ["a", "b"], "X-Json": { R: 1 } };
    await client.call("findThings", { header, cookie: { session: "s 1" } });
    expect(client.arrived[0]?.headers).toMatchObject({
      "x-colors": "a,b",
      "x-json": '{"R":1}',
      cookie: "session=s%201",
    });
  });

  it.each([
    [{ style: "simple" }, "/things/a,b"],
    [{ style: "label", explode: true }, "/things/.a.b"],
    [{ style: "matrix", explode: true }, "/things/;ids=a;ids=b"],
  ])("in the path, %j", async (rules, expected) => {
    const parameter = { name: "ids", in: "path", required: true, schema: list, ...rules };
    const { paths, ...rest } = documentWith({ parameters: [parameter] });
    const text = JSON.stringify(paths).replace("/things", "/things/{ids}");
    const client = await generatedClient({ ...rest, paths: JSON.parse(text) });
    await client.call("findThings", { path: { ids: ["a", "b"] } });
    expect(client.arrived[0]?.url).toBe(expected);
  });

  it("an operation's own parameter stands in place of its path's", async () => {
    const document = documentWith({ parameters: [query({ schema: list, explode: false })] });
    const shared = JSON.stringify(query({ schema: list }));
    const edited = JSON.stringify(document).replace('{"get":', `{"parameters":[${shared}],"get":`);
    const client = await generatedClient(JSON.parse(edited));
    await client.call("findThings", { query: { color: ["a", "b"] } });
    expect(client.arrived[0]?.url).toBe("/things?color=a,b");
  });

  it("headers that OpenAPI takes from elsewhere are no parameters", async () => {
    const owned = ["Accept", "Content-Type", "Authorization"].map((name) => ({
      name,
      in: "header",
      schema: text,
    }));
    const client = await generatedClient(documentWith({ parameters: owned }));
    await client.call("findThings");
    await expect(client.call("findThings", { header: { Accept: "text/csv" } })).rejects.toThrow(
      RequestInvalid,
    );
  });
});

describe("a parameter that no client could write is refused", () => {
  it.each([
    [
      query({ schema: list, style: "simple" }),
      "style is one of form, spaceDelimited, pipeDelimited, deepObject",
    ],
    [
      query({ schema: list, style: "pipeDelimited", explode: true }),
      "pipeDelimited is for lists and objects",
    ],
    [query({ schema: text, style: "spaceDelimited" }), "spaceDelimited is for lists and objects"],
    [query({ schema: text, style: "deepObject" }), "deepObject is for objects"],
    [
      query({ schema: object, style: "deepObject", explode: false }),
      "deepObject is for objects with explode: true",
    ],
    [query({}), "has neither schema nor content"],
    [query({ content: { "text/csv": { schema: text } } }), "content is JSON alone"],
    [query({ schema: text, content: { "application/json": { schema: text } } }), "content is JSON alone"],
    [{ name: "c", in: "cookie", schema: list }, "a list or object in a cookie needs explode: false"],
    [
      { name: "c", in: "cookie", content: { "application/json": { schema: text } } },
      "no cookie can hold JSON",
    ],
    [{ name: "c", in: "body", schema: text }, "is in path, query, header, cookie"],
    [{ name: "id", in: "path", required: true, schema: text }, "/things has no {id}"],
  ])("%j", async (parameter, expected) => {
    const work = filesOf("tiny", documentWith({ parameters: [parameter] }));
    await expect(work).rejects.toThrow(SpecRefused);
    await expect(work).rejects.toThrow(`findThings: `);
    await expect(work).rejects.toThrow(expected);
  });

  it("and so is a path that names what no parameter describes", async () => {
    const text = JSON.stringify(documentWith({})).replace("/things", "/things/{id}");
    await expect(filesOf("tiny", JSON.parse(text))).rejects.toThrow(
      "no parameter says what {id} of /things/{id} is",
    );
  });
});

describe("a call that breaks its spec is not sent", () => {
  const parameters = [
    { name: "limit", in: "query", schema: { type: "integer", minimum: 1, maximum: 100 } },
    { name: "state", in: "query", schema: { type: "string", enum: ["open", "shut"] } },
    { name: "states", in: "query", schema: list },
    { name: "since", in: "query", schema: { type: "string", format: "date-time" } },
    { name: "X-Tenant", in: "header", required: true, schema: { type: "string", minLength: 2 } },
  ];
  const right = { header: { "X-Tenant": "t1" } };

  it.each([
    [{ query: { limit: 0 } }, "query.limit: expected a number >= 1, got 0"],
    [{ query: { limit: "5" } }, 'query.limit: expected integer, got "5"'],
    [{ query: { state: "ajar" } }, 'query.state: expected one of open, shut, got "ajar"'],
    [{ query: { states: [] } }, "query.states: expected at least 1 item, got a list of 0"],
    [{ query: { states: null } }, "query.states: expected a text, number or boolean, got null"],
    [{ query: { since: new Date(0) } }, "query.since: expected a text, number or boolean, got a Date"],
    [{ query: { since: "yesterday" } }, "query.since: expected a text of the format date-time"],
    [{ query: { limits: 5 } }, "query.limits: expected nothing: the spec has no such parameter, got a value"],
    [{ header: { "X-Tenant": "t" } }, 'header["X-Tenant"]: expected at least 2 characters'],
    [{ header: {} }, 'header["X-Tenant"]: expected a value, got nothing'],
    [{ path: { id: "a" } }, "path.id: expected nothing: the spec has no such parameter, got a value"],
    [{ cookie: { id: "a" } }, "cookie.id: expected nothing: the spec has no such parameter, got a value"],
  ])("%j", async (init, expected) => {
    const client = await generatedClient(documentWith({ parameters }));
    const error = await client.call("findThings", { ...right, ...init }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(RequestInvalid);
    expect(String(error)).toContain(expected);
    expect(client.arrived).toStrictEqual([]);
  });

  it("and one that keeps to it is", async () => {
    const client = await generatedClient(documentWith({ parameters }));
    await client.call("findThings", {
      ...right,
      query: { limit: 5, state: "open", states: ["a"], since: undefined },
    });
    expect(client.arrived[0]?.url).toBe("/things?limit=5&state=open&states=a");
  });
});
