// Proves that every snippet of the README compiles against the built package and does what it is there for.

import { join } from "node:path";
import { runReadme } from "@tieout/openapi-codegen/testing";
import { beforeAll, describe, expect, it } from "vitest";

/** The platform's `fetch` is the fake, so nothing leaves the process. */
const before = `
import { fakeRecord } from "@tieout/record/testing";
const fake = fakeRecord();
globalThis.fetch = fake.fetch;
`;

describe("a snippet of the README", () => {
  let printed: readonly string[];
  beforeAll(async () => {
    printed = await runReadme(join(import.meta.dirname, ".."), {
      before,
      env: { RECORD_API_TOKEN: "sk_test_1" },
    });
  }, 120_000);

  it("for whoever writes programs with it lists batches", async () => {
    const folder = join(import.meta.dirname, "..");
    const run = { before, env: { RECORD_API_TOKEN: "sk_test_1" }, page: "AGENTS.md" };
    expect((await runReadme(folder, run))[0]).toMatch(/^batch_\w+ \d+\n/);
  });

  it.each([
    ["makes a first call", 0, "May 2025 Cohort"],
    ["finds a batch, or none", 1, "May 2025 Cohort"],
    ["lists programmes", 2, "200 2"],
    ["says what was left out", 3, "2 right, 0 left out"],
    ["fakes Record", 4, "true [ 'prog_1' ]"],
    ["lists the batches of a sandbox", 5, "May 2025 Cohort"],
  ])("%s", (_, index, text) => {
    expect(printed).toHaveLength(6);
    expect(printed[index]).toContain(text);
  });
});
