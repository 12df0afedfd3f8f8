import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Ended, start } from "../bundle.ts";
import { disturbed } from "./disturbance.ts";
import { faultsUnder, leftOvers, published } from "./whole.ts";
import { NIGHTS, type Worlds } from "./worlds.ts";

/** A moment at which a run is killed: before one of its steps, or after so many milliseconds. */
export type Moment = { readonly step: string; readonly nth: number } | { readonly afterMs: number };

/** What came of a moment: the number and label of the step where it hit, null where the run had ended before. */
export interface Hit {
  readonly night: number;
  readonly moment: Moment;
  readonly step: string | null;
}

/** What three nights came to, of which each was killed a few times before it was let through. */
export interface Killed {
  readonly hits: readonly Hit[];
  /** What was wrong after a kill, or different after a night that was let through. */
  readonly differences: readonly string[];
}

/** What each night has published when nobody disturbs it, and the steps it took. */
export interface Undisturbed {
  readonly published: Readonly<Record<string, string>>;
  readonly steps: readonly string[];
  readonly tookMs: number;
}

const bookDir = (cwd: string): string => join(cwd, "out/default");

const command = (asOf: string): readonly string[] => ["run", "--quiet", "--as-of", asOf];

const run = (worlds: Worlds, night: number, cwd: string, env: Readonly<Record<string, string>> = {}) => {
  const world = worlds.on(night);
  return start(command(world.asOf), { cwd, env: { ...world.env, ...env } });
};

const succeeded = ({ code, stderr }: Ended): void => {
  if (code !== 0 || stderr !== "") throw new Error(`a run ended with ${code}: ${stderr}`);
};

/** Runs all nights on one ledger in an empty directory, undisturbed. */
export const undisturbedNights = async (worlds: Worlds, cwd: string): Promise<readonly Undisturbed[]> => {
  mkdirSync(cwd, { recursive: true });
  const nights: Undisturbed[] = [];
  for (const night of NIGHTS) {
    const trace = join(cwd, `steps-${night}`);
    const startedAt = performance.now();
    succeeded(await run(worlds, night, cwd, disturbed({ trace })).ended);
    const tookMs = performance.now() - startedAt;
    const steps = readFileSync(trace, "utf8").trimEnd().split("\n");
    nights.push({ published: published(bookDir(cwd)), steps, tookMs });
  }
  return nights;
};

const kill = async (worlds: Worlds, night: number, moment: Moment, cwd: string): Promise<Hit> => {
  const reached = join(cwd, "reached");
  rmSync(reached, { force: true });
  if ("step" in moment) {
    const at = { ...moment, signal: "SIGKILL" } as const;
    await run(worlds, night, cwd, disturbed({ at, reached })).ended;
    return { night, moment, step: existsSync(reached) ? readFileSync(reached, "utf8").trimEnd() : null };
  }
  const trace = join(cwd, "trace");
  rmSync(trace, { force: true });
  const { child, ended } = run(worlds, night, cwd, disturbed({ trace }));
  await sleep(moment.afterMs);
  child.kill("SIGKILL");
  await ended;
  const steps = existsSync(trace) ? readFileSync(trace, "utf8").trimEnd().split("\n") : [];
  return { night, moment, step: child.signalCode === "SIGKILL" ? `${steps.length} ${steps.at(-1)}` : null };
};

const different = (
  night: number,
  expected: Readonly<Record<string, string>>,
  actual: Readonly<Record<string, string>>,
): readonly string[] =>
  [...new Set([...Object.keys(expected), ...Object.keys(actual)])]
    .filter((path) => expected[path] !== actual[path])
    .map(
      (path) =>
        `night ${night}: ${path} is ${actual[path] ?? "not there"} instead of ${expected[path] ?? "not there"}`,
    );

/**
 * Runs all nights on one ledger in an empty directory. Each is killed at its moments, looked at after each kill,
 * then let through, and must have published what it publishes when nobody disturbs it.
 */
export const killedNights = async (
  worlds: Worlds,
  expected: readonly Undisturbed[],
  moments: (night: number) => readonly Moment[],
  cwd: string,
): Promise<Killed> => {
  mkdirSync(cwd, { recursive: true });
  const [hits, differences]: [Hit[], string[]] = [[], []];
  for (const night of NIGHTS) {
    for (const moment of moments(night)) {
      const hit = await kill(worlds, night, moment, cwd);
      hits.push(hit);
      differences.push(...faultsUnder(bookDir(cwd)).map((fault) => `night ${night}, ${hit.step}: ${fault}`));
    }
    const { code, stderr } = await run(worlds, night, cwd).ended;
    if (code !== 0 || stderr !== "")
      differences.push(`night ${night}: let through, it exits ${code}: ${stderr}`);
    differences.push(...leftOvers(bookDir(cwd)).map((name) => `night ${night}: ${name} is left over`));
    differences.push(...different(night, expected[night - 1]?.published ?? {}, published(bookDir(cwd))));
  }
  return { hits, differences };
};
