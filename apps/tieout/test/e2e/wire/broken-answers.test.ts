import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { json } from "../published.ts";
import { batchIds, type Exchange, startKoard } from "./koard-server.ts";
import {
  expectNothingPublished,
  expectSentence,
  reportedBatches,
  run,
  WITHOUT_OWN_WAITS,
} from "./running.ts";

const JSON_TYPE = { "content-type": "application/json" };

/** Promises the whole body, sends half of it, and breaks the connection off. */
const half = ({ response, body }: Exchange, breakOff: () => void): void => {
  const whole = body();
  response.writeHead(200, { ...JSON_TYPE, "content-length": whole.length });
  response.write(whole.slice(0, whole.length / 2), breakOff);
};

const cutShort = ({ response, body }: Exchange): void => {
  response.writeHead(200, JSON_TYPE).end(body().slice(0, -20));
};

const maintenance = ({ response }: Exchange): void => {
  response
    .writeHead(200, { "content-type": "text/html" })
    .end("<!doctype html><h1>We will be right back</h1>");
};

const empty = ({ response }: Exchange): void => {
  response.writeHead(200, JSON_TYPE).end();
};

describe("answers that come to grief on the way", () => {
  it("503 three times, JSON cut in the middle, a reset and a hang-up after half a body: each is asked for again, no half is believed", async () => {
    const koard = await startKoard({
      ids: batchIds(3),
      misbehave: (exchange) => {
        const { response, nth } = exchange;
        const isList = exchange.operation === "listBatches";
        if (isList && nth <= 3) response.writeHead(503).end();
        else if (isList && nth === 4) cutShort(exchange);
        else if (!isList && nth === 1) half(exchange, () => response.socket?.resetAndDestroy());
        else if (!isList && nth === 2) half(exchange, () => response.socket?.end());
        else exchange.answer();
      },
    });
    const { cwd, code, stderr } = await run(
      { env: { ...koard.env, ...WITHOUT_OWN_WAITS } },
      "--concurrency",
      "1",
    );
    expect([code, stderr]).toEqual([0, ""]);
    expect(reportedBatches(cwd)).toEqual(batchIds(3));
    expect(json(join(cwd, "out/default/latest"), "run.json").sources.koard.requests.retries).toBe(6);
    // The list, what lies behind it, three batches, and what was asked for again.
    expect(koard.asked).toHaveLength(5 + 6);
  });
});

describe("a 200 that is none", () => {
  it.each([
    { what: "a maintenance page", spoil: maintenance, says: "$: expected JSON" },
    { what: "an empty body", spoil: empty, says: "$: expected JSON" },
  ])(
    "$what in the list's place is no empty list: exit 65, and the operation is named",
    async ({ spoil, says }) => {
      const koard = await startKoard({ ids: batchIds(3), misbehave: spoil });
      const ended = await run({ env: { ...koard.env, ...WITHOUT_OWN_WAITS } });
      expect(ended.code).toBe(65);
      expectSentence(ended);
      expect(ended.stderr).toContain(`Koard broke the contract of listBatches: ${says}`);
      expect(ended.stderr).not.toContain("right back");
      expectNothingPublished(ended.cwd);
    },
  );

  it("success: false from Record is no empty list either", async () => {
    const { url } = await startKoard({
      ids: [],
      misbehave: ({ response }) => {
        response.writeHead(200, JSON_TYPE).end('{"success":false,"message":"maintenance","data":[]}');
      },
    });
    const env = { RECORD_BASE_URL: url, RECORD_API_TOKEN: "sk_live_c4n4ry", ...WITHOUT_OWN_WAITS };
    const ended = await run({ env });
    expect(ended.code).toBe(65);
    expectSentence(ended);
    expect(ended.stderr).toMatch(/^Record broke the contract of listPrograms: \$\.success: /);
    expectNothingPublished(ended.cwd);
  });
});
