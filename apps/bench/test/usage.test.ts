import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

// What this test proves: every command of this package says what it can do, and tells a mistake in a sentence.

const COMMANDS = ["main.ts", "soak/main.ts", "wire-soak/main.ts"] as const;

const said = (command: string, ...args: readonly string[]) => {
  const path = fileURLToPath(new URL(`../src/${command}`, import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [path, ...args], { encoding: "utf8" });
  return { status, stdout, stderr };
};

describe.each(COMMANDS)("%s", (command) => {
  it("lists its options for --help", () => {
    expect(said(command, "--help")).toEqual({
      status: 0,
      stdout: expect.stringMatching(/\n {2}--\w+ /),
      stderr: "",
    });
  });

  it("tells an option that it does not know in a sentence", () => {
    expect(said(command, "--nope")).toEqual({
      status: 64,
      stdout: "",
      stderr: "Unknown option '--nope'; --help lists all options\n",
    });
  });
});

it.each([
  ["main.ts", ["--rounds", "0"], "--rounds is a whole number from 1"],
  ["main.ts", ["--sizes", "100,many"], "--sizes is a list of whole numbers above 0, as 100,1000"],
  ["main.ts", ["--parts", "pull,push"], "--parts knows pull, "],
  ["soak/main.ts", ["--kill", "-1"], "Option '--kill' argument is ambiguous"],
  ["soak/main.ts", ["--full", "some"], "--full is a whole number from 0"],
  ["wire-soak/main.ts", ["--limit", ""], "--limit is a whole number from 1"],
] as const)("%s refuses %j", (command, args, sentence) => {
  const { status, stdout, stderr } = said(command, ...args);
  expect({ status, stdout }).toEqual({ status: 64, stdout: "" });
  expect(stderr).toContain(sentence);
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
});
