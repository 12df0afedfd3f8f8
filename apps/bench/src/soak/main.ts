/**
 * The long form of what the app's tests show in a small one: `pnpm --filter @tieout/bench soak`, after a build.
 *
 * `--kill N`, `--freeze N` and `--full N` say how many moments to try, `--seed N` which; Linux only, and the full
 * disks need root. Exits 1 when anything was not as it must be.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { drawsOf } from "./draws.ts";
import { freezeTrial } from "./freeze.ts";
import { fullDiskTrial } from "./full-disk.ts";
import { killTrial } from "./kill.ts";

const { values } = parseArgs({
  options: {
    kill: { type: "string", default: "120" },
    freeze: { type: "string", default: "8" },
    full: { type: "string", default: "40" },
    seed: { type: "string", default: "1" },
  },
});

const seed = Number(values.seed);
const directory = mkdtempSync(join(tmpdir(), "tieout-soak-"));
const say = (line: string): void => {
  process.stdout.write(line);
};

let isWrong = false;
for (const [trial, count] of [
  [killTrial, values.kill],
  [freezeTrial, values.freeze],
  [fullDiskTrial, values.full],
] as const) {
  if (count === "0") continue;
  const { name, tried, wrong } = await trial({ moments: Number(count), seed }, drawsOf(seed), directory, say);
  say(`${name}: tried ${tried}, differed ${wrong.length}\n`);
  isWrong ||= wrong.length > 0;
}
// What went wrong is left to be looked at.
if (isWrong) say(`kept in ${directory}\n`);
else rmSync(directory, { recursive: true, force: true });
process.exitCode = isWrong ? 1 : 0;
