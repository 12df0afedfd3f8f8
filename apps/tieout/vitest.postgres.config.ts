import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // No test is about time: this only ends one that hangs, on however busy a machine.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    include: [
      "test/postgres/**/*.test.ts",
      // What a ledger does, whichever the database: these run on SQLite as well, with all others.
      "test/ledger/ledger.test.ts",
      "test/ledger/{decisions,lease,reports,retention,store}/{decisions,book-leases,reports,pruned-views,retention,refusals}.test.ts",
    ],
    globalSetup: ["test/postgres/one-server.ts"],
    reporters: ["default", ["json", { outputFile: "reports/vitest-postgres.json" }]],
  },
});
