import { formatMinor, parseAmount } from "@tieout/reconcile";
import { type CsvRow, cell } from "./read-csv.ts";

/** One sum for each column; null while nothing but empty cells was added. */
export type Sums = ReadonlyMap<string, bigint | null>;

/** An amount of a cell in minor units; null for an empty cell, undefined for what tieout would not have printed. */
export const readAmount = (text: string, currency: string): bigint | null | undefined => {
  if (text === "") return null;
  const minor = parseAmount(text, currency);
  return minor !== undefined && formatMinor(minor, currency) === text ? minor : undefined;
};

/** A count of a cell; null for an empty cell, undefined for what is none. */
export const readCount = (text: string): bigint | null | undefined => {
  if (text === "") return null;
  return /^(?:0|[1-9]\d{0,17})$/.test(text) ? BigInt(text) : undefined;
};

/**
 * Adds up columns of rows that belong together by a key, exactly. As everywhere in a report an empty cell counts
 * as nothing, and a sum of nothing is empty. A cell that cannot be read is left out: that is said elsewhere.
 */
export class CellSums {
  readonly #amounts: ReadonlyArray<string>;
  readonly #counts: ReadonlyArray<string>;
  readonly #groups = new Map<
    string,
    { readonly key: ReadonlyArray<string>; readonly sums: Map<string, bigint | null> }
  >();

  constructor(columns: { readonly amounts: ReadonlyArray<string>; readonly counts: ReadonlyArray<string> }) {
    this.#amounts = columns.amounts;
    this.#counts = columns.counts;
  }

  /** Adds a row to the group of its key; `rows`, if named a count, counts the rows themselves. */
  add(key: ReadonlyArray<string>, row: CsvRow): void {
    const name = JSON.stringify(key);
    const group = this.#groups.get(name) ?? { key, sums: new Map() };
    this.#groups.set(name, group);
    const add = (column: string, value: bigint | null | undefined): void => {
      const sum = group.sums.get(column) ?? null;
      group.sums.set(column, value === null || value === undefined ? sum : (sum ?? 0n) + value);
    };
    for (const column of this.#amounts) add(column, readAmount(cell(row, column), cell(row, "currency")));
    for (const column of this.#counts) add(column, column === ROWS ? 1n : readCount(cell(row, column)));
  }

  /** Every group with its key, in the order they first came. */
  get groups(): Iterable<{ readonly key: ReadonlyArray<string>; readonly sums: Sums }> {
    return this.#groups.values();
  }

  /** The sums of a key; undefined where no row has it. */
  of(key: ReadonlyArray<string>): Sums | undefined {
    return this.#groups.get(JSON.stringify(key))?.sums;
  }
}

/** The name under which {@link CellSums} counts rows instead of adding cells. */
export const ROWS = "rows";

/** A sum as a cell of the report prints it: an amount where a currency is given, else a count. */
export const printedSum = (sum: bigint | null | undefined, currency: string | null): string => {
  if (sum === null || sum === undefined) return "";
  return currency === null ? sum.toString() : formatMinor(sum, currency);
};
