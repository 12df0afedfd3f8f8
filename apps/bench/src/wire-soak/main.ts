/**
 * The long form of what `wire/soak.test.ts` of the app shows in a small one:
 * `pnpm --filter @tieout/bench soak:wire`, after a build.
 *
 * Pulls many settlement batches from a sandbox that spoils a fifth of its answers and refuses what is above its
 * limit, and compares the report with the truth. `--batches N`, `--limit N` requests a second, `--concurrency N`
 * of the run, `--faults LIST` in place of the usual mix, `--seed N`. Exits 1 when anything was lost or is not right.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { hostileMix } from "@tieout/cli/test/wire/hostile-mix.ts";
import {
  detailsServed,
  limited,
  passed,
  type Soaked,
  soakedPull,
} from "@tieout/cli/test/wire/soaked-pull.ts";
import { percent, printedTable, seconds } from "../table.ts";

const { values } = parseArgs({
  // pnpm hands its own `--` on.
  args: process.argv.slice(2).filter((arg) => arg !== "--"),
  options: {
    batches: { type: "string", default: "10000" },
    limit: { type: "string", default: "200" },
    concurrency: { type: "string", default: "8" },
    faults: { type: "string", default: hostileMix() },
    seed: { type: "string", default: "1" },
  },
});
const [batches, limitPerSecond] = [Number(values.batches), Number(values.limit)];

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** How often each kind of answer was given, over all operations, the most frequent first. */
const kinds = ({ answers }: Soaked["stats"]): readonly (readonly [string, number])[] => {
  const counts = new Map<string, number>();
  for (const [how, count] of Object.values(answers).flatMap((one) => Object.entries(one)))
    counts.set(how, (counts.get(how) ?? 0) + count);
  return [...counts].toSorted(([, a], [, b]) => b - a);
};

/** A bucket is full at the start: what it holds is allowed on top. */
const allowed = (spanMs: number): number => limitPerSecond * (1 + spanMs / 1000);

const figures = ({ stats, busy }: Soaked): readonly (readonly [string, string])[] => {
  const asked = passed(stats) + limited(stats);
  const spoilt =
    passed(stats) - kinds(stats).reduce((sum, [how, n]) => (how === "served" ? sum + n : sum), 0);
  return [
    ["batches", String(batches)],
    ["requests", String(asked)],
    ["time", seconds(stats.spanMs)],
    ["spoilt, of what the limit let through", percent(spoilt / passed(stats))],
    ["limit used, from the first details until 95 % were read", percent(busy.passed / allowed(busy.spanMs))],
    ["limit used, over all", percent(passed(stats) / allowed(stats.spanMs))],
    ["refused by the limit", percent(limited(stats) / asked)],
  ];
};

const directory = mkdtempSync(join(tmpdir(), "tieout-wire-soak-"));
const soaked = await soakedPull(
  {
    seed: Number(values.seed),
    batches,
    limitPerSecond,
    faults: values.faults,
    concurrency: Number(values.concurrency),
  },
  directory,
);
const title = `Seed ${values.seed}, ${limitPerSecond} requests a second, ${values.concurrency} at once`;
print(
  printedTable(
    "How answers were given",
    ["kind", "times"],
    kinds(soaked.stats).map(([how, n]) => [how, String(n)]),
  ),
);
print("");
print(printedTable(title, ["", ""], figures(soaked)));
print("");
for (const [index, { code, stderr, details }] of soaked.runs.entries())
  print(`run ${index + 1} exits ${code}, read the details of ${details} batches. ${stderr}`.trimEnd());
const wrong = [...soaked.differences];
if (detailsServed(soaked.stats) < batches) wrong.push("some details were never read");
const [first] = soaked.runs;
if (first?.code === 0 && first.details > batches) wrong.push("some details were read twice in one run");
for (const fault of wrong) print(fault);
print(wrong.length > 0 ? `not right; kept in ${directory}` : "nothing lost: the report is the truth");
if (wrong.length === 0) rmSync(directory, { recursive: true, force: true });
process.exitCode = wrong.length > 0 ? 1 : 0;
