import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Prism is large, and reading a spec costs it a while: once for all files.
    isolate: false,
    fileParallelism: false,
    // Whole worlds are read, and every answer is validated twice; on a busy machine that takes a while.
    testTimeout: 120_000,
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
  },
});
