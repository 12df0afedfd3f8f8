import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { disturbed } from "../night/disturbance.ts";
import { aStall, BATCHES, IN_THE_MIDDLE, readBefore, startFailing } from "./failing-koard.ts";
import { batchIds, type Exchange, type KoardServer, LIST_REQUESTS, startKoard } from "./koard-server.ts";
import { ENDING_BY_ITSELF, expectNothingPublished, startRun } from "./running.ts";

const POLL_MS = 20;

/** Long enough for a request that was answered to be waited after; nothing hangs on it. */
const A_MOMENT_MS = 200;

/** What a run waits for when it is stopped: each would keep it for ever, or for twenty minutes. */
const aRetryAfter = ({ response }: Exchange): void => {
  response.writeHead(429, { "retry-after": "1200" }).end();
};
const noAnswer = (): void => {};

const inTheMiddle = async (koard: KoardServer): Promise<void> => {
  while (koard.asked.length < 1 + IN_THE_MIDDLE + 1) await sleep(POLL_MS);
  await sleep(A_MOMENT_MS);
};

const STOPPED = "Stopped; what was read is kept, and so is each report that is out: run again\n";

describe("a signal stops a run that waits for", () => {
  it.each([
    { what: "a Retry-After", signal: "SIGINT", misbehave: aRetryAfter },
    { what: "a body that stalls", signal: "SIGTERM", misbehave: aStall },
    { what: "a server that does not answer", signal: "SIGINT", misbehave: noAnswer },
  ] as const)("$what: $signal, exit 75, and all that was read is kept", async ({ misbehave, signal }) => {
    const { koard, heal } = await startFailing(misbehave);
    const { child, cwd, ended } = startRun(
      { env: { ...koard.env, ...ENDING_BY_ITSELF } },
      "--concurrency",
      "1",
    );
    await inTheMiddle(koard);
    child.kill(signal);
    const stopped = await ended;
    expect([stopped.code, stopped.stderr]).toEqual([75, STOPPED]);
    expectNothingPublished(cwd);
    heal();
    expect(await readBefore({ ...koard, cwd })).toBe(IN_THE_MIDDLE);
  });
});

describe("a signal in the middle of storing", () => {
  it("lets what is being stored be stored whole, and ends the run with exit 75", async () => {
    const koard = await startKoard({ ids: batchIds(BATCHES) });
    const at = { step: "^sql INSERT INTO reading", nth: 1, signal: "SIGTERM" } as const;
    const { cwd, ended } = startRun({ env: { ...koard.env, ...disturbed({ at }) } }, "--concurrency", "1");
    const stopped = await ended;
    expect([stopped.code, stopped.stderr]).toEqual([75, STOPPED]);
    expectNothingPublished(cwd);
    const asked = koard.asked.length - LIST_REQUESTS;
    // The one that was asked for when the signal came may have been read or not.
    expect(await readBefore({ ...koard, cwd })).toBeGreaterThanOrEqual(asked - 1);
  });
});
