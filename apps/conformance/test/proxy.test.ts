// Proves, by somebody else's reading of OpenAPI, that sandbox and clients keep to both specs: Prism stands between
// them and holds every request and every answer against the spec. Routes, parameters, keys and references are read by
// code that is not ours; only the engine that checks a schema, Ajv, is the same.

import { type Sandbox, startSandbox } from "@tieout/sandbox";
import { describe, expect, it, onTestFinished } from "vitest";
import { APIS, callExample, firstExamples, operationIdsOf } from "./apis.ts";
import { objections, proxyTo } from "./prism.ts";

const sandbox = async (): Promise<Sandbox> => {
  // Large enough that there is a transaction in every state.
  const running = await startSandbox({ today: "2026-11-20", transactions: 80 });
  onTestFinished(() => running.close());
  return running;
};

describe.each(APIS)(
  "between the client of $api and the sandbox, Prism objects to",
  ({ spec, operations, ...api }) => {
    it("no operation", async () => {
      const running = await sandbox();
      const { url, key } = api.of(running);
      const prism = await proxyTo(url, operations);
      await api.callAll(prism, key);
      expect(objections(prism)).toStrictEqual([]);
      expect(Object.keys(running.requests())).toStrictEqual(operationIdsOf(spec));
    });

    it("no refusal, whether nobody knows the id or the key is wrong", async () => {
      const { url, key } = api.of(await sandbox());
      const prism = await proxyTo(url, operations);
      for (const methods of [api.methods(prism, key), api.methods(prism, "sk_live_wrong")]) {
        for (const example of firstExamples(spec))
          await callExample(methods, example).catch((error: unknown) =>
            expect(error).toBeInstanceOf(api.refused),
          );
      }
      expect(objections(prism)).toStrictEqual([]);
      expect(new Set(prism.seen.map(({ status }) => status))).toStrictEqual(new Set([200, 404, 401]));
    });
  },
);

it.each([
  { api: "Koard", path: "/v1/batches?limit=501", status: 422 },
  { api: "Koard", path: "/v1/batches?statuses=settling", status: 422 },
  { api: "Koard", path: "/v1/payments/t/confirm", body: {}, status: 400 },
  { api: "Koard", path: "/v2/accounts", body: { name: 7 }, status: 422 },
  { api: "Record", path: "/credentials", body: {}, status: 400 },
])("the sandbox's answer to a request that breaks the spec is one of the spec's: $path", async (asked) => {
  const api = APIS.find(({ api }) => api === asked.api);
  if (api === undefined) throw new Error("no such API");
  const { url, key } = api.of(await sandbox());
  const prism = await proxyTo(url, api.operations, { validateRequest: false });
  const { status } = await prism.fetch(
    new Request(prism.baseUrl + asked.path, {
      headers: { "content-type": "application/json", "x-koard-apikey": key, "x-api-key": key },
      ...(asked.body === undefined ? {} : { method: "POST", body: JSON.stringify(asked.body) }),
    }),
  );
  expect([status, objections(prism)]).toStrictEqual([asked.status, []]);
});
