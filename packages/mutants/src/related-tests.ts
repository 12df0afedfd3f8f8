import { globSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";

const IMPORT = /\b(?:from|import)\s*\(?\s*"(\.[^"]+)"/g;

/** How a test names a source that it starts as a process: step by step from its own folder. */
const STARTED = /\bjoin\(import\.meta\.dirname((?:,\s*"[^"]+")+),?\s*\)/g;

const isSource = (path: string): boolean =>
  /\.m?[jt]s$/.test(path) && statSync(path, { throwIfNoEntry: false })?.isFile() === true;

const importsOf = (file: string): readonly string[] => {
  const text = readFileSync(file, "utf8");
  const started = [...text.matchAll(STARTED)].map(([, steps = ""]) =>
    join(...[...steps.matchAll(/"([^"]+)"/g)].map(([, step = ""]) => step)),
  );
  return [...[...text.matchAll(IMPORT)].map(([, path = ""]) => path), ...started]
    .map((path) => join(dirname(file), path))
    .filter(isSource);
};

/** How many imports lie between a file and every one that it needs. */
const distancesFrom = (file: string): ReadonlyMap<string, number> => {
  const distances = new Map([[file, 0]]);
  for (const [path, distance] of distances)
    for (const imported of importsOf(path))
      if (!distances.has(imported)) distances.set(imported, distance + 1);
  return distances;
};

/** How far the path of a test is from that of a source: none where it mirrors it, as `test/a/b.test.ts` does `src/a/b.ts`. */
const strangeness = (test: string, source: string): number => {
  const [mirrored, path] = [test.replace(/\.test\.ts$/, ""), source.replace(/\.\w+$/, "")].map((one) =>
    one.replace(/\/(?:src|test)\//, "/"),
  );
  if (mirrored === path) return 0;
  if (basename(mirrored ?? "") === basename(path ?? "")) return 1;
  return dirname(mirrored ?? "") === dirname(path ?? "") ? 2 : 3;
};

/** Tests that start processes of the built app: these do not have the change, even where the test itself imports it. */
const BUILT = ["test/e2e/**", "test/docs/**", "test/office/**"];

/**
 * All tests of a package that import a source or start it, directly or through others: first the one whose path mirrors it, then one
 * of its name, then those beside the first, then the nearest.
 */
export const relatedTests = (folder: string): ((source: string) => readonly string[]) => {
  const tests = globSync("test/**/*.test.ts", { cwd: folder, exclude: [...BUILT] })
    .map((path) => join(folder, path))
    .sort()
    .map((path) => ({ path, distances: distancesFrom(path) }));
  return (source) =>
    tests
      .flatMap(({ path, distances }) => {
        const distance = distances.get(source);
        return distance === undefined ? [] : [{ path, distance }];
      })
      .sort(
        (left, right) =>
          strangeness(left.path, source) - strangeness(right.path, source) || left.distance - right.distance,
      )
      .map(({ path }) => path);
};
