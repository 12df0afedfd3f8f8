// Proves which lists of values stand beside the types of a spec.

import { expect, it } from "vitest";
import { type JsonObject, writeTypes } from "../src/index.ts";
import { documentWith } from "./generated-client.ts";

const text = (...values: readonly string[]): JsonObject => ({ type: "string", enum: values });
const till: JsonObject = {
  type: "object",
  properties: {
    mode: text("live", "test"),
    drawers: { type: "array", items: { properties: { at: text("a") } } },
  },
};

/** The constants and the types for these alone that are written for some schemas. */
const writtenFor = async (schemas: JsonObject): Promise<readonly string[]> => {
  const types = await writeTypes(documentWith({}, { components: { schemas } }));
  return [...types.matchAll(/^(?:export const|type) \w+/gm)].map(([found]) => found);
};

it("a schema that is a closed set has a list of its values, and one that only holds sets has none", async () => {
  expect(await writtenFor({ Side: text("left", "right"), Till: till })).toStrictEqual([
    "type FlattenedDeepRequired",
    "type ReadonlyArray",
    "export const sideValues",
  ]);
});

it("without any list there is no type that only lists need", async () => {
  expect(await writtenFor({ Till: till })).toStrictEqual([]);
});
