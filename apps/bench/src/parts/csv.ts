import { fileURLToPath } from "node:url";
import { median } from "../measure/median.ts";
import { inDirectory } from "../measure/places.ts";
import { printedJson } from "../measure/printed-json.ts";
import { printedTable, times } from "../table.ts";

const WRITER = fileURLToPath(new URL("../contestants/csv-rows.ts", import.meta.url));

interface Written {
  readonly rows: number;
  readonly wallMs: number;
  readonly cpuMs: number;
}

/** Rows a second of tieout's writer with its guard, and of csv-stringify's stream with the same options and its own. */
export interface CsvResult {
  readonly ratio: { readonly wall: number; readonly cpu: number };
  readonly tieoutRowsASecond: number;
  readonly streamRowsASecond: number;
}

const write = (...args: readonly string[]): Promise<Written> =>
  // What our own script prints.
  inDirectory(async (cwd) => (await printedJson(WRITER, args, cwd)) as Written);

/** Writes with both in turn. */
export const csv = async (rounds: number): Promise<CsvResult> => {
  const [own, stream]: [Written[], Written[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    own.push(await write());
    stream.push(await write("--stream"));
  }
  const aSecond = (all: readonly Written[], of: (one: Written) => number): number =>
    median(all.map((one) => one.rows / (of(one) / 1000)));
  const [wall, cpu] = [({ wallMs }: Written) => wallMs, ({ cpuMs }: Written) => cpuMs];
  return {
    ratio: {
      wall: aSecond(own, wall) / aSecond(stream, wall),
      cpu: aSecond(own, cpu) / aSecond(stream, cpu),
    },
    tieoutRowsASecond: Math.round(aSecond(own, wall)),
    streamRowsASecond: Math.round(aSecond(stream, wall)),
  };
};

/** The table of both. */
export const printedCsv = ({ ratio, tieoutRowsASecond, streamRowsASecond }: CsvResult): string =>
  printedTable(
    "CSV, 20 columns of texts from outside, guarded",
    ["", "to the stream", "by CPU", "rows a second"],
    [
      ["tieout", times(ratio.wall), times(ratio.cpu), tieoutRowsASecond.toLocaleString("en")],
      ["csv-stringify's stream", times(1), times(1), streamRowsASecond.toLocaleString("en")],
    ],
  );
