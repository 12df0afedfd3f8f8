import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { outputOf, run } from "../../src/run.ts";
import { installedProject, type Project } from "../project.ts";
import { ROOT } from "../repository.ts";

/*
 * The clients on other platforms than Node, installed as a user has them. Not a part of the gate: the platforms are
 * 350 MB, and there are none for every machine. On Linux x64: pnpm --filter @tieout/release test:runtimes
 */

/** Packages that are the programs themselves: nothing is downloaded when they are installed. */
const PLATFORMS = {
  "@cloudflare/workerd-linux-64": "1.20261117.1",
  "@deno/linux-x64-glibc": "2.9.6",
  "@oven/bun-linux-x64": "1.4.5",
};

let project: Project;
let platforms: string;
beforeAll(async () => {
  project = await installedProject(ROOT);
  platforms = join(project.folder, "..", "platforms");
  mkdirSync(platforms);
  writeFileSync(join(platforms, "package.json"), JSON.stringify({ private: true, dependencies: PLATFORMS }));
  const install = ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  await outputOf("npm install of the platforms", install, platforms);
  writeFileSync(join(project.folder, "run-probe.mjs"), 'await (await import("./probe.mjs")).probe();\n');
});
afterAll(() => project?.remove());

const program = (path: string): string => join(platforms, "node_modules", path);
const BUN = "@oven/bun-linux-x64/bin/bun";

it.each<[string, () => readonly string[]]>([
  ["Node", () => [process.execPath]],
  ["Bun", () => [program(BUN)]],
  ["Deno", () => [program("@deno/linux-x64-glibc/deno"), "run"]],
])("the client of Koard works on %s", async (_, words) => {
  const [command = "", ...args] = words();
  const { code, err } = await run(command, [...args, "run-probe.mjs"], project.folder);
  expect(code, err).toBe(0);
});

it("the client of Koard works on workerd", async () => {
  const entry = 'import { probe } from "./probe.mjs";\nexport default { test: probe };\n';
  writeFileSync(join(project.folder, "workerd.mjs"), entry);
  const bundled = ["build", "workerd.mjs", "--target=browser", "--outfile=worker.mjs"];
  await outputOf("the bundle for workerd", [program(BUN), ...bundled], project.folder);
  writeFileSync(
    join(project.folder, "workerd.capnp"),
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [(name = "main", worker = .worker)]);
const worker :Workerd.Worker = (modules = [(name = "worker", esModule = embed "worker.mjs")], compatibilityDate = "2026-01-01");
`,
  );
  const workerd = program("@cloudflare/workerd-linux-64/bin/workerd");
  const { code, err } = await run(workerd, ["test", "workerd.capnp"], project.folder);
  expect(code, err).toBe(0);
});
