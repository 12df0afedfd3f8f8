import { SEVERITIES, type SettlementState, verdict } from "@tieout/reconcile";
import { outside } from "../tables/column.ts";
import { CSV_FILES } from "../write-files.ts";
import { CellSums, printedSum, ROWS } from "./CellSums.ts";
import { type CsvRow, cell, SETTLEMENT_AMOUNTS } from "./csv-contract.ts";
import { capped, type Problem } from "./problem.ts";
import { type PublishedManifest, TOTAL_AMOUNTS } from "./published-manifest.ts";

const MANIFEST = "manifest.json";
const DAY_KEY = ["business_date", "account_id", "currency", "state"] as const;
const STATES: ReadonlyArray<SettlementState> = ["final", "pending", "review", "void", "open", "unproven"];

/** A column of a sum: what to call it, and the name it is added up under in rows and in their sum. */
type SumColumn = readonly [shown: string, added: string];

const DAY_COLUMNS: ReadonlyArray<SumColumn> = [
  ["batches", ROWS],
  ["transactions_captured", "transactions_captured"],
  ...SETTLEMENT_AMOUNTS.map((name): SumColumn => [name, name]),
];
const isAmount = (column: string): boolean => SETTLEMENT_AMOUNTS.some((name) => name === column);

/** The control figures of a report, added up from its CSVs while their rows go by, and held against what it states. */
export class ControlFigures {
  readonly #settlementDays = new CellSums({
    amounts: SETTLEMENT_AMOUNTS,
    counts: [ROWS, "transactions_captured"],
  });
  readonly #days = new CellSums({
    amounts: SETTLEMENT_AMOUNTS,
    counts: ["batches", "transactions_captured"],
  });
  readonly #currencies = new CellSums({ amounts: TOTAL_AMOUNTS, counts: [] });
  readonly #modes = new CellSums({
    amounts: [],
    counts: [ROWS, "credentials_declared", "credentials_issued"],
  });
  readonly #severities = new CellSums({ amounts: [], counts: [ROWS] });
  readonly #settlementStates = new Set<string>();
  readonly #cohortStates = new Set<string>();

  /** Adds a row of the CSV of this name. */
  add(file: string, row: CsvRow): void {
    if (file === CSV_FILES.settlements) {
      this.#settlementDays.add(
        DAY_KEY.map((column) => cell(row, column)),
        row,
      );
      if (cell(row, "currency") !== "") this.#currencies.add([cell(row, "currency")], row);
      this.#settlementStates.add(cell(row, "state"));
    } else if (file === CSV_FILES.days)
      this.#days.add(
        DAY_KEY.map((column) => cell(row, column)),
        row,
      );
    else if (file === CSV_FILES.cohorts) {
      this.#modes.add([cell(row, "mode")], row);
      this.#cohortStates.add(cell(row, "state"));
    } else if (file === CSV_FILES.exceptions && cell(row, "status") !== "resolved")
      this.#severities.add([cell(row, "severity")], row);
  }

  /** Where settlement-by-day.csv is not the sum of settlement-by-batch.csv. */
  dayProblems(): ReadonlyArray<Problem> {
    const lacking = [...this.#settlementDays.groups]
      .filter(({ key }) => this.#days.of(key) === undefined)
      .map(({ key }) => `has no row for ${key.join(", ")}, and ${CSV_FILES.settlements} has`);
    const differing = [...this.#days.groups].flatMap(({ key, sums }) => {
      const right = this.#settlementDays.of(key);
      if (right === undefined)
        return [`has a row for ${key.join(", ")}, and ${CSV_FILES.settlements} has none`];
      return DAY_COLUMNS.flatMap(([shown, added]) => {
        const [stated, computed] = [sums.get(shown) ?? null, right.get(added) ?? null];
        if (stated === computed) return [];
        const currency = isAmount(shown) ? (key[2] ?? "") : null;
        return [
          `says ${shown} ${printedSum(stated, currency) || "nothing"} for ${key.join(", ")}; ` +
            `the rows of ${CSV_FILES.settlements} add up to ${printedSum(computed, currency) || "nothing"}`,
        ];
      });
    });
    return capped(CSV_FILES.days, [...lacking, ...differing]);
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
      TOTAL_AMOUNTS.flatMap((name) => {
        const computed = printedSum(this.#currencies.of([currency])?.get(name), currency);
        return differing(
          `${name} in ${currency}`,
          stated.get(currency)?.[name] ?? "",
          computed,
          CSV_FILES.settlements,
        );
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
        differing(
          `${mode} ${shown}`,
          String(value ?? ""),
          printedSum(computed?.get(added), null),
          CSV_FILES.cohorts,
        ),
      );
    });
  }

  #exceptionProblems({ exceptions }: PublishedManifest): ReadonlyArray<string> {
    const counts = SEVERITIES.map((severity) => Number(this.#severities.of([severity])?.get(ROWS) ?? 0n));
    const open = counts.reduce((sum, count) => sum + count, 0);
    return [
      ...differing("open exceptions", String(exceptions.open), String(open), CSV_FILES.exceptions),
      ...SEVERITIES.flatMap((severity, at) =>
        differing(
          `open exceptions that are ${severity}`,
          String(exceptions.by_severity[severity]),
          String(counts[at]),
          CSV_FILES.exceptions,
        ),
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

const differing = (what: string, stated: string, computed: string, file: string): ReadonlyArray<string> =>
  stated === computed
    ? []
    : [`says ${stated || "nothing"} of ${what}; the rows of ${file} come to ${computed || "nothing"}`];
