import { fileURLToPath } from "node:url";
import { medianUsage } from "../measure/median.ts";
import { runNode, type Usage } from "../measure/run-process.ts";
import { printedTable, seconds } from "../table.ts";

const REPOSITORY = fileURLToPath(new URL("../../../../", import.meta.url));
const BOOTSTRAP = "packages/bootstrap/src/main.mjs";
const TURBO = "node_modules/turbo/bin/turbo";

/** What a maintainer waits for. */
const COMMANDS = {
  "pnpm generate, both specs, nothing cached": [TURBO, "run", "generate", "--force"],
  "pnpm generate, nothing changed": [BOOTSTRAP, "generate"],
  "pnpm build, nothing changed": [BOOTSTRAP, "build"],
} as const;

type Command = keyof typeof COMMANDS;

/** How long each takes, children included. */
export interface ToolsResult {
  readonly medians: readonly (Usage & { readonly command: string })[];
}

const NAMES: readonly Command[] = [
  "pnpm generate, both specs, nothing cached",
  "pnpm generate, nothing changed",
  "pnpm build, nothing changed",
];

/** Runs the commands of a maintainer in the repository, where everything has been built. */
export const tools = async (rounds: number): Promise<ToolsResult> => {
  const env = { HOME: process.env["HOME"] ?? "/", TURBO_TELEMETRY_DISABLED: "1" };
  const medians = [];
  for (const command of NAMES) {
    const all: Usage[] = [];
    for (let round = 0; round < rounds; round += 1)
      all.push(await runNode(COMMANDS[command], { cwd: REPOSITORY, env }));
    medians.push({ command, ...medianUsage(all) });
  }
  return { medians };
};

/** The table of all. */
export const printedTools = ({ medians }: ToolsResult): string =>
  printedTable(
    "Tools",
    ["", "time", "CPU"],
    medians.map(({ command, wallMs, cpuMs }) => [command, seconds(wallMs), seconds(cpuMs)]),
  );
