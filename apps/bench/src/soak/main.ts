import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { runWithOptions, wholeNumber } from "../command-line.ts";
import { drawsOf } from "./draws.ts";

const USAGE = `The long form of what tieout's tests show in a small one, after a build: disturbs a run at moments drawn at random, and
fails where what it leaves behind is not as an undisturbed run leaves it. Linux only.

  --kill 120    Moments at which a run is killed; 0 for none
  --freeze 8    Moments at which it is frozen while another one takes over
  --full 40     Sizes of a disk that gets full under it; needs root
  --end 120     Ends while much is being compiled and the heap is at its limit
  --rot 2000    Bits and digits of a ledger's file that are changed, one at a time
  --forge 1     Rounds of all ways of tampering that docs/security.md names; prints who finds each
  --fleet 0     Moments at which one of two runners is killed, PostgreSQL is, or a runner is frozen, a third each; needs PostgreSQL
  --seed 1      Which moments
`;

const readOptions = (args: string[]) => {
  const { values } = parseArgs({
    args,
    options: {
      kill: { type: "string", default: "120" },
      freeze: { type: "string", default: "8" },
      full: { type: "string", default: "40" },
      end: { type: "string", default: "120" },
      rot: { type: "string", default: "2000" },
      forge: { type: "string", default: "1" },
      fleet: { type: "string", default: "0" },
      seed: { type: "string", default: "1" },
    },
  });
  return {
    kill: wholeNumber("kill", values.kill, 0),
    freeze: wholeNumber("freeze", values.freeze, 0),
    full: wholeNumber("full", values.full, 0),
    end: wholeNumber("end", values.end, 0),
    rot: wholeNumber("rot", values.rot, 0),
    forge: wholeNumber("forge", values.forge, 0),
    fleet: wholeNumber("fleet", values.fleet, 0),
    seed: wholeNumber("seed", values.seed, 0),
  };
};

const say = (line: string): void => {
  process.stdout.write(line);
};

await runWithOptions(USAGE, readOptions, async ({ kill, freeze, full, end, rot, forge, fleet, seed }) => {
  const directory = mkdtempSync(join(tmpdir(), "tieout-soak-"));
  let isWrong = false;
  for (const [load, moments] of [
    [async () => (await import("./kill.ts")).killTrial, kill],
    [async () => (await import("./freeze.ts")).freezeTrial, freeze],
    [async () => (await import("./full-disk.ts")).fullDiskTrial, full],
    [async () => (await import("./end.ts")).endTrial, end],
    [async () => (await import("./rot.ts")).rotTrial, rot],
    [async () => (await import("./forge.ts")).forgeTrial, forge],
    [async () => (await import("./fleet.ts")).fleetTrial, fleet],
  ] as const) {
    if (moments === 0) continue;
    // Loaded when it is wanted: half of the app is behind some of them.
    const trial = await load();
    const { name, tried, wrong } = await trial({ moments, seed }, drawsOf(seed), directory, say);
    say(`${name}: tried ${tried}, differed ${wrong.length}\n`);
    isWrong ||= wrong.length > 0;
  }
  // What went wrong is left to be looked at.
  if (isWrong) say(`kept in ${directory}\n`);
  else rmSync(directory, { recursive: true, force: true });
  process.exitCode = isWrong ? 1 : 0;
});
