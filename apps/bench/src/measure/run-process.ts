import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** What one process took. */
export interface Usage {
  /** From its start to its end. */
  readonly wallMs: number;
  /** Time on processors, in user code and the kernel, of all its threads and of its children. */
  readonly cpuMs: number;
  /** The most memory it held, as Linux counts it. */
  readonly peakKib: number;
}

/** How a process is run. */
export interface Place {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The exit code that it ends with. Default 0. */
  readonly exit?: number;
}

const SAMPLE_MS = 10;

/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10;

/**
 * Where processor times stand in /proc/PID/stat, counted behind the name, which may hold blanks: user and system time
 * of the process, and of its children that have ended.
 */
const TIMES = [11, 12, 13, 14] as const;

interface Sample {
  readonly cpuMs: number;
  readonly peakKib: number;
}

/** What a process took so far; undefined once it is gone. */
const sample = (pid: number | undefined): Sample | undefined => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const peak = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    if (peak === undefined) return undefined;
    return {
      cpuMs: TIMES.reduce((sum, at) => sum + Number(fields[at]), 0) * TICK_MS,
      peakKib: Number(peak),
    };
  } catch {
    return undefined;
  }
};

/** Runs Node on some arguments, as {@link runProgram} does. */
export const runNode = (args: readonly string[], place: Place): Promise<Usage> =>
  runProgram(process.execPath, args, place);

/**
 * Runs a program to its end and tells what that took. Linux only: processor time and memory are
 * read from /proc every {@link SAMPLE_MS} ms, so what happens in the last of them may be missed.
 *
 * Nothing of the bench's own environment reaches the process but the search path. Rejects when it ends with
 * any other code than it should, with what it said.
 */
export const runProgram = async (
  program: string,
  args: readonly string[],
  { cwd, env, exit = 0 }: Place,
): Promise<Usage> => {
  const startedMs = performance.now();
  const child = spawn(program, args, {
    cwd,
    env: { PATH: process.env["PATH"], ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let [stderr, endedMs] = ["", 0];
  child.stderr.setEncoding("utf8").on("data", (piece: string) => {
    stderr += piece;
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      endedMs = performance.now();
      resolve(code);
    });
  });
  let last: Sample = { cpuMs: 0, peakKib: 0 };
  while (child.exitCode === null && child.signalCode === null) {
    last = sample(child.pid) ?? last;
    await sleep(SAMPLE_MS);
  }
  const code = await ended;
  if (code !== exit) throw new Error(`${args.join(" ")} ended with ${code}: ${stderr.trim()}`);
  return { wallMs: endedMs - startedMs, ...last };
};
