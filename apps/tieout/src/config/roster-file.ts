import { readFileSync } from "node:fs";
import { cohortKey, normaliseEmail, type Rosters } from "@tieout/reconcile";
import { CsvError, parse } from "csv-parse/sync";
import { Effect } from "effect";
import type { RosterConfig } from "./config-schema.ts";
import { ConfigurationWrong, type Fault } from "./faults.ts";

/** The columns that a roster may have, and what a cell of each must be. The texts are personal: no message holds one. */
const COLUMNS = {
  email: { expected: "an e-mail address", read: (cell: string) => normaliseEmail(cell) },
  credential_id: { expected: "a credential's id", read: (cell: string) => (cell === "" ? undefined : cell) },
} as const;
type ColumnName = keyof typeof COLUMNS;

/** Turns a normalised address into what stands for the person in the ledger. */
type HashEmail = (email: string) => string;

interface Line {
  /** Number of the line in the file, from 1. */
  readonly line: number;
  readonly cells: ReadonlyArray<string>;
}

const isColumn = (name: string): name is ColumnName => Object.hasOwn(COLUMNS, name);

const reason = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

const readLines = (file: string): { readonly lines: ReadonlyArray<Line> } | { readonly fault: Fault } => {
  const lines: Array<Line> = [];
  try {
    parse(readFileSync(file, "utf8"), {
      bom: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
      on_record: (cells: ReadonlyArray<string>, { lines: line }) => {
        lines.push({ line, cells });
        return null;
      },
    });
    return { lines };
  } catch (cause) {
    // The parser's own message would quote the line.
    const problem =
      cause instanceof CsvError
        ? `line ${Number(cause["lines"])}: expected CSV with quotes that close`
        : `cannot be read: ${reason(cause)}`;
    return { fault: { where: file, problem } };
  }
};

const readCells = (file: string, lines: ReadonlyArray<Line>) => {
  const [header, ...rows] = lines;
  const names = (header?.cells ?? []).map((name) => name.toLowerCase());
  const at = names.findIndex(isColumn);
  const name = names[at];
  if (name === undefined || !isColumn(name))
    return {
      faults: [{ where: file, problem: "line 1: expected a header with a column email or credential_id" }],
    };
  const { expected, read } = COLUMNS[name];
  const cells = rows.map(({ line, cells: row }) => ({ line, value: read(row[at] ?? "") }));
  return {
    name,
    values: cells.flatMap(({ value }) => (value === undefined ? [] : [value])),
    faults: cells.flatMap(({ line, value }) =>
      value === undefined ? [{ where: file, problem: `line ${line}: expected ${expected}` }] : [],
    ),
  };
};

const readRoster = (file: string, hashEmail: HashEmail) => {
  const read = readLines(file);
  if ("fault" in read) return { faults: [read.fault], people: new Set<string>() };
  const { faults, name, values = [] } = readCells(file, read.lines);
  return { faults, people: new Set(name === "email" ? values.map(hashEmail) : values) };
};

/**
 * Reads the rosters of a book: whom each cohort was meant for. Addresses are hashed at once, under the
 * ledger's key, so that they compare with what the ledger holds and go nowhere else.
 *
 * Fails with {@link ConfigurationWrong} naming file and line of everything that cannot be read.
 */
export const readRosters = (
  rosters: ReadonlyArray<RosterConfig>,
  hashEmail: HashEmail,
): Effect.Effect<Rosters, ConfigurationWrong> =>
  Effect.suspend(() => {
    const byCohort = new Map<string, ReadonlySet<string>>();
    const faults: Array<Fault> = [];
    for (const { program, cohort, mode = "live", file } of rosters) {
      const key = cohortKey({ mode, programId: program, name: cohort });
      const roster = readRoster(file, hashEmail);
      faults.push(...roster.faults);
      if (byCohort.has(key))
        faults.push({ where: file, problem: `is a second roster for the cohort ${key}` });
      byCohort.set(key, roster.people);
    }
    return faults.length > 0 ? Effect.fail(new ConfigurationWrong({ faults })) : Effect.succeed(byCohort);
  });
