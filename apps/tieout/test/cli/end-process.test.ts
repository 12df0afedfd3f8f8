import { type ChildProcessByStdio, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { temporaryDirectory } from "../temporary-directory.ts";

// What this test proves: a process ends by itself with its code, after all its output, and nothing that it waits for
// keeps it from a signal.

const MODULE = new URL("../../src/cli/end-process.ts", import.meta.url);

/** More than any pipe takes that nobody reads. */
const LONG = 1_000_000;

/** Longer than what is left open may keep a process. */
const LONGER_MS = 1500;

/** A process whose script has the functions of the module and a `say` that is written at once. */
const running = (script: string): ChildProcessByStdio<null, Readable, Readable> => {
  const child = spawn(
    process.execPath,
    [
      "--input-type=module",
      "--eval",
      `import { endProcess, heedSignals } from ${JSON.stringify(MODULE.href)};
       import { open, writeSync } from "node:fs";
       const say = (word) => writeSync(2, word);
       heedSignals();
       ${script}`,
    ],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
};

/** The next word that a process says; nothing where it ends without one. */
const said = async (child: ReturnType<typeof running>): Promise<string> =>
  String(await Promise.race([once(child.stderr, "data"), once(child, "exit").then(() => "")]));

describe("a process whose work is over", () => {
  it("writes all that a slow reader has yet to take, and ends with its code", async () => {
    const child = running(`process.stdout.write("x".repeat(${LONG})); endProcess(75); say("over");`);
    expect(await said(child)).toBe("over");
    await sleep(LONGER_MS);
    const [written, ended] = await Promise.all([text(child.stdout), once(child, "close")]);
    expect([written.length, ended]).toEqual([LONG, [75, null]]);
  });

  it("ends with its code whatever it left open", async () => {
    const child = running("setInterval(() => {}, 1000); endProcess(65);");
    expect(await once(child, "close")).toEqual([65, null]);
  });

  it("is ended by one signal, with its code, where nobody takes its output", async () => {
    const child = running(`process.stdout.write("x".repeat(${LONG})); endProcess(65); say("over");`);
    expect(await said(child)).toBe("over");
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([65, null]);
  });

  it("is ended by one signal where Node waits for a thread that nothing wakes", async () => {
    const fifo = join(temporaryDirectory(), "fifo");
    execFileSync("mkfifo", [fifo]);
    const child = running(
      `open(${JSON.stringify(fifo)}, () => {}); process.on("exit", () => say("going")); endProcess(0);`,
    );
    expect(await said(child)).toBe("going");
    await sleep(LONGER_MS);
    expect(child.exitCode).toBe(null);
    child.kill("SIGTERM");
    expect(await once(child, "close")).toEqual([null, "SIGTERM"]);
  });
});

it("a second signal ends the process at once, whatever the first one waits for", async () => {
  const child = running(
    `process.on("SIGTERM", () => say("stopping")); setInterval(() => {}, 1000); say("running");`,
  );
  expect(await said(child)).toBe("running");
  child.kill("SIGTERM");
  expect(await said(child)).toBe("stopping");
  child.kill("SIGINT");
  expect(await once(child, "close")).toEqual([75, null]);
});
