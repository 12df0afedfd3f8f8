import { fileURLToPath } from "node:url";
import { BUNDLE, inDirectory } from "../measure/places.ts";
import { runNode } from "../measure/run-process.ts";
import { AS_OF, shapeOf } from "../wire/shape.ts";
import { startServer } from "../wire/start-server.ts";

const REFERENCE = fileURLToPath(new URL("../contestants/reference/main.ts", import.meta.url));

/** Enough for the pull to be most of a run, and few enough for a run to take a second or two. */
const SETTLEMENTS = 60;

/** Processor time that both took so far, over the same rounds. */
export interface Spent {
  readonly rounds: number;
  readonly tieoutMs: number;
  readonly referenceMs: number;
}

/** What tieout spends of the processor for each unit that the reference spends. */
export const ratioOf = ({ tieoutMs, referenceMs }: Spent): number => tieoutMs / referenceMs;

/**
 * Lets the reference and tieout pull a small world in turn, and adds up what they spent: sums over the same rounds
 * were within a tenth of each other on a machine with six times as much to do as it has processors.
 */
export const spend = async (rounds: number): Promise<Spent> => {
  const server = await startServer(shapeOf(SETTLEMENTS));
  const cpuMs = (args: readonly string[]): Promise<number> =>
    inDirectory(async (cwd) => (await runNode(args, { cwd, env: server.env })).cpuMs);
  let [tieoutMs, referenceMs] = [0, 0];
  try {
    for (let round = 0; round < rounds; round += 1) {
      referenceMs += await cpuMs([REFERENCE]);
      tieoutMs += await cpuMs([BUNDLE, "run", "--quiet", "--as-of", AS_OF]);
    }
  } finally {
    await server.stop();
  }
  return { rounds, tieoutMs, referenceMs };
};
