import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { collectPublished } from "./collected.ts";

/** The bundle that `tsdown` built: what a user runs. */
const BUNDLE = fileURLToPath(new URL("../../dist/bin.mjs", import.meta.url));

/** How a tieout process ended, and all it said. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where and with what a tieout process runs. Nothing of the tests' own environment reaches it but the search path. */
export interface Place {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** A command that the process is started by, which sets limits or rights and then becomes it. */
  readonly under?: readonly string[];
}

/** A tieout process that is still running. */
export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** Commands that publish; others may have a working directory of any size. */
const PUBLISHING: ReadonlySet<string> = new Set(["run", "report", "demo"]);

/** Starts the built bundle in a process of its own. */
export const start = (args: readonly string[], { cwd, env, under = [] }: Place): Started => {
  const [command = process.execPath, ...rest] = [...under, process.execPath, BUNDLE, ...args];
  const child = spawn(command, rest, {
    cwd,
    env: { PATH: process.env["PATH"], ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (piece: string) => {
    stdout += piece;
  });
  child.stderr.setEncoding("utf8").on("data", (piece: string) => {
    stderr += piece;
  });
  const startedMs = Date.now();
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      if (PUBLISHING.has(args[0] ?? "")) collectPublished(cwd, startedMs);
      resolve({ code, stdout, stderr });
    });
  });
  return { child, ended };
};

/** Runs the built bundle to its end. */
export const tieout = (args: readonly string[], place: Place): Promise<Ended> => start(args, place).ended;

/** How often the memory of a process is read, in milliseconds. */
const SAMPLE_MS = 20;

/** The most memory that a process has held so far, in KiB, as Linux counts it; undefined once it is gone. */
const highWaterKib = (pid: number | undefined): number | undefined => {
  try {
    const kib = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kib === undefined ? undefined : Number(kib);
  } catch {
    return undefined;
  }
};

/** Runs the built bundle to its end and tells the most memory it held, in KiB. Linux only. */
export const measured = async (
  args: readonly string[],
  place: Place,
): Promise<Ended & { readonly peakKib: number }> => {
  const { child, ended } = start(args, place);
  let peakKib = 0;
  while (child.exitCode === null && child.signalCode === null) {
    peakKib = Math.max(peakKib, highWaterKib(child.pid) ?? 0);
    await sleep(SAMPLE_MS);
  }
  return { ...(await ended), peakKib };
};
