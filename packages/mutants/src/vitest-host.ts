import { renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

// A process that keeps one vitest open for a package and runs tests of it over one changed source after another.

/** What the host is asked: to put a text in place of a source, and to run tests in turn until one fails. */
export interface Trial {
  readonly source: string;
  readonly text: string;
  /** What stands there without the change, and stands there again afterwards. */
  readonly original: string;
  readonly tests: readonly string[];
}

const [folder = "."] = process.argv.slice(2);
// The copy that the package's tests know: what they import may ask it which suite it is in, and another copy has none.
const copy = createRequire(join(folder, "package.json")).resolve("vitest/node");
const { createVitest }: typeof import("vitest/node") = await import(pathToFileURL(copy).href);
// A start of a worker and of what all tests import costs more than most of them: tests of one turn share both.
const vitest = await createVitest(
  "test",
  {
    ...{
      root: folder,
      watch: false,
      reporters: [{}],
      isolate: false,
      maxWorkers: 1,
      bail: 1,
      update: "none",
    },
    // Modules that another run left on disk may know another copy of vitest.
    fsModuleCache: false,
  },
  { server: { watch: null } },
);
await vitest.standalone();

/** How long tests took when they last ran, in milliseconds. */
const took = new Map<string, number>();

/** One of some tests that fails; the first failure ends them. */
const failureAmong = async (tests: readonly string[]): Promise<string | undefined> => {
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(
    tests.flatMap((test) => vitest.getModuleSpecifications(test)),
    false,
  );
  // The result still has the modules of earlier runs.
  const own = testModules.filter(({ moduleId }) => tests.includes(moduleId));
  for (const module of own) took.set(module.moduleId, module.diagnostic().duration);
  // Those that a failure elsewhere ended have not failed themselves.
  const failed =
    own.find((module) => module.state() === "failed") ?? own.find((module) => module.state() !== "passed");
  return failed?.moduleId ?? (unhandledErrors.length > 0 ? tests[0] : undefined);
};

const put = (source: string, text: string): void => {
  // In one step: whoever is ended in the middle of it would leave half a source.
  const beside = `${source}.broken`;
  writeFileSync(beside, text);
  renameSync(beside, source);
  // Else the next trial would still find it as it is now.
  vitest.invalidateFile(source);
};

/** So many tests make a turn, once the nearest has passed. */
const TURN = 3;

/** The nearest test runs first, then the others, what is known to be quick before what takes long. */
const turnsOf = ([nearest, ...others]: readonly string[]): readonly (readonly string[])[] => {
  if (nearest === undefined) return [];
  const quickest = others.toSorted((left, right) => (took.get(left) ?? 0) - (took.get(right) ?? 0));
  const turns = [[nearest]];
  while (quickest.length > 0) turns.push(quickest.splice(0, TURN));
  return turns;
};

const firstFailure = async (tests: readonly string[]): Promise<string | undefined> => {
  for (const turn of turnsOf(tests)) {
    // Said before they run, so that a test which does not end is known too.
    process.send?.({ running: turn[0] });
    const failed = await failureAmong(turn);
    if (failed !== undefined) return failed;
  }
  return undefined;
};

process.on("message", async ({ source, text, original, tests }: Trial) => {
  put(source, text);
  const failed = await firstFailure(tests);
  put(source, original);
  process.send?.({ ended: true, failed });
});
process.on("disconnect", () => process.exit());
process.send?.({ ended: true });
