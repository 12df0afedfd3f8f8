import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Most tests wait for processes that they started, so there is work for more files than cores.
    maxWorkers: 3,
  },
});
