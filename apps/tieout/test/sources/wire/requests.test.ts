// Proves how often a request is tried that its source cannot answer.

import { LargeBodies, Secret } from "@tieout/http";
import { expect, it } from "vitest";
import { openRequests } from "../../../src/sources/wire/requests.ts";
import { serve } from "../loopback.ts";

const rules = {
  ...{ concurrency: 1, ratePerSecond: null, ofHost: null, largeBodies: new LargeBodies() },
  ...{ deadline: new Date("2999-01-01"), nowMs: () => 0, onAgain: () => {} },
};

it("is sent six times in all, and each time but the first was waited for", async () => {
  const unwell = { status: 503, body: { detail: "busy" }, headers: { "retry-after": "0" } };
  const { url, asked } = await serve({ "GET /v1/batches": unwell });
  const waits: string[] = [];
  const { transport, counts } = openRequests("Koard", new Secret("key"), {
    ...rules,
    onWait: (_, reason) => void waits.push(reason),
  });
  const request = new Request(`${url}/v1/batches`);
  const operation = { id: "listBatches", method: "GET", path: "/v1/batches", retry: "safe" } as const;
  await Promise.allSettled([transport(request, operation, {})]);
  expect(asked).toHaveLength(6);
  expect(waits).toHaveLength(5);
  expect(counts()).toMatchObject({ requests: 6, retries: 5, refused: 6 });
});
