// Proves that `tieout sandbox --faults` reaches the wire, is told by the help, and refuses what it does not know.
import { FAULT_NAMES } from "@tieout/sandbox/faults";
import { describe, expect, it, onTestFinished } from "vitest";
import { temporaryDirectory } from "../temporary-directory.ts";
import { tieout } from "./bundle.ts";
import { startSandboxProcess } from "./sandbox-process.ts";

/** How thirty requests for pages of their own are answered. */
const statuses = async (...options: readonly string[]): Promise<readonly number[]> => {
  const sandbox = await startSandboxProcess("--batches", "2", "--transactions", "1", ...options);
  onTestFinished(() => sandbox.kill());
  const { KOARD_BASE_URL, KOARD_API_KEY } = sandbox.env;
  const all = [];
  for (let limit = 1; limit <= 30; limit += 1) {
    const answer = await fetch(`${KOARD_BASE_URL}/v1/batches?limit=${limit}`, {
      headers: { "x-koard-apikey": KOARD_API_KEY },
    });
    await answer.arrayBuffer();
    all.push(answer.status);
  }
  return all;
};

describe("tieout sandbox --faults", () => {
  it("spoils the same answers for the same seed, and others for another", async () => {
    const usual = await statuses("--faults", "503:30%, 500:20%");
    expect(new Set(usual)).toEqual(new Set([200, 500, 503]));
    expect(await statuses("--faults", "503:30%, 500:20%", "--fault-seed", "1")).toEqual(usual);
    expect(await statuses("--faults", "503:30%, 500:20%", "--fault-seed", "2")).not.toEqual(usual);
  });

  it.each([
    {
      list: "gremlins:1%",
      says: /^--faults is wrong: no fault is called "gremlins"; `tieout sandbox --help`/,
    },
    { list: "503:5", says: /^--faults is wrong: "503:5" must be 503 and a rate up to 100%, such as 503:5%/ },
    {
      list: "503:60%,500:60%",
      says: /^--faults is wrong: the rates must be at most 100% together, not 120%/,
    },
  ])("refuses $list in one sentence, with exit 64", async ({ list, says }) => {
    const { code, stdout, stderr } = await tieout(["sandbox", "--faults", list], {
      cwd: temporaryDirectory(),
    });
    expect({ code, stdout }).toEqual({ code: 64, stdout: "" });
    expect(stderr.trimEnd()).toMatch(says);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });

  it("is told with every name by the help", async () => {
    const { stdout } = await tieout(["sandbox", "--help"], { cwd: temporaryDirectory() });
    for (const name of FAULT_NAMES) expect(stdout).toContain(name);
  });
});
