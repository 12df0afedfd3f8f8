import { writeFileSync } from "node:fs";
import { createVitest } from "vitest/node";

// A process that keeps one vitest open for a package and runs tests of it over one changed source after another.

/** What the host is asked: to put a text in place of a source, and to run tests. */
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

process.on("message", async ({ source, text, tests }: Trial) => {
  writeFileSync(source, text);
  vitest.invalidateFile(source);
  const specifications = tests.flatMap((test) => vitest.getModuleSpecifications(test));
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications, false);
  const isNoticed = unhandledErrors.length > 0 || testModules.some((module) => module.state() === "failed");
  process.send?.({ isNoticed });
});
process.on("disconnect", () => process.exit());
process.send?.("ready");
