import { DEFAULT_PLANTINGS, PLANT_NAMES } from "@tieout/sandbox/plants";
import { describe, expect, it, onTestFinished } from "vitest";
import { temporaryDirectory } from "../../temporary-directory.ts";
import { tieout } from "../bundle.ts";
import { startSandboxProcess } from "../sandbox-process.ts";

const DAYS = { timezone: "UTC", cutoff: "00:00", from: "2026-10-01", to: "2026-11-18" } as const;

const namesPlanted = async (...options: readonly string[]) => {
  const sandbox = await startSandboxProcess(...options);
  onTestFinished(() => sandbox.kill());
  return (await sandbox.truth(DAYS)).planted.map(({ name }) => name);
};

describe("tieout sandbox --plant", () => {
  it("plants just what it names with --clean", async () => {
    expect(await namesPlanted("--clean", "--plant", "captured-mismatch:3, zero-batch")).toEqual([
      "captured-mismatch",
      "captured-mismatch",
      "captured-mismatch",
      "zero-batch",
    ]);
  });

  it("plants what it names beside the usual without", async () => {
    const names = await namesPlanted("--plant", "zero-batch");
    expect(new Set(names)).toEqual(new Set([...DEFAULT_PLANTINGS.map(({ name }) => name), "zero-batch"]));
  });

  it.each([
    {
      list: "gremlins",
      says: /^--plant is wrong: no irregularity is called "gremlins"; `tieout sandbox --help`/,
    },
    {
      list: "zero-batch:many",
      says: /^--plant is wrong: "zero-batch:many" must be zero-batch or zero-batch:COUNT/,
    },
  ])("refuses $list in one sentence, with exit 64", async ({ list, says }) => {
    const { code, stdout, stderr } = await tieout(["sandbox", "--plant", list], {
      cwd: temporaryDirectory(),
    });
    expect({ code, stdout }).toEqual({ code: 64, stdout: "" });
    expect(stderr.trimEnd()).toMatch(says);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });

  it("is told with every name by the help", async () => {
    const { stdout } = await tieout(["sandbox", "--help"], { cwd: temporaryDirectory() });
    for (const name of PLANT_NAMES) expect(stdout).toContain(name);
  });
});
