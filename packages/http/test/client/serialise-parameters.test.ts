// Proves what stands on the wire for each way of writing a parameter. The expected texts are those of OpenAPI 3.1's
// table of style examples and of RFC 6570, sections 1.2 and 3.2, which the styles are defined by.

import type { IncomingHttpHeaders } from "node:http";
import { describe, expect, it } from "vitest";
import {
  type Answer,
  bindOperations,
  type CallInit,
  type Operation,
  type Parameter,
  RequestInvalid,
  transport,
} from "../../src/index.ts";
import { rejection } from "../calls.ts";
import { serve } from "../loopback.ts";

interface Methods {
  find(init: CallInit): Promise<Answer<undefined>>;
}

/** What the server got last; nothing where nothing was sent. */
let received: { readonly url: string; readonly headers: IncomingHttpHeaders } | undefined;

const clientOf = async (operation: Operation): Promise<Methods> => {
  received = undefined;
  const { url: baseUrl } = await serve((incoming, response) => {
    received = { url: incoming.url ?? "", headers: incoming.headers };
    response.writeHead(204).end();
  });
  const send = transport({ api: "Till" });
  return bindOperations<Methods>({
    api: "Till",
    operations: { find: operation },
    validators: {},
    baseUrl,
    transport: send,
  });
};

const find: Operation = { id: "find", method: "GET", path: "/a", retry: "never" };

/** What follows on `/a` in the address. */
const send = async (parameter: Omit<Parameter, "name">, value: unknown, name = "color") => {
  const path = parameter.in === "path" ? `/a/{${name}}` : "/a";
  const client = await clientOf({ ...find, path, parameters: [{ name, ...parameter }] });
  await client.find({ [parameter.in]: { [name]: value } });
  return received?.url.slice("/a".length);
};

const list = ["blue", "black", "brown"];
const object = { R: 100, G: 200, B: 150 };

describe("OpenAPI's table of style examples, in the query", () => {
  it.each([
    ["form", false, "", "?color="],
    ["form", true, "", "?color="],
    ["form", false, "blue", "?color=blue"],
    ["form", true, "blue", "?color=blue"],
    ["form", false, list, "?color=blue,black,brown"],
    ["form", true, list, "?color=blue&color=black&color=brown"],
    ["form", false, object, "?color=R,100,G,200,B,150"],
    ["form", true, object, "?R=100&G=200&B=150"],
    ["spaceDelimited", false, list, "?color=blue%20black%20brown"],
    ["spaceDelimited", false, object, "?color=R%20100%20G%20200%20B%20150"],
    ["pipeDelimited", false, list, "?color=blue%7Cblack%7Cbrown"],
    ["pipeDelimited", false, object, "?color=R%7C100%7CG%7C200%7CB%7C150"],
    ["deepObject", true, object, "?color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"],
  ] as const)("%s, explode: %s, %j", async (style, explode, value, expected) => {
    expect(await send({ in: "query", style, explode }, value)).toBe(expected);
  });

  it("form and explode are what holds where nothing is said", async () => {
    expect(await send({ in: "query" }, list)).toBe("?color=blue&color=black&color=brown");
  });

  it("deepObject reaches into objects and lists inside, which OpenAPI leaves open", async () => {
    const value = { created: { gte: 1 }, ids: ["a", { b: true }] };
    expect(decodeURIComponent((await send({ in: "query", style: "deepObject" }, value)) ?? "")).toBe(
      "?color[created][gte]=1&color[ids][0]=a&color[ids][1][b]=true",
    );
  });

  it("content of JSON is written as JSON", async () => {
    expect(await send({ in: "query", isJson: true }, { a: [1, null] })).toBe(
      "?color=%7B%22a%22%3A%5B1%2Cnull%5D%7D",
    );
  });
});

describe("OpenAPI's table of style examples, in the path", () => {
  it.each([
    ["matrix", false, "blue", "/;color=blue"],
    ["matrix", true, "blue", "/;color=blue"],
    ["matrix", false, list, "/;color=blue,black,brown"],
    ["matrix", true, list, "/;color=blue;color=black;color=brown"],
    ["matrix", false, object, "/;color=R,100,G,200,B,150"],
    ["matrix", true, object, "/;R=100;G=200;B=150"],
    ["label", false, "blue", "/.blue"],
    ["label", false, list, "/.blue,black,brown"],
    ["label", true, list, "/.blue.black.brown"],
    ["label", false, object, "/.R,100,G,200,B,150"],
    ["label", true, object, "/.R=100.G=200.B=150"],
    ["simple", false, "blue", "/blue"],
    ["simple", false, list, "/blue,black,brown"],
    ["simple", true, list, "/blue,black,brown"],
    ["simple", false, object, "/R,100,G,200,B,150"],
    ["simple", true, object, "/R=100,G=200,B=150"],
  ] as const)("%s, explode: %s, %j", async (style, explode, value, expected) => {
    expect(await send({ in: "path", style, explode }, value)).toBe(expected);
  });

  it.each([["a/b"], ["a?b"], ["a#b"], ["a b"], [".."], [""], [["a", "b/c"]], [null], [undefined]])(
    "%j would lead elsewhere, so nothing is sent",
    async (value) => {
      expect(await rejection(send({ in: "path" }, value))).toBeInstanceOf(RequestInvalid);
      expect(received).toBeUndefined();
    },
  );
});

describe("in headers and cookies", () => {
  it.each([
    [false, "a b;c", "a b;c"],
    [false, list, "blue,black,brown"],
    [false, object, "R,100,G,200,B,150"],
    [true, object, "R=100,G=200,B=150"],
    [true, { "R/G": 100 }, "R/G=100"],
  ] as const)("a header, explode: %s, %j, is not encoded", async (explode, value, expected) => {
    await send({ in: "header", explode }, value);
    expect(received?.headers["color"]).toBe(expected);
  });

  it("a header of JSON is JSON", async () => {
    await send({ in: "header", isJson: true }, { a: 1 });
    expect(received?.headers["color"]).toBe('{"a":1}');
  });

  it.each([
    ["blue; path=/", "color=blue%3B%20path%3D%2F"],
    [list, "color=blue,black,brown"],
  ])("a cookie %j", async (value, expected) => {
    await send({ in: "cookie", explode: false }, value);
    expect(received?.headers["cookie"]).toBe(expected);
  });

  it.each(["a\r\nb: c", "€"])("%j fits into no header", async (value) => {
    await expect(send({ in: "header" }, value)).rejects.toThrow(
      "header.color: expected a text that a header can carry",
    );
  });
});

describe("RFC 6570's own examples", () => {
  it.each([
    [{}, "Hello World!", "?color=Hello%20World%21"],
    [{}, "50%", "?color=50%25"],
    [{}, "value&more#end", "?color=value%26more%23end"],
    [{}, "é漢😀", "?color=%C3%A9%E6%BC%A2%F0%9F%98%80"],
    [{ allowReserved: true }, "Hello World!", "?color=Hello%20World!"],
    [{ allowReserved: true }, "50%", "?color=50%25"],
    [{ allowReserved: true }, "/foo/bar:8?a=%2F", "?color=/foo/bar:8?a=%2F"],
    // What would end the value, or the query, is encoded all the same.
    [{ allowReserved: true }, "a&b#c[d]", "?color=a%26b%23c%5Bd%5D"],
  ])("%j: %j", async (rules, value, expected) => {
    expect(await send({ in: "query", ...rules }, value)).toBe(expected);
  });

  it("a name is encoded like a value", async () => {
    expect(await send({ in: "query" }, 1, "a[]&b")).toBe("?a%5B%5D%26b=1");
  });
});

describe("what no style has a form for", () => {
  it.each([
    [[], "query.color: expected at least 1 item, got a list of 0"],
    [{}, "query.color: expected at least 1 member, got an object of 0 members"],
    [null, "query.color: expected a text, number or boolean, got null"],
    [new Date(0), "query.color: expected a text, number or boolean, got a Date"],
    [Number.NaN, "query.color: expected a text, number or boolean, got NaN"],
    [new Set(["a"]), "query.color: expected a text, number or boolean, got a Set"],
    [["a", undefined], "query.color[1]: expected a text, number or boolean, got nothing"],
    [["a", ["b"]], "query.color[1]: expected a text, number or boolean, got a list of 1"],
    [{ a: { b: 1 } }, "query.color.a: expected a text, number or boolean, got an object of 1 members"],
    ["\ud800", "query: expected well-formed Unicode"],
  ])("%j is refused, and nothing sent", async (value, expected) => {
    await expect(send({ in: "query" }, value)).rejects.toThrow(expected);
    expect(received).toBeUndefined();
  });

  it("parameters that are no plain object would look empty", async () => {
    const client = await clientOf(find);
    const query: object = new URLSearchParams({ color: "blue" });
    await expect(client.find({ query: { ...query } })).resolves.toBeDefined();
    await expect(Reflect.apply(client.find, undefined, [{ query }])).rejects.toThrow(
      "query: expected parameters by name, got a URLSearchParams",
    );
  });

  it("a comma that nothing encodes would make two of one", async () => {
    await expect(send({ in: "header" }, ["a,b"])).rejects.toThrow(
      "header.color[0]: expected a text without comma",
    );
    await expect(send({ in: "query", allowReserved: true, explode: false }, ["a,b"])).rejects.toThrow(
      "query.color[0]: expected a text without comma",
    );
  });

  it("undefined is what was not given, also as a member", async () => {
    expect(await send({ in: "query" }, undefined)).toBe("");
    expect(await send({ in: "query" }, { R: 100, G: undefined })).toBe("?R=100");
    expect(await send({ in: "query", style: "deepObject" }, { R: 100, G: undefined })).toBe(
      "?color%5BR%5D=100",
    );
  });
});
