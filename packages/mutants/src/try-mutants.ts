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

/** Tries one change in place, and puts the source back, also where this process is ended meanwhile. */
const tried = async (host: TestHost, place: Place, tests: readonly string[]): Promise<Tried["outcome"]> => {
  if (tests.length === 0) return "untested";
  const { source, mutant } = place;
  const original = readFileSync(source, "utf8");
  const putBack = () => writeFileSync(source, original);
  process.once("exit", putBack);
  try {
    return (await host.notices({ source, text: mutant.text, tests })) ? "noticed" : "lives";
  } finally {
    putBack();
    process.off("exit", putBack);
  }
};

/**
 * Breaks sources below some folders, one place at a time and in place, and runs the nearest tests that import each.
 * Throws where those fail before anything is changed. Tests that start processes of the built app are not among them.
 */
export async function* tryMutants(
  folders: readonly string[],
  options: { readonly seed: number; readonly count: number },
): AsyncGenerator<Tried> {
  const byPackage = Map.groupBy(chosenFrom(folders, options), ({ source }) => packageOf(source));
  for (const [folder, places] of byPackage) {
    const host = new TestHost(folder);
    const testsOf = relatedTests(folder);
    try {
      await expectFine(host, places, testsOf);
      for (const place of places)
        yield { ...place, outcome: await tried(host, place, testsOf(place.source)) };
    } finally {
      host.stop();
    }
  }
}

const expectFine = async (
  host: TestHost,
  places: readonly Place[],
  testsOf: (source: string) => readonly string[],
): Promise<void> => {
  const tests = [...new Set(places.flatMap(({ source }) => testsOf(source)))];
  const [first] = places;
  if (first === undefined || tests.length === 0) return;
  if (!(await host.passes({ source: first.source, text: readFileSync(first.source, "utf8"), tests })))
    throw new Error(`The tests of ${packageOf(first.source)} fail before anything is changed`);
};
