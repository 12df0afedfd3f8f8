// Proves that a client is opened with all that its spec calls for, and with nothing else.

import { expect, it } from "vitest";
import { type JsonObject, operationsOf } from "../src/index.ts";
import { clientSource } from "../src/scaffold/client-source.ts";
import { clientNames } from "../src/scaffold/names.ts";
import { documentWith } from "./generated-client.ts";

/** What is handed to `openClient`, one line each. */
const openedWith = (document: JsonObject): readonly string[] => {
  const source = clientSource(clientNames("till", document, operationsOf(document)));
  const [, given = ""] = source.split("openClient<Some>(");
  return given.slice(0, given.indexOf("\n    chosen,")).trim().split(/\n\s*/);
};

const always = [
  "{",
  `...{ api: "Till", product: \`tieout-till/\${manifest.version}\` },`,
  "...{ ...parts, errors },",
];

it("a client of a spec with neither host, keys nor servers of operations has none", () => {
  expect(openedWith(documentWith({}, { servers: [{ url: "/v1" }] }))).toEqual([...always, "},"]);
});

it("a client has the host, keys and servers of operations that its spec names", () => {
  const key = { type: "apiKey", in: "header", name: "x-key" };
  const operation = { servers: [{ url: "https://other.invalid" }], security: [{ key: [] }] };
  const document = documentWith(operation, {
    components: { securitySchemes: { key } },
    security: [{ key: [] }],
  });
  expect(openedWith(document)).toEqual([
    ...always,
    "baseUrl: BASE_URL,",
    expect.stringMatching(/^credentials: new Credentials\(security, .*\),$/),
    expect.stringMatching(/^servers: servers .*,$/),
    "},",
  ]);
  const source = clientSource(clientNames("till", document, operationsOf(document)));
  expect(source).toContain("  readonly apiKey: Credential;\n  /**\n");
  expect(source).toContain("import {\n  A_CREDENTIAL,\n  ADDRESSES,\n  type ClientOptions,\n");
});

it("a client of several schemes takes each key as its scheme has it, and names no type that it does not use", () => {
  const sourceOf = (securitySchemes: JsonObject): string => {
    const document = documentWith({}, { components: { securitySchemes } });
    return clientSource(clientNames("till", document, operationsOf(document)));
  };
  const key = { type: "apiKey", in: "query", name: "key" };
  const both = sourceOf({ key, password: { type: "http", scheme: "basic" } });
  expect(both).toContain('    readonly "key"?: Credential;\n    readonly "password"?: NameAndPassword;\n');
  expect(both).toContain("  type NameAndPassword,\n");
  expect(sourceOf({ key })).not.toContain("NameAndPassword");
});
