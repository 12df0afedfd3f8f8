// Proves that a text or bytes are taken in a media type that the spec lists, and in no other.

import { describe, expect, it } from "vitest";
import type { JsonObject } from "../src/index.ts";
import { documentWith, generatedClient } from "./generated-client.ts";

const answering = (content: JsonObject): JsonObject =>
  documentWith({ responses: { "200": { description: "", content } } });

describe.each([
  ["text", ["text/csv", "text/*"]],
  ["bytes", ["application/pdf", "application/*"]],
  [
    "bytes of a long name",
    ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/*"],
  ],
])("an answer of %s", (_, [listed = "", range = ""]) => {
  const answered = async (types: readonly string[], sent: string) => {
    const content = Object.fromEntries(types.map((type) => [type, {}]));
    const client = await generatedClient(answering(content), {
      answer: (response) => (sent === "" ? response : response.setHeader("content-type", sent)).end("<p>x"),
    });
    const { data } = await client.call("findThings");
    return typeof data === "string" ? data : await new Response(Object(data)).text();
  };

  it.each([
    [[listed], `${listed.toUpperCase()} ; charset=utf-8`],
    [[range], listed],
    [["*/*"], listed],
    [[`${listed}; header=present`], listed],
    [[listed], ""],
  ])("that lists %j is taken as %j", async (types, sent) => {
    expect(await answered(types, sent)).toBe("<p>x");
  });

  it.each([
    ["image/png", "image/png"],
    [`${listed}x`, `${listed}x`],
    ["<b>/no type", "something that is no media type"],
  ])("is refused as %j, which is not listed, such as the page of a proxy", async (sent, actual) => {
    await expect(answered([listed], sent)).rejects.toMatchObject({
      name: "ContractBroken",
      path: "headers.content-type",
      expected: listed,
      actual,
    });
  });
});

it("bytes of a type that is not listed are not received: their connection is let go", async () => {
  const ended = Promise.withResolvers<void>();
  const client = await generatedClient(answering({ "application/pdf": {} }), {
    answer: (response) => {
      response.once("close", () => ended.resolve());
      response.writeHead(200, { "content-type": "text/html" }).write("<p>x");
    },
  });
  await expect(client.call("findThings")).rejects.toThrow("expected application/pdf, got text/html");
  await ended.promise;
});
