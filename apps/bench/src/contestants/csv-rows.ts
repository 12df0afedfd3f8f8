import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { stringify } from "csv-stringify";
import { writeCsv } from "../../../tieout/src/publish/csv.ts";
// The app exports nothing; what is measured is its own writer.
import { outside } from "../../../tieout/src/publish/tables/column.ts";

// Writes the same rows as tieout does, or by csv-stringify's own stream with the same options and its own guard, and
// prints what that took. Each is run in a process of its own.

const ROWS = 200_000;
const COLUMNS = 20;

type Cells = readonly string[];

const rows: readonly Cells[] = Array.from({ length: ROWS }, (_, row) =>
  Array.from({ length: COLUMNS }, (_, column) => `${column}-${row * COLUMNS + column}`),
);
const names = Array.from({ length: COLUMNS }, (_, column) => `column_${column}`);

const guarded = function* () {
  for (const row of rows) yield row.map(outside);
};

const asTieout = () =>
  writeCsv({ path: "rows.csv", name: "rows.csv" }, { header: names, rows: guarded() }, { excel: false });

const asStream = () =>
  pipeline(
    Readable.from(rows),
    stringify({
      header: true,
      columns: names,
      record_delimiter: "\n",
      quoted_match: /[;\t\r\n]/,
      escape_formulas: true,
    }),
    createWriteStream("rows.csv", { flags: "wx", flush: true }),
  );

const startedMs = performance.now();
const started = process.cpuUsage();
await (process.argv.includes("--stream") ? asStream() : asTieout());
const { user, system } = process.cpuUsage(started);
process.stdout.write(
  JSON.stringify({ rows: ROWS, wallMs: performance.now() - startedMs, cpuMs: (user + system) / 1000 }),
);
