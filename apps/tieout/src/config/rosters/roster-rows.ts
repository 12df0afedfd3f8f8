import { CsvError, parse } from "csv-parse/sync";
import { Effect, Result } from "effect";
import { type Encoding, readText } from "./roster-text.ts";

/** A row of a roster that has something in it. */
export interface RosterRow {
  /** Its number in the file, from 1. */
  readonly line: number;
  /** Without white space around. */
  readonly cells: ReadonlyArray<string>;
}

/** The rows of a file, or what is wrong with it, in a sentence that shows no cell. */
export type RosterRows = Result.Result<ReadonlyArray<RosterRow>, string>;

const SEPARATORS = [
  { separator: ",", word: "commas" },
  { separator: ";", word: "semicolons" },
  { separator: "\t", word: "tabs" },
] as const;

const isFilled = ({ cells }: RosterRow): boolean => cells.some((cell) => cell !== "");

/** The parser counts up to the end of a row; a row is found by where it begins. */
const breaksIn = (cells: ReadonlyArray<string>): number => cells.join("").split("\n").length - 1;

const split = (text: string, delimiter: string): RosterRows => {
  const rows: Array<RosterRow> = [];
  try {
    // Within quotes the parser would count the two halves of a line end as two lines.
    parse(text.replaceAll("\r\n", "\n"), {
      delimiter,
      trim: true,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (cells: ReadonlyArray<string>, { lines: line }) => {
        rows.push({ line: line - breaksIn(cells), cells });
        return null;
      },
    });
    return Result.succeed(rows.filter(isFilled));
  } catch (cause) {
    // The parser's own message would quote the line.
    return Result.fail(
      cause instanceof CsvError
        ? `line ${Number(cause["lines"])}: expected CSV with quotes that close`
        : String(cause),
    );
  }
};

/**
 * The rows of a CSV whose cells are separated as its header has it: by what splits that into cells of which one is a
 * column of a roster. Where two do, or none, nothing is guessed.
 */
const separated = (text: string, isHeader: (cells: ReadonlyArray<string>) => boolean): RosterRows => {
  const all = SEPARATORS.map(({ separator, word }) => ({ word, rows: split(text, separator) }));
  const fitting = all.filter(({ rows }) => Result.isSuccess(rows) && isHeader(rows.success[0]?.cells ?? []));
  const splitting = fitting.filter(
    ({ rows }) => Result.isSuccess(rows) && (rows.success[0]?.cells.length ?? 0) > 1,
  );
  if (splitting.length > 1)
    return Result.fail(
      `line 1: separates its cells by ${splitting.map(({ word }) => word).join(" and by ")}: use one of them`,
    );
  if (splitting[0] !== undefined) return splitting[0].rows;
  const beside = fitting.flatMap(({ rows }) =>
    Result.isSuccess(rows) ? rows.success.filter(({ cells }) => cells.length > 1) : [],
  );
  const [first] = beside.map(({ line }) => line).sort((left, right) => left - right);
  if (first !== undefined)
    return Result.fail(`line ${first}: has more cells than the header, which tells no separator`);
  // A column alone, or a file that no separator makes a roster of: what is wrong with it is said later.
  return split(text, ",");
};

/** A number in a sheet that its spreadsheet has kept whole. */
const WHOLE_NUMBER = /^\d{1,15}$/;

/** In place of a cell that cannot be read; no text of a sheet has it. */
export const UNREADABLE = "\u0000";

const sheetRows = (bytes: Uint8Array): Effect.Effect<RosterRows> =>
  Effect.tryPromise(async () => {
    // Loaded only now: few rosters are workbooks.
    const { readSheet } = await import("read-excel-file/node");
    const sheet = await readSheet(Buffer.from(bytes), {
      parseNumber: (text) => (WHOLE_NUMBER.test(text) ? text : UNREADABLE),
    });
    const rows = sheet.map((cells, at) => ({
      line: at + 1,
      cells: cells.map((cell) => (cell === null ? "" : typeof cell === "string" ? cell.trim() : UNREADABLE)),
    }));
    return Result.succeed(rows.filter(isFilled));
  }).pipe(
    Effect.orElseSucceed(
      (): RosterRows =>
        Result.fail("cannot be read as a workbook: save its first sheet as .xlsx again, or as CSV in UTF-8"),
    ),
  );

/** A .zip, which a .xlsx is. */
const isWorkbook = (bytes: Uint8Array): boolean =>
  [0x50, 0x4b, 0x03, 0x04].every((byte, at) => bytes[at] === byte);

/**
 * Reads the rows of a list that people keep, such as a roster: of a CSV, or of the first sheet of a workbook (.xlsx).
 * `encoding` is what the configuration names, `null` where it cannot name one.
 */
export const readRows = (
  bytes: Uint8Array,
  encoding: Encoding | undefined | null,
  isHeader: (cells: ReadonlyArray<string>) => boolean,
): Effect.Effect<RosterRows> =>
  isWorkbook(bytes)
    ? sheetRows(bytes)
    : Effect.succeed(Result.flatMap(readText(bytes, encoding), (text) => separated(text, isHeader)));
