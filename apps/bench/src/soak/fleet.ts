import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import {
  disturbedFleet,
  type FleetParts,
  type FleetTrial,
  openFleetWorld,
} from "tieout/test/fleet/disturbed-fleet.ts";
import { freePort } from "tieout/test-postgres/free-port.ts";
import { launchPostgres } from "tieout/test-postgres/launch.ts";
import type { Draws } from "./draws.ts";
import type { Trial } from "./trial.ts";

const BOOKS = 6;
const WORLD = ["--latency", "100", "--batches", "12", "--cohorts", "3"] as const;

/** A lease lasts for 30 seconds, and so do the locks of a runner; a little more has passed for certain. */
const PAST_THE_LEASE_MS = 36_000;

/** What is done to a fleet at a moment. */
interface Disturbance {
  readonly name: string;
  readonly do: (parts: FleetParts) => Promise<void>;
}

const DISTURBANCES: readonly Disturbance[] = [
  {
    name: "a runner is killed",
    do: async ({ runners, join: another }) => {
      runners[0]?.child.kill("SIGKILL");
      await another();
    },
  },
  {
    name: "PostgreSQL is killed",
    do: async ({ postgres }) => {
      await postgres.kill();
      await postgres.start();
    },
  },
  {
    name: "a runner is frozen",
    do: async ({ runners }) => {
      runners[0]?.child.kill("SIGSTOP");
      await sleep(PAST_THE_LEASE_MS);
      runners[0]?.child.kill("SIGCONT");
    },
  },
];

const wrongIn = ({ fleet, wrong }: FleetTrial): readonly string[] => [
  ...(fleet.code === 0 ? [] : [`the fleet exits ${fleet.code}: ${fleet.stderr}`]),
  ...wrong,
];

/** Disturbs a fleet of two runners at so many seeded moments, each in a database of its own, and compares what is published. */
export const fleetTrial = async (
  { moments, seed }: { readonly moments: number; readonly seed: number },
  draws: Draws,
  directory: string,
  log: (line: string) => void,
): Promise<Trial> => {
  // Apart from the directory of the soak, into which its user may not look.
  const home = mkdtempSync(join(tmpdir(), "tieout-postgres-"));
  const postgres = await launchPostgres(home, await freePort());
  const world = await openFleetWorld(directory, BOOKS, "--seed", String(seed), ...WORLD);
  const placeOf = (name: string) => ({ postgres, cwd: join(directory, name), database: name });
  try {
    const undisturbed = await disturbedFleet(world, placeOf("calm"), async () => {});
    const wrong = wrongIn(undisturbed).map((one) => `undisturbed: ${one}`);
    log(`  undisturbed: ${Math.round(undisturbed.tookMs)} ms\n`);
    for (let nth = 0; nth < moments; nth += 1) {
      const { name, do: disturb } = DISTURBANCES[nth % DISTURBANCES.length] ?? {
        name: "",
        do: async () => {},
      };
      const afterMs = draws.upTo(Math.round(undisturbed.tookMs));
      const trial = await disturbedFleet(world, placeOf(`disturbed_${nth}`), async (parts) => {
        await sleep(afterMs);
        await disturb(parts);
      });
      const found = wrongIn(trial);
      log(
        `  ${name} after ${afterMs} ms: ${Math.round(trial.tookMs)} ms, ${found.join("; ") || "as undisturbed"}\n`,
      );
      wrong.push(...found.map((one) => `${name} after ${afterMs} ms: ${one}`));
    }
    return { name: "fleet", tried: moments, wrong };
  } finally {
    await world.sandbox.kill();
    await postgres.kill();
    rmSync(home, { recursive: true, force: true });
  }
};
