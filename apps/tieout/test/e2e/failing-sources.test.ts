import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { temporaryDirectory } from "../temporary-directory.ts";
import { start, tieout } from "./bundle.ts";
import { filesUnder, json, namesIn } from "./published.ts";
import { type SandboxProcess, startSandboxProcess } from "./sandbox-process.ts";

/** Details read before a test disturbs a run: it is then in the middle, with most of its batches before it. */
const IN_THE_MIDDLE = 8;
const POLL_MS = 20;

const SLOW = ["--seed", "4", "--batches", "60", "--latency", "100"] as const;

const readingDetails = async (sandbox: SandboxProcess): Promise<void> => {
  while (((await sandbox.requests())["getBatch"] ?? 0) < IN_THE_MIDDLE) await sleep(POLL_MS);
};

/** Nothing that looks like a report, finished or not, is under the output directory. */
const expectNoReport = (cwd: string): void => {
  expect(namesIn(join(cwd, "out/default"))).toEqual([]);
};

const expectOneSentence = (stderr: string): void => {
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(stderr.length).toBeLessThan(400);
};

describe("a run that is cut off in the middle", () => {
  it("says so in one sentence when the sources die, leaves no report, and the next run makes up for it", async () => {
    const cwd = temporaryDirectory();
    const dying = await startSandboxProcess(...SLOW);
    const run = start(["run", "--as-of", dying.asOf, "--rate", "200"], { cwd, env: dying.env });
    await readingDetails(dying);
    await dying.kill();
    const { code, stdout, stderr } = await run.ended;
    expect([69, 75]).toContain(code);
    expect(stdout).toBe("");
    expectOneSentence(stderr);
    expect(stderr).toMatch(/Koard|Record/);
    expectNoReport(cwd);

    const revived = await startSandboxProcess("--seed", "4", "--batches", "60", "--port", String(dying.port));
    onTestFinished(() => revived.kill());
    const again = await tieout(["run", "--json", "--as-of", revived.asOf], { cwd, env: revived.env });
    expect(again).toMatchObject({ code: 0, stderr: "" });
    expect(namesIn(join(cwd, "out/default"))).toEqual(["2026-11-17", "latest"]);
  });

  describe("by somebody else than the sources", () => {
    let slow: SandboxProcess;
    beforeAll(async () => {
      slow = await startSandboxProcess(...SLOW);
    });
    afterAll(() => slow.kill());

    it.each(["SIGTERM", "SIGINT"] as const)(
      "%s stops it with exit 75, what was read is kept",
      async (signal) => {
        const cwd = temporaryDirectory();
        const before = (await slow.requests())["getBatch"] ?? 0;
        const run = start(["run", "--as-of", slow.asOf], { cwd, env: slow.env });
        while (((await slow.requests())["getBatch"] ?? 0) < before + IN_THE_MIDDLE) await sleep(POLL_MS);
        run.child.kill(signal);
        const { code, stdout, stderr } = await run.ended;
        expect(code).toBe(75);
        expect(stdout).toBe("");
        expectOneSentence(stderr);
        expect(stderr).toContain("run again");
        expectNoReport(cwd);
        expect(filesUnder(cwd)).toContain("tieout.db");
      },
    );

    it("its deadline ends it with exit 75", async () => {
      const cwd = temporaryDirectory();
      const { code, stdout, stderr } = await tieout(["run", "--as-of", slow.asOf, "--deadline", "1s"], {
        cwd,
        env: slow.env,
      });
      expect(code).toBe(75);
      expect(stdout).toBe("");
      expectOneSentence(stderr);
      expect(stderr).toContain("1 s");
      expectNoReport(cwd);
    });
  });
});

describe("a source that asks for patience", () => {
  it("gets it: the run succeeds, and run.json tells how often it had to wait", async () => {
    const sandbox = await startSandboxProcess(
      "--rate-limit",
      "5",
      "--batches",
      "12",
      "--transactions",
      "3",
      "--cohorts",
      "4",
    );
    onTestFinished(() => sandbox.kill());
    const cwd = temporaryDirectory();
    const { code } = await tieout(["run", "--quiet", "--as-of", sandbox.asOf, "--concurrency", "8"], {
      cwd,
      env: sandbox.env,
    });
    expect(code).toBe(0);
    const { sources, durations_ms } = json(join(cwd, "out/default/latest"), "run.json");
    const counted = [sources.record.requests, sources.koard.requests];
    const sum = (name: string): number => counted.reduce((total, counts) => total + counts[name], 0);
    expect(sum("retries")).toBeGreaterThan(0);
    expect(sum("waitedMs")).toBeGreaterThan(0);
    const asked = Object.values(await sandbox.requests()).reduce((total, count) => total + count, 0);
    expect(sum("requests")).toBe(asked);
    expect(Object.keys(durations_ms)).toEqual(["pull", "close", "publish"]);
  });
});
