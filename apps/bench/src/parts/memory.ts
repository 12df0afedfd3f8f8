import { BUNDLE, inDirectory } from "../measure/places.ts";
import { runNode } from "../measure/run-process.ts";
import { megabytes, printedTable } from "../table.ts";
import { AS_OF, NEXT_AS_OF, shapeOf } from "../wire/shape.ts";
import { startServer } from "../wire/start-server.ts";

/** So few that what a run holds is what its batches cost. */
const TRANSACTIONS = 2;

/** The most memory that a first night and a quiet one took. */
export interface MemoryResult {
  readonly settlements: number;
  readonly firstKib: number;
  readonly quietKib: number;
}

/** Runs tieout twice, a day apart, over so many batches of two transactions each. */
export const memoryOf = async (settlements: number): Promise<MemoryResult> => {
  const server = await startServer(shapeOf(settlements), { transactions: TRANSACTIONS });
  try {
    return await inDirectory(async (cwd) => {
      const night = async (asOf: string): Promise<number> =>
        (await runNode([BUNDLE, "run", "--quiet", "--as-of", asOf], { cwd, env: server.env })).peakKib;
      return { settlements, firstKib: await night(AS_OF), quietKib: await night(NEXT_AS_OF) };
    });
  } finally {
    await server.stop();
  }
};

/** The table of one size. */
export const printedMemory = ({ settlements, firstKib, quietKib }: MemoryResult): string =>
  printedTable(
    `Memory: ${settlements} × ${TRANSACTIONS} transactions`,
    ["night", "peak memory"],
    [
      ["first", megabytes(firstKib)],
      ["quiet", megabytes(quietKib)],
    ],
  );
