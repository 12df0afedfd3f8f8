import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // No test is about time: this only ends one that hangs, on however busy a machine.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    include: ["test/postgres/**/*.test.ts"],
    reporters: ["default", ["json", { outputFile: "reports/vitest-postgres.json" }]],
  },
});
