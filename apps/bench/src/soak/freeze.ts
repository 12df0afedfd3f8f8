import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { tieout } from "tieout/test/bundle.ts";
import { freeze } from "tieout/test/night/freeze.ts";
import { undisturbedNights } from "tieout/test/night/kills.ts";
import { faultsUnder, leftOvers, published } from "tieout/test/night/whole.ts";
import { startWorlds, type Worlds } from "tieout/test/night/worlds.ts";
import type { Draws } from "./draws.ts";
import type { Trial } from "./trial.ts";

/** A lease lasts for 30 seconds; a little more has passed for certain. */
const PAST_THE_LEASE_MS = 32_000;

/** With this step a run takes its book; a step of the tables' own history copies rows of that table. */
const LEASED = /^sql INSERT INTO lease \("book"/;

/** With this step it gives the ledger back: frozen there or later, everything has been done. */
const RELEASED = /^sql UPDATE lease SET beat_at_ms = 0/;

const night = (worlds: Worlds, cwd: string) => {
  const world = worlds.on(1);
  return tieout(["run", "--quiet", "--as-of", world.asOf], { cwd, env: world.env });
};

/** Freezes one run for longer than its lease, lets another one work meanwhile, and wakes the first. */
const freezeOnce = async (
  worlds: Worlds,
  expected: Readonly<Record<string, string>>,
  nth: number,
  cwd: string,
): Promise<readonly string[]> => {
  mkdirSync(cwd, { recursive: true });
  const book = join(cwd, "out/default");
  const first = await freeze(worlds.on(1), cwd, { step: ".", nth });
  await sleep(PAST_THE_LEASE_MS);
  const second = await night(worlds, cwd);
  first.child.kill("SIGCONT");
  const woken = await first.ended;
  // Where it froze in the middle of a write nobody could take over, and it has to bring its own work to an end.
  const codes = `${second.code} and ${woken.code}`;
  const wrong = ["0 and 75", "75 and 0"].includes(codes)
    ? []
    : [`the two exit ${codes}: ${second.stderr}${woken.stderr}`];
  const last = await night(worlds, cwd);
  if (last.code !== 0) wrong.push(`the last one exits ${last.code}: ${last.stderr}`);
  if (JSON.stringify(published(book)) !== JSON.stringify(expected)) wrong.push("what is published differs");
  return [...wrong, ...faultsUnder(book), ...leftOvers(book)].map(
    (fault) => `frozen at step ${nth}: ${fault}`,
  );
};

/** Freezes runs at so many seeded steps for longer than a lease lasts, side by side. */
export const freezeTrial = async (
  { moments, seed }: { readonly moments: number; readonly seed: number },
  draws: Draws,
  directory: string,
  log: (line: string) => void,
): Promise<Trial> => {
  const worlds = await startWorlds(
    [1, 2, 3],
    "--seed",
    String(seed),
    "--batches",
    "24",
    "--transactions",
    "4",
  );
  try {
    const [expected] = await undisturbedNights(worlds, join(directory, "unfrozen"));
    if (expected === undefined) throw new Error("no night was run");
    const leased = expected.steps.findIndex((step) => LEASED.test(step)) + 2;
    if (leased < 2) throw new Error("no step takes a lease");
    const last = expected.steps.findLastIndex((step) => RELEASED.test(step));
    const steps = Array.from({ length: moments }, () => leased + draws.upTo(last - leased));
    const faults = await Promise.all(
      steps.map((nth, index) =>
        freezeOnce(worlds, expected.published, nth, join(directory, `frozen-${index}`)),
      ),
    );
    for (const nth of steps) log(`  frozen at step ${nth}: ${expected.steps[nth - 1]}\n`);
    for (const fault of faults.flat()) log(`  ${fault}\n`);
    return { name: "SIGSTOP past the lease", tried: moments, wrong: faults.flat() };
  } finally {
    await worlds.close();
  }
};
