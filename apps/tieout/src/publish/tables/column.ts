import { type Figure, formatMinor } from "@tieout/reconcile";
import { SOURCES } from "../../config/sources.ts";
import { guardFormula } from "../formula-guard.ts";

/** What is known of a column without any row: its header, what its cells are, and one sentence for readers. */
export interface ColumnFacts {
  readonly name: string;
  /**
   * `text` came from outside and is guarded; `own` is a word of a fixed set, an id or a sum of days that tieout made;
   * an `amount` is in the currency of the row's `currency` column; a `figure` is whichever of these its row says.
   */
  readonly kind: "text" | "own" | "count" | "amount" | "instant" | "day" | "figure";
  readonly meaning: string;
}

interface TextColumn<Row> extends ColumnFacts {
  readonly kind: "text" | "own" | "instant" | "day";
  readonly of: (row: Row) => string | null;
}

interface CountColumn<Row> extends ColumnFacts {
  readonly kind: "count";
  readonly of: (row: Row) => number | null;
}

interface AmountColumn<Row> extends ColumnFacts {
  readonly kind: "amount";
  /** In minor units. */
  readonly of: (row: Row) => bigint | null;
}

interface FigureColumn<Row> extends ColumnFacts {
  readonly kind: "figure";
  readonly of: (row: Row) => Figure | null;
}

/** A column with its value for a row; null is an empty cell: not known, or does not apply. */
export type Column<Row> = TextColumn<Row> | CountColumn<Row> | AmountColumn<Row> | FigureColumn<Row>;

/** The meaning of a column that names a source. */
export const SOURCE_MEANING = `${SOURCES.map(({ name }) => `\`${name}\``).join(" or ")}.`;

/**
 * A text that came from outside, guarded against formulas; null is an empty cell.
 *
 * JSON can carry half a surrogate pair, UTF-8 cannot: each becomes U+FFFD, as docs/report-format.md says.
 */
export const outside = (text: string | null): string =>
  text === null ? "" : guardFormula(text.toWellFormed());

/**
 * Prints the cell of a row, an amount with the decimals of `currency`. Only what came from outside is guarded:
 * guarding an amount would stop it from being a number.
 */
export const printCell = <Row>(column: Column<Row>, row: Row, currency: string | null): string => {
  switch (column.kind) {
    case "text":
      return outside(column.of(row));
    case "own":
    case "instant":
    case "day":
      return column.of(row) ?? "";
    case "count": {
      const count = column.of(row);
      return count === null ? "" : String(count);
    }
    case "amount": {
      const minor = column.of(row);
      return minor === null || currency === null ? "" : formatMinor(minor, currency);
    }
    case "figure": {
      const figure = column.of(row);
      return figure?.kind === "text" ? outside(figure.text) : (figure?.text ?? "");
    }
  }
};

/** A cell of a workbook's sheet: a text as it came, or a printed figure that is a number. An empty text is an empty cell. */
export interface SheetCell {
  readonly isNumber: boolean;
  readonly text: string;
}

const textCell = (text: string | null): SheetCell => ({
  isNumber: false,
  text: text === null ? "" : text.toWellFormed(),
});

/** The same cell for a workbook: nothing there is read as a formula, so no text is guarded. */
export const sheetCell = <Row>(column: Column<Row>, row: Row, currency: string | null): SheetCell => {
  switch (column.kind) {
    case "text":
    case "own":
    case "instant":
    case "day":
      return textCell(column.of(row));
    case "count":
    case "amount":
      return { isNumber: true, text: printCell(column, row, currency) };
    case "figure": {
      const figure = column.of(row);
      return figure?.kind === "amount" || figure?.kind === "count"
        ? { isNumber: true, text: figure.text }
        : textCell(figure?.text ?? null);
    }
  }
};
