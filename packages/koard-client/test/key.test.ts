// Proves that whoever logs a client, an answer of it or a refusal does not log the key.

import { inspect } from "node:util";
import { exampleAnswer, loopback } from "@tieout/openapi-codegen/testing";
import { expect, it } from "vitest";
import spec from "../src/generated/openapi.json" with { type: "json" };
import { createKoardClient } from "../src/index.ts";

const apiKey = "canary-koard-key-0002";

/** A value in every way in which a log may show it. */
const shown = (value: unknown): string =>
  [
    inspect(value),
    inspect(value, { depth: 20, showHidden: true, getters: true }),
    JSON.stringify(value),
  ].join();

it("is shown neither by a client nor by what it answers", async () => {
  const { baseUrl, received } = await loopback(({ url }) =>
    url.startsWith("/v1/batches/b_1")
      ? { json: exampleAnswer(spec, "getBatch 200 headerOnly") }
      : { status: 404, json: { detail: "Batch not found" } },
  );
  const koard = createKoardClient({ apiKey, baseUrl });
  const answer = await koard.getBatch({ path: { batch_id: "b_1" } });
  const refusal = await koard.getBatch({ path: { batch_id: "b_2" } }).catch((error: unknown) => error);
  for (const value of [koard, koard.listBatches, answer, answer.response, refusal])
    expect(shown(value)).not.toContain(apiKey);
  // The key did go out, so there was something to show.
  expect(received.map(({ headers }) => headers["x-koard-apikey"])).toStrictEqual([apiKey, apiKey]);
});
