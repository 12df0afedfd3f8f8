// Proves that a client is opened with all that its spec calls for, and with nothing else.

import { describe, expect, it } from "vitest";
import { type JsonObject, operationsOf } from "../src/index.ts";
import { clientSource } from "../src/scaffold/client-source.ts";
import { clientNames } from "../src/scaffold/names.ts";
import { clientTest } from "../src/scaffold/source-files.ts";
import { documentWith } from "./generated-client.ts";

const sourceOf = (document: JsonObject): string =>
  clientSource(clientNames("till", document, operationsOf(document)));

/** What is taken out of the options, and what is said of those that only this client has. */
const takenBy = (document: JsonObject): readonly string[] =>
  /const \{ (.*) \} = checkClientOptions\(of, options, \{ (.*) \}\);/.exec(sourceOf(document))?.slice(1) ??
  [];

/** What is handed to `openClient`, one line each. */
const openedWith = (document: JsonObject): readonly string[] => {
  const source = sourceOf(document);
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
  const source = sourceOf(document);
  expect(source).toContain("  readonly apiKey: Credential;\n  /**\n");
  expect(source).toContain("import {\n  A_CREDENTIAL,\n  ADDRESSES,\n  type ClientOptions,\n");
});

it("a client of several schemes takes each key as its scheme has it, and names no type that it does not use", () => {
  const withSchemes = (securitySchemes: JsonObject) =>
    sourceOf(documentWith({}, { components: { securitySchemes } }));
  const key = { type: "apiKey", in: "query", name: "key" };
  const both = withSchemes({ key, password: { type: "http", scheme: "basic" } });
  expect(both).toContain('    readonly "key"?: Credential;\n    readonly "password"?: NameAndPassword;\n');
  expect(both).toContain("  type NameAndPassword,\n");
  expect(both).toContain("  type Credential,\n");
  expect(withSchemes({ key })).not.toContain("NameAndPassword");
  expect(withSchemes({ password: { type: "http", scheme: "basic" } })).not.toContain("type Credential,");
});

it("a client takes those options of its own that its spec calls for, checked by their kind", () => {
  const servers = [{ url: "https://other.invalid" }];
  const key = { type: "apiKey", in: "header", name: "x-key" };
  const password = { type: "http", scheme: "basic" };
  const withKeys = (securitySchemes: JsonObject, security: JsonObject[]) => ({
    components: { securitySchemes },
    security,
  });
  expect(takenBy(documentWith({}, { servers: [{ url: "/v1" }] }))).toEqual([
    "...chosen",
    "baseUrl: { ...AN_ADDRESS, isRequired: true }",
  ]);
  expect(takenBy(documentWith({ servers }))).toEqual(["servers, ...chosen", "servers: ADDRESSES"]);
  expect(takenBy(documentWith({ servers }, withKeys({ key }, [{ key: [] }])))).toEqual([
    "apiKey, servers, ...chosen",
    "apiKey: { ...A_CREDENTIAL, isRequired: true }, servers: ADDRESSES",
  ]);
  const both = withKeys({ key, password }, [{ key: [], password: [] }]);
  expect(takenBy(documentWith({}, both))).toEqual([
    "credentials: given = {}, ...chosen",
    'credentials: { "key": A_CREDENTIAL, "password": A_NAME_AND_PASSWORD }',
  ]);
});

describe("the first test of a new client", () => {
  const callOf = (document: JsonObject): string | undefined =>
    /await client\.(.*)\.catch/.exec(clientTest(clientNames("till", document, operationsOf(document))))?.[1];

  it("calls an operation that needs nothing, where there is one", () => {
    const document = documentWith({});
    const needy = { operationId: "b", parameters: [{ name: "a", in: "query", required: true, schema: {} }] };
    const paths = {
      "/b": { get: { "x-retry": "never", responses: {}, ...needy } },
      ...Object(document["paths"]),
    };
    expect(callOf({ ...document, paths })).toBe("findThings()");
  });

  it("calls the first with a place for all that it needs, else", () => {
    const parameters = [
      { name: "id", in: "path", required: true },
      { name: "at-time", in: "path", required: true },
      { name: "limit", in: "query", required: true },
      { name: "page", in: "query" },
      { name: "trace", in: "header", required: true },
      { name: "seen", in: "cookie" },
    ].map((parameter) => ({ ...parameter, schema: { type: "string" } }));
    const requestBody = { required: true, content: { "application/json": { schema: {} } } };
    const store = { operationId: "store", "x-retry": "never", parameters, requestBody, responses: {} };
    const paths = { "/things/{id}/{at-time}": { post: store } };
    expect(callOf({ ...documentWith({}), paths })).toBe(
      'store({ path: { "id": "1", "at-time": "1" }, query: {}, header: {}, body: {} })',
    );
  });
});
