import { join } from "node:path";
import {
  type Hit,
  killedNights,
  type Moment,
  type Undisturbed,
  undisturbedNights,
} from "tieout/test/night/kills.ts";
import { NIGHTS, startWorlds } from "tieout/test/night/worlds.ts";
import type { Draws } from "./draws.ts";
import type { Trial } from "./trial.ts";

/** The most moments at which one night is killed before it is let through. */
const KILLS_A_NIGHT_MAX = 3;

/** How much longer than an undisturbed run the clock may wait: a run that goes on with another is shorter, too. */
const CLOCK_SHARE = 0.9;

/** From this step on nothing is read any more: the run is closed, reported on and published. */
const PULLED = /^sql UPDATE run SET finished_at/;

const WORLD = ["--batches", "24", "--transactions", "4", "--cohorts", "8"] as const;

/** One moment: by the clock, at any step, or at a step of closing and publishing, which take the least time. */
const moment = (draws: Draws, { steps, tookMs }: Undisturbed): Moment => {
  const pulled = steps.findIndex((step) => PULLED.test(step)) + 1;
  switch (draws.upTo(3)) {
    case 1:
      return { afterMs: draws.upTo(Math.round(tookMs * CLOCK_SHARE)) };
    case 2:
      return { step: ".", nth: draws.upTo(steps.length) };
    default:
      return { step: ".", nth: pulled + draws.upTo(steps.length - pulled) };
  }
};

const said = ({ night, moment: { ...at }, step }: Hit): string => {
  const how = "afterMs" in at ? `after ${at.afterMs} ms` : "at a step";
  return `  night ${night}, ${how}: ${step === null ? "had ended before" : `killed at ${step}`}\n`;
};

/**
 * Kills runs with `kill -9` at so many seeded moments over three nights, each ledger several times, and compares
 * what is published after each night that is let through with what nobody disturbed.
 */
export const killTrial = async (
  { moments, seed }: { readonly moments: number; readonly seed: number },
  draws: Draws,
  directory: string,
  log: (line: string) => void,
): Promise<Trial> => {
  const worlds = await startWorlds(NIGHTS, "--seed", String(seed), ...WORLD);
  try {
    const expected = await undisturbedNights(worlds, join(directory, "undisturbed"));
    const hits: Hit[] = [];
    const wrong: string[] = [];
    for (let ledger = 1; hits.filter(({ step }) => step !== null).length < moments; ledger += 1) {
      const drawn = expected.map((night) =>
        Array.from({ length: draws.upTo(KILLS_A_NIGHT_MAX) }, () => moment(draws, night)),
      );
      const cwd = join(directory, `killed-${ledger}`);
      const killed = await killedNights(worlds, expected, (night) => drawn[night - 1] ?? [], cwd);
      for (const hit of killed.hits) log(said(hit));
      for (const difference of killed.differences) log(`  ledger ${ledger}: ${difference}\n`);
      hits.push(...killed.hits);
      wrong.push(...killed.differences);
    }
    return { name: "kill -9", tried: hits.filter(({ step }) => step !== null).length, wrong };
  } finally {
    await worlds.close();
  }
};
