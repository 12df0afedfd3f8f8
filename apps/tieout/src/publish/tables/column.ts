import { type Figure, formatMinor } from "@tieout/reconcile";
import { guardFormula } from "../formula-guard.ts";

/** One column of a published CSV: its header, what it means to a reader, and its cell for a row. */
export interface Column<Row> {
  readonly name: string;
  /** One sentence for `docs/report-format.md`. */
  readonly meaning: string;
  readonly cell: (row: Row) => string;
}

/**
 * A text that came from outside, guarded against formulas; null is an empty cell.
 *
 * JSON can carry half a surrogate pair, UTF-8 cannot: each becomes U+FFFD, as docs/report-format.md says.
 */
export const outside = (text: string | null): string =>
  text === null ? "" : guardFormula(text.toWellFormed());

/** A text of tieout's own: a word of a fixed set, a day, an instant, an id it made; null is an empty cell. */
export const own = (text: string | null): string => text ?? "";

/** A count; null is an empty cell. */
export const count = (value: number | null): string => (value === null ? "" : String(value));

/** An amount in minor units, printed with its currency's decimals; null is an empty cell. */
export const amount = (minor: bigint | null, currency: string | null): string =>
  minor === null || currency === null ? "" : formatMinor(minor, currency);

/**
 * A figure of either kind, already printed; null is an empty cell. Only a text came from outside: guarding
 * an amount would stop it from being a number.
 */
export const figure = (shown: Figure | null): string =>
  shown?.kind === "text" ? outside(shown.text) : own(shown?.text ?? null);
