import { formatMinor, parseAmount } from "@tieout/reconcile";
import { type CsvRow, cell, csv, json } from "../e2e/published.ts";
import { unguard } from "../publish/unguard.ts";
import type { Shown, ShownTable } from "./shown.ts";

/** A figure with its thousands apart, in another way than the page's own. */
const grouped = (decimal: string): string => {
  const [, sign = "", whole = "", rest = ""] = /^(-?)(\d+)(\.\d+)?$/.exec(decimal) ?? [];
  const groups: string[] = [];
  for (let end = whole.length; end > 0; end -= 3) groups.unshift(whole.slice(Math.max(0, end - 3), end));
  return `${sign}${groups.join(",")}${rest}`;
};

/** A figure as the pages show it. */
export const figure = (decimal: string): string => (decimal === "" ? "not known" : grouped(decimal));

const sized = (decimal: string): string => decimal.replace(/^-/, "");

/** The sum of a column in a currency; empty where every cell is. */
const sum = (rows: readonly CsvRow[], of: (row: CsvRow) => string, currency: string): string => {
  const cells = rows.map(of).filter((text) => text !== "");
  if (cells.length === 0) return "";
  return formatMinor(
    cells.reduce((total, text) => total + (parseAmount(text, currency) ?? 0n), 0n),
    currency,
  );
};

const by = (rows: readonly CsvRow[], column: string) => Map.groupBy(rows, (row) => cell(row, column));

const STATES = [
  ["final", "Settled"],
  ["pending", "In flight: closed, not accepted yet"],
  ["open", "Open"],
  ["review", "Under review"],
  ["unproven", "Not proved: details missing"],
  ["void", "Void: rejected or cancelled"],
] as const;

const moneyTables = (batches: readonly CsvRow[]): readonly ShownTable[] =>
  [...by(batches, "currency")]
    .filter(([currency]) => currency !== "")
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([currency, rows]) => ({
      name: "money",
      caption: currency,
      rows: STATES.flatMap(([state, title]) => {
        const some = rows.filter((row) => cell(row, "state") === state);
        const total = (column: string) => figure(sum(some, (row) => cell(row, column), currency));
        if (some.length === 0) return [];
        return [
          [
            ...[title, String(some.length), total("captured_computed"), total("refunded_computed")],
            ...[total("net_computed"), total("unexplained")],
            figure(sum(some, (row) => sized(cell(row, "unexplained")), currency)),
            total("captured_declared"),
          ],
        ];
      }),
    }));

const isUntied = (row: CsvRow): boolean =>
  cell(row, "state") === "unproven" ||
  /[1-9]/.test(cell(row, "unexplained")) ||
  [cell(row, "captured_basis"), cell(row, "refunded_basis")].includes("none");

const dayTables = (days: readonly CsvRow[], batches: readonly CsvRow[]): readonly ShownTable[] =>
  [
    ...by(
      days.filter((row) => cell(row, "state") !== "void"),
      "currency",
    ),
  ]
    .filter(([currency]) => currency !== "")
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([currency, rows]) => {
      const shown = [...by(rows, "business_date")].sort(([left], [right]) => (left < right ? -1 : 1));
      const untied = new Set(
        batches
          .filter(
            (row) => cell(row, "currency") === currency && cell(row, "state") !== "void" && isUntied(row),
          )
          .map((row) => cell(row, "business_date")),
      );
      const said =
        untied.size === 0
          ? "all of which tie out"
          : `of which ${untied.size} ${untied.size === 1 ? "does" : "do"} not tie out`;
      return {
        name: "days",
        caption: `Captured and refunded in ${currency} on ${shown.length} business days, ${said}`,
        rows: shown.map(([day, some]) => [
          day,
          grouped(sum(some, (row) => cell(row, "captured_computed"), currency)),
          grouped(sum(some, (row) => cell(row, "refunded_computed"), currency)),
          untied.has(day) ? "no" : "yes",
        ]),
      };
    });

const isFigure = (text: string): boolean => /^-?\d+(?:\.\d+)?$/.test(text);

const changeRow = (row: CsvRow): readonly string[] =>
  [
    ...["field", "business_date", "currency", "published", "restated", "difference", "cause"],
    "first_published_in",
  ]
    .map((column) => cell(row, column))
    .map((text) =>
      text === ""
        ? "–"
        : isFigure(text) && !cell(row, "field").endsWith("_id")
          ? grouped(text)
          : unguard(text),
    );

const changeTable = (rows: readonly CsvRow[]): ShownTable => ({
  name: "changes",
  caption: `${rows.length} figures of ${by(rows, "entity_id").size} batches that a report showed otherwise before`,
  rows: [...by(rows, "entity_id")].flatMap(([id, some]) => [
    [`${cell(some[0] ?? {}, "entity")} ${unguard(id)}`],
    ...some.map(changeRow),
  ]),
});

const cohortTable = (rows: readonly CsvRow[]): ShownTable => ({
  name: "cohorts",
  caption: "Each cohort",
  rows: rows.map((row) => [
    unguard(cell(row, "cohort")).replace(/\s+/g, " ").trim(),
    unguard(cell(row, "program_name") || cell(row, "program_id")),
    cell(row, "mode"),
    ...["credentials_declared", "credentials_issued", "issued_in_window", "people"].map((column) =>
      figure(cell(row, column)),
    ),
    cell(row, "state"),
  ]),
});

const exceptionArticle = (row: CsvRow): readonly string[] => {
  const money = cell(row, "money_at_stake");
  const nights = Number(cell(row, "nights"));
  const cause = cell(row, "likely_cause");
  return [
    `${cell(row, "severity")} ${cell(row, "code")}${cell(row, "status") === "new" ? " new" : ""}`,
    unguard(cell(row, "what_happened")),
    `To do: ${unguard(cell(row, "what_to_do"))}`,
    [
      `${cell(row, "entity")} ${unguard(cell(row, "entity_id"))}`,
      ...(money === "" ? [] : [`${grouped(money)} ${cell(row, "currency")} at stake`]),
      ...(cause === "" ? [] : [`likely cause: ${cause}`]),
      `${nights} ${nights === 1 ? "night" : "nights"}, since ${cell(row, "first_seen")}`,
      cell(row, "exception_id"),
    ].join(" · "),
    cell(row, "exception_id"),
  ];
};

const untiedArticle = (row: CsvRow): readonly string[] => {
  const money = (column: string) => figure(cell(row, column));
  const total = (name: string, column: string) =>
    `${name}: declared ${money(`${column}_declared`)}, computed ${money(`${column}_computed`)}, difference ${money(`${column}_difference`)}, basis ${cell(row, `${column}_basis`) || "not known"}`;
  return [
    cell(row, "batch_id"),
    `${cell(row, "business_date")}, ${cell(row, "processor_name")}, ${cell(row, "state")} (${cell(row, "status")}), ${cell(row, "currency") || "no currency known"}`,
    total("Captured", "captured"),
    total("Refunded", "refunded"),
    `Net: declared ${money("net_declared")}, computed ${money("net_computed")}, not explained ${money("unexplained")}`,
  ];
};

/** What the page of a report has to show, made of the report's other files alone. */
export const expectedFrom = (report: string): Shown => {
  const manifest = json(report, "manifest.json");
  const batches = csv(report, "settlement-by-batch.csv");
  const restatements = csv(report, "restatements.csv");
  const exceptions = csv(report, "exceptions.csv");
  const csvs = manifest.files.filter(({ name }: { name: string }) => name.endsWith(".csv"));
  return {
    tables: [
      ...moneyTables(batches),
      ...(restatements.length === 0 ? [] : [changeTable(restatements)]),
      ...dayTables(csv(report, "settlement-by-day.csv"), batches),
      cohortTable(csv(report, "credentials-by-cohort.csv")),
      {
        name: "conventions",
        caption: "How each processor counts, learned from its final batches",
        rows: manifest.conventions.map((one: Readonly<Record<string, string | number | boolean | null>>) => [
          ...[one["processor_name"], one["total"], one["basis"] ?? "not known"].map(String),
          ...[one["telling"], one["fits"]].map(String),
          one["fixed"] === true ? "by the configuration" : "no",
        ]),
      },
      {
        name: "counts",
        caption: "Every batch that a source lists",
        rows: ["record", "koard"].map((name) => {
          const { listed, in_window, before, after, invalid } = manifest.sources[name];
          const title = name === "record" ? "Record" : "Koard";
          return [title, ...[listed, in_window, before, after, invalid].map((one) => grouped(String(one)))];
        }),
      },
      {
        name: "files",
        caption: "The CSVs that this page was made with",
        rows: csvs.map(({ name, rows, sha256 }: { name: string; rows: number; sha256: string }) => [
          name,
          grouped(String(rows)),
          sha256,
        ]),
      },
    ],
    articles: {
      "What to do today": exceptions
        .filter((row) => ["new", "open"].includes(cell(row, "status")))
        .map(exceptionArticle),
      "Batches that do not tie out": batches.filter(isUntied).map(untiedArticle),
    },
  };
};
