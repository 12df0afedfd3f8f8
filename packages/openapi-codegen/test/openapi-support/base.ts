import type { JsonObject } from "../../src/index.ts";

const text: JsonObject = { type: "string" };
const thing = { $ref: "#/components/schemas/Thing" };
const answer = { description: "Right.", content: { "application/json": { schema: thing } } };

/** A document that has every object of OpenAPI 3.1 which a client meets, for the rows to be tried on. */
export const base: JsonObject = {
  openapi: "3.1.1",
  info: { title: "Till", version: "1.0.0", contact: {}, license: { name: "MIT" } },
  servers: [{ url: "https://till.invalid" }],
  security: [{ key: [] }],
  tags: [{ name: "Things" }],
  externalDocs: { url: "https://till.invalid/docs" },
  paths: {
    "/things/{id}": {
      get: {
        operationId: "getThing",
        "x-retry": "safe",
        parameters: [
          { name: "id", in: "path", required: true, schema: text },
          { name: "q", in: "query", schema: { type: "array", items: text } },
        ],
        responses: {
          "200": { ...answer, headers: { "X-Total": { schema: { type: "integer" } } }, links: { self: {} } },
        },
      },
    },
    "/things": {
      post: {
        operationId: "storeThing",
        "x-retry": "never",
        requestBody: { content: { "application/json": { schema: thing } } },
        responses: { "200": answer },
      },
      put: {
        operationId: "sendForm",
        "x-retry": "never",
        requestBody: {
          content: {
            "application/x-www-form-urlencoded": {
              schema: { type: "object", properties: { a: { type: "array", items: text } } },
              encoding: { a: {} },
            },
          },
        },
        responses: { "204": { description: "Done." } },
      },
    },
  },
  webhooks: {
    printed: {
      post: {
        operationId: "receivePrinted",
        requestBody: { content: { "application/json": { schema: thing } } },
      },
    },
  },
  components: {
    securitySchemes: {
      key: { type: "apiKey", in: "header", name: "x-key" },
      token: {
        type: "oauth2",
        flows: { clientCredentials: { tokenUrl: "https://till.invalid/token", scopes: {} } },
      },
    },
    schemas: {
      Thing: {
        type: "object",
        properties: {
          name: text,
          side: { type: "string" },
          count: { type: "number" },
          list: { type: "array", items: text },
        },
      },
      Card: { type: "object", required: ["type"], properties: { type: { const: "card" } } },
      Bank: { type: "object", required: ["type"], properties: { type: text } },
      Method: {
        oneOf: [{ $ref: "#/components/schemas/Card" }, { $ref: "#/components/schemas/Bank" }],
        discriminator: { propertyName: "kind" },
      },
    },
  },
};
