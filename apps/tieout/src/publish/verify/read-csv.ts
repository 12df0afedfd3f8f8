import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { parse } from "csv-parse";

/** A row of a published CSV by column name. */
export type CsvRow = Readonly<Record<string, string>>;

/** A cell of a column that the file has: its header was checked before. */
export const cell = (row: CsvRow, column: string): string => row[column] ?? "";

const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/** Whether a file begins as Excel's dialect does; its lines then end in CRLF, and in LF otherwise. */
const isExcel = async (path: string): Promise<boolean> => {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(BOM.length), position: 0 });
    return bytesRead === BOM.length && buffer.equals(BOM);
  } finally {
    await file.close();
  }
};

/**
 * Reads the records of a published CSV, the header being the first, one at a time, in either dialect.
 *
 * Strict: a record with another number of cells, a stray quote or a wrong line end throws csv-parse's
 * error, which names the line.
 */
export const readRecords = async function* (path: string): AsyncGenerator<ReadonlyArray<string>> {
  const excel = await isExcel(path);
  const parser = parse({ bom: excel, record_delimiter: excel ? "\r\n" : "\n" });
  const source = createReadStream(path);
  // `pipe` does not hand on the failure of a read.
  source.once("error", (cause) => parser.destroy(cause));
  yield* source.pipe(parser);
};
