// Proves what is told of an answer that is no JSON: its size and, where that can be one, its type; never its text.

import { describe, expect, it } from "vitest";
import { apiErrors, ContractBroken } from "../../src/errors/api-errors.ts";
import { replyOf } from "../../src/errors/reply.ts";
import { readJson } from "../../src/send/read-json.ts";
import { rejection } from "../calls.ts";

const read = async (body: string | Uint8Array, type?: string) => {
  const headers = new Headers(type === undefined ? {} : { "content-type": type });
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  const reply = replyOf({ status: 200, headers }, []);
  return readJson(
    { status: 200, headers, bytes },
    { api: "Koard", operation: "listBatches", errors: apiErrors, reply },
  );
};

describe("a body of JSON", () => {
  it.each<[string, unknown]>([
    ["null", null],
    ["0", 0],
    [' {"a":[1]} ', { a: [1] }],
  ])("is parsed, whatever type it is sent as: %s", async (body, parsed) => {
    for (const type of [undefined, "application/json", "text/html"])
      expect(await read(body, type)).toEqual({ parsed, isDeep: false });
  });
});

describe("a body that is no JSON", () => {
  it.each<[string | Uint8Array, string | undefined, string]>([
    ["", "application/json", "an empty body"],
    ["<html>", "text/html; charset=utf-8", "6 bytes sent as text/html that do not parse"],
    [
      "<html>",
      " application/problem+json ;a=b",
      "6 bytes sent as application/problem+json that do not parse",
    ],
    ["<html>", undefined, "6 bytes that do not parse"],
    // Not the shape of a type: anything may stand in a header.
    ["<html>", "html", "6 bytes that do not parse"],
    ["<html>", "mia@example.com/x", "6 bytes that do not parse"],
    ["<html>", "text/html/x", "6 bytes that do not parse"],
    ['{"a":', "application/json", "5 bytes sent as application/json that do not parse"],
    [Uint8Array.of(0x22, 0xff, 0x22), undefined, "3 bytes that do not parse"],
  ])("is told without its text: %j, sent as %j", async (body, type, actual) => {
    const error = await rejection(read(body, type));
    expect(error).toBeInstanceOf(ContractBroken);
    expect(error).toMatchObject({ path: "$", expected: "JSON", actual, status: 200 });
  });

  it("is told with no more of its type than stands in a line", async () => {
    const error = await rejection(read("<", `text/${"x".repeat(100)}`));
    expect(Reflect.get(Object(error), "actual")).toMatch(/^1 bytes sent as text\/x{54}… that do not parse$/);
  });
});
