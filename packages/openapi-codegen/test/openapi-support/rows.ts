import type { Json } from "../../src/index.ts";

/** `carried out`: the generated code follows it. `refused`: nothing is generated. `harmless`: the code is the same without it. */
type Fate = "carried out" | "refused" | "harmless";

/** A field of an OpenAPI object, tried by putting a value there. */
export interface Row {
  readonly field: string;
  readonly fate: Fate;
  readonly value: Json;
  /** What that means for a client, where the field's name does not say it. */
  readonly note?: string;
  /** Where the value is put, from the object on; `..` leads out of it. The field itself, where nothing is said. */
  readonly at?: readonly string[];
}

const row = (field: string, fate: Fate, value: Json, note = "", at?: readonly string[]): Row => ({
  field,
  fate,
  value,
  ...(note !== "" && { note }),
  ...(at && { at }),
});
const said = (field: string, value: Json = "Said."): Row => row(field, "harmless", value, "documentation");

const GET = ["paths", "/things/{id}", "get"];
const POST = ["paths", "/things", "post"];
const FORM = ["paths", "/things", "put", "requestBody", "content", "application/x-www-form-urlencoded"];
const QUERY = [...GET, "parameters", "1"];
const ANSWER = [...GET, "responses", "200"];
const THING = ["components", "schemas", "Thing"];
const NAME = [...THING, "properties", "name"];
const text = { type: "string" };
const SERVERS = [
  [...GET, "servers"],
  [{ url: "https://{a}.till.invalid", variables: { a: { default: "x" } } }],
] as const;
/** Made of entries, since an object with a `then` is easily taken for a promise. */
const CONDITIONAL: Json = Object.fromEntries([
  ["type", "string"],
  ["if", { const: "a" }],
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  ["then", { maxLength: 1 }],
  ["else", { minLength: 2 }],
]);
const other = { "application/json": { schema: text } };
const documentationOf = (fields: readonly string[]) => fields.map((field) => said(field));

/** Every object of OpenAPI 3.1 with its fields, and where it stands in the base document. */
export const OBJECTS: Readonly<
  Record<
    string,
    {
      readonly at: readonly string[];
      /** Put into the base document first, at a place of its own. */
      readonly given?: readonly [at: readonly string[], value: Json];
      readonly rows: readonly Row[];
    }
  >
> = {
  Root: {
    at: [],
    rows: [
      row(
        "openapi",
        "refused",
        "3.2.0",
        "3.1 is read as it is, 3.0 in the words of 3.1; any other version is refused",
      ),
      row("info", "harmless", { title: "Other", version: "1.0.0" }, "its title names the API in messages"),
      row(
        "servers",
        "harmless",
        [{ url: "https://other.invalid" }],
        "the address of a new client's `client.ts`; operations of their own server name it",
      ),
      row("security", "carried out", [], "what operations need that say nothing of their own"),
      said("tags", [{ name: "Other" }]),
      said("externalDocs", { url: "https://other.invalid" }),
      row("paths", "carried out", {}),
      row("webhooks", "carried out", {}, "checks of what comes in"),
      row("components", "carried out", text, "", ["components", "schemas", "Thing"]),
      row(
        "jsonSchemaDialect",
        "refused",
        "https://other.invalid/schema",
        "only the dialect of OpenAPI 3.1 and JSON Schema 2020-12 are read",
      ),
    ],
  },
  Info: {
    at: ["info"],
    rows: [
      row("title", "harmless", "Other", "names the API in messages of a new client"),
      said("version", "2.0.0"),
      ...documentationOf(["description", "termsOfService", "summary"]),
      said("contact", {}),
      said("license", { name: "X" }),
    ],
  },
  Contact: { at: ["info", "contact"], rows: documentationOf(["name", "url", "email"]) },
  License: { at: ["info", "license"], rows: documentationOf(["name", "url", "identifier"]) },
  ExternalDocs: { at: ["externalDocs"], rows: documentationOf(["description", "url"]) },
  Tag: { at: ["tags", "0"], rows: [...documentationOf(["name", "description"]), said("externalDocs", {})] },
  Server: {
    at: [...GET, "servers", "0"],
    given: SERVERS,
    rows: [
      row("url", "carried out", "https://other.invalid", "the first of a list; also relative"),
      said("description"),
      row("variables", "carried out", { a: { default: "b" } }, "their defaults stand in the address"),
    ],
  },
  ServerVariable: {
    at: [...GET, "servers", "0", "variables", "a"],
    given: SERVERS,
    rows: [
      row("default", "carried out", "other"),
      row("enum", "refused", ["y"], "one that does not have the default"),
      said("description"),
    ],
  },
  PathItem: {
    at: ["paths", "/things"],
    rows: [
      row("$ref", "refused", "#/nowhere", "followed; refused where it leads nowhere"),
      row("servers", "carried out", [{ url: "https://other.invalid" }]),
      row(
        "parameters",
        "carried out",
        [{ name: "q", in: "query", schema: text }],
        "those of an operation stand in their place",
      ),
      ...documentationOf(["summary", "description"]),
      ...["get", "put", "post", "delete", "options", "head", "patch", "trace"].map((method) =>
        row(method, "carried out", {
          operationId: "otherThing",
          "x-retry": "never",
          responses: { "204": { description: "" } },
        }),
      ),
    ],
  },
  Operation: {
    at: GET,
    rows: [
      said("tags", ["Things"]),
      ...documentationOf(["summary", "description"]),
      said("externalDocs", {}),
      row(
        "operationId",
        "carried out",
        "readThing",
        "the name of the method; camelCase, and none that every object has",
      ),
      row("parameters", "refused", [], "carried out; refused where a path names one that is not there"),
      row("security", "carried out", [], "only these keys are sent"),
      row("servers", "carried out", [{ url: "https://other.invalid" }], "only there"),
      row("requestBody", "carried out", { content: other }),
      row("responses", "carried out", { "204": { description: "" } }),
      row("deprecated", "harmless", true, "a mark in the documentation of the method"),
      row(
        "callbacks",
        "harmless",
        { done: {} },
        "what the API calls by itself; a webhook is what is checked",
      ),
    ],
  },
  Parameter: {
    at: QUERY,
    rows: [
      row("name", "carried out", "other"),
      row("in", "carried out", "header"),
      said("description"),
      row("required", "carried out", true),
      row("deprecated", "harmless", true, "documentation"),
      row("allowEmptyValue", "harmless", true, "an empty text is sent as one in any case"),
      row(
        "style",
        "carried out",
        "pipeDelimited",
        "by OpenAPI's table of examples, which is also what is refused",
      ),
      row("explode", "carried out", false),
      row("allowReserved", "carried out", true),
      row("schema", "carried out", text),
      said("example", ["a"]),
      said("examples", {}),
      row("content", "refused", { "text/csv": {} }, "JSON, in place of a schema; any other is refused"),
    ],
  },
  RequestBody: {
    at: [...POST, "requestBody"],
    rows: [
      said("description"),
      row("required", "carried out", true),
      row("content", "carried out", other, "JSON where it is among the media types, else a form"),
    ],
  },
  MediaType: {
    at: [...POST, "requestBody", "content", "application/json"],
    rows: [
      row("schema", "carried out", text),
      said("example", {}),
      said("examples", {}),
      row("encoding", "harmless", { a: {} }, "is of forms, where it is carried out"),
    ],
  },
  Encoding: {
    at: [...FORM, "encoding", "a"],
    rows: [
      row("contentType", "refused", "image/png", "JSON and plain text are carried out"),
      row("headers", "harmless", { "X-A": {} }, "have no place in a form"),
      row("style", "carried out", "pipeDelimited"),
      row("explode", "carried out", false),
      row("allowReserved", "carried out", true),
    ],
  },
  Responses: {
    at: [...GET, "responses"],
    rows: [
      row(
        "default",
        "carried out",
        { description: "Wrong." },
        "a refusal, in the types of the spec; the success where no other is documented",
      ),
    ],
  },
  Response: {
    at: ANSWER,
    rows: [
      said("description"),
      row("headers", "carried out", {}, "in `headers` of the answer to a call"),
      row("content", "carried out", other),
      row("links", "harmless", {}, "what to ask next is the caller's"),
    ],
  },
  Header: {
    at: [...ANSWER, "headers", "X-Total"],
    rows: [
      ...documentationOf(["description", "example", "examples", "deprecated"]),
      row("required", "carried out", true, "in the types of the spec; its absence is not reported"),
      row(
        "schema",
        "carried out",
        text,
        "a text, integer, number or boolean; anything else is left out and reported",
      ),
      ...["allowEmptyValue", "style", "explode", "allowReserved", "content"].map((field) =>
        row(
          field,
          "harmless",
          field === "content" ? {} : field === "style" ? "simple" : true,
          "a header comes as a text, integer, number or boolean",
        ),
      ),
    ],
  },
  Link: {
    at: [...ANSWER, "links", "self"],
    rows: ["operationRef", "operationId", "parameters", "requestBody", "description", "server"].map((field) =>
      row(field, "harmless", {}, "what to ask next is the caller's"),
    ),
  },
  Example: {
    at: [...POST, "requestBody", "content", "application/json", "examples", "one"],
    rows: ["value", "summary", "description", "externalValue"].map((field) => said(field)),
  },
  Components: {
    at: ["components"],
    rows: [
      row("schemas", "refused", {}, "carried out; refused where one that is used is not there"),
      ...[
        "parameters",
        "responses",
        "examples",
        "requestBodies",
        "headers",
        "links",
        "callbacks",
        "pathItems",
      ].map((field) => row(field, "harmless", {}, "carried out where something refers to it")),
      row("securitySchemes", "refused", {}, "carried out; refused where one that is needed is not there"),
    ],
  },
  SecurityScheme: {
    at: ["components", "securitySchemes", "key"],
    rows: [
      row(
        "type",
        "refused",
        "other",
        "apiKey, http basic and bearer, oauth2 and openIdConnect as a bearer token; mutualTLS is the connection's",
      ),
      said("description"),
      row("name", "carried out", "x-other"),
      row("in", "carried out", "query"),
      row("scheme", "harmless", "bearer", "of `http`, where it is carried out"),
      row("bearerFormat", "harmless", "JWT", "documentation"),
      row("flows", "harmless", {}, "how a token is come by is the caller's: a key may be a function"),
      row("openIdConnectUrl", "harmless", "https://till.invalid", "the same"),
    ],
  },
  OAuth2Flows: {
    at: ["components", "securitySchemes", "token", "flows"],
    rows: ["implicit", "password", "clientCredentials", "authorizationCode"].map((field) =>
      row(field, "harmless", {}, "how a token is come by is the caller's"),
    ),
  },
  Discriminator: {
    at: ["components", "schemas", "Method", "discriminator"],
    rows: [
      row("propertyName", "carried out", "type", "the branch that it names is the only one looked at"),
      row("mapping", "carried out", { card: "#/components/schemas/Card", bank: "#/components/schemas/Bank" }),
    ],
  },
  Xml: {
    at: [...NAME, "xml"],
    rows: ["name", "namespace", "prefix", "attribute", "wrapped"].map((field) =>
      row(field, "harmless", "a", "of XML, which is not read"),
    ),
  },
  Schema: {
    at: NAME,
    rows: [
      row("$id", "refused", "https://other.invalid", "schemas go by the names of components"),
      row("$anchor", "harmless", "a", "only components are referred to"),
      row("$schema", "harmless", "https://json-schema.org/draft/2020-12/schema"),
      row("$defs", "harmless", { a: {} }, "only components are referred to"),
      row("$vocabulary", "harmless", {}, "is of meta-schemas"),
      said("externalDocs", {}),
      row("discriminator", "carried out", { propertyName: "type" }, "", [
        "..",
        "..",
        "..",
        "Method",
        "discriminator",
      ]),
      ...documentationOf(["title", "description"]),
      said("default", "a"),
      said("examples", ["a"]),
      said("deprecated", true),
      said("$comment"),
      row("xml", "harmless", {}, "of XML, which is not read"),
      row("type", "carried out", "integer"),
      row("enum", "carried out", ["a"]),
      row("const", "carried out", "a"),
      row(
        "format",
        "carried out",
        "uuid",
        "those of ajv-formats, int32 and int64; any other is refused in a spec of our own",
      ),
      ...["maxLength", "minLength"].map((field) => row(field, "carried out", 3)),
      row("pattern", "carried out", "^a$"),
      ...["multipleOf", "maximum", "minimum", "exclusiveMaximum", "exclusiveMinimum"].map((field) =>
        row(field, "carried out", 3, "", ["..", "count", field]),
      ),
      ...["maxItems", "minItems"].map((field) => row(field, "carried out", 3, "", ["..", "list", field])),
      row("uniqueItems", "carried out", true, "", ["..", "list", "uniqueItems"]),
      row("items", "carried out", { type: "integer" }, "", ["..", "list", "items"]),
      row(
        "prefixItems",
        "carried out",
        { type: "array", prefixItems: [{ type: "integer" }], minItems: 1, maxItems: 1 },
        "",
        ["..", "list"],
      ),
      row("contains", "carried out", { type: "array", items: text, contains: { const: "a" } }, "", [
        "..",
        "list",
      ]),
      row(
        "minContains",
        "carried out",
        { type: "array", items: text, contains: { const: "a" }, minContains: 2 },
        "",
        ["..", "list"],
      ),
      row(
        "maxContains",
        "carried out",
        { type: "array", items: text, contains: { const: "a" }, maxContains: 2 },
        "",
        ["..", "list"],
      ),
      row("unevaluatedItems", "carried out", false, "", ["..", "list", "unevaluatedItems"]),
      ...["maxProperties", "minProperties"].map((field) =>
        row(field, "carried out", 3, "", ["..", "..", field]),
      ),
      row("required", "carried out", ["name"], "", ["..", "..", "required"]),
      row("properties", "carried out", {}, "", ["..", "..", "properties"]),
      row("patternProperties", "carried out", { "^x": text }, "", ["..", "..", "patternProperties"]),
      row("additionalProperties", "carried out", false, "", ["..", "..", "additionalProperties"]),
      row("unevaluatedProperties", "carried out", false, "", ["..", "..", "unevaluatedProperties"]),
      row("propertyNames", "carried out", { maxLength: 9 }, "", ["..", "..", "propertyNames"]),
      row("dependentRequired", "carried out", { name: ["side"] }, "", ["..", "..", "dependentRequired"]),
      row(
        "dependentSchemas",
        "carried out",
        { name: { properties: { side: { type: "string", minLength: 1 } } } },
        "",
        ["..", "..", "dependentSchemas"],
      ),
      ...["allOf", "anyOf", "oneOf"].map((field) => row(field, "carried out", [{ minLength: 2 }])),
      row("not", "carried out", { const: "a" }),
      row("if", "carried out", CONDITIONAL, "with `then` and `else`", ["..", "name"]),
      row("then", "refused", { minLength: 2 }, "without `if` it would have no effect"),
      row("else", "refused", { minLength: 2 }, "without `if` it would have no effect"),
      ...["contentEncoding", "contentMediaType", "contentSchema"].map((field) =>
        row(
          field,
          "harmless",
          field === "contentSchema" ? {} : "a",
          "how a text is to be read is the caller's",
        ),
      ),
      row("readOnly", "carried out", true, "in answers alone"),
      row("writeOnly", "carried out", true, "in requests alone"),
      row("$dynamicAnchor", "refused", "a", "only components are referred to"),
      row("$dynamicRef", "refused", "#a", "only components are referred to"),
    ],
  },
};
