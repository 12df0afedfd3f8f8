import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Draws } from "./draws.ts";
import type { Trial } from "./trial.ts";

const BUNDLE = fileURLToPath(new URL("../../../tieout/dist/bin.mjs", import.meta.url));
const STORM = new URL("./compile-storm.ts", import.meta.url).href;

/** With these a thread of V8 that compiles asks for a garbage collection as soon as the heap is at its limit. */
const FLAGS = ["--no-incremental-marking", "--stress-maglev", "--stress-concurrent-inlining"] as const;

/** A command that ends at once, with wrong usage. */
const COMMAND = ["verify", "nowhere"] as const;
const USAGE = 64;

/** An end takes a tenth of a second, and minutes on a machine that is busy; one that takes this long, in milliseconds, takes for ever. */
const HANGS_MS = 300_000;

/** Whether a program was ended because it had stayed, and not because it could not even be started. */
const isOverTime = (error: Error): boolean => "code" in error && error.code === "ETIMEDOUT";

/**
 * Ends the built program so many times with V8's threads compiling and the heap at its limit. Before tieout ended by
 * itself about one in six stayed for ever.
 */
export const endTrial = async (
  { moments }: { readonly moments: number; readonly seed: number },
  _draws: Draws,
  directory: string,
  log: (line: string) => void,
): Promise<Trial> => {
  const wrong: string[] = [];
  for (let end = 1; end <= moments; end += 1) {
    const { error, signal, status } = spawnSync(
      process.execPath,
      [...FLAGS, "--import", STORM, BUNDLE, ...COMMAND],
      {
        cwd: directory,
        timeout: HANGS_MS,
        killSignal: "SIGKILL",
      },
    );
    if (error !== undefined && !isOverTime(error)) throw error;
    if (status === USAGE) continue;
    wrong.push(`end ${end}: ${error === undefined ? `exit ${signal ?? status}` : "stayed"}`);
  }
  for (const sentence of wrong) log(`  ${sentence}\n`);
  return { name: "end", tried: moments, wrong };
};
