import { describe, expect, it } from "vitest";
import {
  type Answer,
  ApiRefused,
  answerCheck,
  bindOperations,
  type CallInit,
  ContractBroken,
  type Operation,
  type PagedMethod,
  RequestInvalid,
  requestCheck,
  Secret,
} from "../../src/index.ts";
import { all, list, object } from "../../src/schema.ts";
import { listBatches, rejection, wire } from "../calls.ts";
import { json, serve } from "../loopback.ts";

interface Batches {
  readonly batches: readonly { readonly id: string }[];
  readonly total: number;
}

interface Methods {
  getBatch(init: CallInit): Promise<Answer<{ id: string }>>;
  readonly listBatches: PagedMethod<[init?: CallInit], "query", Batches, Batches["batches"][number]>;
  refund(init: CallInit): Promise<Answer<unknown>>;
  closeBatch(init: CallInit): Promise<Answer<undefined>>;
}

const operations = {
  getBatch: {
    id: "getBatch",
    method: "GET",
    path: "/v1/batches/{batch_id}",
    retry: "safe",
  },
  listBatches: {
    ...listBatches,
    pagination: { style: "offset", in: "query", items: "batches", total: true, maxLimit: 4, id: "id" },
  },
  refund: {
    id: "refund",
    method: "POST",
    path: "/v1/refund",
    retry: "keyed",
    idempotencyKey: "event_id",
    bodyRequired: true,
  },
  closeBatch: { id: "closeBatch", method: "POST", path: "/v1/close", retry: "never" },
} as const satisfies Record<string, Operation>;

const withId = all(32, object({ id: 511 }));
const batches = object({}, { batches: list(withId, true, "id") });
const amount = object({ amount: 2 });

const KEY = "sk_live_c4n4ryc4n4ry";

const clientOf = (url: string, options: { onViolation?: () => void } = {}) =>
  bindOperations<Methods>({
    api: "Koard",
    operations,
    validators: {
      getBatch: { response: answerCheck(withId) },
      listBatches: { response: answerCheck(batches) },
      refund: { request: requestCheck(amount), response: answerCheck(511) },
    },
    baseUrl: url,
    transport: wire({ maxAttempts: 3 }).send,
    secrets: [new Secret(KEY)],
    ...options,
  });

describe("an answer", () => {
  it("is the parsed body, with the raw response still to be read", async () => {
    const server = await serve((request, response) => json(response, { id: request.url }));
    const { data, response, leftOut } = await clientOf(server.url).getBatch({
      path: { batch_id: "b:1é" },
    });
    expect(data).toEqual({ id: "/v1/batches/b%3A1%C3%A9" });
    expect(await response.json()).toEqual(data);
    expect(leftOut).toEqual([]);
  });

  it.each([
    [
      "a maintenance page",
      "text/html",
      "<html>Back soon</html>",
      "JSON, got 22 bytes sent as text/html that do not parse",
    ],
    ["an empty body", "application/json", "", "JSON, got an empty body"],
    [
      "half a body",
      "application/json",
      '{"id":',
      "JSON, got 6 bytes sent as application/json that do not parse",
    ],
  ])("with %s is asked for again, and then a broken contract", async (_, type, body, expected) => {
    const server = await serve((_request, response) => {
      response.writeHead(200, { "content-type": type });
      response.end(body);
    });
    const error = await rejection(clientOf(server.url).getBatch({ path: { batch_id: "b1" } }));
    expect(error).toBeInstanceOf(ContractBroken);
    expect(String(error)).toBe(
      `ContractBroken: Koard broke the contract of getBatch: $: expected ${expected}`,
    );
    expect(server.count()).toBe(3);
  });

  it("that has no body where none is promised is no data", async () => {
    const server = await serve((_, response) => response.writeHead(204).end());
    expect((await clientOf(server.url).closeBatch({})).data).toBeUndefined();
  });
});

describe("a refusal", () => {
  const refusing = async (status: number, body: string) => {
    const server = await serve((_, response) => response.writeHead(status, { "request-id": "r7" }).end(body));
    return { server, error: await rejection(clientOf(server.url).getBatch({ path: { batch_id: "b1" } })) };
  };

  it.each([
    ["", "403 no detail given"],
    ['{"detail":"Not yours"}', "403 Not yours"],
    ['{"detail":[{"loc":["query","limit"],"msg":"too large"}]}', "403 query.limit: too large"],
    ['{"detail":{"code":"blocked","message":"Merchant blocked"}}', "403 Merchant blocked"],
    [
      '{"success":false,"error":{"code":"FORBIDDEN","message":"No organisation"}}',
      "403 FORBIDDEN: No organisation",
    ],
    ['{"error":"nope","code":"E1"}', "403 E1: nope"],
    ["<html>Denied by proxy</html>", "403 no detail given"],
    ['{"detail":"a\\u0000b\\r\\nc\\u202e"}', "403 a b c"],
    [
      `{"detail":"key ${KEY} and ${KEY.slice(0, 14)}… unknown"}`,
      "403 key [redacted] and [redacted]… unknown",
    ],
  ])("of %j says %j", async (body, said) => {
    const { error } = await refusing(403, body);
    expect(error).toBeInstanceOf(ApiRefused);
    expect(error).toMatchObject({ status: 403, requestId: "r7" });
    expect(String(error)).toBe(`ApiRefused: Koard refused getBatch: ${said}`);
  });

  it("with a wrong key is not asked about twice", async () => {
    const { server, error } = await refusing(401, "");
    expect(error).toMatchObject({ status: 401 });
    expect(server.count()).toBe(1);
  });

  it("with an empty body is one, though every attempt was", async () => {
    const { server, error } = await refusing(503, "");
    expect(error).toMatchObject({ status: 503, detail: "" });
    expect(server.count()).toBe(3);
  });

  it("keeps its message to one line of 300 characters", async () => {
    const { error } = await refusing(400, JSON.stringify({ detail: "long\n".repeat(10_000) }));
    expect(String(error).length).toBeLessThanOrEqual("ApiRefused: ".length + 300);
    expect(String(error)).not.toContain("\n");
  });
});

describe("a request", () => {
  it.each(["a/b", "a?b", "a#b", "a b", "a\tb", "", ".", ".."])(
    "with the id %j is not sent",
    async (batch_id) => {
      const server = await serve((_, response) => json(response, {}));
      const error = await rejection(clientOf(server.url).getBatch({ path: { batch_id } }));
      expect(error).toBeInstanceOf(RequestInvalid);
      expect(error).toMatchObject({ path: "path.batch_id" });
      const got = `a text of ${batch_id.length} characters`;
      expect(String(error)).toContain(`an id without slash, question mark, hash or white space, got ${got}`);
      expect(server.count()).toBe(0);
    },
  );

  it("with a body that breaks the spec, or without one or an id it needs, is not sent", async () => {
    const client = clientOf("http://koard.test");
    const error = await rejection(client.refund({ body: { amount: 12.5 } }));
    expect(String(error)).toBe(
      "RequestInvalid: The Koard request refund was not sent: $.amount: expected integer, got 12.5",
    );
    expect(await rejection(client.getBatch({}))).toBeInstanceOf(RequestInvalid);
  });

  it("that is a keyed write has one key over all its attempts, and another the next time", async () => {
    const server = await serve((_, response, nth) => json(response, {}, nth % 3 === 0 ? 200 : 503));
    const client = clientOf(server.url);
    await client.refund({ body: { amount: 5 } });
    await client.refund({ body: { amount: 5, event_id: null } });
    await client.refund({ body: { amount: 5, event_id: "mine" } });
    const keys = server.bodies.map((body) => JSON.parse(body).event_id);
    const [first, , , second] = keys;
    expect(keys).toEqual([first, first, first, second, second, second, "mine", "mine", "mine"]);
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect(second).not.toBe(first);
  });
});

describe("a walk", () => {
  const rows = ["b0", "b1", "b2", null, null, null, null, "b7", "b8", "b9", null, "b11"].map((id) =>
    id ? { id } : {},
  );
  const right = ["b0", "b1", "b2", "b7", "b8", "b9", "b11"];

  /** A list behind a server that clamps the limit without a word. */
  const listed = async () => {
    const asked: { url: string | undefined; trace: unknown }[] = [];
    const server = await serve((request, response) => {
      asked.push({ url: request.url, trace: request.headers["x-trace"] });
      const query = new URL(request.url ?? "", "http://koard.test").searchParams;
      const offset = Number(query.get("offset"));
      const limit = Math.min(3, Number(query.get("limit")));
      json(response, { batches: rows.slice(offset, offset + limit), total: rows.length });
    });
    return { server, asked, client: clientOf(server.url, { onViolation: () => undefined }) };
  };
  const idsOf = async (walk: AsyncIterable<{ readonly id: string }>): Promise<string[]> => {
    const ids: string[] = [];
    for await (const { id } of walk) ids.push(id);
    return ids;
  };

  it("by items yields each row once, broken ones left out but counted", async () => {
    const { client } = await listed();
    expect(await idsOf(client.listBatches.items())).toEqual(right);
  });

  it.each([
    // A total may be wrong: a loss-free walk looks once beyond it.
    ["items", 2],
    ["pages", 2],
    ["stream", 1],
    ["streamPages", 1],
  ] as const)("by %s of a list of one page asks %i times", async (way, times) => {
    const rows = [{ id: "b0" }, { id: "b1" }, { id: "b2" }];
    const server = await serve((request, response) => {
      const offset = Number(new URL(request.url ?? "", "http://koard.test").searchParams.get("offset"));
      json(response, { batches: rows.slice(offset), total: rows.length });
    });
    const walk = clientOf(server.url).listBatches[way]();
    for await (const one of walk) expect(one).toBeDefined();
    expect(server.count()).toBe(times);
  });

  it("by pages yields the same rows in arrays of the limit, whatever the server sends at once", async () => {
    const { client } = await listed();
    const pages: (readonly { readonly id: string }[])[] = [];
    for await (const page of client.listBatches.pages({ query: { limit: 5 } })) pages.push(page);
    expect(pages.map((page) => page.map(({ id }) => id))).toEqual([right.slice(0, 5), right.slice(5)]);
  });

  it("asks each page with what it was given, and keeps offset and limit to itself", async () => {
    const { asked, client } = await listed();
    const seen: unknown[] = [];
    const onViolation = () => seen.push("told");
    await idsOf(
      client.listBatches.items({ query: { account_id: "a" }, headers: { "x-trace": "t" }, onViolation }),
    );
    expect(asked[0]?.url).toBe("/v1/batches?account_id=a&limit=4&offset=0");
    expect(asked.every(({ trace }) => trace === "t")).toBe(true);
    expect(seen.length).toBeGreaterThan(0);
  });

  it("asks for as many rows as the spec allows where the limit is null", async () => {
    const { asked, client } = await listed();
    await idsOf(client.listBatches.items({ query: { limit: null } }));
    expect(asked[0]?.url).toBe("/v1/batches?limit=4&offset=0");
  });

  it("says where a limit stands that is no number", async () => {
    const { client } = await listed();
    const error = await rejection((async () => client.listBatches.items({ query: { limit: "5" } }))());
    expect(error).toMatchObject({ name: "RequestInvalid", path: "query.limit" });
  });

  it("knows rows apart as it is told to, and stops at the maxima that it is given", async () => {
    const { client } = await listed();
    const sameAll = client.listBatches.items({ idOf: () => "one" });
    expect(await idsOf(sameAll)).toHaveLength(1);
    expect(String(await rejection(idsOf(client.listBatches.items({ maxPages: 2 }))))).toContain("2 pages");
    expect(String(await rejection(idsOf(client.listBatches.items({ maxRows: 2 }))))).toContain("2 rows");
  });

  it.each([{ maxPages: Number.NaN }, { maxRows: 0 }, { query: { limit: 0 } }])(
    "with %j is refused, for it would have no bound",
    async (init) => {
      const { server, client } = await listed();
      expect(await rejection(idsOf(client.listBatches.items(init)))).toBeInstanceOf(RequestInvalid);
      expect(server.count()).toBe(0);
    },
  );

  it("ends with its signal, in the middle of the list", async () => {
    const { server, client } = await listed();
    const giving = new AbortController();
    const walk = client.listBatches.items({
      signal: giving.signal,
      onViolation: () => giving.abort(new Error("enough")),
    });
    expect(await rejection(idsOf(walk))).toEqual(new Error("enough"));
    expect(server.count()).toBe(2);
  });
});
