import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // They need LibreOffice, so they are a task of their own: test:office.
    exclude: [...configDefaults.exclude, "test/office/**"],
    reporters: ["default", ["json", { outputFile: "reports/vitest.json" }]],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Most tests wait for processes that they started, so there is work for more files than cores.
    maxWorkers: 3,
  },
});
