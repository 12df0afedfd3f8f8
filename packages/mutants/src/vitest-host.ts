import { writeFileSync } from "node:fs";
import { createVitest } from "vitest/node";

// A process that keeps one vitest open for a package and runs tests of it over one changed source after another.

/** What the host is asked: to put a text in place of a source, and to run tests in turn until one fails. */
export interface Trial {
  readonly source: string;
  readonly text: string;
  readonly tests: readonly string[];
}

const [folder = "."] = process.argv.slice(2);
const vitest = await createVitest(
  "test",
  { root: folder, watch: false, bail: 1, reporters: [{}], maxWorkers: 1, update: "none" },
  { server: { watch: null } },
);
await vitest.standalone();

const fails = async (test: string): Promise<boolean> => {
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(
    vitest.getModuleSpecifications(test),
    false,
  );
  return unhandledErrors.length > 0 || testModules.some((module) => module.state() === "failed");
};

process.on("message", async ({ source, text, tests }: Trial) => {
  writeFileSync(source, text);
  vitest.invalidateFile(source);
  for (const test of tests) {
    // Said before it runs, so that a test which does not end is known too.
    process.send?.({ running: test });
    if (await fails(test)) {
      process.send?.({ ended: true, failed: test });
      return;
    }
  }
  process.send?.({ ended: true });
});
process.on("disconnect", () => process.exit());
process.send?.({ ended: true });
