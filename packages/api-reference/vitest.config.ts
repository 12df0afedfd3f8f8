import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Redocly is run as a person would; a busy machine may take its time.
    testTimeout: 120_000,
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
  },
});
