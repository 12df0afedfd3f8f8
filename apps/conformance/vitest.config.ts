import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // No test is about time: this only ends one that hangs, on however busy a machine.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Prism is large, and reading a spec costs it a while: once for all files.
    isolate: false,
    fileParallelism: false,
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
  },
});
