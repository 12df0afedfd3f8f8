import { copyFileSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { buildLedger } from "../close/build-ledger.ts";
import { medianUsage } from "../measure/median.ts";
import { BUNDLE, emptyIn, inDirectory } from "../measure/places.ts";
import { runNode, type Usage } from "../measure/run-process.ts";
import { megabytes, printedTable, seconds, times } from "../table.ts";
import { AS_OF, TRANSACTIONS_A_BATCH } from "../wire/shape.ts";

/** What closing one ledger took that was never closed before. */
interface Closed extends Usage {
  readonly transactions: number;
  readonly ledgerBytes: number;
  /** Rows of settlement-by-batch.csv. */
  readonly rows: number;
  /** The same once more, with what was concluded the first time. */
  readonly again: Usage;
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

const report = (ledger: string, directory: string): Promise<Usage> => {
  const cwd = emptyIn(directory, "report");
  return runNode([BUNDLE, "report", "--quiet", "--as-of", AS_OF, "--ledger", `sqlite:${ledger}`], { cwd });
};

const closeOne = (settlements: number, rounds: number): Promise<Closed> =>
  inDirectory(async (directory) => {
    const built = join(directory, "built.db");
    const ledger = join(directory, "tieout.db");
    await buildLedger(built, settlements);
    const [first, again]: [Usage[], Usage[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      // A ledger keeps what was concluded: each round begins with one that was never closed.
      copyFileSync(built, ledger);
      first.push(await report(ledger, directory));
      again.push(await report(ledger, directory));
    }
    return {
      ...medianUsage(first),
      transactions: settlements * TRANSACTIONS_A_BATCH,
      ledgerBytes: statSync(built).size,
      rows: rowsOf(join(directory, "report")),
      again: medianUsage(again),
    };
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
    seconds(size.again.wallMs),
  ]);
  return printedTable(
    `Close from the ledger; memory of the largest to the smallest: ${times(memoryRatio)}`,
    [
      "transactions",
      "peak memory",
      "to the one above",
      "CPU a transaction",
      "rows",
      "ledger",
      "time",
      "again",
    ],
    rows,
  );
};
