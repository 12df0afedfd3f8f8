import { defineConfig, type ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = defineConfig({
  test: { reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]] },
});

export default config;
