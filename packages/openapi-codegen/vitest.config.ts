import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Each test runs the linter and the compiler as a person would; a busy machine may take its time.
    testTimeout: 120_000,
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
  },
});
