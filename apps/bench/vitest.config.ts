import { defineConfig, type ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
  test: {
    // No test is about time: this only ends one that hangs, on however busy a machine.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // One of them compares processor times: nothing else of this package works beside it.
    fileParallelism: false,
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
  },
});

export default config;
