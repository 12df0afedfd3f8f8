import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { hostileMix } from "tieout/test/wire/hostile-mix.ts";
import { detailsServed, limited, passed, type Soaked, soakedPull } from "tieout/test/wire/soaked-pull.ts";
import { runWithOptions, wholeNumber } from "../command-line.ts";
import { percent, printedTable, seconds } from "../table.ts";

const USAGE = `The long form of what tieout's tests show in a small one, after a build: pulls many settlement batches from a sandbox that
spoils a fifth of its answers and refuses what is above its limit, and compares the report with the truth. Exits 1 when
anything was lost or is not right.

  --batches 10000    Settlement batches
  --limit 200        Requests a second that the sandbox allows
  --concurrency 8    Requests at once
  --faults LIST      What goes wrong, as \`tieout sandbox --faults\` takes it, in place of the usual mix
  --seed 1           Which requests it goes wrong for
`;

const readOptions = (args: string[]) => {
  const { values } = parseArgs({
    args,
    options: {
      batches: { type: "string", default: "10000" },
      limit: { type: "string", default: "200" },
      concurrency: { type: "string", default: "8" },
      faults: { type: "string", default: hostileMix() },
      seed: { type: "string", default: "1" },
    },
  });
  return {
    batches: wholeNumber("batches", values.batches),
    limitPerSecond: wholeNumber("limit", values.limit),
    concurrency: wholeNumber("concurrency", values.concurrency),
    faults: values.faults,
    seed: wholeNumber("seed", values.seed, 0),
  };
};

type Options = ReturnType<typeof readOptions>;

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

const figures = (
  { batches, limitPerSecond }: Options,
  { stats, busy }: Soaked,
): readonly (readonly [string, string])[] => {
  // A bucket is full at the start: what it holds is allowed on top.
  const allowed = (spanMs: number): number => limitPerSecond * (1 + spanMs / 1000);
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

/** A sentence for each thing that was not as it must be. */
const faultsOf = ({ batches }: Options, { differences, stats, runs }: Soaked): readonly string[] => {
  const [first] = runs;
  return [
    ...differences,
    ...(detailsServed(stats) < batches ? ["some details were never read"] : []),
    ...(first?.code === 0 && first.details > batches ? ["some details were read twice in one run"] : []),
  ];
};

await runWithOptions(USAGE, readOptions, async (options) => {
  const { seed, limitPerSecond, concurrency } = options;
  const directory = mkdtempSync(join(tmpdir(), "tieout-wire-soak-"));
  const soaked = await soakedPull(options, directory);
  const answers = kinds(soaked.stats).map(([how, n]) => [how, String(n)]);
  print(`${printedTable("How answers were given", ["kind", "times"], answers)}\n`);
  const title = `Seed ${seed}, ${limitPerSecond} requests a second, ${concurrency} at once`;
  print(`${printedTable(title, ["", ""], figures(options, soaked))}\n`);
  for (const [index, { code, stderr, details }] of soaked.runs.entries())
    print(`run ${index + 1} exits ${code}, read the details of ${details} batches. ${stderr}`.trimEnd());
  const wrong = faultsOf(options, soaked);
  for (const fault of wrong) print(fault);
  print(wrong.length > 0 ? `not right; kept in ${directory}` : "nothing lost: the report is the truth");
  if (wrong.length === 0) rmSync(directory, { recursive: true, force: true });
  process.exitCode = wrong.length > 0 ? 1 : 0;
});
