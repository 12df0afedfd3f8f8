import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { runWithOptions } from "./command-line.ts";
import { RESULTS } from "./measure/places.ts";
import type { Measured } from "./measured.ts";
import { readOptions, USAGE } from "./options.ts";

const print = (text: string): void => {
  process.stdout.write(`${text}\n\n`);
};

const write = (found: Measured): string => {
  mkdirSync(RESULTS, { recursive: true });
  const path = join(RESULTS, `bench-${new Date().toISOString().replaceAll(/[:.]/g, "-")}.json`);
  const machine = { node: process.version, processors: cpus().length };
  writeFileSync(path, `${JSON.stringify({ machine, ...found }, null, 2)}\n`);
  return path;
};

await runWithOptions(USAGE, readOptions, async (options) => {
  // Help and mistakes do not wait for all that is measured.
  const { measured } = await import("./measured.ts");
  print(`Written to ${write(await measured(options, print))}`);
});
