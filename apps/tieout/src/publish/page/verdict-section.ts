import type { Report } from "../../close/Report.ts";
import { plural } from "./figures.ts";
import { type Html, html } from "./html.ts";
import { titledSources } from "./proof-section.ts";
import { untiedRows } from "./untied-rows.ts";

const VERDICTS: Readonly<Record<Report["verdict"], string>> = {
  final: "Final: everything in the window is settled and was proved.",
  provisional: "Provisional: something in the window may still change, or could not be proved.",
  incomplete: "Incomplete: something was left unread, and the next run may read it.",
};

/** How fresh what a report says of a source is. */
const freshness = (report: Report): Html =>
  html`${titledSources(report).map(({ title, asked, last_asked: last }) =>
    asked
      ? html` ${title} was read for this report.`
      : last === null
        ? html` ${title} was never read, and is not in it.`
        : html` ${title} was not read: what is said of it is of ${last}.`,
  )}`;

/** The report in a sentence, with its day and window, how fresh each source is, and what no exception says. */
export const verdictSection = (report: Report): Html => {
  const untied = untiedRows(report).length;
  const money =
    report.settlements === null
      ? ""
      : untied === 0
        ? " Every batch ties out."
        : ` ${plural(untied, "batch does", "batches do")} not tie out.`;
  const { open } = report.openExceptions;
  const exceptions =
    open === 0 ? "No exception is open." : `${plural(open, "exception is", "exceptions are")} open.`;
  return html`<p class="verdict ${report.verdict}">${VERDICTS[report.verdict]}${money} ${exceptions}</p>
<p class="soft">Business days from ${report.window.from} to ${report.day}; they begin at ${report.cutoff}, ${report.timezone}. As of ${report.asOf}.${freshness(report)}</p>
${report.warnings.length === 0 ? null : html`<ul>\n${report.warnings.map((warning) => html`<li>${warning}</li>\n`)}</ul>\n`}`;
};
