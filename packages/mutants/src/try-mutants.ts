import { existsSync, globSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { type Mutant, mutantsOf } from "./mutants.ts";
import { relatedTests } from "./related-tests.ts";
import { sample } from "./sample.ts";
import { TestHost } from "./TestHost.ts";

/** A change, and the source that it is made to. */
export interface Place {
  readonly source: string;
  readonly mutant: Mutant;
}

/** What came of a change: `untested` where no test imports the source. */
export interface Tried extends Place {
  readonly outcome: "noticed" | "lives" | "untested";
}

const packageOf = (source: string): string =>
  existsSync(join(dirname(source), "package.json")) ? dirname(source) : packageOf(dirname(source));

const sourcesIn = (place: string): readonly string[] =>
  statSync(place).isFile()
    ? [resolve(place)]
    : globSync("**/*.{ts,mjs}", { cwd: place })
        .filter((path) => !/(?:^|\/)(?:generated|test|dist|node_modules)\//.test(path))
        .map((path) => resolve(place, path))
        .sort();

const oneLine = (text: string): string => text.replace(/\s+/g, " ").slice(0, 100);

/** A change as `file:line  from → to`. */
export const printed = ({ source, mutant }: Place): string =>
  `${relative(process.cwd(), source)}:${mutant.line}  ${oneLine(mutant.from)} → ${oneLine(mutant.to)}`;

const chosenFrom = (
  places: readonly string[],
  options: { readonly seed: number; readonly count: number },
): readonly Place[] => {
  const all = places
    .flatMap(sourcesIn)
    .flatMap((source) =>
      mutantsOf(source, readFileSync(source, "utf8")).map((mutant) => ({ source, mutant })),
    );
  return sample(all, printed, options);
};

/** Breaks sources of one package and runs its tests. */
class Trials {
  readonly #host: TestHost;
  readonly #testsOf: (source: string) => readonly string[];
  /** Tests of which it is known that they pass while nothing is changed. */
  readonly #sound = new Set<string>();

  constructor(folder: string) {
    this.#host = new TestHost(folder);
    this.#testsOf = relatedTests(folder);
  }

  /** Tries one change in place, and puts the source back, also where this process is ended meanwhile. */
  async outcome({ source, mutant }: Place): Promise<Tried["outcome"]> {
    const tests = this.#testsOf(source);
    if (tests.length === 0) return "untested";
    const original = readFileSync(source, "utf8");
    const putBack = () => writeFileSync(source, original);
    process.once("exit", putBack);
    try {
      const failed = await this.#host.firstFailure({ source, original, text: mutant.text, tests });
      if (failed !== undefined) await this.#expectSound(failed, { source, original });
      return failed === undefined ? "lives" : "noticed";
    } finally {
      putBack();
      process.off("exit", putBack);
    }
  }

  stop(): void {
    this.#host.stop();
  }

  /** Throws where a test fails while nothing is changed: its failure then says nothing of a change. */
  async #expectSound(
    test: string,
    unchanged: { readonly source: string; readonly original: string },
  ): Promise<void> {
    if (this.#sound.has(test)) return;
    const trial = { ...unchanged, text: unchanged.original, tests: [test] };
    if ((await this.#host.firstFailure(trial)) !== undefined)
      throw new Error(`${test} fails while nothing is changed`);
    this.#sound.add(test);
  }
}

/**
 * Breaks sources below some folders, one place at a time and in place, and runs the nearest tests that import each, in
 * turn until one fails. Tests that start processes of the built app are not among them.
 */
export async function* tryMutants(
  folders: readonly string[],
  options: { readonly seed: number; readonly count: number },
): AsyncGenerator<Tried> {
  const byPackage = Map.groupBy(chosenFrom(folders, options), ({ source }) => packageOf(source));
  for (const [folder, places] of byPackage) {
    const trials = new Trials(folder);
    try {
      for (const place of places) yield { ...place, outcome: await trials.outcome(place) };
    } finally {
      trials.stop();
    }
  }
}
