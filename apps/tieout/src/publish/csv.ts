import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { Readable, Transform, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { stringify } from "csv-stringify";
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

const measuring = () => {
  const hash = createHash("sha256");
  let bytes = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  return { stream, measured: () => ({ bytes, sha256: hash.digest("hex") }) };
};

/** Takes bytes and keeps none. */
const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });

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
  file: { readonly path: string | null; readonly name: string },
  columns: ReadonlyArray<Column<Row>>,
  rows: Iterable<Row>,
  dialect: CsvDialect,
): Promise<WrittenFile> => {
  let count = 0;
  const cells = function* (): Generator<ReadonlyArray<string>> {
    for (const row of rows) {
      count += 1;
      yield columns.map((column) => column.cell(row));
    }
  };
  const { stream, measured } = measuring();
  await pipeline(
    Readable.from(cells()),
    stringify({
      header: true,
      columns: columns.map((column) => column.name),
      bom: dialect.excel,
      record_delimiter: dialect.excel ? "\r\n" : "\n",
      quoted_match: /[;\t\r\n]/,
    }),
    stream,
    file.path === null ? nowhere() : createWriteStream(file.path, { flags: "wx", flush: true }),
  );
  return { name: file.name, rows: count, ...measured() };
};
