import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Packages are packed, installed and compiled as a person would; a busy machine may take its time.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
  },
});
