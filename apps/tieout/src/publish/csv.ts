import { stringify } from "csv-stringify/sync";
import { writePieces } from "./write-pieces.ts";

const BYTE_ORDER_MARK = "\uFEFF";

/** How a CSV is written: the plain form of the contract, or the one Excel opens without asking. */
export interface CsvDialect {
  /** Byte order mark and CRLF line ends. */
  readonly excel: boolean;
}

/** A file as a manifest lists it: size in bytes, SHA-256 in hexadecimal. */
export interface WrittenFile {
  readonly name: string;
  /** Without the header; null for what is no CSV. */
  readonly rows: number | null;
  readonly bytes: number;
  readonly sha256: string;
}

/** What a CSV shows, printed already: every row has a cell for each name of the header. */
export interface PrintedRows {
  readonly header: ReadonlyArray<string>;
  readonly rows: Iterable<ReadonlyArray<string>>;
}

/** Characters that are collected before they are written. */
const PIECE_CHARACTERS = 64 * 1024;

/**
 * What a cell is quoted for: RFC 4180's own characters, in either form of a line end, and semicolons and tabs, at
 * which LibreOffice splits as well unless told otherwise.
 */
const QUOTED_FOR = /[",;\t\r\n]/;

/** Prints a row. csv-stringify quotes; most rows have nothing to quote, and are many times as quick without it. */
const printRow = (cells: ReadonlyArray<string>, lineEnd: string): string =>
  QUOTED_FOR.test(cells.join(" "))
    ? stringify([[...cells]], { record_delimiter: lineEnd, quoted_match: QUOTED_FOR })
    : cells.join(",") + lineEnd;

/**
 * A CSV piece by piece: the header, then the rows, RFC 4180. Cells are strings already, so nothing is formatted; `onRow`
 * is called for each row.
 */
export const csvPieces = function* (
  { header, rows }: PrintedRows,
  { excel }: CsvDialect,
  onRow: () => void = () => undefined,
): Generator<string> {
  const lineEnd = excel ? "\r\n" : "\n";
  let text = (excel ? BYTE_ORDER_MARK : "") + printRow(header, lineEnd);
  for (const row of rows) {
    onRow();
    text += printRow(row, lineEnd);
    if (text.length < PIECE_CHARACTERS) continue;
    yield text;
    text = "";
  }
  yield text;
};

/**
 * Writes rows as a CSV with a header into a new file, and flushes it to the disk. Without a path nothing is written, and
 * the result says how large the file would be.
 * Rejects with the file system's error; the file is then incomplete and the caller drops it.
 */
export const writeCsv = async (
  { path, name }: { readonly path: string | null; readonly name: string },
  printed: PrintedRows,
  dialect: CsvDialect,
): Promise<WrittenFile> => {
  let count = 0;
  const pieces = csvPieces(printed, dialect, () => {
    count += 1;
  });
  return { name, ...(await writePieces(path, pieces)), rows: count };
};
