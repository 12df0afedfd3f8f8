import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { buildLedger } from "../close/build-ledger.ts";
import { medianTaken } from "../measure/median.ts";
import { BUNDLE, emptyIn, inDirectory } from "../measure/places.ts";
import { runNode, type Taken } from "../measure/run-process.ts";
import { megabytes, printedTable, seconds, times } from "../table.ts";
import { AS_OF, TRANSACTIONS_A_BATCH } from "../wire/shape.ts";

/** What closing one ledger took. */
interface Closed extends Taken {
  readonly transactions: number;
  readonly ledgerBytes: number;
  /** Rows of settlement-by-batch.csv. */
  readonly rows: number;
}

/** Ledgers of several sizes, closed and reported on from the ledger alone. */
export interface CloseResult {
  /** Peak memory of the largest to that of the smallest. */
  readonly memoryRatio: number;
  readonly sizes: readonly Closed[];
}

const rowsOf = (directory: string): number => {
  const text = readFileSync(join(directory, "out/default/latest/settlement-by-batch.csv"), "utf8");
  return text.trimEnd().split("\n").length - 1;
};

const closeOne = (settlements: number, rounds: number): Promise<Closed> =>
  inDirectory(async (directory) => {
    const ledger = join(directory, "tieout.db");
    await buildLedger(ledger, settlements);
    const all: Taken[] = [];
    let rows = 0;
    for (let round = 0; round < rounds; round += 1) {
      const cwd = emptyIn(directory, "report");
      const args = ["report", "--quiet", "--as-of", AS_OF, "--ledger", `sqlite:${ledger}`];
      all.push(await runNode([BUNDLE, ...args], { cwd }));
      rows = rowsOf(cwd);
    }
    const transactions = settlements * TRANSACTIONS_A_BATCH;
    return { ...medianTaken(all), transactions, ledgerBytes: statSync(ledger).size, rows };
  });

/** Builds ledgers through the app's own ledger and closes each with `tieout report`. */
export const closeAtScale = async (sizes: readonly number[], rounds: number): Promise<CloseResult> => {
  const closed: Closed[] = [];
  for (const settlements of sizes) closed.push(await closeOne(settlements, rounds));
  const [smallest, largest] = [closed[0], closed.at(-1)];
  return {
    memoryRatio: largest === undefined || smallest === undefined ? 1 : largest.peakKib / smallest.peakKib,
    sizes: closed,
  };
};

/** The table of all sizes; the time a transaction is set against the smallest ledger's. */
export const printedClose = ({ memoryRatio, sizes }: CloseResult): string => {
  const [smallest] = sizes;
  const each = ({ cpuMs, transactions }: Closed): number => cpuMs / transactions;
  const rows = sizes.map((size, index) => [
    size.transactions.toLocaleString("en"),
    megabytes(size.peakKib),
    times(size.peakKib / (sizes[index - 1] ?? size).peakKib),
    times(smallest === undefined ? 1 : each(size) / each(smallest)),
    String(size.rows),
    megabytes(size.ledgerBytes / 1024),
    seconds(size.wallMs),
  ]);
  return printedTable(
    `Close from the ledger; memory of the largest to the smallest: ${times(memoryRatio)}`,
    ["transactions", "peak memory", "to the one above", "CPU a transaction", "rows", "ledger", "time"],
    rows,
  );
};
