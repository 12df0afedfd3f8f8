import { SEVERITIES, type SettlementState, TOTALLED_AMOUNTS, verdict } from "@tieout/reconcile";
import { cohorts } from "../tables/cohorts.ts";
import { outside } from "../tables/column.ts";
import { exceptions } from "../tables/exceptions.ts";
import { settlementDays } from "../tables/settlement-days.ts";
import { settlements } from "../tables/settlements.ts";
import { columnsOf } from "../tables/Table.ts";
import { CellSums, printedSum, ROWS } from "./CellSums.ts";
import { capped, type Problem } from "./problem.ts";
import type { PublishedManifest } from "./published-manifest.ts";
import { type CsvRow, cell } from "./read-csv.ts";

const MANIFEST = "manifest.json";
// All rows of a report are of one book.
const DAY_KEY = settlementDays.key.filter((column) => column !== "book");
const DAY_AMOUNTS = columnsOf(settlementDays, "amount");
const DAY_COUNTS = columnsOf(settlementDays, "count");
const STATES: ReadonlyArray<SettlementState> = ["final", "pending", "review", "void", "open", "unproven"];

/** What a column of a day is added up of: `batches` of the rows of settlement-by-batch.csv themselves. */
const summedOf = (column: string): string => (column === "batches" ? ROWS : column);

/** The control figures of a report, added up from its CSVs while their rows go by, and held against what it states. */
export class ControlFigures {
  readonly #settlementDays = new CellSums({ amounts: DAY_AMOUNTS, counts: DAY_COUNTS.map(summedOf) });
  readonly #days = new CellSums({ amounts: DAY_AMOUNTS, counts: DAY_COUNTS });
  readonly #currencies = new CellSums({ amounts: TOTALLED_AMOUNTS, counts: [] });
  readonly #modes = new CellSums({
    amounts: [],
    counts: [ROWS, "credentials_declared", "credentials_issued"],
  });
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
      if (cell(row, "currency") !== "") this.#currencies.add([cell(row, "currency")], row);
      this.#settlementStates.add(cell(row, "state"));
    } else if (file === settlementDays.file)
      this.#days.add(
        DAY_KEY.map((column) => cell(row, column)),
        row,
      );
    else if (file === cohorts.file) {
      this.#modes.add([cell(row, "mode")], row);
      this.#cohortStates.add(cell(row, "state"));
    } else if (file === exceptions.file && cell(row, "status") !== "resolved")
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
      ...this.#currencyProblems(manifest),
      ...this.#credentialProblems(manifest),
      ...this.#exceptionProblems(manifest),
      ...this.#verdictProblems(manifest),
    ]);
  }

  #currencyProblems({ totals }: PublishedManifest): ReadonlyArray<string> {
    const stated = new Map(totals.currencies.map((sum) => [outside(sum.currency), sum]));
    const currencies = new Set([
      ...stated.keys(),
      ...[...this.#currencies.groups].map(({ key: [name = ""] }) => name),
    ]);
    return [...currencies].flatMap((currency) =>
      TOTALLED_AMOUNTS.flatMap((name) => {
        const computed = printedSum(this.#currencies.of([currency])?.get(name), currency);
        return differing(`${name} in ${currency}`, {
          stated: stated.get(currency)?.[name] ?? "",
          computed,
          file: settlements.file,
        });
      }),
    );
  }

  #credentialProblems({ totals }: PublishedManifest): ReadonlyArray<string> {
    const stated = new Map(totals.credentials.map((sum) => [outside(sum.mode), sum]));
    const modes = new Set([...stated.keys(), ...[...this.#modes.groups].map(({ key: [name = ""] }) => name)]);
    return [...modes].flatMap((mode) => {
      const sum = stated.get(mode);
      const computed = this.#modes.of([mode]);
      const columns = [
        ["cohorts", sum?.cohorts, ROWS],
        ["credentials declared", sum?.declared, "credentials_declared"],
        ["credentials issued", sum?.issued, "credentials_issued"],
      ] as const;
      return columns.flatMap(([shown, value, added]) =>
        differing(`${mode} ${shown}`, {
          stated: String(value ?? ""),
          computed: printedSum(computed?.get(added), null),
          file: cohorts.file,
        }),
      );
    });
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
    const computed = verdict({
      unread: 0,
      settlements: STATES.filter((state) => this.#settlementStates.has(state)).map((state) => ({ state })),
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
