import type { SheetCell } from "../tables/column.ts";
import { STYLES } from "./styles.ts";
import { xmlText } from "./xml.ts";

/** Rows of a sheet, each a list of cells. */
export type SheetRows = Iterable<ReadonlyArray<SheetCell>>;

/** What a sheet could not show as it is. */
export interface SheetNotes {
  /** Rows that it has, without the header. */
  readonly rows: number;
  /** Figures of more digits than a spreadsheet keeps, which are texts. */
  readonly textFigures: number;
  /** Texts that were longer than a cell may be. */
  readonly cutTexts: number;
}

/** Where a sheet ends: what is looked through by eye is shorter, and memory stays small in whatever opens it. */
const MAX_ROWS = 20_000;

/** A spreadsheet calculates with numbers of so many digits, and rounds the rest away. */
const MAX_DIGITS = 15;

/** More characters than that a cell may not have. */
const MAX_CHARACTERS = 32_767;

/** Rows that widths are taken from. */
const MEASURED_ROWS = 200;
const WIDTHS = { least: 8, most: 60, room: 2 } as const;

/** Characters that are collected before they are handed on. */
const PIECE_CHARACTERS = 64 * 1024;

/** What a reader would take off a text unless told otherwise; within one it leaves everything. */
const BLANK_AT_AN_END = /^\s|\s$/;

const LETTERS = 26;

/** The name of a column: A, B, …, Z, AA, … */
const columnName = (at: number): string =>
  (at < LETTERS ? "" : columnName(Math.floor(at / LETTERS) - 1)) + String.fromCharCode(65 + (at % LETTERS));

/** Prints cells, and counts what could not be shown as it is. */
class CellPrinter {
  textFigures = 0;
  cutTexts = 0;
  readonly #names: Array<string> = [];

  /** A row of the sheet, from 1. */
  row(cells: ReadonlyArray<SheetCell>, number: number, style: number = STYLES.text): string {
    return `<row r="${number}">${cells.map((cell, at) => this.#cell(cell, `${this.#name(at)}${number}`, style)).join("")}</row>`;
  }

  #name(at: number): string {
    const known = this.#names[at] ?? columnName(at);
    this.#names[at] = known;
    return known;
  }

  #cell({ isNumber, text }: SheetCell, place: string, style: number): string {
    if (text === "") return "";
    if (!isNumber) return this.#text(text, place, style);
    if (text.length > MAX_DIGITS && text.replace(/\D/g, "").replace(/^0+/, "").length > MAX_DIGITS) {
      this.textFigures += 1;
      return this.#text(text, place, style);
    }
    const point = text.indexOf(".");
    const decimals = STYLES.decimals[point < 0 ? 0 : text.length - point - 1];
    if (decimals === undefined) throw new RangeError(`${text} has more decimals than any currency`);
    return `<c r="${place}" s="${decimals}"><v>${text}</v></c>`;
  }

  #text(text: string, place: string, style: number): string {
    if (text.length > MAX_CHARACTERS) this.cutTexts += 1;
    // Half a pair that a cut leaves would be no character.
    const kept = text.length > MAX_CHARACTERS ? text.slice(0, MAX_CHARACTERS).toWellFormed() : text;
    const look = style === STYLES.text ? "" : ` s="${style}"`;
    const space = BLANK_AT_AN_END.test(kept) ? ' xml:space="preserve"' : "";
    return `<c r="${place}"${look} t="inlineStr"><is><t${space}>${xmlText(kept)}</t></is></c>`;
  }
}

/** Widths that fit the cells of some rows. */
const columns = (rows: ReadonlyArray<ReadonlyArray<SheetCell>>): string => {
  const count = Math.max(...rows.map(({ length }) => length));
  const widths = Array.from({ length: count }, (_, at) =>
    Math.min(
      WIDTHS.most,
      Math.max(WIDTHS.least, ...rows.map((row) => row[at]?.text.length ?? 0)) + WIDTHS.room,
    ),
  );
  return widths
    .map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
    .join("");
};

const HEAD = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`;
const VIEW = '<sheetViews><sheetView workbookViewId="0">';
const FROZEN = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';

/** The sheet of a CSV, in pieces: its header stays in sight and filters. Returns what it could not show as it is. */
export const tableSheet = function* (
  header: ReadonlyArray<string>,
  rows: SheetRows,
): Generator<string, SheetNotes> {
  const printer = new CellPrinter();
  const top = header.map((text) => ({ isNumber: false, text }));
  const iterator = rows[Symbol.iterator]();
  const measured: Array<ReadonlyArray<SheetCell>> = [];
  let next = iterator.next();
  for (; next.done !== true && measured.length < MEASURED_ROWS; next = iterator.next())
    measured.push(next.value);
  let text = `${HEAD}${VIEW}${FROZEN}</sheetView></sheetViews><cols>${columns([top, ...measured])}</cols><sheetData>${printer.row(top, 1, STYLES.heading)}`;
  let count = 0;
  for (const row of measured) text += printer.row(row, ++count + 1);
  for (; next.done !== true && count < MAX_ROWS; next = iterator.next()) {
    text += printer.row(next.value, ++count + 1);
    if (text.length < PIECE_CHARACTERS) continue;
    yield text;
    text = "";
  }
  const last = `${columnName(header.length - 1)}${count + 1}`;
  yield `${text}</sheetData><autoFilter ref="A1:${last}"/></worksheet>\n`;
  const { textFigures, cutTexts } = printer;
  return { rows: count, textFigures, cutTexts };
};

/** Printed as wide as a page: columns on pages of their own could not be read together. */
const AS_WIDE_AS_A_PAGE = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
const PAGE = '<pageSetup orientation="landscape" fitToHeight="0"/>';

/** A sheet without a header, whose rows are few; those of one cell are headings, which may reach over the next columns. */
export const plainSheet = (rows: ReadonlyArray<ReadonlyArray<SheetCell>>): string => {
  const printer = new CellPrinter();
  const printed = rows.map((row, at) =>
    printer.row(row, at + 1, row.length === 1 ? STYLES.heading : STYLES.text),
  );
  const widths = columns(rows.filter(({ length }) => length > 1));
  return `${HEAD}${AS_WIDE_AS_A_PAGE}${VIEW}</sheetView></sheetViews><cols>${widths}</cols><sheetData>${printed.join("")}</sheetData>${PAGE}</worksheet>\n`;
};
