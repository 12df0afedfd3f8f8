// Proves that the sandbox answers every operation of both specs, and never outside of them: it runs with
// `validateResponses`, under which an answer that breaks its spec becomes a 500.

import koardSpec from "@tieout/koard/openapi.json" with { type: "json" };
import recordSpec from "@tieout/record/openapi.json" with { type: "json" };
import { describe, expect, it } from "vitest";
import { Api } from "../src/http/Api.ts";
import { koardRefusal } from "../src/koard/koard-answers.ts";
import { type Asking, asking } from "./asking.ts";

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly operationId: string;
  readonly examples: readonly unknown[];
}

const METHODS = ["get", "post", "put", "delete", "patch"];

const operationsOf = (spec: object): readonly Operation[] => {
  // biome-ignore lint/suspicious/noExplicitAny: the spec is walked as JSON
  const paths: Record<string, Record<string, any>> = JSON.parse(JSON.stringify(spec)).paths;
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, operation]) => {
      if (!METHODS.includes(method)) return [];
      const media = operation.requestBody?.content["application/json"];
      const examples = Object.values<{ value: unknown }>(media?.examples ?? {}).map(({ value }) => value);
      return [{ method: method.toUpperCase(), path, operationId: operation.operationId, examples }];
    }),
  );
};

/** A request that succeeds for each operation, in an order in which none spoils the next. */
const successes = async ({ koard, record, sandbox }: Asking) => {
  const terminals = (await koard("/v2/terminals")).body.terminals;
  const search = async (status: string) =>
    (await koard("/v1/transactions/search", { body: { status: [status], limit: 3 } })).body.transactions;
  const [captured, authorized, pending] = [
    await search("captured"),
    await search("authorized"),
    await search("surcharge_pending"),
  ];
  const own = async (accountId: string) => (await koard(`/v1/transactions?account_id=${accountId}`)).body;
  const kiosk = terminals.find(({ name }: { name: string }) => name === "Kiosk");
  const passthrough = (await own(kiosk.account_id)).find(
    ({ tid }: { tid: string }) => tid === kiosk.terminal_id,
  );
  const opened = (await koard("/v1/batches?statuses=open")).body.batches;
  const free = terminals.find(({ terminal_id }: { terminal_id: string }) =>
    opened.every((b: { terminal_id: string }) => b.terminal_id !== terminal_id),
  );
  const account = free.account_id;
  const programId = (await record("/programs")).body.data[0].programId;
  const credentialBatch = (await record("/credentials")).body.data[0].batchId;
  const post = (path: string, body: unknown, method = "POST") => koard(path, { method, body });
  const pay = (row: { transaction_id: string }, action: string, body: unknown, version = "v1") =>
    post(`/${version}/payments/${row.transaction_id}/${action}`, body);
  const location = { account_id: account, name: "Annexe" };
  expect(sandbox.night).toBe(1);
  return {
    listBatches: await koard("/v1/batches?limit=500&statuses=accepted&statuses=open"),
    getBatch: await koard(`/v1/batches/${opened[0].id}?include_transactions=true`),
    openBatch: await post("/v1/batches/open", {
      processor_batch_id: "000777",
      terminal_id: free.terminal_id,
    }),
    editBatch: await post(`/v1/batches/${opened[0].id}/edit`, { processor_batch_id: "000778" }, "PUT"),
    closeBatch: await koard(`/v1/batches/${opened[0].id}/close`, { method: "POST" }),
    listTransactions: await koard("/v1/transactions?limit=7"),
    searchTransactions: await post("/v1/transactions/search", { search_term: "A", min_amount: 100 }),
    getTransaction: await koard(`/v1/transactions/${captured[0].transaction_id}`),
    editTransaction: await post(`/v1/transactions/${passthrough.transaction_id}`, { refunded: 5 }, "PUT"),
    refundPayment: await pay(captured[0], "refund", { amount: 1 }),
    reversePayment: await pay(captured[1], "reverse", {}),
    adjustPayment: await pay(captured[2], "adjust", { type: "percentage", percentage: 18 }),
    confirmPayment: await pay(pending[0], "confirm", { confirm: true }),
    authorizeIncrement: await pay(authorized[0], "auth", { amount: 100 }, "v3"),
    capturePayment: await pay(authorized[0], "capture", { tip_amount: 50 }, "v3"),
    getAccount: await koard(`/v1/accounts/${account}`),
    createAccount: await post("/v2/accounts", {
      name: "New",
      description: "",
      type: "merchant",
      address: { city: "Rome" },
    }),
    listApiKeys: await koard(`/v1/accounts/${account}/api-keys?include_keys=true`),
    createLocation: await post("/v1/locations", location),
    updateLocation: await post(`/v1/locations/${free.location_id}`, { name: "Moved" }, "PUT"),
    listTerminals: await koard("/v2/terminals?search=front&limit=1"),
    createTerminal: await post("/v2/terminals", {
      account_id: account,
      processor_config_id: "p",
      terminal_name: "T",
      var_sheet: {},
    }),
    updateTerminal: await post(`/v2/terminals/${free.terminal_id}`, { status: "inactive" }, "PUT"),
    listPrograms: await record("/programs"),
    getProgram: await record(`/programs/${programId}`),
    listCredentialBatches: await record("/credentials"),
    getCredentialBatch: await record(`/credentials/${credentialBatch}`),
    issueCredentials: await record("/credentials", {
      body: { programId, batchName: "B", recipients: [{ name: "A", email: "a@b.example" }] },
    }),
  };
};

describe("both APIs", () => {
  it("answer every operation of their specs with success, and within the spec", async ({
    onTestFinished,
  }) => {
    const answers = await successes(await asking(onTestFinished));
    const wrong = Object.entries(answers).filter(([, { status }]) => status < 200 || status > 299);
    expect(
      wrong.map(([operation, { status, body }]) => `${operation} ${status} ${JSON.stringify(body)}`),
    ).toEqual([]);
    const known = [...operationsOf(koardSpec), ...operationsOf(recordSpec)].map(
      ({ operationId }) => operationId,
    );
    expect(Object.keys(answers).toSorted()).toEqual(known.toSorted());
  });

  it("take every request that the specs give as an example for a valid one", async ({ onTestFinished }) => {
    const ask = await asking(onTestFinished);
    for (const [api, spec] of [
      ["koard", koardSpec],
      ["record", recordSpec],
    ] as const) {
      for (const { method, path, operationId, examples } of operationsOf(spec)) {
        for (const body of examples) {
          const { status } = await ask[api](path.replaceAll(/\{\w+\}/g, "unknown-id"), { method, body });
          expect([operationId, status < 300 || status === 404 || status === 409]).toEqual([
            operationId,
            true,
          ]);
        }
      }
    }
  });

  it("refuse an unknown id with 404 in every operation that takes one, in the documented body", async ({
    onTestFinished,
  }) => {
    const ask = await asking(onTestFinished);
    for (const { method, path, examples } of operationsOf(koardSpec).filter(({ path }) =>
      path.includes("{"),
    )) {
      const [body] = examples;
      const answer = await ask.koard(path.replaceAll(/\{\w+\}/g, "unknown-id"), {
        method,
        ...(body === undefined ? {} : { body }),
      });
      expect([path, answer.status, typeof answer.body.detail]).toEqual([path, 404, "string"]);
    }
    expect((await ask.record("/programs/prog_none")).body).toMatchObject({
      success: false,
      error: { code: "NOT_FOUND" },
    });
    expect((await ask.record("/credentials/batch_none")).status).toBe(404);
  });

  it("refuse what a spec does not allow", async ({ onTestFinished }) => {
    const { koard, record } = await asking(onTestFinished);
    for (const path of [
      "limit=501",
      "limit=0",
      "limit=x",
      "offset=-1",
      "statuses=settling",
      "from=2026-01-01",
    ]) {
      expect([path, (await koard(`/v1/batches?${path}`)).status]).toEqual([path, 422]);
    }
    expect((await koard("/v1/batches?limit=501")).body.detail[0].loc).toEqual(["query", "limit"]);
    const issue = async (body: unknown) => (await record("/credentials", { body })).body.error.code;
    expect(await issue({})).toBe("MISSING_PROGRAM_ID");
    expect(await issue({ programId: "p" })).toBe("MISSING_BATCH_NAME");
    expect(await issue({ programId: "p", batchName: "b", recipients: [] })).toBe("MISSING_RECIPIENTS");
    expect(
      await issue({ programId: "p", batchName: "b", recipients: [{ name: "A", email: "a@b.example" }] }),
    ).toBe("NOT_FOUND");
  });

  it("say which methods there are to whoever asks with another", async ({ onTestFinished }) => {
    const { koard, record } = await asking(onTestFinished);
    const refused = await koard("/v1/transactions/unknown-id", { method: "DELETE" });
    expect([refused.status, refused.headers.get("allow")]).toEqual([405, "GET, PUT"]);
    const other = await record("/credentials", { method: "PATCH" });
    expect([other.status, other.headers.get("allow")]).toEqual([405, "GET, POST"]);
  });

  it("would notice an answer that breaks its spec", async () => {
    const api = await new Api({
      spec: koardSpec,
      handlers: Object.fromEntries(
        operationsOf(koardSpec).map(({ operationId }) => [
          operationId,
          () => ({ status: 200, pieces: () => [] }),
        ]),
      ),
      modeOf: () => "live",
      refusal: koardRefusal,
      invalid: () => {
        throw new Error("not asked for");
      },
    }).init();
    expect(api.faultsOf("listBatches", 200, { batches: [], limit: 1, offset: 0, page: 1, total: 0 })).toEqual(
      [],
    );
    expect(
      api.faultsOf("listBatches", 200, { batches: [{}], limit: 1, offset: 0, page: 1, total: 0 }),
    ).not.toEqual([]);
    expect(api.faultsOf("getTransaction", 200, { transaction_id: 7 })).not.toEqual([]);
  });

  it("refuse to start when an operation has no handler", async () => {
    const options = { spec: recordSpec, handlers: {}, modeOf: () => undefined, refusal: koardRefusal };
    const started = new Api({
      ...options,
      invalid: () => {
        throw new Error("not asked for");
      },
    }).init();
    await expect(started).rejects.toThrow("the sandbox has no handler for listPrograms");
  });
});
