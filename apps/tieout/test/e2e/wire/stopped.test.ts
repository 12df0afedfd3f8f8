import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { temporaryDirectory } from "../../temporary-directory.ts";
import { disturbed } from "../night/disturbance.ts";
import { freeze } from "../night/freeze.ts";
import { filesUnder, json, namesIn } from "../published.ts";
import { AS_OF, batchIds, type Exchange, type KoardServer, startKoard } from "./koard-server.ts";
import { expectNothingPublished, expectSentence, type RunPlace, run, startRun } from "./running.ts";

const BATCHES = 30;
const IN_THE_MIDDLE = 12;
const POLL_MS = 20;

/** Long enough for a request that was answered to be waited after; nothing hangs on it. */
const A_MOMENT_MS = 200;

/** What a run waits for when it is stopped: each would keep it for ever, or for twenty minutes. */
const aRetryAfter = ({ response }: Exchange): void => {
  response.writeHead(429, { "retry-after": "1200" }).end();
};
const aStall = ({ body, response }: Exchange): void => {
  response.writeHead(200, { "content-type": "application/json" });
  response.write(body().slice(0, 40));
};
const noAnswer = (): void => {};

/** A server that behaves until the middle, and then as a test wants until it is healed. */
const startFailing = async (misbehave: (exchange: Exchange) => void) => {
  let isHealed = false;
  const koard = await startKoard({
    ids: batchIds(BATCHES),
    misbehave: (exchange) => {
      if (!isHealed && exchange.operation === "getBatch" && exchange.nth > IN_THE_MIDDLE) misbehave(exchange);
      else exchange.answer();
    },
  });
  const heal = (): void => {
    isHealed = true;
  };
  return { koard, heal };
};

/** Runs again, and tells how many details the runs before had kept. */
const readBefore = async (place: RunPlace & { readonly cwd: string }): Promise<number> => {
  const again = await run(place);
  expect([again.code, again.stderr]).toEqual([0, ""]);
  const { details } = json(join(place.cwd, "out/default/latest"), "run.json").sources.koard;
  return details.read_by_this_run ?? 0;
};

const inTheMiddle = async (koard: KoardServer): Promise<void> => {
  while (koard.asked.length < 1 + IN_THE_MIDDLE + 1) await sleep(POLL_MS);
  await sleep(A_MOMENT_MS);
};

const STOPPED = "Stopped; what was read is kept, and the last report stands: run again\n";

describe("a signal stops a run that waits for", () => {
  it.each([
    { what: "a Retry-After", signal: "SIGINT", misbehave: aRetryAfter },
    { what: "a body that stalls", signal: "SIGTERM", misbehave: aStall },
    { what: "a server that does not answer", signal: "SIGINT", misbehave: noAnswer },
  ] as const)("$what: $signal, exit 75, and all that was read is kept", async ({ misbehave, signal }) => {
    const { koard, heal } = await startFailing(misbehave);
    const { child, cwd, ended } = startRun(koard, "--concurrency", "1");
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
    const at = { step: "^sql INSERT INTO reading", nth: 7, signal: "SIGTERM" } as const;
    const { cwd, ended } = startRun({ env: { ...koard.env, ...disturbed({ at }) } }, "--concurrency", "1");
    const stopped = await ended;
    expect([stopped.code, stopped.stderr]).toEqual([75, STOPPED]);
    expectNothingPublished(cwd);
    const asked = koard.asked.length - 1;
    // The one that was asked for when the signal came may have been read or not.
    expect(await readBefore({ ...koard, cwd })).toBeGreaterThanOrEqual(asked - 1);
  });
});

describe("the deadline", () => {
  it("ends a run that waits for a body: exit 75, and all that was read is kept", async () => {
    const { koard, heal } = await startFailing(aStall);
    const ended = await run(koard, "--concurrency", "1", "--deadline", "5s");
    expect(ended.code).toBe(75);
    expectSentence(ended);
    expect(ended.stderr).toBe("The run did not end within 5 s; what was read is kept: run again\n");
    expectNothingPublished(ended.cwd);
    const asked = koard.asked.length - 1;
    heal();
    expect(await readBefore({ ...koard, cwd: ended.cwd })).toBeGreaterThanOrEqual(asked - 1);
  });
});

it("the deadline that passes while a report is written lets it be written whole, and ends the run with exit 75", async () => {
  const koard = await startKoard({ ids: batchIds(2) });
  const cwd = temporaryDirectory();
  const at = { step: "^fs open settlement-by-day.csv", nth: 1 };
  const { child, ended } = await freeze({ env: koard.env, asOf: AS_OF }, cwd, at, "--deadline", "8s");
  await sleep(8000);
  child.kill("SIGCONT");
  const stopped = await ended;
  expect(stopped.code).toBe(75);
  expectSentence(stopped);
  expect(stopped.stderr).toContain("did not end within 8 s");
  const published = (): readonly string[] => filesUnder(join(cwd, "out/default/latest"));
  const first = published();
  expect(first).toContain("manifest.json");
  const again = await run({ ...koard, cwd });
  expect([again.code, again.stderr]).toEqual([0, ""]);
  expect(namesIn(join(cwd, "out/default/2026-11-17"))).toEqual(["r1"]);
  expect(published()).toEqual(first);
});

it("a second signal ends the process at once, whatever the first one waits for", async () => {
  const signals = new URL("../../../src/cli/second-signal.ts", import.meta.url);
  const script = `import { heedSecondSignal } from ${JSON.stringify(signals.href)};
    heedSecondSignal();
    process.on("SIGTERM", () => console.log("stopping"));
    setInterval(() => {}, 1000);
    console.log("running");`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", script], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const said = child.stdout.setEncoding("utf8");
  await once(said, "data");
  child.kill("SIGTERM");
  expect(await once(said, "data")).toEqual(["stopping\n"]);
  child.kill("SIGINT");
  expect(await once(child, "close")).toEqual([75, null]);
});
