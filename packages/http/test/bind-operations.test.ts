import { describe, expect, it } from "vitest";
import {
  type Answer,
  ApiRefused,
  bindOperations,
  type CallInit,
  ContractBroken,
  type Operation,
  type OperationValidators,
  type RequestFunction,
  RequestInvalid,
  Secret,
  walkOperation,
} from "../src/index.ts";
import { listBatches, rejection, wire } from "./calls.ts";
import { json, serve } from "./loopback.ts";

interface Batches {
  readonly batches: readonly { readonly id: string }[];
  readonly total: number;
}

interface Methods {
  getBatch(init: CallInit): Promise<Answer<{ id: string }>>;
  listBatches(init?: CallInit): Promise<Answer<Batches>>;
  refund(init: CallInit): Promise<Answer<unknown>>;
  closeBatch(init: CallInit): Promise<Answer<undefined>>;
}

const operations = {
  getBatch: {
    id: "getBatch",
    method: "GET",
    path: "/v1/batches/{batch_id}",
    retry: "safe",
    independentItems: [],
  },
  listBatches: {
    ...listBatches,
    pagination: { style: "offset", in: "query", items: "batches", total: true, maxLimit: 4 },
  },
  refund: {
    id: "refund",
    method: "POST",
    path: "/v1/refund",
    retry: "keyed",
    idempotencyKey: "event_id",
    bodyRequired: true,
    independentItems: [],
  },
  closeBatch: { id: "closeBatch", method: "POST", path: "/v1/close", retry: "never", independentItems: [] },
} as const satisfies Record<string, Operation>;

const hasId = (value: unknown): boolean => typeof value === "object" && value !== null && "id" in value;

const batches: OperationValidators["response"] = (body: unknown) => {
  const list = typeof body === "object" && body !== null && "batches" in body ? body.batches : undefined;
  const rows: readonly unknown[] = Array.isArray(list) ? list : [];
  const issues = rows.flatMap((row, index) =>
    hasId(row)
      ? []
      : [
          {
            instancePath: `/batches/${index}`,
            schemaPath: "",
            keyword: "required",
            params: { missingProperty: "id" },
          },
        ],
  );
  if (batches) batches.errors = issues;
  return issues.length === 0;
};

const amount: OperationValidators["request"] = (body: unknown) => {
  const value = typeof body === "object" && body !== null && "amount" in body ? body.amount : undefined;
  if (amount)
    amount.errors = [
      { instancePath: "/amount", schemaPath: "", keyword: "type", params: { type: "integer" } },
    ];
  return Number.isInteger(value);
};

/** Builds URLs as openapi-fetch does, and like it has no body left of a refusal. */
const requestTo =
  (url: string): RequestFunction =>
  async (method, path, { params, body, headers, fetch }) => {
    const filled = path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(String(params.path[name])));
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(params.query)) query.set(name, String(value));
    const init = {
      method,
      ...(headers && { headers }),
      ...(body !== undefined && { body: JSON.stringify(body) }),
    };
    const response = await fetch(new Request(`${url}${filled}?${query}`, init));
    return { response };
  };

const KEY = "sk_live_c4n4ryc4n4ry";

const clientOf = (url: string, options: { onViolation?: () => void } = {}) =>
  bindOperations<Methods>({
    api: "Koard",
    operations,
    validators: {
      getBatch: { response: hasId },
      listBatches: { response: batches },
      refund: { request: amount, response: () => true },
    },
    request: requestTo(url),
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
    expect(data).toEqual({ id: "/v1/batches/b%3A1%C3%A9?" });
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

it("walks the pages of an operation, broken items left out but counted", async () => {
  const rows = ["b0", "b1", "b2", null, null, null, null, "b7", "b8", "b9", null, "b11"].map((id) =>
    id ? { id } : {},
  );
  const server = await serve((request, response) => {
    const query = new URL(request.url ?? "", "http://koard.test").searchParams;
    const offset = Number(query.get("offset"));
    // As a server that clamps without a word.
    const limit = Math.min(3, Number(query.get("limit")));
    json(response, { batches: rows.slice(offset, offset + limit), total: rows.length });
  });
  const seen: string[] = [];
  const client = clientOf(server.url, { onViolation: () => undefined });
  const method = client.listBatches;
  for await (const { id } of walkOperation({
    api: "Koard",
    operation: operations.listBatches,
    method,
    init: {},
  })) {
    seen.push(id);
  }
  expect(seen).toEqual(["b0", "b1", "b2", "b7", "b8", "b9", "b11"]);
});
