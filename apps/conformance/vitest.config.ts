import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Whole worlds are read, and every answer is validated twice; on a busy machine that takes a while.
    testTimeout: 120_000,
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
  },
});
