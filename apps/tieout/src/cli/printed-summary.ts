import { titleOf } from "../config/sources.ts";
import type { Summary } from "../operate/night/summarise.ts";
import { grouped, line, plural } from "./layout.ts";
import { asLines } from "./printable.ts";

const AMOUNT_WIDTH = 16;

const cells = (texts: ReadonlyArray<string | null>): string =>
  texts.map((text) => (text ?? "not known").padStart(AMOUNT_WIDTH)).join("");

const revision = ({ revision: number }: Summary): string => (number === 0 ? "" : `revision ${number}: `);

const heading = (summary: Summary): ReadonlyArray<string> => {
  const { from, to, timezone, cutoff } = summary.window;
  return [
    line("Report", `${summary.book}, ${summary.day}, ${revision(summary)}${summary.verdict}`),
    line("Window", `${from} up to, not including, ${to} (days begin at ${cutoff}, ${timezone})`),
    ...(summary.series === "window"
      ? [line("", "of its own: beside the nightly reports, and compared with none")]
      : []),
  ];
};

const credentials = (figures: Summary["credentials"]): ReadonlyArray<string> =>
  figures === null
    ? [line("Credentials", `${titleOf("credentials")} is not configured`)]
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
  if (figures === null) return [line("Settlements", `${titleOf("settlements")} is not configured`)];
  return [
    line("Settlements", plural(figures.batches, "batch", "batches")),
    line("", cells(["captured", "refunded", "net", "unexplained"])),
    ...Object.entries(figures.totals).flatMap(currencyLines),
  ];
};

const exceptions = ({
  open,
  by_severity,
  worst,
  ...counts
}: Summary["exceptions"]): ReadonlyArray<string> => {
  const severities = Object.entries(by_severity).flatMap(([name, count]) =>
    count === 0 ? [] : [`${count} ${name}`],
  );
  const parts = severities.length === 0 ? "" : `: ${severities.join(", ")}`;
  const expired = counts.expired === 0 ? "" : `, ${counts.expired} expired`;
  return [
    line("Exceptions", `${open} open${parts} (${counts.new} new, ${counts.resolved} resolved${expired})`),
    ...worst.map((row) => line(`  ${row.severity}`, `${row.code}: ${row.what_happened}`)),
  ];
};

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
    ...heading(summary),
    ...credentials(summary.credentials),
    ...settlements(summary.settlements),
    ...exceptions(summary.exceptions),
    ...restatements(summary.restatements),
    line(
      "Files",
      summary.published ? summary.directory : `${summary.directory} (nothing changed since it was published)`,
    ),
  ]);
