// Proves that the test which a new client is laid out with has nothing that its type checker takes offence at.

import { expect, it } from "vitest";
import { operationsOf } from "../src/index.ts";
import { clientNames } from "../src/scaffold/names.ts";
import { clientTest } from "../src/scaffold/source-files.ts";
import { documentWith } from "./generated-client.ts";

it.each([
  ["without a key", {}, 0],
  [
    "with a key",
    {
      security: [{ key: [] }],
      components: { securitySchemes: { key: { type: "apiKey", in: "header", name: "x-key" } } },
    },
    2,
  ],
])("the test of an API %s brings in what it uses, and nothing else", (_, rest, mentions) => {
  const document = documentWith({}, rest);
  const text = clientTest(clientNames("till", document, operationsOf(document)));
  expect(text.split("inspect").length - 1).toBe(mentions);
});
