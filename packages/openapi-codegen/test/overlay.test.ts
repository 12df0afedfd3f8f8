// Proves what an overlay does to a provider's document, which lies untouched beside it, and that whatever in it has no
// effect is said with file and line.

import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addNewClients, type JsonObject, SpecRefused } from "../src/index.ts";
import { included as includedIn } from "../src/provider/include.ts";
import { overlaid as overlaidBy } from "../src/provider/overlay.ts";
import { readOverlay } from "../src/provider/read-overlay.ts";

const HEAD = "overlay: 1.0.0\ninfo: { title: Ours, version: 1.0.0 }\n";
/** The document that is made, or all that is said against it as one error. */
const made = ({
  document,
  faults,
}: {
  readonly document: JsonObject;
  readonly faults: readonly string[];
}) => {
  if (faults.length > 0) throw new SpecRefused(faults.join("\n"));
  return document;
};
const overlaid = (document: JsonObject, actions: string): JsonObject =>
  made(overlaidBy(document, readOverlay("overlay.yaml", `${HEAD}actions:\n${actions}`)));

describe("an action", () => {
  const document: JsonObject = {
    paths: {
      "/a": { get: { operationId: "one", tags: ["A"], deep: { x: 1, y: 2 } }, post: {} },
      "/b": { get: { operationId: "two", deprecated: true } },
    },
  };

  it("merges objects, joins arrays, and replaces everything else, wherever its target is found", () => {
    const update = "{ tags: [B], deep: { y: 3, z: null }, operationId: mine }";
    expect(overlaid(document, `  - { target: "$.paths['/a'].get", update: ${update} }`)).toStrictEqual({
      paths: {
        ...Object(document["paths"]),
        "/a": { get: { operationId: "mine", tags: ["A", "B"], deep: { x: 1, y: 3, z: null } }, post: {} },
      },
    });
    const everywhere = overlaid(document, "  - { target: $.paths.*.get, update: { x-retry: safe } }");
    expect(JSON.stringify(everywhere).split('"x-retry":"safe"')).toHaveLength(3);
  });

  it("adds to an array that is its target, and takes away what is to go, several of one list too", () => {
    const list: JsonObject = { tags: [{ name: "a" }, { name: "b" }, { name: "a" }] };
    expect(
      overlaid(
        list,
        `  - { target: "$.tags[?@.name=='a']", remove: true }\n  - { target: $.tags, update: c }`,
      ),
    ).toStrictEqual({ tags: [{ name: "b" }, "c"] });
    expect(overlaid(document, "  - { target: '$.paths[?@.get.deprecated]', remove: true }")).toStrictEqual({
      paths: { "/a": Object(document["paths"])["/a"] },
    });
  });

  it.each([
    [
      `${HEAD}actions:\n  - target: $.paths['/c']\n    update: {}\n  - target: $.tags\n    remove: true\n`,
      [
        "overlay.yaml:4:13: #/actions/0/target: target $.paths['/c'] matches nothing",
        "overlay.yaml:6:13: #/actions/1/target: target $.tags matches nothing",
      ],
    ],
    [
      `${HEAD}actions:\n  - { target: "$.paths[", update: {} }\n`,
      ["overlay.yaml:4:15: #/actions/0/target: target $.paths[ is no JSONPath"],
    ],
    [
      `${HEAD}actions:\n  - { target: $.paths, update: {}, remove: true }\n`,
      ["4:5: #/actions/0: an action has either update or remove"],
    ],
    [`${HEAD}actions:\n  - { target: $.paths }\n`, ["an action has either update or remove"]],
    [
      `${HEAD}actions:\n  - { target: $.paths, updte: {} }\n`,
      ["#/actions/0/updte: an action has no updte", "either update or remove"],
    ],
    [
      `${HEAD}actions:\n  - { target: "$.paths['/a'].get.operationId", update: b }\n`,
      ["neither an object nor an array"],
    ],
    [`${HEAD}actions:\n  - { target: $, remove: true }\n`, ["takes the document away"]],
    ["overlay: 1.1.0\nactions: []\n", ["overlay.yaml:1:10: #/overlay: overlay must be 1.0.0"]],
    [`${HEAD}actions: []\ninclude: [one]\n`, ["overlay.yaml:4:10: #/include: an overlay has no include"]],
    [`${HEAD}actions: []\nx-include: one\n`, ["overlay.yaml:4:12: #/x-include: x-include must be a list"]],
    ["overlay: 1.0.0\nactions:\n\t- a\n", ["overlay.yaml:3:1: #: Tabs are not allowed as indentation"]],
    ["- a\n", ["overlay.yaml:1:1: #: an overlay is an object"]],
  ])("that has no effect, or is none, is refused: %j", (text, said) => {
    const work = () => made(overlaidBy(document, readOverlay("overlay.yaml", text)));
    expect(work).toThrow(SpecRefused);
    for (const one of said) expect(work).toThrow(one);
  });
});

describe("what is included", () => {
  const schema = (name: string): JsonObject => ({ schema: { $ref: `#/components/schemas/${name}` } });
  const answer = (name: string): JsonObject => ({
    responses: { "200": { description: "", content: { "application/json": schema(name) } } },
  });
  const document: JsonObject = {
    paths: {
      "/a": {
        parameters: [{ $ref: "#/components/parameters/Page" }],
        get: { operationId: "listA", ...answer("A") },
        post: {},
      },
      "/b": { get: { operationId: "listB", ...answer("B"), security: [{ key: [] }] } },
      "/c/d": { get: { operationId: "listD" } },
    },
    webhooks: { paid: {}, sent: {} },
    components: {
      parameters: { Page: {}, Size: {} },
      schemas: {
        A: { discriminator: { propertyName: "kind", mapping: { x: "X", y: "#/components/schemas/Y" } } },
        ...{ B: {}, X: { items: { $ref: "#/components/schemas/Z" } }, Y: {}, Z: {} },
      },
      securitySchemes: { key: {}, other: {} },
      responses: { Unused: {} },
    },
  };
  const included = (...names: readonly string[]) =>
    made(
      includedIn(
        document,
        readOverlay("overlay.yaml", `${HEAD}actions: []\nx-include: ${JSON.stringify(names)}\n`).include ??
          [],
      ),
    );
  const componentsOf = ({ components }: JsonObject) =>
    Object.entries(Object(components)).flatMap(([kind, held]) =>
      Object.keys(Object(held)).map((name) => `${kind}/${name}`),
    );

  it("is the operations that are named, with only the components that they reach", () => {
    const left = included("listA");
    expect(Object.keys(Object(left["paths"]))).toStrictEqual(["/a"]);
    expect(Object.keys(Object(Object(left["paths"])["/a"]))).toStrictEqual(["parameters", "get"]);
    expect(componentsOf(left)).toStrictEqual([
      "parameters/Page",
      "schemas/A",
      "schemas/X",
      "schemas/Y",
      "schemas/Z",
    ]);
    expect(left).not.toHaveProperty("webhooks");
  });

  it.each([
    [["GET /b"], ["/b"]],
    [["/a"], ["/a"]],
    [["/c*", "webhook paid"], ["/c/d"]],
    [["list*"], ["/a", "/b", "/c/d"]],
  ])("%j takes %j", (names, paths) => {
    expect(Object.keys(Object(included(...names)["paths"]))).toStrictEqual(paths);
  });

  it("is refused where it names nothing, all of it at once", () => {
    const work = () => included("listA", "listC", "POST /b");
    expect(work).toThrow("overlay.yaml:4:21: #/x-include/1: listC names no operation");
    expect(work).toThrow("#/x-include/2: POST /b names no operation");
  });
});

/** As a provider writes it: OpenAPI 3.0, no summary, no licence, an id with a blank, an operation that no client can have. */
const PROVIDERS = `{
  "openapi": "3.0.3",
  "info": { "title": "Shop", "version": "v71" }, "tags": [{ "name": "b" }, { "name": "a" }],
  "servers": [{ "url": "/api" }],
  "paths": {
    "/orders": {
      "get": { "operationId": "list orders", "responses": { "200": { "description": "",
        "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Order" } } } } } },
      "put": { "operationId": "odd", "responses": { "200": { "description": "", "content": { "application/json": { "schema": { "pattern": "(" } } } } } }
    }
  },
  "components": { "schemas": { "Order": { "type": "object", "properties": { "note": { "type": "string", "nullable": true, "format": "prose" } } } } }
}
`;
const OURS = `${HEAD}actions:\n  - target: $.paths['/orders'].get\n    update: { operationId: listOrders, x-retry: never }\n`;

describe("a provider's document beside its overlay", () => {
  let root: string;
  const write = async (file: string, text: string) => {
    await mkdir(join(root, "specs", file, ".."), { recursive: true });
    await writeFile(join(root, "specs", file), text);
  };
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "overlay-"));
    await writeFile(
      join(root, "redocly.yaml"),
      "extends: [recommended-strict]\nrules: { tag-description: error, operation-singular-tag: error, tags-alphabetical: error }\n",
    );
    await write("shop/openapi.json", PROVIDERS);
    await write("shop/overlay.yaml", OURS);
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  it("is laid out with all other new specs, or none is", async () => {
    await write("till/openapi.yaml", "openapi: 3.1.0\n");
    await write("stall/openapi.json", PROVIDERS);
    await write("stall/overlay.yaml", `${OURS}x-include: [list orders, PUT /orders]\n`);
    const work = addNewClients(root, "write");
    await expect(work).rejects.toThrow("specs/till does not lint");
    await expect(work).rejects.toThrow(
      "specs/stall/overlay.yaml:6:13: #/x-include/0: list orders names no operation",
    );
    expect(await readdir(root)).toStrictEqual(["redocly.yaml", "specs"]);
    await write("stall/overlay.yaml", `${OURS}x-include: [listOrders, PUT /orders]\n`);
    await expect(addNewClients(root, "write")).rejects.toThrow(
      "#/x-include/1: PUT /orders cannot be generated: specs/stall/openapi.json:9: #/paths/~1orders/put: ",
    );
    await rm(join(root, "specs", "till"), { recursive: true });
    await rm(join(root, "specs", "stall"), { recursive: true });
  });

  it.each([
    ["of its own", undefined],
    ["of a provider's", `${HEAD}actions: []\n`],
  ])(
    "has what is wrong with every document %s told at once, with file, line and pointer",
    async (_, overlay) => {
      const documents: readonly (readonly [file: string, text: string, said: string])[] = [
        [
          "a/openapi.yaml",
          "info: { title: A }\nopenapi: 3.2.0\n",
          "2: #/openapi: OpenAPI 3.2.0: only 3.0 and 3.1 are read",
        ],
        ["b/openapi.json", '{\n"swagger": "2.0" }', "2: #/swagger: OpenAPI 2.0: only 3.0 and 3.1 are read"],
        [
          "c/openapi.yaml",
          "openapi: 3.1.0\ninfo:\n\ttitle: C\n",
          "3:1: #: tab characters must not be used in indentation",
        ],
        ["d/openapi.yaml", "openapi: 3.1.0\njsonSchemaDialect: x\n", "2: #/jsonSchemaDialect: only "],
      ];
      for (const [file, text] of documents) {
        await write(file, text);
        if (overlay !== undefined) await write(`${file}/../overlay.yaml`, overlay);
      }
      const said = await addNewClients(root, "write").then(String, String);
      const wanted = documents.map(([file, , one]) => `specs/${file}:${one}`);
      const lines = said.replace("SpecRefused: ", "").split("\n");
      expect(lines).toStrictEqual(wanted.map((one) => expect.stringContaining(one)));
      for (const [file] of documents) await rm(join(root, "specs", file, ".."), { recursive: true });
    },
  );

  it("has what the overlay gets wrong told by its place there, with all else at once", async () => {
    const action = (target: string, update: string) => `  - target: ${target}\n    update: ${update}\n`;
    const orders = "$.paths['/orders'].get";
    await write("stall/openapi.json", PROVIDERS);
    await write(
      "stall/overlay.yaml",
      `${HEAD}actions:\n${action("$.paths['/gone']", "{}")}${action(orders, "{ x-retry: often }")}x-include: [GET /orders, nobody]\n`,
    );
    await write("kiosk/openapi.json", PROVIDERS);
    await write(
      "kiosk/overlay.yaml",
      `${HEAD}actions:\n${action("$.paths['/orders']", "{ post: { operationId: list orders, responses: {} } }")}${action(`${orders}.responses['200'].content['application/json']`, "{ schema: { $ref: '#/gone' } }")}`,
    );
    await write("booth/openapi.json", PROVIDERS.replace("3.0.3", "3.2.0"));
    await write("booth/overlay.yaml", `${HEAD}actions:\n${action("$.gone", "{}")}`);
    const said = await addNewClients(root, "write").then(String, String);
    const at = (name: string) => `specs/${name}/overlay.yaml`;
    expect(said.replace("SpecRefused: ", "").split("\n")).toStrictEqual([
      `${at("booth")}:4:13: #/actions/0/target: target $.gone matches nothing`,
      "specs/booth/openapi.json:2: #/openapi: OpenAPI 3.2.0: only 3.0 and 3.1 are read; convert it first",
      `${at("kiosk")}:5:36: #/actions/0/update/post/operationId: list orders is that of GET /orders already`,
      `${at("kiosk")}:7:23: #/actions/1/update/schema: #/gone: leads nowhere`,
      expect.stringMatching(/^ {2}left out: PUT \/orders: specs\/kiosk\/openapi\.json:9: /),
      `${at("stall")}:4:13: #/actions/0/target: target $.paths['/gone'] matches nothing`,
      `${at("stall")}:8:26: #/x-include/1: nobody names no operation`,
      `${at("stall")}:7:24: #/actions/1/update/x-retry: listOrders: x-retry must be one of safe, keyed, never`,
    ]);
    for (const name of ["stall", "kiosk", "booth"]) await rm(join(root, "specs", name), { recursive: true });
  });

  it.each(["openapi.yml", "overlay.json", "overlay.yml", "swagger.json"])(
    "is not passed over, nor what is over it, where it is called %s",
    async (name) => {
      await write(`shop/${name}`, "{}");
      const said = await addNewClients(root, "write").then(String, String);
      expect(said).toMatch(`specs/shop/${name}: it has to be called `);
      await rm(join(root, "specs", "shop", name));
    },
  );

  it("is generated from without a word of the house rules, and what is left out is named", async () => {
    const { names, notes } = await addNewClients(root, "write");
    expect(names).toStrictEqual(["shop"]);
    expect(notes).toStrictEqual([
      "specs/shop: 1 of 2 operations",
      expect.stringMatching(
        /^ {2}left out: PUT \/orders: specs\/shop\/openapi\.json:9: #\/paths\/~1orders\/put: .*\(/,
      ),
      expect.stringMatching(
        /^ {2}\d+ findings of the linter, which decide nothing: pnpm generate --findings shop$/,
      ),
    ]);
    const generated = await readFile(
      join(root, "packages", "shop-client", "src", "generated", "operations.ts"),
      "utf8",
    );
    expect(generated).toContain("// Generated from specs/shop/openapi.json and overlay.yaml by");
    expect(generated).toMatch(
      /"id": "listOrders",\s+"method": "GET",\s+"path": "\/orders",\s+"retry": "never"/,
    );
    expect(await readFile(join(root, "specs", "shop", "openapi.json"), "utf8")).toBe(PROVIDERS);
  });

  it("has every finding told to whoever asks for them", async () => {
    const bin = join(import.meta.dirname, "..", "src", "bin.ts");
    const { stdout } = await promisify(execFile)(process.execPath, [bin, "findings", "shop"], { cwd: root });
    const lines = stdout.trimEnd().split("\n");
    expect(lines.at(-1)).toBe(`${lines.length - 1} findings`);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines[0]).toMatch(/^specs\/shop\/openapi\.json:\d+:\d+ /);
    expect(stdout).not.toContain("tags-alphabetical");
  });
});
