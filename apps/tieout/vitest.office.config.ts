import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/office/**/*.test.ts"],
    reporters: ["default", ["json", { outputFile: "reports/vitest-office.json" }]],
    testTimeout: 120_000,
  },
});
