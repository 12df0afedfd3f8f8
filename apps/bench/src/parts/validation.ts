import { fileURLToPath } from "node:url";
import { median } from "../measure/median.ts";
import { inDirectory } from "../measure/places.ts";
import { printedJson } from "../measure/printed-json.ts";
import { printedTable, times } from "../table.ts";

const VALIDATION = fileURLToPath(new URL("../contestants/validation.ts", import.meta.url));

interface Rounds {
  readonly operation: string;
  readonly bytes: number;
  readonly rounds: readonly { readonly parseMs: number; readonly validateMs: number }[];
}

/** What it takes to validate an answer, beside `JSON.parse` of the same body; medians of processor time. */
export interface ValidationResult {
  readonly operation: string;
  readonly bytes: number;
  readonly toParsing: number;
  readonly parseMs: number;
  readonly validateMs: number;
}

/** Parses and validates answers of both APIs in turn. */
export const validation = (): Promise<readonly ValidationResult[]> =>
  inDirectory(async (cwd) => {
    // What our own script prints.
    const all = (await printedJson(VALIDATION, [], cwd)) as readonly Rounds[];
    return all.map(({ operation, bytes, rounds }) => ({
      operation,
      bytes,
      toParsing: median(rounds.map(({ parseMs, validateMs }) => validateMs / parseMs)),
      parseMs: median(rounds.map(({ parseMs }) => parseMs)),
      validateMs: median(rounds.map(({ validateMs }) => validateMs)),
    }));
  });

/** The table of all operations. */
export const printedValidation = (results: readonly ValidationResult[]): string =>
  printedTable(
    "Validating an answer against JSON.parse of the same body, by processor time",
    ["", "to parsing", "body", "validate", "parse"],
    results.map(({ operation, bytes, toParsing, parseMs, validateMs }) => [
      operation,
      times(toParsing),
      `${Math.round(bytes / 1000)} KB`,
      `${validateMs.toFixed(3)} ms`,
      `${parseMs.toFixed(3)} ms`,
    ]),
  );
