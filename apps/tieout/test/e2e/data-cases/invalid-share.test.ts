import { describe, expect, it, onTestFinished } from "vitest";
import { temporaryDirectory } from "../../temporary-directory.ts";
import { cell, namesIn } from "../published.ts";
import { judged, plantedSandbox, plantsOf, runOn } from "./planted-world.ts";

// About 30 batches of 20 transactions: 630 records of Koard's, of which six are a hundredth and seven are more.
const SIZES = ["--batches", "30", "--transactions", "20", "--seed", "3"];

const sandboxWith = async (plants: string) => {
  const sandbox = await plantedSandbox(plants, ...SIZES);
  onTestFinished(() => sandbox.kill());
  return sandbox;
};

describe("records that break the spec", () => {
  it("are left out one by one while they are few, and the rest goes on", async () => {
    const sandbox = await sandboxWith("amount-fraction:2,amount-text,transaction-without-id");
    const report = await judged(sandbox, { cwd: temporaryDirectory() });
    const invalid = report.exceptions.filter((row) => cell(row, "code") === "INVALID_RECORD");
    expect(invalid).toHaveLength(report.truth.planted.length);
    const unproven = report.settlements.filter((row) => cell(row, "state") === "unproven");
    expect(unproven.map((row) => cell(row, "batch_id")).sort()).toEqual(
      report.truth.planted.map(({ batchId }) => batchId).sort(),
    );
    expect(report.settlements).toHaveLength(report.truth.settlements.length);
    expect(plantsOf(report, "amount-fraction")).toHaveLength(2);
    expect(report.manifest.verdict).toBe("provisional");
  });

  it.each([
    { source: "Koard", plants: "amount-fraction:8" },
    { source: "Record", plants: "recipient-without-id:3,issued-before-2000:2" },
  ])(
    "stop the run with exit 65 when more than 1 in 100 of $source's do, and nothing is published",
    async ({ source, plants }) => {
      const sandbox = await sandboxWith(plants);
      const cwd = temporaryDirectory();
      const { code, stdout, stderr } = await runOn(sandbox, { cwd });
      expect({ code, stdout }).toEqual({ code: 65, stdout: "" });
      expect(stderr).toMatch(
        new RegExp(`^${source} sent \\d+ records that break its spec, of \\d+: more than 1 in 100`),
      );
      expect(namesIn(`${cwd}/out`)).toEqual([]);
    },
  );
});
