import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, realpathSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { stampOf, writeStamp } from "../src/stamp.mjs";
import { repositoryRoot } from "../src/workspace.mjs";
import { repositoryWith, write } from "./repository.ts";

/*
 * These run the real main.mjs, with the real turbo, pnpm and Node, in a small workspace of its own that
 * counts as installed. The registry is set to a closed port: whatever reached for it would fail.
 */

const UNREACHABLE = { npm_config_registry: "http://127.0.0.1:9", npm_config_fetch_retries: "0" };

const APP = `
import process from "node:process";
const [command, code] = process.argv.slice(2);
if (command === "wait") {
  process.on("SIGTERM", () => process.exit(75));
  setTimeout(() => process.exit(1), 60_000);
} else {
  process.exitCode = Number(code ?? 0);
}
// Last, because the tests take this line as the sign that signals are listened for.
console.log(JSON.stringify({ args: process.argv.slice(2), node: process.version }));
`;

/** What the repository's own lockfile holds pnpm to. */
const hashesOfPnpm = (): string =>
  readFileSync(join(repositoryRoot(), "pnpm-lock.yaml"), "utf8")
    .match(/^ {2}'?(?:pnpm|@pnpm\/exe\.[\w-]+)@[\d.]+'?:\n {4}resolution: .+\n/gm)
    ?.join("") ?? "";

/** A workspace with the bootstrap and a tiny app, not installed yet. Answers its root. */
const workspace = (buildScript = "node build.mjs"): string => {
  const { packageManager } = JSON.parse(readFileSync(join(repositoryRoot(), "package.json"), "utf8"));
  const root = repositoryWith({
    "package.json": { name: "root", private: true, packageManager },
    "pnpm-workspace.yaml":
      "packages:\n  - apps/*\n  - packages/*\npmOnFail: ignore\nverifyDepsBeforeRun: false\n",
    "pnpm-lock.yaml": `lockfileVersion: '9.0'\nimporters:\n  .: {}\n  apps/tieout: {}\n  packages/bootstrap: {}\npackages:\n${hashesOfPnpm()}`,
    "turbo.json": { tasks: { build: { outputs: ["dist/**"] } } },
    "apps/tieout/package.json": { name: "tieout", private: true, scripts: { build: buildScript } },
    "apps/tieout/build.mjs": `import fs from "node:fs";
      console.log("noise of the build");
      fs.mkdirSync("dist", { recursive: true });
      fs.writeFileSync("dist/bin.mjs", ${JSON.stringify(APP)});`,
    "packages/bootstrap/package.json": { name: "@tieout/bootstrap", private: true },
  });
  cpSync(join(repositoryRoot(), "packages/bootstrap/src"), join(root, "packages/bootstrap/src"), {
    recursive: true,
  });
  return root;
};

/**
 * Puts the repository's own tools in place and marks the workspace as installed.
 * `breakNode` stands for a Node of the registry whose C library the machine does not have.
 */
const installed = (root: string, { breakNode = false } = {}): string => {
  mkdirSync(join(root, "node_modules/.bin"), { recursive: true });
  for (const tool of ["pnpm", "turbo"]) {
    const real = join(repositoryRoot(), "node_modules/.bin", tool);
    write(root, `node_modules/.bin/${tool}`, `#!/bin/sh\nexec "${real}" "$@"\n`);
    chmodSync(join(root, "node_modules/.bin", tool), 0o755);
  }
  if (breakNode) {
    write(root, "node_modules/.bin/node", "#!/no/such/loader\n");
    chmodSync(join(root, "node_modules/.bin/node"), 0o755);
  } else {
    symlinkSync(process.execPath, join(root, "node_modules/.bin/node"));
  }
  writeStamp(root, stampOf(root, `${process.platform}-${process.arch}`));
  return root;
};

const startMain = (root: string, args: string[]): ChildProcess =>
  spawn(process.execPath, [join(root, "packages/bootstrap/src/main.mjs"), ...args], {
    cwd: root,
    env: { ...process.env, ...UNREACHABLE, npm_config_cache: join(root, ".npm") },
    stdio: ["ignore", "pipe", "pipe"],
  });

const endOf = (child: ChildProcess) => {
  let stdout = "";
  let stderr = "";
  child.stdout?.on("data", (chunk) => (stdout += chunk));
  child.stderr?.on("data", (chunk) => (stderr += chunk));
  return new Promise<{ code: number | null; signal: string | null; stdout: string; stderr: string }>(
    (resolve) => child.once("close", (code, signal) => resolve({ code, signal, stdout, stderr })),
  );
};

const runMain = (root: string, ...args: string[]) => endOf(startMain(root, args));

const firstOutput = (child: ChildProcess) => new Promise((resolve) => child.stdout?.once("data", resolve));

describe("start", () => {
  it("builds, runs the command with its arguments, and gives its stdout and exit code alone", async () => {
    const root = installed(workspace());

    const first = await runMain(root, "start", "run", "77", "--json", "--out=a b");
    expect(first.stdout).toBe(
      `${JSON.stringify({ args: ["run", "77", "--json", "--out=a b"], node: process.version })}\n`,
    );
    expect(first.code).toBe(77);

    const repeated = await runMain(root, "start", "run");
    expect(repeated.code).toBe(0);
    // Whether a slow machine is told that it builds is a matter of time; the build's noise never is.
    expect(repeated.stderr).toMatch(/^(Building\.\n)?$/);
  });

  it("runs the demo when it is told nothing", async () => {
    const { stdout } = await runMain(installed(workspace()), "start");
    expect(JSON.parse(stdout).args).toEqual(["demo"]);
  });

  it("shows what a failed build said, on stderr, and runs nothing", async () => {
    const root = installed(workspace("echo it broke here && exit 3"));
    const { code, stdout, stderr } = await runMain(root, "start");

    expect({ code, stdout }).toEqual({ code: 70, stdout: "" });
    expect(stderr).toContain("it broke here");
    expect(stderr).toMatch(/\nThe build failed; what it said stands above\.\n$/);
  });

  it("passes SIGTERM on and ends with the code that the command chose", async () => {
    const child = startMain(installed(workspace()), ["start", "wait"]);
    const end = endOf(child);
    await firstOutput(child);
    child.kill("SIGTERM");

    expect(await end).toMatchObject({ code: 75, signal: null });
  });

  it("dies of the signal that its command died of", async () => {
    const child = startMain(installed(workspace()), ["start", "wait"]);
    const end = endOf(child);
    await firstOutput(child);
    child.kill("SIGHUP");

    expect(await end).toMatchObject({ code: null, signal: "SIGHUP" });
  });

  it("ends by the signal that came during the build, though the build ends well", async () => {
    const root = installed(workspace("echo >begun && trap 'exit 0' TERM && while :; do sleep 0.1; done"));
    const child = startMain(root, ["start"]);
    const end = endOf(child);
    await vi.waitUntil(() => existsSync(join(root, "apps/tieout/begun")), 20_000);
    child.kill("SIGTERM");

    expect(await end).toMatchObject({ code: null, signal: "SIGTERM", stdout: "" });
  });

  it("runs on the machine's own Node where the registry's does not run, and puts it in its place", async () => {
    const root = installed(workspace(), { breakNode: true });
    const { code, stdout } = await runMain(root, "start");

    expect({ code, node: JSON.parse(stdout).node }).toEqual({ code: 0, node: process.version });
    expect(realpathSync(join(root, "node_modules/.bin/node"))).toBe(realpathSync(process.execPath));
  });

  it("says one sentence, without a stack, when something must be installed and no registry answers", async () => {
    const { code, stdout, stderr } = await runMain(workspace(), "start");

    expect({ code, stdout }).toEqual({ code: 69, stdout: "" });
    expect(stderr.trim().split("\n")).toEqual([
      expect.stringMatching(/^Installing the dependencies with pnpm \d+\.\d+\.\d+/),
      expect.stringMatching(/^The package registry cannot be reached/),
    ]);
  });

  it("does not know other commands", async () => {
    const { code, stderr } = await runMain(installed(workspace()), "strat");
    expect(code).toBe(64);
    expect(stderr).toBe(
      'No command "strat": one of start, test, check, generate, build, bench, mutate, release.\n',
    );
  });

  it("takes no order to publish: a release is a dry run", async () => {
    const { code, stdout, stderr } = await runMain(installed(workspace()), "release", "--publish");
    expect({ code, stdout }).toEqual({ code: 64, stdout: "" });
    expect(stderr).toBe("A release is a dry run and takes no options, not --publish.\n");
  });
});
