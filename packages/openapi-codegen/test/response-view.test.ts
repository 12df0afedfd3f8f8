import { describe, expect, it } from "vitest";
import {
  type JsonObject,
  operationsOf,
  partsOf,
  responseView,
  writeOperations,
  writeValidators,
} from "../src/index.ts";

const answering = (schema: JsonObject, schemas: JsonObject, request?: JsonObject): JsonObject => ({
  openapi: "3.1.1",
  paths: {
    "/things": {
      post: {
        operationId: "findThings",
        "x-retry": "safe",
        parameters: ["limit", "offset"].map((name) => ({ name, in: "query", schema: { type: "integer" } })),
        ...(request ? { requestBody: { content: { "application/json": { schema: request } } } } : {}),
        responses: { 200: { description: "", content: { "application/json": { schema } } } },
      },
    },
  },
  components: { schemas },
});

const thing: JsonObject = {
  type: "object",
  required: ["id", "name"],
  "x-strict": ["id"],
  properties: { id: { type: "string" }, name: { type: "string" } },
};
const pagination = { style: "offset", in: "query", items: "things", total: false } as const;
const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const schemasOf = (document: JsonObject) => JSON.parse(JSON.stringify(document)).components.schemas;

describe("the response view", () => {
  it("keeps required only what is strict", () => {
    const view = responseView(answering(ref("Thing"), { Thing: thing }));
    expect(schemasOf(view).Thing.required).toStrictEqual(["id"]);
  });

  it("leaves the document that it was given as it was", () => {
    const document = answering(ref("Thing"), { Thing: thing });
    const before = JSON.stringify(document);
    responseView(document);
    expect(JSON.stringify(document)).toBe(before);
  });

  it("keeps a schema that is also sent as documented, for requests, and all that leads to it", () => {
    const box: JsonObject = { type: "object", properties: { thing: ref("Thing") } };
    const view = responseView(answering(ref("Box"), { Thing: thing, Box: box }, ref("Box")));
    const schemas = schemasOf(view);
    expect(schemas.Thing.required).toStrictEqual(["id"]);
    expect(schemas.Box.properties.thing).toStrictEqual(ref("Thing"));
    expect(schemas.ThingInRequest.required).toStrictEqual(["id", "name"]);
    expect(schemas.BoxInRequest.properties.thing).toStrictEqual(ref("ThingInRequest"));
    expect(operationsOf(view)[0]?.request?.schema).toStrictEqual(ref("BoxInRequest"));
  });

  it("keeps one form of a schema that is sent and received but nowhere loosened", () => {
    const plain: JsonObject = { type: "object", required: ["a"], properties: { a: { type: "string" } } };
    const view = responseView(answering(ref("Plain"), { Plain: plain, Thing: thing }, ref("Plain")));
    expect(Object.keys(schemasOf(view))).toStrictEqual(["Plain", "Thing"]);
  });

  it("loosens schemas that stand in a response themselves", () => {
    const [operation] = operationsOf(responseView(answering({ type: "array", items: thing }, {})));
    expect(operation?.success.schema).toMatchObject({ items: { required: ["id"] } });
  });
});

describe("tolerance", () => {
  const page: JsonObject = {
    type: "object",
    required: ["things"],
    properties: { things: { type: "array", "x-independent-items": true, items: ref("Thing") } },
  };

  it("names the records and members that may be left out, and what identifies them", () => {
    const document = answering(ref("Page"), { Page: page, Thing: thing });
    expect(partsOf(document, ref("Page"))).toStrictEqual({
      "/things/*": { isItem: true, id: "id", tolerant: ["name"], due: ["name"] },
    });
  });

  it("reads a bare array, an allOf and a nullable object", () => {
    const document = answering({}, { Thing: thing });
    const list: JsonObject = {
      type: "array",
      "x-independent-items": true,
      items: { allOf: [ref("Thing")], properties: { part: { ...thing, type: ["object", "null"] } } },
    };
    expect(partsOf(document, list)).toStrictEqual({
      "/*": { isItem: true, id: "id", tolerant: ["name"], due: ["name"] },
      "/*/part": { id: "id", tolerant: ["name"], due: ["name"] },
    });
  });

  it("is clear where null is the only alternative, and refused where there are others", () => {
    const document = answering({}, { Thing: thing });
    for (const keyword of ["anyOf", "oneOf"]) {
      const nullable: JsonObject = { [keyword]: [ref("Thing"), { type: "null" }] };
      expect(partsOf(document, nullable)[""]?.tolerant, keyword).toStrictEqual(["name"]);
    }
    const choice: JsonObject = { anyOf: [ref("Thing"), { type: "string" }, { type: "null" }] };
    expect(() => partsOf(document, choice)).toThrow("which of several schemas was meant");
  });

  it("takes the id that the spec names", () => {
    const named: JsonObject = {
      type: "object",
      required: ["account_id", "serial"],
      "x-id": "serial",
      properties: { account_id: {}, serial: {} },
    };
    const list: JsonObject = { type: "array", "x-independent-items": true, items: named };
    expect(partsOf(answering({}, {}), list)["/*"]?.id).toBe("serial");
  });

  it("refuses tolerance inside a schema that contains itself", () => {
    const node: JsonObject = {
      ...thing,
      properties: { id: {}, name: {}, children: { type: "array", items: ref("Node") } },
    };
    expect(() => partsOf(answering({}, { Node: node }), ref("Node"))).toThrow("contains itself");
  });

  it("is found among schemas that all mention each other", () => {
    const names = Array.from({ length: 14 }, (_, index) => `Node${index}`);
    const mentions = Object.fromEntries(names.map((name) => [name, ref(name)]));
    const nodes = names.map((name): [string, JsonObject] => [name, { type: "object", properties: mentions }]);
    const answer: JsonObject = { type: "object", properties: { thing: ref("Thing"), node: ref("Node0") } };
    const document = answering(answer, { ...Object.fromEntries(nodes), Thing: thing });
    expect(partsOf(document, answer)).toStrictEqual({
      "/thing": { id: "id", tolerant: ["name"], due: ["name"] },
    });
  });

  it("stands beside the validators of the operation, and names what a walk knows rows by", () => {
    const counted = { ...page, properties: { ...Object(page["properties"]), total: { type: "integer" } } };
    const document = answering(ref("Page"), { Page: counted, Thing: thing });
    const operations = operationsOf(document);
    expect(writeValidators(document, responseView(document))).toContain('due: { name: 1 }, id: "id"');
    const paged = operations.map((one) => ({ ...one, pagination }));
    expect(writeOperations(document, "Things", paged)).toMatch(/"items": "things",[^}]*"id": "id"/);
  });

  it("refuses a walk of a list that an answer may lack", () => {
    const loose: JsonObject = { ...page, "x-strict": [] };
    const document = answering(ref("Page"), { Page: loose, Thing: thing });
    const paged = operationsOf(document).map((one) => ({ ...one, pagination }));
    expect(() => writeOperations(document, "Things", paged)).toThrow("x-strict must name it");
  });
});
