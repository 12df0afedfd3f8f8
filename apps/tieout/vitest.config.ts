import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    globalSetup: ["test/e2e/clear-collected.ts"],
    // No test is about time: this only ends one that hangs, on however busy a machine.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // They need programs that npm does not bring, so they are tasks of their own: test:office and the like.
    exclude: [
      ...configDefaults.exclude,
      "test/office/**",
      "test/readers/**",
      "test/browser/**",
      "test/postgres/**",
      "test/ssh/**",
      "test/units/**",
    ],
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
    // Most tests wait for processes that they started, so there is work for more files than cores.
    maxWorkers: 3,
  },
});
