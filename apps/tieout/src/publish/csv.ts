import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { stringify } from "csv-stringify/sync";
import type { Column } from "./columns/column.ts";

/** How a CSV is written: the plain form of the contract, or the one Excel opens without asking. */
export interface CsvDialect {
  /** Byte order mark and CRLF line ends. */
  readonly excel: boolean;
}

/** A file as a manifest lists it: rows without the header, size in bytes, SHA-256 in hexadecimal. */
export interface WrittenFile {
  readonly name: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** Rows that are printed and written at a time. */
const ROWS_AT_ONCE = 1000;

/**
 * Writes rows as an RFC 4180 CSV with a header into a new file, and flushes it to the disk.
 *
 * Cells are strings already, so csv-stringify never formats a value; it quotes. It would leave a bare
 * line feed or carriage return unquoted where the record delimiter is another, hence `quoted_match`; and
 * semicolons and tabs, at which LibreOffice splits as well unless told otherwise.
 * Without a path nothing is written, and the result says how large the file would be.
 * Rejects with the file system's error; the file is then incomplete and the caller drops it.
 */
export const writeCsv = async <Row>(
  { path, name }: { readonly path: string | null; readonly name: string },
  columns: ReadonlyArray<Column<Row>>,
  rows: Iterable<Row>,
  dialect: CsvDialect,
): Promise<WrittenFile> => {
  const all = [...rows];
  const hash = createHash("sha256");
  let bytes = 0;
  const file = path === null ? undefined : await open(path, "wx");
  try {
    // Whole pieces at a time: a stream that hands on row after row takes twice as long.
    for (let at = 0; at === 0 || at < all.length; at += ROWS_AT_ONCE) {
      const some = all.slice(at, at + ROWS_AT_ONCE);
      const printed = Buffer.from(
        stringify(
          some.map((row) => columns.map((column) => column.cell(row))),
          {
            columns: columns.map((column) => column.name),
            // Also without a row there is a header.
            header: at === 0,
            bom: at === 0 && dialect.excel,
            record_delimiter: dialect.excel ? "\r\n" : "\n",
            quoted_match: /[;\t\r\n]/,
          },
        ),
      );
      hash.update(printed);
      bytes += printed.length;
      await file?.writeFile(printed);
    }
    await file?.sync();
  } finally {
    await file?.close();
  }
  return { name, rows: all.length, bytes, sha256: hash.digest("hex") };
};
