import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { tieout } from "tieout/test/bundle.ts";
import { undisturbedNights } from "tieout/test/night/kills.ts";
import { faultsUnder, leftOvers, published } from "tieout/test/night/whole.ts";
import { NIGHTS, startWorlds, type Worlds } from "tieout/test/night/worlds.ts";
import type { Draws } from "./draws.ts";
import type { Trial } from "./trial.ts";

/** Far more than a night needs. */
const ROOM = "size=64m,nr_inodes=10000";

/** What a small night needs at most: room is drawn from nothing to this. */
const LEDGER_KIB_MAX = 700;
const REPORT_KIB_MAX = 60;
const REPORT_FILES_MAX = 16;

const CANNOT_WRITE: ReadonlySet<number | null> = new Set([0, 73, 74]);

/** How a disk is small, and what of a run is on it. */
const smallDisk = (draws: Draws): { readonly options: string; readonly place: "." | "out" } => {
  switch (draws.upTo(3)) {
    case 1:
      return { place: ".", options: `size=${draws.upTo(LEDGER_KIB_MAX)}k` };
    case 2:
      return { place: "out", options: `size=${draws.upTo(REPORT_KIB_MAX)}k` };
    default:
      return { place: "out", options: `size=1m,nr_inodes=${draws.upTo(REPORT_FILES_MAX) + 1}` };
  }
};

const mount = (...options: readonly string[]): void => {
  execFileSync("mount", options, { stdio: "ignore" });
};

const night = (worlds: Worlds, number: number, cwd: string) => {
  const world = worlds.on(number);
  return tieout(["run", "--quiet", "--as-of", world.asOf], { cwd, env: world.env });
};

/** Runs one night on a disk that is too small, then again with room. */
const fillOnce = async (
  worlds: Worlds,
  expected: Readonly<Record<string, string>>,
  { options, place }: ReturnType<typeof smallDisk>,
  cwd: string,
): Promise<{ readonly code: number | null; readonly wrong: readonly string[] }> => {
  const disk = join(cwd, place);
  mkdirSync(disk, { recursive: true });
  mount("-t", "tmpfs", "-o", options, "tieout-soak", disk);
  try {
    const book = join(cwd, "out/default");
    const { code, stderr } = await night(worlds, 1, cwd);
    const wrong = [...faultsUnder(book), ...leftOvers(book)];
    if (!CANNOT_WRITE.has(code) || (code !== 0 && stderr.trimEnd().includes("\n")))
      wrong.push(`it exits ${code}: ${stderr}`);
    mount("-o", `remount,${ROOM}`, disk);
    const again = await night(worlds, 1, cwd);
    if (again.code !== 0) wrong.push(`with room it exits ${again.code}: ${again.stderr}`);
    if (JSON.stringify(published(book)) !== JSON.stringify(expected)) wrong.push("what is published differs");
    return { code, wrong: wrong.map((fault) => `${place} with ${options}: ${fault}`) };
  } finally {
    execFileSync("umount", [disk]);
  }
};

/** Runs nights on so many disks of seeded sizes, real and full. Only root may mount them. */
export const fullDiskTrial = async (
  { moments, seed }: { readonly moments: number; readonly seed: number },
  draws: Draws,
  directory: string,
  log: (line: string) => void,
): Promise<Trial> => {
  const worlds = await startWorlds(NIGHTS, "--seed", String(seed), "--batches", "24", "--transactions", "4");
  try {
    const [expected] = await undisturbedNights(worlds, join(directory, "roomy"));
    const wrong: string[] = [];
    for (let index = 0; index < moments; index += 1) {
      const small = smallDisk(draws);
      const filled = await fillOnce(
        worlds,
        expected?.published ?? {},
        small,
        join(directory, `full-${index}`),
      );
      log(`  ${small.place} with ${small.options}: exit ${filled.code}\n`);
      for (const fault of filled.wrong) log(`  ${fault}\n`);
      wrong.push(...filled.wrong);
    }
    return { name: "full disk", tried: moments, wrong };
  } finally {
    await worlds.close();
  }
};
