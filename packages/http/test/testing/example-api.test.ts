import { http } from "msw";
import { setupServer } from "msw/node";
import { describe, expect, it, onTestFinished } from "vitest";
import { type AnswerCheck, answerCheck, type Operation, OptionInvalid, textAnswer } from "../../src/index.ts";
import { exampleApi } from "../../src/testing.ts";

const till = () =>
  exampleApi({
    api: "Till",
    basePath: "/v1",
    operations: {
      getReceipt: { id: "getReceipt", method: "GET", path: "/receipts/{id}", retry: "safe" },
      getLatest: { id: "getLatest", method: "GET", path: "/receipts/latest", retry: "safe" },
      voidReceipt: { id: "voidReceipt", method: "POST", path: "/receipts/{id}/void", retry: "never" },
    },
    validators: {},
    queries: {},
    examples: {
      getReceipt: { 200: { paid: { id: "r_1" }, open: { id: "r_2" } }, 404: { unknown: { detail: "none" } } },
      getLatest: { 200: { latest: { id: "r_9" } } },
      voidReceipt: { 202: {}, 409: {} },
    },
  });

const ask = async (api: ReturnType<typeof till>, path: string, init?: RequestInit) => {
  const response = await api.fetch(`https://till.invalid${path}`, init);
  return [response.status, await response.text()];
};

describe("an API made of examples", () => {
  it("takes a path with the base of its server and without, its id as it was meant", async () => {
    const api = till();
    expect(await ask(api, "/v1/receipts/r%3A1")).toEqual([200, '{"id":"r_1"}']);
    expect(await ask(api, "/receipts/r_1")).toEqual([200, '{"id":"r_1"}']);
    expect(api.asked.map(({ path }) => path["id"])).toEqual(["r:1", "r_1"]);
  });

  it("takes a word of the path for the operation that has it, not for an id", async () => {
    expect(await ask(till(), "/receipts/latest")).toEqual([200, '{"id":"r_9"}']);
  });

  it("finds an example by its name, whatever its status, and sends no body where the spec shows none", async () => {
    const api = till();
    api.answer("getReceipt", { example: "unknown" }, { example: "open" });
    expect(await ask(api, "/receipts/r_1")).toEqual([404, '{"detail":"none"}']);
    expect(await ask(api, "/receipts/r_1")).toEqual([200, '{"id":"r_2"}']);
    expect(await ask(api, "/receipts/r_1")).toEqual([200, '{"id":"r_2"}']);
    expect(await ask(api, "/receipts/r_1/void", { method: "POST" })).toEqual([202, ""]);
    api.answer("voidReceipt", { status: 409 });
    expect(await ask(api, "/receipts/r_1/void", { method: "POST" })).toEqual([409, ""]);
  });

  it("does not know what its spec does not", async () => {
    const api = till();
    expect(await ask(api, "/receipts", { method: "DELETE" })).toEqual([
      400,
      '{"detail":"the spec of Till has no DELETE /receipts"}',
    ]);
    expect(api.asked).toEqual([]);
  });
});

describe("an answer that the spec has no example of", () => {
  const of = (operation: Partial<Operation>, check?: AnswerCheck) => {
    const listOrders = {
      id: "listOrders",
      method: "GET",
      path: "/orders",
      retry: "safe",
      ...operation,
    } as const;
    return exampleApi({
      ...{
        api: "Shop",
        operations: { listOrders },
        queries: {},
        examples: { listOrders: { 200: {}, 204: {}, 409: {} } },
      },
      validators: check ? { listOrders: { response: check } } : {},
    });
  };
  const asked = async (api: ReturnType<typeof of>) => {
    const response = await api.fetch("https://shop.invalid/orders");
    return [response.status, await response.text()];
  };
  const named =
    '{"detail":"listOrders: the spec has no example of its answer 200; write one into it, or into its overlay"}';

  it("is named where it has a body, of JSON or of another kind", async () => {
    expect(await asked(of({}, answerCheck(32)))).toEqual([400, named]);
    expect(await asked(of({ reads: textAnswer }))).toEqual([400, named]);
  });

  it("is sent where it has none", async () => {
    expect(await asked(of({}))).toEqual([200, ""]);
    const mixed = of({ emptyStatuses: [204] }, answerCheck(32));
    mixed.answer("listOrders", { status: 204 }, { status: 409 }, { status: 200 });
    expect(await asked(mixed)).toEqual([204, ""]);
    expect(await asked(mixed)).toEqual([409, ""]);
    expect(await asked(mixed)).toEqual([400, named]);
  });
});

it("what is no success is answered as JSON, of an operation that answers a text too", async () => {
  const api = exampleApi({
    api: "Till",
    operations: {
      getSlip: {
        ...{ id: "getSlip", method: "GET", path: "/slip", retry: "safe" },
        ...{ accept: "text/csv", reads: textAnswer },
      },
    },
    ...{ validators: {}, queries: {} },
    examples: { getSlip: { 200: { one: "a;b" }, 300: { several: { detail: "two" } } } },
  });
  const typeOf = async () => (await api.fetch("https://till.invalid/slip")).headers.get("content-type");
  expect(await typeOf()).toBe("text/csv");
  api.answer("getSlip", { status: 300 });
  expect(await typeOf()).toBe("application/json");
});

it.each([[{ getReceipt: "r_1" }], [{ getReceipt: { 200: "r_1" } }], [[]]])(
  "examples that are no answers by status are refused: %j",
  (examples) => {
    const source = { api: "Till", operations: {}, validators: {}, queries: {}, examples: Object(examples) };
    expect(() => exampleApi(source)).toThrow("exampleApi: examples: expected an object of answers by status");
  },
);

describe("an API made of examples, in msw", () => {
  it("answers what goes to its address, what its spec does not know too, and nothing else", async () => {
    const api = till();
    const server = setupServer(...api.handlers(http, "https://till.invalid:8443/v1/"));
    server.listen({ onUnhandledRequest: "error" });
    onTestFinished(() => server.close());
    const asked = async (path: string, init?: RequestInit) => {
      const response = await fetch(`https://till.invalid:8443${path}`, init);
      return [response.status, await response.text()];
    };
    expect(await asked("/v1/receipts/r_1?")).toEqual([200, '{"id":"r_1"}']);
    api.answer("voidReceipt", { status: 409 });
    expect(await asked("/v1/receipts/r_1/void", { method: "POST" })).toEqual([409, ""]);
    expect(await asked("/v1/tills")).toEqual([400, '{"detail":"the spec of Till has no GET /v1/tills"}']);
    expect(api.asked.map(({ operation }) => operation)).toEqual(["getReceipt", "voidReceipt"]);
    await expect(asked("/v10/receipts/r_1")).rejects.toThrow();
    await expect(fetch("https://till-invalid:8443/v1/receipts/r_1")).rejects.toThrow();
  });

  it("refuses what is no http of msw, and no address", () => {
    const api = till();
    // @ts-expect-error the whole of msw
    expect(() => api.handlers({ http }, "https://till.invalid")).toThrow("http: expected the http of msw");
    for (const address of ["", "/v1", "till.invalid", "ftp://till.invalid", "*"]) {
      const handlers = () => api.handlers(http, address);
      expect(handlers).toThrow(OptionInvalid);
      expect(handlers).toThrow(
        `baseUrl: expected the address that the client calls, with https://, got a text of ${address.length} characters`,
      );
    }
  });
});
