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

const lineEndOf = ({ excel }: CsvDialect): string => (excel ? "\r\n" : "\n");

/** Prints a row. csv-stringify quotes; most rows have nothing to quote, and are many times as quick without it. */
const printRow = (cells: ReadonlyArray<string>, lineEnd: string): string =>
  QUOTED_FOR.test(cells.join(" "))
    ? stringify([[...cells]], { record_delimiter: lineEnd, quoted_match: QUOTED_FOR })
    : cells.join(",") + lineEnd;

/** What a CSV begins with: its header. */
export const csvBeginning = (header: ReadonlyArray<string>, { excel }: CsvDialect): string =>
  (excel ? BYTE_ORDER_MARK : "") + printRow(header, lineEndOf({ excel }));

/** Rows of a CSV in pieces, RFC 4180. Cells are strings already, so nothing is formatted. */
export const csvRows = function* (
  rows: Iterable<ReadonlyArray<string>>,
  dialect: CsvDialect,
): Generator<string> {
  const lineEnd = lineEndOf(dialect);
  let text = "";
  for (const row of rows) {
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
  { header, rows }: PrintedRows,
  dialect: CsvDialect,
): Promise<WrittenFile> => {
  let count = 0;
  const counted = function* () {
    for (const row of rows) {
      count += 1;
      yield row;
    }
  };
  const pieces = function* () {
    yield csvBeginning(header, dialect);
    yield* csvRows(counted(), dialect);
  };
  return { name, ...(await writePieces(path, pieces())), rows: count };
};
