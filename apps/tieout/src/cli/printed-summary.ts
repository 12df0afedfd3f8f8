import { titleOf } from "../config/sources.ts";
import type { Summary } from "../operate/night/summarise.ts";
import { asLines } from "../operate/printable.ts";
import { grouped, line, plural } from "./layout.ts";

const AMOUNT_WIDTH = 16;

const cells = (texts: ReadonlyArray<string | null>): string =>
  texts.map((text) => (text ?? "not known").padStart(AMOUNT_WIDTH)).join("");

const revision = ({ revision: number }: Summary): string => (number === 0 ? "" : `revision ${number}: `);

const heading = (summary: Summary): string =>
  line("Report", `${summary.book}, ${summary.day}, ${revision(summary)}${summary.verdict}`);

const window = (summary: Summary): ReadonlyArray<string> => {
  const { from, to, timezone, cutoff } = summary.window;
  return [
    line("Window", `${from} up to, not including, ${to} (days begin at ${cutoff}, ${timezone})`),
    ...(summary.series === "window"
      ? [line("", "of its own: beside the nightly reports, and compared with none")]
      : []),
  ];
};

const credentials = (figures: Summary["credentials"]): ReadonlyArray<string> =>
  figures === null
    ? [line("Credentials", `${titleOf("credentials")} was never asked: it has no key, or was left out`)]
    : [
        line(
          "Credentials",
          `${plural(figures.cohorts, "cohort")}, ${plural(figures.batches, "batch", "batches")}: ` +
            `${grouped(figures.issued)} issued (${grouped(figures.issued_in_window)} in the window), ` +
            `${grouped(figures.declared)} declared`,
        ),
        ...(figures.unproven === 0 ? [] : [line("", `${plural(figures.unproven, "cohort")} unproven`)]),
      ];

type States = NonNullable<Summary["settlements"]>["totals"][string];

/** What a state adds beside the settled money: what is declared of it, since not all of it was computed. */
const beside = ([state, { batches, captured_declared }]: readonly [string, States[string]]): string =>
  `${captured_declared === null ? "not known" : grouped(captured_declared)} ${state} (${plural(batches, "batch", "batches")})`;

/** The settled money of a currency, and beside it what was captured in other states, which is no money received. */
const currencyLines = ([currency, { final, ...others }]: readonly [
  string,
  States,
]): ReadonlyArray<string> => {
  const besides = Object.entries(others).map(beside);
  const settled = final && [
    // Sizes, so that a surplus in one batch makes up for no lack in another.
    final.captured_computed,
    final.refunded_computed,
    final.net_computed,
    final.unexplained_absolute,
  ];
  return [
    line(
      `  ${currency}`,
      settled === undefined
        ? "nothing settled"
        : cells(settled.map((amount) => (amount === null ? null : grouped(amount)))),
    ),
    ...(besides.length === 0 ? [] : [line("", `not settled, as declared captured: ${besides.join(", ")}`)]),
  ];
};

const settlements = (figures: Summary["settlements"]): ReadonlyArray<string> => {
  if (figures === null)
    return [line("Settlements", `${titleOf("settlements")} was never asked: it has no key, or was left out`)];
  return [
    line("Settlements", plural(figures.batches, "batch", "batches")),
    line("", cells(["captured", "refunded", "net", "unexplained"])),
    ...Object.entries(figures.totals).flatMap(currencyLines),
  ];
};

type Exceptions = Summary["exceptions"];

/** How many there are, and how many of them still have to be looked at. */
const counts = ({ open, decided, by_severity, ...others }: Exceptions): string => {
  const severities = Object.entries(by_severity).flatMap(([name, count]) =>
    count === 0 ? [] : [`${count} ${name}`],
  );
  const parts = severities.length === 0 ? "" : `: ${severities.join(", ")}`;
  const expired = others.expired === 0 ? "" : `, ${others.expired} expired`;
  const known = decided === 0 ? "" : `; ${decided} decided about`;
  return `${open} open${parts} (${others.new} new, ${others.resolved} resolved${expired}${known})`;
};

/** What people have to see to, before any figure. */
const toDo = (exceptions: Exceptions): ReadonlyArray<string> => [
  line(exceptions.worst.length === 0 ? "Exceptions" : "To do", counts(exceptions)),
  ...exceptions.worst.flatMap((row) => [
    line(`  ${row.severity}`, `${row.exception_id} ${row.code}: ${row.what_happened}`),
    line("", row.what_to_do),
  ]),
];

/** What is known already, behind the figures. */
const known = ({ known: rows }: Exceptions): ReadonlyArray<string> =>
  rows.map((row, at) => {
    const until = row.decision_until === null ? "" : ` until ${row.decision_until}`;
    return line(
      at === 0 ? "Decided" : "",
      `${row.exception_id} ${row.code}: ${row.decision}${until}; ${row.what_happened}`,
    );
  });

const restatements = (count: number): ReadonlyArray<string> =>
  count === 0
    ? []
    : [
        line(
          "Restatements",
          count === 1
            ? "1 figure changed since it was published"
            : `${grouped(count)} figures changed since they were published`,
        ),
      ];

/** Prints a summary for a person in finance: figures with thousands separated, and where the files are. */
export const printedSummary = (summary: Summary): string =>
  asLines([
    heading(summary),
    ...toDo(summary.exceptions),
    ...window(summary),
    ...credentials(summary.credentials),
    ...settlements(summary.settlements),
    ...restatements(summary.restatements),
    ...known(summary.exceptions),
    line(
      "Files",
      summary.published ? summary.directory : `${summary.directory} (nothing changed since it was published)`,
    ),
  ]);
