// Proves that Prism's silence means something: what breaks a spec does not pass it, in either direction.

import { createKoardClient, KoardRefused } from "@tieout/koard";
import koardSpec from "@tieout/koard/openapi.json" with { type: "json" };
import { exampleAnswer, loopback } from "@tieout/openapi-codegen/testing";
import { expect, it } from "vitest";
import { objections, proxyTo, readByPrism } from "./prism.ts";

const operations = await readByPrism(koardSpec);

/** Koard's example of a batch, one of its texts replaced, asked for through Prism. */
const batchSpoilt = async (from: string, to: string) => {
  const text = JSON.stringify(exampleAnswer(koardSpec, "getBatch 200 withTransactions"));
  expect(text).toContain(from);
  const upstream = await loopback(() => ({ text: text.replaceAll(from, to) }));
  const prism = await proxyTo(upstream.baseUrl, operations);
  const { baseUrl, fetch } = prism;
  const koard = createKoardClient({ apiKey: "k", baseUrl, fetch, maxAttempts: 1 });
  return { prism, answer: koard.getBatch({ path: { batch_id: "b" } }) };
};

it.each([
  ["an amount that is text", '"captured_amount":23813', '"captured_amount":"23813"', "captured_amount"],
  ["an amount below nothing", '"captured_amount":23813', '"captured_amount":-1', "captured_amount"],
  ["a member that is missing", '"processor_name"', '"processor_called"', "processor_name"],
  ["an instant that is none", '"opened_at":"2026-11-20T06:00:00.000Z"', '"opened_at":"today"', "opened_at"],
  ["a fraction of a cent", '"total_amount":3206', '"total_amount":32.06', "total_amount"],
])("withholds an answer with %s", async (_what, from, to, member) => {
  const { prism, answer } = await batchSpoilt(from, to);
  await expect(answer).rejects.toThrow(KoardRefused);
  expect(prism.seen).toMatchObject([{ status: 500, objection: expect.stringContaining(member) }]);
});

it("lets the same answer pass unspoilt", async () => {
  const { prism, answer } = await batchSpoilt('"processor_name":"TSYS"', '"processor_name":"Elavon"');
  expect((await answer).data.processor_name).toBe("Elavon");
  expect(objections(prism)).toStrictEqual([]);
});

it.each([
  { what: "a body that breaks the spec", body: { terminal_id: 7 }, key: "k", objection: "terminal_id" },
  { what: "a body without what it needs", body: {}, key: "k", objection: "processor_batch_id" },
  {
    what: "no key",
    body: { terminal_id: "t", processor_batch_id: "1" },
    objection: "Invalid security scheme used",
  },
])("stops a request with $what", async ({ body, key, objection }) => {
  const { baseUrl, received } = await loopback(() => ({ json: {} }));
  const prism = await proxyTo(baseUrl, operations);
  const headers = {
    "content-type": "application/json",
    ...(key === undefined ? {} : { "x-koard-apikey": key }),
  };
  const url = `${prism.baseUrl}/v1/batches/open`;
  await prism.fetch(new Request(url, { method: "POST", headers, body: JSON.stringify(body) }));
  expect(prism.seen[0]?.objection).toContain(objection);
  expect(received).toStrictEqual([]);
});
