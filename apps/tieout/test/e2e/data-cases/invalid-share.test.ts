import { describe, expect, it, onTestFinished } from "vitest";
import { temporaryDirectory } from "../../temporary-directory.ts";
import { cell, json, namesIn } from "../published.ts";
import { judged, plantedSandbox, plantsOf, rowsWhere, runOn } from "./planted-world.ts";

// About 30 batches of 20 transactions: 630 records of Koard's, of which six are a hundredth and seven are more.
const SIZES = ["--batches", "30", "--transactions", "20", "--seed", "3"];
/** Enough cohorts to have room for more than ten broken credentials, one a batch. */
const MANY_COHORTS = ["--cohorts", "60"];

const sandboxWith = async (plants: string, ...sizes: readonly string[]) => {
  const sandbox = await plantedSandbox(plants, ...SIZES, ...sizes);
  onTestFinished(() => sandbox.kill());
  return sandbox;
};

describe("records that break the spec", () => {
  it("are left out one by one while they are few, and the rest goes on", async () => {
    const sandbox = await sandboxWith("amount-fraction:2,amount-text,transaction-without-id");
    const report = await judged(sandbox, { cwd: temporaryDirectory() });
    const invalid = rowsWhere(report.exceptions, "code", "INVALID_RECORD");
    expect(invalid).toHaveLength(report.truth.planted.length);
    const unproven = rowsWhere(report.settlements, "state", "unproven");
    expect(unproven.map((row) => cell(row, "batch_id")).sort()).toEqual(
      report.truth.planted.map(({ batchId }) => batchId).sort(),
    );
    expect(report.settlements).toHaveLength(report.truth.settlements.length);
    expect(plantsOf(report, "amount-fraction")).toHaveLength(2);
    expect(report.manifest.verdict).toBe("provisional");
  });

  it("are as few on a night that has the other batches from the ledger", async () => {
    const sandbox = await sandboxWith("amount-fraction:2,amount-text,transaction-without-id");
    const cwd = temporaryDirectory();
    const first = await judged(sandbox, { cwd });
    const nextDay = new Date(Date.parse(sandbox.asOf) + 86_400_000).toISOString();
    const second = await judged(sandbox, { cwd, asOf: nextDay });
    const { details } = json(second.directory, "run.json").sources.koard;
    expect(details).toMatchObject({ not_whole: 4, unchanged: expect.any(Number) });
    // Of what this night asked for, the same four are more than 1 in 100.
    const asked = 30 + 20 * (30 - details.unchanged);
    expect(4 / asked).toBeGreaterThan(0.01);
    const invalid = [first, second].map((report) => rowsWhere(report.exceptions, "code", "INVALID_RECORD"));
    expect(invalid.map((rows) => rows.length)).toEqual([4, 4]);
  });

  it.each([
    { source: "Koard", plants: "amount-fraction:12" },
    { source: "Record", plants: "recipient-without-id:20,issued-before-2000:20" },
  ])(
    "stop each run with exit 65 when more than 1 in 100 and ten of $source's do, and nothing is published",
    async ({ source, plants }) => {
      const sandbox = await sandboxWith(plants, ...MANY_COHORTS);
      const cwd = temporaryDirectory();
      // The second goes on with the first, from what that has stored.
      const ended = [await runOn(sandbox, { cwd }), await runOn(sandbox, { cwd })] as const;
      for (const { code, stdout, stderr } of ended) {
        expect({ code, stdout }).toEqual({ code: 65, stdout: "" });
        expect(stderr).toMatch(
          new RegExp(`^${source} sent \\d+ records that break its spec, of \\d+: more than 1 in 100`),
        );
      }
      expect(ended[1].stderr).toBe(ended[0].stderr);
      expect(namesIn(`${cwd}/out`)).toEqual([]);
    },
  );
});
