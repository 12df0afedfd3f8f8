import {
  isLeftOut,
  isOpenException,
  SETTLEMENT_STATES,
  SEVERITIES,
  totalledMode,
  verdict,
} from "@tieout/reconcile";
import { SOURCES } from "../../config/sources.ts";
import { cohorts } from "../tables/cohorts.ts";
import { outside } from "../tables/column.ts";
import { exceptions } from "../tables/exceptions.ts";
import { settlementDays } from "../tables/settlement-days.ts";
import { settlements } from "../tables/settlements.ts";
import { columnsOf } from "../tables/Table.ts";
import { CellSums, printedSum, ROWS } from "./CellSums.ts";
import { capped, type Problem } from "./problem.ts";
import { type PublishedManifest, STATED_AMOUNTS } from "./published-manifest.ts";
import { type CsvRow, cell } from "./read-csv.ts";

const MANIFEST = "manifest.json";
// All rows of a report are of one book.
const DAY_KEY = settlementDays.key.filter((column) => column !== "book");
const DAY_AMOUNTS = columnsOf(settlementDays, "amount");
const DAY_COUNTS = columnsOf(settlementDays, "count");

/** What the manifest calls the sum of a column of credentials-by-cohort.csv. */
const CREDENTIAL_TOTALS = [
  ["declared", "credentials_declared"],
  ["issued", "credentials_issued"],
  ["people", "people"],
] as const;

/** A row with the size of what is unexplained in it beside its columns. */
const withSize = (row: CsvRow): CsvRow => ({
  ...row,
  unexplained_absolute: cell(row, "unexplained").replace(/^-/, ""),
});

/** What a column of a day is added up of: `batches` of the rows of settlement-by-batch.csv themselves. */
const summedOf = (column: string): string => (column === "batches" ? ROWS : column);

/** The control figures of a report, added up from its CSVs while their rows go by, and held against what it states. */
export class ControlFigures {
  readonly #settlementDays = new CellSums({ amounts: DAY_AMOUNTS, counts: DAY_COUNTS.map(summedOf) });
  readonly #days = new CellSums({ amounts: DAY_AMOUNTS, counts: DAY_COUNTS });
  /** By currency and state. */
  readonly #totals = new CellSums({ amounts: STATED_AMOUNTS, counts: [ROWS] });
  readonly #modes = new CellSums({ amounts: [], counts: CREDENTIAL_TOTALS.map(([, column]) => column) });
  readonly #severities = new CellSums({ amounts: [], counts: [ROWS] });
  readonly #settlementStates = new Set<string>();
  readonly #cohortStates = new Set<string>();

  /** Adds a row of the CSV of this name. */
  add(file: string, row: CsvRow): void {
    if (file === settlements.file) {
      this.#settlementDays.add(
        DAY_KEY.map((column) => cell(row, column)),
        row,
      );
      if (cell(row, "currency") !== "")
        this.#totals.add([cell(row, "currency"), cell(row, "state")], withSize(row));
      this.#settlementStates.add(cell(row, "state"));
    } else if (file === settlementDays.file)
      this.#days.add(
        DAY_KEY.map((column) => cell(row, column)),
        row,
      );
    else if (file === cohorts.file) {
      this.#modes.add([cell(row, "mode")], row);
      this.#cohortStates.add(cell(row, "state"));
    } else if (file === exceptions.file && isOpenException({ status: cell(row, "status") }))
      this.#severities.add([cell(row, "severity")], row);
  }

  /** Where settlement-by-day.csv is not the sum of settlement-by-batch.csv. */
  dayProblems(): ReadonlyArray<Problem> {
    const lacking = [...this.#settlementDays.groups]
      .filter(({ key }) => this.#days.of(key) === undefined)
      .map(({ key }) => `has no row for ${key.join(", ")}, and ${settlements.file} has`);
    const differing = [...this.#days.groups].flatMap(({ key, sums }) => {
      const right = this.#settlementDays.of(key);
      if (right === undefined) return [`has a row for ${key.join(", ")}, and ${settlements.file} has none`];
      return [...DAY_COUNTS, ...DAY_AMOUNTS].flatMap((shown) => {
        const [stated, computed] = [sums.get(shown) ?? null, right.get(summedOf(shown)) ?? null];
        if (stated === computed) return [];
        const currency = DAY_AMOUNTS.includes(shown) ? (key[DAY_KEY.indexOf("currency")] ?? "") : null;
        return [
          `says ${shown} ${printedSum(stated, currency) || "nothing"} for ${key.join(", ")}; ` +
            `the rows of ${settlements.file} add up to ${printedSum(computed, currency) || "nothing"}`,
        ];
      });
    });
    return capped(settlementDays.file, [...lacking, ...differing]);
  }

  /** Where the manifest states other totals, counts of exceptions or another verdict than the CSVs give. */
  manifestProblems(manifest: PublishedManifest): ReadonlyArray<Problem> {
    return capped(MANIFEST, [
      ...this.#settlementProblems(manifest),
      ...this.#credentialProblems(manifest),
      ...this.#exceptionProblems(manifest),
      ...this.#verdictProblems(manifest),
    ]);
  }

  #settlementProblems({ totals }: PublishedManifest): ReadonlyArray<string> {
    const stated = Object.entries(totals.settlements).flatMap(([currency, states]) =>
      Object.entries(states).map(([state, sum]) => ({ key: [outside(currency), state], sum })),
    );
    const statedOf = new Map(stated.map(({ key, sum }) => [JSON.stringify(key), sum]));
    const keys = new Map([...stated, ...this.#totals.groups].map(({ key }) => [JSON.stringify(key), key]));
    return [...keys].flatMap(([name, key]) => {
      const [currency = "", state = ""] = key;
      const [sum, rows] = [statedOf.get(name), this.#totals.of(key)];
      return ["batches" as const, ...STATED_AMOUNTS].flatMap((column) =>
        differing(`${column} in ${currency} that is ${state}`, {
          stated: String(sum?.[column] ?? ""),
          computed: printedSum(rows?.get(summedOf(column)), column === "batches" ? null : currency),
          file: settlements.file,
        }),
      );
    });
  }

  #credentialProblems({ totals, sources }: PublishedManifest): ReadonlyArray<string> {
    const issuer = SOURCES.find(({ role }) => role === "credentials");
    const modes = [...this.#modes.groups].map(({ key: [mode = ""] }) => mode);
    const mode = totalledMode(sources[issuer?.name ?? ""]?.mode ?? null, modes);
    return CREDENTIAL_TOTALS.flatMap(([name, column]) =>
      differing(`credentials, ${name}`, {
        stated: String(totals.credentials[name] ?? ""),
        computed: printedSum(this.#modes.of([outside(mode)])?.get(column), null),
        file: cohorts.file,
      }),
    );
  }

  #exceptionProblems(manifest: PublishedManifest): ReadonlyArray<string> {
    const counts = SEVERITIES.map((severity) => Number(this.#severities.of([severity])?.get(ROWS) ?? 0n));
    const open = counts.reduce((sum, count) => sum + count, 0);
    return [
      ...differing("open exceptions", {
        stated: String(manifest.exceptions.open),
        computed: String(open),
        file: exceptions.file,
      }),
      ...SEVERITIES.flatMap((severity, at) =>
        differing(`open exceptions that are ${severity}`, {
          stated: String(manifest.exceptions.by_severity[severity]),
          computed: String(counts[at]),
          file: exceptions.file,
        }),
      ),
    ];
  }

  #verdictProblems(manifest: PublishedManifest): ReadonlyArray<string> {
    // What was left unread is in no file, so nothing here can take `incomplete` back.
    if (manifest.verdict === "incomplete") return [];
    const sources = Object.values(manifest.sources);
    const computed = verdict({
      unread: 0,
      isPartial: sources.some(isLeftOut),
      leftOut: sources.reduce((sum, { invalid }) => sum + (invalid ?? 0), 0),
      settlements: SETTLEMENT_STATES.filter((state) => this.#settlementStates.has(state)).map((state) => ({
        state,
      })),
      cohorts: [...this.#cohortStates].map((state) => ({ state: state === "final" ? "final" : "unproven" })),
    });
    return manifest.verdict === computed
      ? []
      : [`says that the verdict is ${manifest.verdict}; the states of the rows make it ${computed}`];
  }
}

/** A figure as the manifest states it, and as the rows of a file give it; empty where one of them has none. */
interface Compared {
  readonly stated: string;
  readonly computed: string;
  readonly file: string;
}

const differing = (what: string, { stated, computed, file }: Compared): ReadonlyArray<string> =>
  stated === computed
    ? []
    : [`says ${stated || "nothing"} of ${what}; the rows of ${file} come to ${computed || "nothing"}`];
