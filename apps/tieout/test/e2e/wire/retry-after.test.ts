import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { json } from "../published.ts";
import { batchIds, type Exchange, LIST_REQUESTS, startKoard } from "./koard-server.ts";
import {
  expectNothingPublished,
  expectSentence,
  expectStoppedAfter,
  reportedBatches,
  run,
  WITHOUT_OWN_WAITS,
} from "./running.ts";

const IN_THE_MIDDLE = 25;

const tooMany = ({ response }: Exchange, retryAfter: string): void => {
  response.writeHead(429, { "retry-after": retryAfter, "content-type": "application/json" });
  response.end(JSON.stringify({ error: "rate_limited", detail: "slow down" }));
};

describe("a source that asks to be left alone for longer than the run has left", () => {
  it.each([
    { seconds: "5400", deadline: "40m" },
    { seconds: "600", deadline: "5m" },
  ])(
    "is left alone at once ($seconds s of $deadline): exit 75, when to come back is said, what was read is not read again",
    async ({ seconds, deadline }) => {
      let isBusy = true;
      const koard = await startKoard({
        ids: batchIds(60),
        misbehave: (exchange) => {
          if (isBusy && exchange.operation === "getBatch" && exchange.nth > IN_THE_MIDDLE)
            tooMany(exchange, seconds);
          else exchange.answer();
        },
      });
      const ended = await run(koard, "--deadline", deadline, "--concurrency", "1");
      expect(ended.code).toBe(75);
      expectSentence(ended);
      expect(ended.stderr).toBe(`Koard refused getBatch: 429 slow down; come back in ${seconds} s\n`);
      expectNothingPublished(ended.cwd);
      expectStoppedAfter(koard, 1 + IN_THE_MIDDLE + 1);

      isBusy = false;
      const again = await run({ ...koard, cwd: ended.cwd });
      expect([again.code, again.stderr]).toEqual([0, ""]);
      expect(reportedBatches(again.cwd)).toEqual(batchIds(60));
      const { details: counted } = json(join(again.cwd, "out/default/latest"), "run.json").sources.koard;
      expect(counted).toEqual({ read_by_this_run: IN_THE_MIDDLE, new: 60 - IN_THE_MIDDLE });
    },
  );
});

describe("a Retry-After that is no wait", () => {
  const FORMS = ["Fri, 20 Nov 2020 02:05:00 GMT", "abc", "-5", "1000000000", "0", "1,5"];

  it("(past, no number, negative, 10⁹) is answered by a wait of its own and one more request each", async () => {
    const koard = await startKoard({
      ids: batchIds(FORMS.length),
      misbehave: (exchange) => {
        const form = FORMS[exchange.nth - 1];
        if (exchange.operation === "getBatch" && form !== undefined) tooMany(exchange, form);
        else exchange.answer();
      },
    });
    const env = { ...koard.env, ...WITHOUT_OWN_WAITS };
    const { cwd, code, stderr } = await run({ env }, "--concurrency", String(FORMS.length));
    expect([code, stderr]).toEqual([0, ""]);
    const { requests } = json(join(cwd, "out/default/latest"), "run.json").sources.koard;
    const expected = LIST_REQUESTS + 2 * FORMS.length;
    expect(requests).toMatchObject({ retries: FORMS.length, requests: expected, waitedMs: 0 });
  });
});
