import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { rewrite } from "../ledger/rewrite.ts";
import { tieout } from "./bundle.ts";
import { type CsvRow, cell, csv, json } from "./published.ts";
import { type SandboxProcess, startSandboxProcess } from "./sandbox-process.ts";
import { afterThreeNights, NEXT, WORLD } from "./three-nights.ts";

// What these tests prove: the night after an update reads again what an older tieout hashed by another rule, once, and
// says that tieout's own rules changed instead of accusing a source.

const AFTER = { day: "2026-11-21", asOf: "2026-11-22T02:00:00Z" } as const;

let sandbox: SandboxProcess;
beforeAll(async () => {
  sandbox = await startSandboxProcess(...WORLD, "--night", "4");
});
afterAll(() => sandbox.kill());

const night = async (cwd: string, asOf: string): Promise<string> => {
  const { code } = await tieout(["run", "--quiet", "--as-of", asOf], { cwd, env: sandbox.env });
  expect(code).toBe(0);
  return join(cwd, "out/acme/latest");
};

/** Makes the ledger say that reports showed another captured total of a batch, as other rules might have counted it. */
const countOtherwise = (cwd: string, { batch_id: id, currency }: CsvRow): void => {
  const name = JSON.stringify(["koard", "batch", id, currency]);
  rewrite(
    join(cwd, "tieout.db"),
    `UPDATE figure SET body = json_set(body, '$.figures.captured_computed.text', '1.23') WHERE name = '${name}'`,
  );
};

it("reads credentials again whose addresses were hashed by the rule before, once", async () => {
  const cwd = afterThreeNights();
  const first = json(await night(cwd, NEXT.asOf), "run.json").sources.record.details;
  expect(first).toMatchObject({ other_rule: expect.any(Number) });
  expect(first).not.toHaveProperty("unchanged");
  const { details } = json(await night(cwd, AFTER.asOf), "run.json").sources.record;
  expect(details).not.toHaveProperty("other_rule");
  expect(details).toMatchObject({ unchanged: expect.any(Number) });
});

it("restates by its own rules what it counts otherwise of a batch that is as it was, on that night alone", async () => {
  const cwd = afterThreeNights();
  const settled = csv(join(cwd, "out/acme/latest"), "settlement-by-batch.csv");
  const batch = settled.find(
    (row) =>
      cell(row, "state") === "final" && cell(row, "currency") === "USD" && cell(row, "exceptions") === "0",
  );
  if (batch === undefined) throw new Error("no batch ties out");
  const causes = (report: string) =>
    csv(report, "restatements.csv")
      .filter((row) => row["entity_id"] === batch["batch_id"] && row["field"] === "captured_computed")
      .map((row) => `${cell(row, "published")} ${cell(row, "restated")} ${cell(row, "cause")}`);
  const now = cell(batch, "captured_computed");

  countOtherwise(cwd, batch);
  expect(causes(await night(cwd, NEXT.asOf))).toEqual([`1.23 ${now} rules`]);
  countOtherwise(cwd, batch);
  expect(causes(await night(cwd, AFTER.asOf))).toEqual([`1.23 ${now} amount_change`]);
});
