import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Planted, Truth } from "@tieout/sandbox";
import { type Ended, tieout } from "../bundle.ts";
import { type CsvRow, cell, csv, json } from "../published.ts";
import { type SandboxProcess, startSandboxProcess } from "../sandbox-process.ts";

/** What a run of the real app said about a world, and what is so. */
export interface Judged {
  /** Where the report is. */
  readonly directory: string;
  /** What the run had to assume, a line each. */
  readonly warnings: readonly string[];
  readonly manifest: ReturnType<typeof json>;
  readonly truth: Truth;
  readonly settlements: readonly CsvRow[];
  readonly days: readonly CsvRow[];
  readonly cohorts: readonly CsvRow[];
  readonly exceptions: readonly CsvRow[];
  readonly restatements: readonly CsvRow[];
}

const UTC = { timezone: "UTC", cutoff: "00:00" } as const;

/** A sandbox with what is named planted in it, and nothing else. */
export const plantedSandbox = (plants: string, ...options: readonly string[]): Promise<SandboxProcess> =>
  startSandboxProcess("--clean", "--plant", plants, ...options);

/** How a world is run. */
export interface Run {
  readonly cwd: string;
  readonly asOf?: string;
  readonly calendar?: { readonly timezone: string; readonly cutoff: string };
  /** For batches that show no currency. */
  readonly assume?: string;
  readonly options?: readonly string[];
  /** Where the reports go, below `cwd`. */
  readonly out?: string;
  /** Where in the book its report stands; `latest` where none is named. */
  readonly place?: string;
}

/** Runs the built app against a sandbox, to whatever end. */
export const runOn = (sandbox: SandboxProcess, run: Run, { isQuiet } = { isQuiet: true }): Promise<Ended> => {
  const { cwd, asOf = sandbox.asOf, calendar = UTC, assume, options = [], out = "out" } = run;
  const days = ["--timezone", calendar.timezone, "--cutoff", calendar.cutoff];
  const quiet = isQuiet ? ["--quiet"] : [];
  return tieout(["run", ...quiet, "--as-of", asOf, "--out", out, ...days, ...options], {
    cwd,
    env: { ...sandbox.env, ...(assume === undefined ? {} : { KOARD_ASSUME_CURRENCY: assume }) },
  });
};

/** Runs the built app against a sandbox, and reads what it published with a strict parser. */
export const judged = async (sandbox: SandboxProcess, run: Run): Promise<Judged> => {
  // Not quietly, which leaves the warnings out.
  const ended = await runOn(sandbox, run, { isQuiet: false });
  const warnings = ended.stderr.split("\n").filter((line) => line !== "");
  if (ended.code !== 0 || !warnings.every((line) => line.startsWith("Warning: ")))
    throw new Error(`exit ${ended.code}: ${ended.stderr}`);
  const directory = join(run.cwd, run.out ?? "out", "default", run.place ?? "latest");
  const manifest = json(directory, "manifest.json");
  const { from, to } = manifest.window;
  const assume = run.assume === undefined ? {} : { assume: run.assume };
  return {
    directory,
    warnings,
    manifest,
    truth: await sandbox.truth({ ...(run.calendar ?? UTC), from, to, ...assume }),
    settlements: csv(directory, "settlement-by-batch.csv"),
    days: csv(directory, "settlement-by-day.csv"),
    cohorts: csv(directory, "credentials-by-cohort.csv"),
    exceptions: csv(directory, "exceptions.csv"),
    restatements: csv(directory, "restatements.csv"),
  };
};

/** The irregularities of a name, of which a test needs at least one. */
export const plantsOf = (
  { truth }: Pick<Judged, "truth">,
  name: string,
): readonly [Planted, ...Planted[]] => {
  const [first, ...others] = truth.planted.filter((one) => one.name === name);
  if (first === undefined) throw new Error(`the world has no ${name}`);
  return [first, ...others];
};

/** The rows of which `column` is `value`. */
export const rowsWhere = (rows: readonly CsvRow[], column: string, value: string): readonly CsvRow[] =>
  rows.filter((row) => cell(row, column) === value);

/** The only row of which `column` is `value`. */
export const rowWhere = (rows: readonly CsvRow[], column: string, value: string): CsvRow => {
  const found = rowsWhere(rows, column, value);
  const [row] = found;
  if (row === undefined || found.length > 1)
    throw new Error(`${found.length} rows have ${value} as ${column}`);
  return row;
};

/** The batch that holds the first irregularity of a name, as the truth and as the report have it. */
export const batchOf = (report: Judged, name: string) => {
  const [planted] = plantsOf(report, name);
  const id = planted.batchId ?? "";
  const truth = report.truth.settlements.find(({ batchId }) => batchId === id);
  if (truth === undefined) throw new Error(`the truth has no batch for ${name}`);
  return { planted, truth, row: rowWhere(report.settlements, "batch_id", id) };
};

/** The codes of all exceptions about an entity, sorted. */
export const codesOf = ({ exceptions }: Pick<Judged, "exceptions">, entityId: string): readonly string[] =>
  exceptions
    .filter((row) => cell(row, "entity_id") === entityId)
    .map((row) => cell(row, "code"))
    .sort();

/** Whole minor units of a printed amount, worked out from its text. */
export const minor = (amount: string): bigint => BigInt(amount.replace(".", ""));

/** An empty directory for all tests of a file, until it is removed. */
export const fileDirectory = (): { readonly cwd: string; readonly remove: () => void } => {
  const cwd = mkdtempSync(join(tmpdir(), "tieout-"));
  return { cwd, remove: () => rmSync(cwd, { recursive: true, force: true }) };
};
