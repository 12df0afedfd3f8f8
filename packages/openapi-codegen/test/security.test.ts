// Proves that each operation goes to the server and with the keys that its spec names, and with no others.

import { ApiRefused, OptionInvalid, RequestInvalid } from "@tieout/http";
import { describe, expect, it } from "vitest";
import { filesOf, type JsonObject, SpecRefused } from "../src/index.ts";
import { documentWith, generatedClient } from "./generated-client.ts";

const securitySchemes = {
  key: { type: "apiKey", in: "header", name: "X-Key" },
  tenant: { type: "apiKey", in: "header", name: "X-Tenant" },
  inQuery: { type: "apiKey", in: "query", name: "api_key" },
  inCookie: { type: "apiKey", in: "cookie", name: "session" },
  bearer: { type: "http", scheme: "Bearer" },
  basic: { type: "http", scheme: "basic" },
  oauth: { type: "oauth2", flows: {} },
  certificate: { type: "mutualTLS" },
  digest: { type: "http", scheme: "digest" },
};

const secured = (security: JsonObject[], ofOperation: JsonObject = {}): JsonObject =>
  documentWith(ofOperation, { security, components: { securitySchemes } });

describe("a request carries the keys that the spec names", () => {
  it.each([
    [[{ key: [] }], { key: "k1" }, { "x-key": "k1" }],
    [[{ key: [], tenant: [] }], { key: "k1", tenant: "t1" }, { "x-key": "k1", "x-tenant": "t1" }],
    [[{ bearer: [] }], { bearer: "k1" }, { authorization: "Bearer k1" }],
    [[{ oauth: ["read"] }], { oauth: "k1" }, { authorization: "Bearer k1" }],
    [
      [{ basic: [] }],
      { basic: { username: "mé", password: "p:w" } },
      { authorization: "Basic bcOpOnA6dw==" },
    ],
    [[{ inCookie: [] }], { inCookie: "k 1".replace(" ", "=") }, { cookie: "session=k%3D1" }],
    [[{ key: [] }, { bearer: [] }], { bearer: "k1" }, { authorization: "Bearer k1" }],
    [[{ digest: [] }, { key: [] }], { key: "k1" }, { "x-key": "k1" }],
    [[{ certificate: [], key: [] }], { key: "k1" }, { "x-key": "k1" }],
    [[{}, { key: [] }], { key: "k1" }, { "x-key": "k1" }],
  ] as const)("%j with %j", async (security, keys, expected) => {
    const client = await generatedClient(secured([...security]), { keys });
    await client.call("findThings");
    const { "x-key": key, "x-tenant": tenant, authorization, cookie } = client.arrived[0]?.headers ?? {};
    const sent = Object.entries({ "x-key": key, "x-tenant": tenant, authorization, cookie });
    expect(Object.fromEntries(sent.filter(([, value]) => value !== undefined))).toStrictEqual(expected);
  });

  it("in the query, behind what else is asked", async () => {
    const parameters = [{ name: "q", in: "query", schema: { type: "string" } }];
    const client = await generatedClient(secured([{ inQuery: [] }], { parameters }), {
      keys: { inQuery: "k&1" },
    });
    await client.call("findThings", { query: { q: "a" } });
    expect(client.arrived[0]?.url).toBe("/things?q=a&api_key=k%261");
  });

  it.each([
    ["none, where an operation needs none", { security: [] }, {}],
    ["others, where an operation needs others", { security: [{ tenant: [] }] }, { "x-tenant": "t1" }],
  ])("%s", async (_, ofOperation, expected) => {
    const client = await generatedClient(secured([{ key: [] }], ofOperation), {
      keys: { key: "k1", tenant: "t1" },
    });
    await client.call("findThings");
    const { headers } = client.arrived[0] ?? { headers: {} };
    expect({ ...("x-key" in headers && { "x-key": headers["x-key"] }) }).toStrictEqual({});
    expect(headers).toMatchObject(expected);
  });

  it("from a function, asked at each call, and blots each out of what comes back", async () => {
    let calls = 0;
    const client = await generatedClient(secured([{ bearer: [] }]), {
      keys: {
        bearer: async () => {
          calls += 1;
          return `token-number-${calls}`;
        },
      },
      answer: (response) => response.writeHead(401).end(`{"detail":"not token-number-${calls}"}`),
    });
    for (const number of [1, 2, 3]) {
      const error = await client.call("findThings").catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(ApiRefused);
      expect(String(error)).not.toContain("token-number");
      expect(client.arrived.at(-1)?.headers.authorization).toBe(`Bearer token-number-${number}`);
    }
  });
});

describe("a key that is missing or unknown", () => {
  it("is named, and nothing is sent", async () => {
    const client = await generatedClient(secured([{ key: [], tenant: [] }, { bearer: [] }]), {
      keys: { key: "k1" },
    });
    const error = await client.call("findThings").catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(RequestInvalid);
    expect(String(error)).toContain("credentials: expected key and tenant, or bearer, got none");
    expect(client.arrived).toStrictEqual([]);
  });

  it("is refused when the client is made", async () => {
    await expect(generatedClient(secured([{ key: [] }]), { keys: { kye: "k1" } })).rejects.toThrow(
      OptionInvalid,
    );
  });

  it.each([[[{ digest: [] }]], [[{ nobody: [] }]], [[{ bearer: [], basic: [] }]]])(
    "is refused when generating, where no client could send it: %j",
    async (security) => {
      const work = filesOf("tiny", secured(security));
      await expect(work).rejects.toThrow(SpecRefused);
      await expect(work).rejects.toThrow("name a scheme that is an apiKey");
    },
  );
});

describe("an operation with a server of its own", () => {
  const elsewhere = { servers: [{ url: "https://files.invalid/v2/" }] };

  it("is sent there, and with another in its place to that", async () => {
    const client = await generatedClient(documentWith(elsewhere), {
      servers: (baseUrl) => ({ "https://files.invalid/v2/": `${baseUrl}/files/` }),
    });
    await client.call("findThings");
    expect(client.arrived[0]?.url).toBe("/files/things");
  });

  it("is not sent where others are replaced and it is not", async () => {
    const client = await generatedClient(documentWith(elsewhere), { servers: () => ({}) });
    await expect(client.call("findThings")).rejects.toThrow(
      "servers: expected an address in place of https://files.invalid/v2/, got none",
    );
  });

  it("that is a path stays on the host of all others", async () => {
    const client = await generatedClient(documentWith({ servers: [{ url: "/v2" }] }));
    await client.call("findThings");
    expect(client.arrived[0]?.url).toBe("/v2/things");
  });

  it("says so in its metadata, with the defaults of variables", async () => {
    const server = {
      url: "https://{region}.till.invalid",
      variables: { region: { default: "eu", enum: ["eu", "us"] } },
    };
    const { "operations.ts": code } = await filesOf("tiny", documentWith({ servers: [server] }));
    expect(code).toContain('"server": "https://eu.till.invalid"');
  });

  it.each([
    [{ url: "https://{region}.till.invalid" }, "{region} of https://{region}.till.invalid needs a default"],
    [
      { url: "https://{region}.till.invalid", variables: { region: { default: "de", enum: ["eu"] } } },
      "needs a default, one of its enum",
    ],
    [{ url: "https://till.invalid/?a=b" }, "is no address that paths can follow on"],
  ])("%j is refused", async (server, expected) => {
    await expect(filesOf("tiny", documentWith({ servers: [server] }))).rejects.toThrow(expected);
  });
});
