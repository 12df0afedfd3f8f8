import { writeFileSync } from "node:fs";
import { createVitest } from "vitest/node";

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
const vitest = await createVitest(
  "test",
  { root: folder, watch: false, reporters: [{}], maxWorkers: 1, update: "none" },
  { server: { watch: null } },
);
await vitest.standalone();

const fails = async (test: string): Promise<boolean> => {
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(
    vitest.getModuleSpecifications(test),
    false,
  );
  // The result still has the modules of earlier runs.
  const own = testModules.filter(({ moduleId }) => moduleId === test);
  return unhandledErrors.length > 0 || own.some((module) => module.state() !== "passed");
};

const put = (source: string, text: string): void => {
  writeFileSync(source, text);
  // Else the next trial would still find it as it is now.
  vitest.invalidateFile(source);
};

const firstFailure = async (tests: readonly string[]): Promise<string | undefined> => {
  for (const test of tests) {
    // Said before it runs, so that a test which does not end is known too.
    process.send?.({ running: test });
    if (await fails(test)) return test;
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
