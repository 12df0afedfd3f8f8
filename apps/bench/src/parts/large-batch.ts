import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BUNDLE, inDirectory } from "../measure/places.ts";
import { runNode, type Usage } from "../measure/run-process.ts";
import { megabytes, printedTable, seconds } from "../table.ts";
import { AS_OF } from "../wire/shape.ts";
import { startServer } from "../wire/start-server.ts";

/** What became of one very large batch. */
export interface LargeResult {
  readonly transactions: number;
  readonly bodyBytes: number;
  /** The state of its row: `unproven` where its details were refused. */
  readonly state: string;
  readonly taken: Usage;
}

/** The world around it: one refused record of many is left out, of few it ends the night. */
const SHAPE = { settlements: 200, credentialBatches: 1 } as const;

const LARGE_ID = "00000000-0000-4000-a000-000000000000";

const columnOf = (directory: string, name: string): string => {
  const text = readFileSync(join(directory, "out/default/latest/settlement-by-batch.csv"), "utf8");
  const [head = "", ...rows] = text.split("\n");
  const row = rows.find((one) => one.includes(LARGE_ID)) ?? "";
  // Nothing in this world has to be quoted.
  return row.split(",")[head.split(",").indexOf(name)] ?? "";
};

/** Pulls a world in which one settlement batch has so many transactions. */
export const largeBatch = async (transactions: number): Promise<LargeResult> => {
  const server = await startServer(SHAPE, { large: transactions });
  try {
    return await inDirectory(async (cwd) => {
      const taken = await runNode([BUNDLE, "run", "--quiet", "--as-of", AS_OF], { cwd, env: server.env });
      return { transactions, bodyBytes: server.bytesOfBatch, state: columnOf(cwd, "state"), taken };
    });
  } finally {
    await server.stop();
  }
};

/** The table of all sizes. */
export const printedLarge = (results: readonly LargeResult[]): string =>
  printedTable(
    "One batch of very many transactions",
    ["transactions", "body", "state", "peak memory", "time"],
    results.map(({ transactions, bodyBytes, state, taken }) => [
      transactions.toLocaleString("en"),
      megabytes(bodyBytes / 1024),
      state,
      megabytes(taken.peakKib),
      seconds(taken.wallMs),
    ]),
  );
