import { spawn } from "node:child_process";
import { Interrupted, Stopped } from "./stopped.mjs";

/** Output kept of a quiet program; the end is what explains a failure. */
const KEPT_BYTES = 4 * 1024 * 1024;

/** @type {readonly NodeJS.Signals[]} */
const PASSED_ON = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * @typedef {object} RunOptions
 * @property {string} cwd
 * @property {NodeJS.ProcessEnv} env
 * @property {"shown" | "kept"} output `shown` gives the program our own streams; `kept` collects both
 *   of its output streams, in order of arrival, and gives it no input.
 * @property {boolean} [isLast] Whether its exit code becomes ours.
 */

/**
 * Runs a program to its end and answers its exit code and, under `kept`, the end of what it printed.
 *
 * SIGINT, SIGTERM and SIGHUP that reach us while it runs are passed on to it, and we wait for it: a
 * program that mends things on SIGTERM is given the time. What it then exits with is the answer where
 * `isLast` says that nothing comes after it; else, and where the signal ended it, this throws
 * {@link Interrupted}. A program that cannot be started throws {@link Stopped}.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} options
 * @returns {Promise<{ code: number, output: string }>}
 */
export const run = (command, args, { cwd, env, output, isLast = false }) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: output === "shown" ? "inherit" : ["ignore", "pipe", "pipe"],
    });
    const kept = keepEnd();
    child.stdout?.on("data", kept.add);
    child.stderr?.on("data", kept.add);

    const signals = passSignalsTo(child);
    child.once("error", (error) => {
      signals.release();
      reject(new Stopped(`Cannot start ${command}: ${error.message}.`, 70));
    });
    child.once("close", (code, signal) => {
      signals.release();
      const told = signal ?? (isLast ? null : signals.received());
      if (told === null) resolve({ code: code ?? 1, output: kept.text() });
      else reject(new Interrupted(told));
    });
  });

/** @param {import("node:child_process").ChildProcess} child */
const passSignalsTo = (child) => {
  /** @type {NodeJS.Signals | null} */
  let last = null;
  /** @param {NodeJS.Signals} signal */
  const pass = (signal) => {
    last = signal;
    // Ctrl-C on a terminal already reaches every process of the group. Passing it on would be a
    // second Ctrl-C to the child, which many programs read as "stop without tidying up".
    if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
  };
  for (const signal of PASSED_ON) process.on(signal, pass);
  return {
    received: () => last,
    release: () => {
      for (const signal of PASSED_ON) process.off(signal, pass);
    },
  };
};

const keepEnd = () => {
  /** @type {Buffer[]} */
  let chunks = [];
  let bytes = 0;
  return {
    /** @param {Buffer} chunk */
    add: (chunk) => {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > 2 * KEPT_BYTES) {
        chunks = [Buffer.concat(chunks).subarray(-KEPT_BYTES)];
        bytes = KEPT_BYTES;
      }
    },
    text: () => Buffer.concat(chunks).subarray(-KEPT_BYTES).toString("utf8"),
  };
};
