import { parseArgs } from "node:util";
import { printed, tryMutants } from "./try-mutants.ts";

// pnpm mutate [--seed N] [--count N] FOLDER|FILE…: see `tryMutants`. Prints each that no test noticed, and how many there
// were; the same seed chooses the same places as long as the sources stay the same.

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: "string", default: "1" }, count: { type: "string", default: "40" } },
});

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

// The exit puts a source back that is being tried.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(75));

const options = { seed: Number(values.seed), count: Number(values.count) };
let [noticed, lives, untested] = [0, 0, 0];
for await (const trial of tryMutants(positionals, options)) {
  if (trial.outcome === "noticed") noticed += 1;
  else {
    if (trial.outcome === "lives") lives += 1;
    else untested += 1;
    print(`${trial.outcome.padEnd(8)}  ${printed(trial)}`);
  }
}
print(`${noticed} noticed, ${lives} live, ${untested} are in sources that no test imports`);
