import { closeSync, fsyncSync, openSync, writeSync } from "node:fs";

/** Characters collected before they are written. */
const CHUNK = 64 * 1024;

/** Quoted also where a spreadsheet with another delimiter might split it. */
const quoted = (cell: string): string =>
  /[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** A text from outside that no spreadsheet takes for a formula. */
export const guarded = (text: string | null): string =>
  text === null ? "" : /^[\s\p{C}\p{Z}]*[=+\-@＝＋－＠]/u.test(text) ? `'${text}` : text;

/** An amount in minor units of a currency with two decimals. */
export const decimal = (minor: number): string => {
  const digits = String(Math.abs(minor)).padStart(3, "0");
  return `${minor < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** Writes a CSV in large pieces and flushes it to the disk. */
export const writeCsv = (path: string, header: string, rows: Iterable<readonly string[]>): void => {
  const file = openSync(path, "wx");
  let text = `${header}\n`;
  for (const row of rows) {
    text += `${row.map(quoted).join(",")}\n`;
    if (text.length < CHUNK) continue;
    writeSync(file, text);
    text = "";
  }
  writeSync(file, text);
  fsyncSync(file);
  closeSync(file);
};
