import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Tests read whole worlds over HTTP, and every answer is validated; on a busy machine that takes a while.
    testTimeout: 60_000,
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
  },
});
