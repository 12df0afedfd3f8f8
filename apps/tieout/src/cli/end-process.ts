import { EXIT } from "./exit-code.ts";

const SIGNALS = ["SIGINT", "SIGTERM"] as const;

/** How long what is still open may keep a process whose work is over, in milliseconds. */
const LEFT_OPEN_MS = 1000;

const unwritten = (): number => process.stdout.writableLength + process.stderr.writableLength;

/**
 * Lets a second SIGINT or SIGTERM end the process at once. The first one is for the run to heed: it stops, keeps what
 * was read and says so. Whoever will not wait for that, or for a reader that takes no output, loses no more than by a
 * kill. Once Node takes the process down, a signal is the system's again: whatever Node waits for then, it ends it.
 */
export const heedSignals = (): void => {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping || process.exitCode !== undefined) process.exit(process.exitCode ?? EXIT.temporary);
    isStopping = true;
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  process.once("exit", () => {
    for (const signal of SIGNALS) process.removeAllListeners(signal);
  });
};

/**
 * Ends the process with an exit code, after its work is done and everything was said.
 *
 * Not by `process.exit`: that one cuts what a slow reader of a pipe has not taken yet, and waits for V8's threads from
 * outside of V8, for ever where one of them compiles and waits for a garbage collection. A process that ends by itself
 * writes all of it, and tells those threads to stop before it waits for them. What is left open keeps it no longer than a
 * second beyond its last output; by then no thread has anything to compile.
 */
export const endProcess = (code: number): void => {
  process.exitCode = code;
  const endIfStillThere = (): void => {
    if (unwritten() === 0) process.exit();
    setTimeout(endIfStillThere, LEFT_OPEN_MS).unref();
  };
  setTimeout(endIfStillThere, LEFT_OPEN_MS).unref();
};
