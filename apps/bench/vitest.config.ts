import { defineConfig, type ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
  test: {
    // No test is about time: this only ends one that hangs, on however busy a machine.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
  },
});

export default config;
