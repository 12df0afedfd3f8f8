import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Effect } from "effect";
import { copiedInto, looks, signNights } from "tieout/test/forge/looking.ts";
import { FINDERS, WAYS } from "tieout/test/forge/ways.ts";
// The app exports nothing.
import { demoNights } from "../../../tieout/src/operate/demo/demo-nights.ts";
import { Progress } from "../../../tieout/src/pull/Progress.ts";
import type { Draws } from "./draws.ts";
import type { Trial } from "./trial.ts";

/** Tampers with published reports in every way that docs/security.md names, so many times, and prints who finds it. */
export const forgeTrial = async (
  { moments }: { readonly moments: number; readonly seed: number },
  _draws: Draws,
  directory: string,
  log: (line: string) => void,
): Promise<Trial> => {
  const demo = join(directory, "tieout-demo");
  mkdirSync(demo);
  await Effect.runPromise(demoNights(demo, () => Effect.void).pipe(Effect.provide(Progress.silent)));
  signNights(directory);
  const wrong: string[] = [];
  for (let round = 1; round <= moments; round += 1)
    for (const [at, { what, tamper, found }] of WAYS.entries()) {
      const copy = join(directory, `forged-${round}-${at}`);
      const out = copiedInto(copy, directory);
      tamper(out);
      const finders: string[] = [];
      for (const finder of FINDERS)
        if (!(await looks(finder, out, directory)).isVerified) finders.push(finder);
      const by = finders.join(", ") || "nobody";
      log(`  ${what}: found by ${by}\n`);
      if (by !== (found.join(", ") || "nobody")) wrong.push(`${what}: found by ${by}`);
      rmSync(copy, { recursive: true });
    }
  return { name: "forge", tried: moments * WAYS.length, wrong };
};
