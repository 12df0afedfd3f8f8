import type { ViteUserConfig } from "vitest/config";

const config: ViteUserConfig = {
  test: { reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]] },
};

export default config;
