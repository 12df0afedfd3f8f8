import { medianUsage } from "../measure/median.ts";
import { BUNDLE, inDirectory } from "../measure/places.ts";
import { runNode, type Usage } from "../measure/run-process.ts";
import { printedTable, seconds, times } from "../table.ts";

/** How long `tieout --help` takes, beside a Node that does nothing. */
export interface StartResult {
  readonly ratio: { readonly wall: number; readonly cpu: number };
  readonly node: Usage;
  readonly help: Usage;
}

/** Starts both in turn. */
export const startUp = (rounds: number): Promise<StartResult> =>
  inDirectory(async (cwd) => {
    const [nodes, helps]: [Usage[], Usage[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      nodes.push(await runNode(["--eval", "0"], { cwd }));
      helps.push(await runNode([BUNDLE, "--help"], { cwd }));
    }
    const [node, help] = [medianUsage(nodes), medianUsage(helps)];
    return { ratio: { wall: help.wallMs / node.wallMs, cpu: help.cpuMs / node.cpuMs }, node, help };
  });

/** The table of both. */
export const printedStart = ({ ratio, node, help }: StartResult): string =>
  printedTable(
    "Start",
    ["", "to bare Node", "time"],
    [
      ["tieout --help", times(ratio.wall), seconds(help.wallMs)],
      ["node --eval 0", times(1), seconds(node.wallMs)],
    ],
  );
