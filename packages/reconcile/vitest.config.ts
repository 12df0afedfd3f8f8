import { defineConfig, type ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
  // Generated worlds are slow on a busy machine; a test that hangs is still ended.
  test: { testTimeout: 60_000, reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]] },
});

export default config;
