import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { temporaryDirectory } from "../temporary-directory.ts";
import { tieout } from "./bundle.ts";
import { cell, csv } from "./published.ts";
import { type SandboxProcess, startSandboxProcess } from "./sandbox-process.ts";

// What these tests prove: an exception that was gone for several reports and comes back is the one that it was.

let sandbox: SandboxProcess;
let overdue: string | undefined;
beforeAll(async () => {
  sandbox = await startSandboxProcess("--seed", "1", "--clean", "--plant", "settlement-overdue");
  const window = { timezone: "UTC", cutoff: "00:00", from: "2026-10-14", to: "2026-11-18" };
  const { planted } = await sandbox.truth(window);
  overdue = planted.find(({ code }) => code === "SETTLEMENT_OVERDUE")?.entityId;
});
afterAll(() => sandbox.kill());

/** Days that a batch may be pending, by which the planted one is overdue, or in time. */
const STRICT = 3;
const PATIENT = 90;

/** Runs a night with so many days allowed; gives what its report says of the overdue batch. */
const night = async (cwd: string, day: string, pendingDays: number): Promise<readonly string[]> => {
  writeFileSync(join(cwd, "tieout.config.json"), JSON.stringify({ thresholds: { pendingDays } }));
  const { code } = await tieout(["run", "--quiet", "--as-of", `${day}T02:00:00Z`], { cwd, env: sandbox.env });
  expect(code).toBe(0);
  return csv(join(cwd, "out/default/latest"), "exceptions.csv")
    .filter((row) => cell(row, "code") === "SETTLEMENT_OVERDUE" && cell(row, "entity_id") === overdue)
    .map((row) => `${cell(row, "status")} ${cell(row, "first_seen")} ${cell(row, "nights")}`);
};

it("keeps the day on which it was first seen, and goes on counting nights, also after pruning", async () => {
  const cwd = temporaryDirectory();
  const nights = [
    await night(cwd, "2026-11-18", STRICT),
    await night(cwd, "2026-11-19", STRICT),
    await night(cwd, "2026-11-20", PATIENT),
    await night(cwd, "2026-11-21", PATIENT),
    await night(cwd, "2026-11-22", STRICT),
  ];
  expect(nights).toEqual([
    ["new 2026-11-17 1"],
    ["open 2026-11-17 2"],
    ["resolved 2026-11-17 2"],
    [],
    ["new 2026-11-17 3"],
  ]);

  expect(await night(cwd, "2026-11-23", PATIENT)).toEqual(["resolved 2026-11-17 3"]);
  expect(await night(cwd, "2026-11-24", PATIENT)).toEqual([]);
  expect(await night(cwd, "2026-11-25", PATIENT)).toEqual([]);
  const pruned = await tieout(["prune", "--yes", "--keep", "1d", "--as-of", "2026-11-26T00:00:00Z"], { cwd });
  expect(pruned.code).toBe(0);
  expect(await night(cwd, "2026-11-26", STRICT)).toEqual(["new 2026-11-17 4"]);
});
