import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { type Options, readOptions, USAGE } from "./options.ts";
import { type CloseResult, closeAtScale, printedClose } from "./parts/close.ts";
import { type PullResult, printedPull, pull } from "./parts/pull.ts";
import { type NightResult, printedNight, secondNight } from "./parts/second-night.ts";
import { printedStart, type StartResult, startUp } from "./parts/start-up.ts";

/** What a bench run wrote down, ratios first in each part. */
interface Results {
  readonly pulls: readonly PullResult[];
  readonly nights: readonly NightResult[];
  readonly start: StartResult | null;
  readonly close: CloseResult | null;
  readonly machine: { readonly node: string; readonly processors: number };
}

/** A ledger is closed this often; each takes long enough to be steady. */
const CLOSE_ROUNDS = 3;

const print = (text: string): void => {
  process.stdout.write(`${text}\n\n`);
};

const measure = async ({ sizes, closeSizes, latencyMs, rounds, parts }: Options): Promise<Results> => {
  const pulls: PullResult[] = [];
  for (const settlements of parts.has("pull") ? sizes : []) {
    const result = await pull(settlements, latencyMs, rounds);
    print(printedPull(result));
    pulls.push(result);
  }
  const nights: NightResult[] = [];
  for (const settlements of parts.has("night") ? sizes : []) {
    const result = await secondNight(settlements, latencyMs);
    print(printedNight(result));
    nights.push(result);
  }
  const start = parts.has("start") ? await startUp(rounds) : null;
  if (start !== null) print(printedStart(start));
  const close = parts.has("close") ? await closeAtScale(closeSizes, Math.min(CLOSE_ROUNDS, rounds)) : null;
  if (close !== null) print(printedClose(close));
  return { pulls, nights, start, close, machine: { node: process.version, processors: cpus().length } };
};

const write = (results: Results): string => {
  const directory = fileURLToPath(new URL("../results/", import.meta.url));
  mkdirSync(directory, { recursive: true });
  const path = `${directory}bench-${new Date().toISOString().replaceAll(/[:.]/g, "-")}.json`;
  writeFileSync(path, `${JSON.stringify(results, null, 2)}\n`);
  return path;
};

const options = readOptions(process.argv.slice(2));
if (options === undefined) process.stdout.write(USAGE);
else print(`Written to ${write(await measure(options))}`);
