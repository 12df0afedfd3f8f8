import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runChecks } from "../src/check.mjs";
import { CHECKS } from "../src/checks.mjs";
import { isGateOpen } from "../src/test.mjs";
import { repositoryRoot } from "../src/workspace.mjs";

const toolchain = { root: "/nowhere", node: "/nowhere/node", env: {} };

const checkThat = (name: string, verdict: { isFine: boolean; said: string; note?: string }) => ({
  name,
  fix: `pnpm mend-${name}`,
  holds: async () => verdict,
});

describe("runChecks", () => {
  it("goes on after a failure, and prints for each one what it said and the command that mends it", async () => {
    const lines: string[] = [];
    const code = await runChecks(
      [
        checkThat("a", { isFine: false, said: "a is wrong\n" }),
        checkThat("b", { isFine: true, said: "", note: "no base" }),
        checkThat("c", { isFine: false, said: "c is wrong" }),
      ],
      toolchain,
      (line) => lines.push(line),
    );

    expect(code).toBe(1);
    expect(lines.join("\n")).toBe(`FAILED  a
a is wrong
        To fix this, run: pnpm mend-a
ok      b: no base
FAILED  c
c is wrong
        To fix this, run: pnpm mend-c
2 of 3 checks failed; each names its command above.`);
  });

  it("says nothing of commands when every check holds", async () => {
    const lines: string[] = [];
    const code = await runChecks([checkThat("a", { isFine: true, said: "" })], toolchain, (line) =>
      lines.push(line),
    );
    expect({ code, lines }).toEqual({ code: 0, lines: ["ok      a"] });
  });

  it("has a command for every check of the gate", () => {
    for (const { name, fix } of CHECKS) expect(fix, name).toMatch(/^(p?npm) /);
  });
});

describe("the checks of the gate", () => {
  it("stand in CONTRIBUTING.md, in order, each with why it fails and how to mend it", () => {
    const page = readFileSync(join(repositoryRoot(), "CONTRIBUTING.md"), "utf8");
    const [, table = ""] = page.split("\n## When a check fails\n");
    const rows = [...table.matchAll(/^\| (.+?) +\| (.+?) +\| (.+?) +\|$/gm)].map(([, name]) => name);
    // Below the head of the table and its line.
    expect(rows.slice(2)).toEqual(CHECKS.map(({ name }) => name));
  });
});

describe("isGateOpen", () => {
  const passed = { checks: 0, tests: 0, sum: { passed: 3, failed: 0, skipped: 1 } };

  it("opens when everything holds", () => {
    expect(isGateOpen(passed)).toBe(true);
  });

  it.each([
    ["a check failed", { checks: 1 }],
    ["turbo failed, though no test did", { tests: 1 }],
    ["a test failed", { sum: { passed: 3, failed: 1, skipped: 0 } }],
    ["no test was run", { sum: { passed: 0, failed: 0, skipped: 2 } }],
  ])("stays shut when %s", (_, change) => {
    expect(isGateOpen({ ...passed, ...change })).toBe(false);
  });
});
