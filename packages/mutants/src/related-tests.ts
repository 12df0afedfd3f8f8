import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const IMPORT = /(?:from|import\()\s*"(\.[^"]+)"/g;

const importsOf = (file: string): readonly string[] =>
  [...readFileSync(file, "utf8").matchAll(IMPORT)]
    .map(([, path = ""]) => join(dirname(file), path))
    .filter((path) => existsSync(path));

/** How many imports lie between a file and every one that it needs. */
const distancesFrom = (file: string): ReadonlyMap<string, number> => {
  const distances = new Map([[file, 0]]);
  for (const [path, distance] of distances)
    for (const imported of importsOf(path))
      if (!distances.has(imported)) distances.set(imported, distance + 1);
  return distances;
};

/** Tests that are run for one source: those further away see it through so much else that they are slow and seldom the first. */
const TESTS_MAX = 10;

/**
 * The tests of a package that import a source, directly or through others: the nearest first. Tests that start
 * processes of the built app import none of its sources and are in no answer.
 */
export const relatedTests = (folder: string): ((source: string) => readonly string[]) => {
  const tests = globSync("test/**/*.test.ts", { cwd: folder })
    .map((path) => join(folder, path))
    .sort()
    .map((path) => ({ path, distances: distancesFrom(path) }));
  return (source) =>
    tests
      .flatMap(({ path, distances }) => {
        const distance = distances.get(source);
        return distance === undefined ? [] : [{ path, distance }];
      })
      .sort((left, right) => left.distance - right.distance)
      .slice(0, TESTS_MAX)
      .map(({ path }) => path);
};
