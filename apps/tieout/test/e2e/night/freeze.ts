import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Started, start } from "../bundle.ts";
import { disturbed } from "./disturbance.ts";

const POLL_MS = 10;

/** Starts a run that freezes right before the `nth` step of a kind; resolves once it stands still. */
export const freeze = async (
  world: { readonly env: Readonly<Record<string, string>>; readonly asOf: string },
  cwd: string,
  at: { readonly step: string; readonly nth: number },
  ...options: readonly string[]
): Promise<Started> => {
  const reached = join(cwd, "reached");
  const env = { ...world.env, ...disturbed({ at: { ...at, signal: "SIGSTOP" }, reached }) };
  const started = start(["run", "--quiet", "--as-of", world.asOf, ...options], { cwd, env });
  const { child } = started;
  const isStopped = () =>
    existsSync(reached) && /^State:\s+T/m.test(readFileSync(`/proc/${child.pid}/status`, "utf8"));
  while (!isStopped()) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`the run ended before the step ${at.nth} of ${at.step}`);
    await sleep(POLL_MS);
  }
  return started;
};
