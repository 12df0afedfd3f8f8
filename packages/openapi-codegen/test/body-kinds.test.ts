// Proves how what is no JSON goes out and comes in: parts, texts and bytes, as a stream where there may be many; and what
// is made of the headers of an answer.

import type { ServerResponse } from "node:http";
import type { Violation } from "@tieout/http";
import { describe, expect, it } from "vitest";
import { filesOf, type JsonObject, SpecRefused } from "../src/index.ts";
import { kindOf } from "../src/model/bodies.ts";
import { documentWith, generatedClient } from "./generated-client.ts";

const text: JsonObject = { type: "string" };
const file: JsonObject = { type: "string", format: "binary" };

const sending = (content: JsonObject, rest: JsonObject = {}): JsonObject => ({
  ...documentWith({}),
  paths: {
    "/things": {
      post: {
        operationId: "storeThing",
        "x-retry": "never",
        requestBody: { required: true, content },
        responses: { "204": { description: "" } },
        ...rest,
      },
    },
  },
});

const answering = (content: JsonObject, rest: JsonObject = {}): JsonObject =>
  documentWith({ responses: { "200": { description: "", content, ...rest } } });

it.each([
  ["application/json", "json"],
  ["Application/Problem+JSON ; charset=utf-8", "json"],
  ["Application/X-WWW-Form-Urlencoded", "form"],
  ["Multipart/Form-Data ;boundary=a", "multipart"],
  ["Text/CSV ; header=present", "text"],
  ["application/X-NDJSON", "text"],
  ["application/atom+XML", "text"],
  ["text/event-stream", "bytes"],
  ["multipart/mixed", "bytes"],
  ["application/pdf", "bytes"],
])("%s is written and read as %s, whatever its case and parameters", (type, kind) => {
  expect(kindOf(type)).toBe(kind);
});

describe("a file among parts of a schema", () => {
  const form = (schema: JsonObject, schemas: JsonObject = {}): JsonObject => ({
    ...sending({ "multipart/form-data": { schema } }),
    components: { schemas },
  });
  const within = (depth: number): JsonObject =>
    depth === 0 ? { type: "object", properties: { image: file } } : { allOf: [within(depth - 1)] };
  const imagesIn = async (document: JsonObject) => {
    const { "types.ts": types = "" } = await filesOf("tiny", document);
    return [...types.matchAll(/image\?: (.*);/g)].map(([, type]) => type);
  };

  it.each([
    [0, "Blob"],
    [10, "Blob"],
    [11, "string"],
  ])("is one %i parts deep: %s", async (depth, type) => {
    expect(await imagesIn(form(within(depth)))).toStrictEqual([type]);
  });

  it("is found in one that is a part of itself", async () => {
    const itself: JsonObject = { ...within(0), allOf: [{ $ref: "#/components/schemas/Itself" }] };
    const document = form({ $ref: "#/components/schemas/Itself" }, { Itself: itself });
    expect(await imagesIn(document)).toContain("Blob");
  });
});

describe("a body in parts", () => {
  const schema: JsonObject = {
    type: "object",
    required: ["image"],
    properties: {
      image: { $ref: "#/components/schemas/Blob" },
      pages: { type: "array", items: file },
      note: { ...text, maxLength: 5 },
      about: { type: "object", properties: { a: { type: "integer" } } },
      table: text,
    },
  };
  const document: JsonObject = {
    ...sending({ "multipart/form-data": { schema, encoding: { table: { contentType: "text/csv" } } } }),
    components: { schemas: { Blob: file } },
  };

  it("goes out as RFC 7578 has it, files by their name and type, objects as JSON", async () => {
    const client = await generatedClient(document);
    const image = new File([new Uint8Array([0, 255])], "a.png", { type: "image/png" });
    const body = {
      image,
      pages: [new Blob(["1"]), new Blob(["2"])],
      note: "é",
      about: { a: 1 },
      table: "a,b",
    };
    await client.call("storeThing", { body });
    const [{ headers, body: sent } = { headers: {}, body: "" }] = client.arrived;
    const read = await new Response(Buffer.from(sent, "latin1"), {
      headers: { "content-type": headers["content-type"] ?? "" },
    }).formData();
    expect([...read.keys()]).toStrictEqual(["image", "pages", "pages", "note", "about", "table"]);
    const received = read.get("image");
    if (!(received instanceof File)) throw new Error("no file");
    expect([received.name, received.type]).toStrictEqual(["a.png", "image/png"]);
    expect(new Uint8Array(await received.arrayBuffer())).toStrictEqual(new Uint8Array([0, 255]));
    expect(read.get("note")).toBe("é");
    expect(sent).toMatch(/name="about";[^\r]*\r\nContent-Type: application\/json\r\n\r\n\{"a":1\}/);
    expect(sent).toMatch(/name="table";[^\r]*\r\nContent-Type: text\/csv\r\n\r\na,b/);
  });

  it.each([
    [{ image: "a.png" }, "$.image: expected a Blob or File, got a text of 5 characters"],
    [{ image: new Blob([]), pages: ["1"] }, "$.pages: expected a Blob or File"],
    [{ image: new Blob([]), note: "longer" }, "$.note: expected at most 5 characters"],
    [{ image: new Blob([]), about: { a: "1" } }, "$.about.a: expected integer"],
    [{ image: new Blob([]), table: Symbol("a") }, "$.table: expected"],
    [{}, "$.image: expected a value"],
    [new FormData(), "$: expected parts by name"],
  ])("that breaks the spec is not sent: %#", async (body, expected) => {
    const client = await generatedClient(document);
    await expect(client.call("storeThing", { body })).rejects.toThrow(expected);
    expect(client.arrived).toStrictEqual([]);
  });

  it("has its files as Blobs in the types, and headers of single parts are refused", async () => {
    const { "types.ts": types = "" } = await filesOf("tiny", document);
    expect(types).toMatch(
      /readonly image: Blob;\s+readonly note\?: string;\s+readonly pages\?: readonly Blob\[\];/,
    );
    const wrong = sending({
      "multipart/form-data": { schema, encoding: { note: { headers: { "X-A": {} } } } },
    });
    const work = filesOf("tiny", { ...wrong, components: document["components"] ?? {} });
    await expect(work).rejects.toThrow(SpecRefused);
    await expect(work).rejects.toThrow("storeThing: note of the parts: no part can have headers of its own");
  });
});

describe("a text", () => {
  it("goes out under its own media type, held to its schema", async () => {
    const client = await generatedClient(sending({ "text/csv": { schema: { ...text, minLength: 2 } } }));
    await client.call("storeThing", { body: "a,b" });
    expect(client.arrived[0]).toMatchObject({ body: "a,b", headers: { "content-type": "text/csv" } });
    await expect(client.call("storeThing", { body: "a" })).rejects.toThrow(
      "$: expected at least 2 characters",
    );
    await expect(client.call("storeThing", { body: { a: 1 } })).rejects.toThrow(
      "$: expected a text, got an object",
    );
  });

  it.each([
    ["text/csv; charset=iso-8859-1", Buffer.from("é", "latin1"), "é"],
    ["text/csv", Buffer.from("é"), "é"],
    ["text/csv", Buffer.from("é", "latin1"), /expected a text in utf-8, got 1 bytes that are none/],
    ["text/csv; charset=morse", Buffer.from("-"), /expected a text in morse/],
    ["text/csv", Buffer.from("longer"), /\$: expected at most 3 characters/],
  ])("comes in as %s and is read so: %#", async (type, bytes, data) => {
    const document = answering({ "text/csv": { schema: { ...text, maxLength: 3 } } });
    const client = await generatedClient(document, {
      answer: (response) => response.setHeader("content-type", type).end(bytes),
    });
    const answer = client.call("findThings");
    if (typeof data === "string") expect((await answer).data).toBe(data);
    else await expect(answer).rejects.toThrow(data);
    expect(client.arrived[0]?.headers.accept).toBe("text/csv");
  });
});

describe("bytes", () => {
  it.each([
    ["bytes", () => new TextEncoder().encode("ab"), "application/pdf"],
    ["a Blob", () => new Blob(["ab"], { type: "image/png" }), "application/pdf"],
    ["a stream", () => new Blob(["ab"]).stream(), "application/pdf"],
    ["a Blob where any type will do", () => new Blob(["ab"], { type: "image/png" }), "image/png"],
    ["bytes where any type will do", () => new TextEncoder().encode("ab").buffer, "application/octet-stream"],
  ])("go out as %s", async (name, body, type) => {
    const client = await generatedClient(sending({ [name.includes("any") ? "*/*" : "application/pdf"]: {} }));
    await client.call("storeThing", { body: body() });
    expect(client.arrived[0]).toMatchObject({ body: "ab", headers: { "content-type": type } });
    await expect(client.call("storeThing", { body: "ab" })).rejects.toThrow(
      "$: expected a Blob, an ArrayBuffer, bytes or a stream of them, got a text",
    );
  });

  it("that are a stream are sent once, though the operation may be sent again; others are sent again", async () => {
    const answer = (response: ServerResponse) => response.writeHead(503, { "retry-after": "0" }).end();
    const client = await generatedClient(sending({ "application/pdf": {} }, { "x-retry": "safe" }), {
      answer,
    });
    await expect(client.call("storeThing", { body: new Blob(["ab"]).stream() })).rejects.toThrow("503");
    expect(client.arrived).toHaveLength(1);
    await expect(client.call("storeThing", { body: new Blob(["ab"]), maxAttempts: 2 })).rejects.toThrow(
      "503",
    );
    expect(client.arrived.map(({ body }) => body)).toStrictEqual(["ab", "ab", "ab"]);
  });

  const document = answering({ "application/pdf": {} });
  const read = async ({ data }: { readonly data: unknown }): Promise<string> =>
    await new Response(Object(data)).text();

  it("come in as a stream, which begins before the last of them was sent", async () => {
    let finish = (): void => undefined;
    const client = await generatedClient(document, {
      answer: (response) => {
        response.write("first");
        finish = () => response.end("last");
      },
    });
    const answer = await client.call("findThings");
    expect(answer.data).toBe(answer.response.body);
    finish();
    expect(await read(answer)).toBe("firstlast");
    expect(client.arrived[0]?.headers.accept).toBe("application/pdf");
  });

  it.each([
    [
      "are too many",
      (response: ServerResponse) => response.end("abcdef"),
      "expected a body of at most 5 bytes",
    ],
    [
      "break off",
      (response: ServerResponse) => response.write("ab", () => response.destroy()),
      "is unreachable for findThings",
    ],
    [
      "stop arriving",
      (response: ServerResponse) => response.write("ab"),
      "the body stopped arriving for 200 ms",
    ],
  ])("that %s end the stream with an error", async (_, answer, expected) => {
    const client = await generatedClient(document, { answer, wire: { maxBodyBytes: 5, idleTimeoutMs: 200 } });
    await expect(client.call("findThings").then(read)).rejects.toThrow(expected);
  });

  it("end with the caller's signal and at the deadline, after the call has ended", async () => {
    const client = await generatedClient(document, { answer: (response) => response.write("ab") });
    const controller = new AbortController();
    const aborted = await client.call("findThings", { signal: controller.signal });
    controller.abort(new Error("enough"));
    await expect(read(aborted)).rejects.toThrow("enough");
    const late = await client.call("findThings", { deadline: Date.now() + 300 });
    await expect(read(late)).rejects.toThrow("the deadline has passed");
  });

  it("are a refusal where the status is one, read as every other", async () => {
    const client = await generatedClient(document, {
      answer: (response) => response.writeHead(404).end('{"detail":"gone"}'),
    });
    await expect(client.call("findThings")).rejects.toThrow("404 gone");
  });
});

describe("a body of another JSON", () => {
  it("is sent and asked for under its own name", async () => {
    const schema = { type: "object" };
    const client = await generatedClient(
      sending(
        { "application/merge-patch+json": { schema } },
        { responses: { "200": { description: "", content: { "application/hal+json": { schema } } } } },
      ),
      { answer: (response) => response.end("{}") },
    );
    await client.call("storeThing", { body: {} });
    expect(client.arrived[0]?.headers).toMatchObject({
      "content-type": "application/merge-patch+json",
      accept: "application/hal+json",
    });
  });
});

it("answers of different kinds are refused", async () => {
  const responses = {
    "200": { description: "", content: { "application/json": {} } },
    "202": { description: "", content: { "text/csv": {} } },
  };
  await expect(filesOf("tiny", documentWith({ responses }))).rejects.toThrow(
    "findThings: answers are json and text, told apart by status",
  );
});

describe("the headers of an answer", () => {
  const document: JsonObject = {
    ...documentWith({
      responses: {
        "204": {
          description: "",
          headers: {
            "X-Left": { $ref: "#/components/headers/Left" },
            "X-Cost": { schema: { type: "number" } },
            "X-More": { schema: { type: "boolean" } },
            ETag: { schema: text },
            "Content-Type": { schema: text },
          },
        },
      },
    }),
    components: { headers: { Left: { required: true, schema: { type: "integer" } } } },
  };

  it("are what the spec says they are", async () => {
    const client = await generatedClient(document, {
      answer: (response) =>
        response.writeHead(204, { "X-LEFT": "7", "x-cost": "1.5", "x-more": "true", etag: '"a"' }).end(),
    });
    expect(await client.call("findThings")).toMatchObject({
      headers: { "x-left": 7, "x-cost": 1.5, "x-more": true, etag: '"a"' },
    });
    const { "operations.ts": code = "" } = await filesOf("tiny", document);
    expect(code).toContain(
      'Promise<HeadedAnswer<undefined, { readonly "x-left"?: number; readonly "x-cost"?: number; readonly "x-more"?: boolean; readonly "etag"?: string }>>',
    );
  });

  it("that are something else are left out and reported", async () => {
    const client = await generatedClient(document, {
      answer: (response) =>
        response.writeHead(204, { "x-left": "9007199254740993", "x-cost": "a", "x-more": "yes" }).end(),
    });
    const violations: Violation[] = [];
    const answer = await client.call("findThings", { onViolation: (one: Violation) => violations.push(one) });
    expect(Object(answer).headers).toStrictEqual({});
    expect(violations.map(({ path, expected }) => `${path}: ${expected}`)).toStrictEqual([
      "headers.x-left: an integer",
      "headers.x-cost: a number",
      "headers.x-more: true or false",
    ]);
  });
});
