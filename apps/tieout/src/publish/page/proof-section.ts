import type { LearnedConvention } from "@tieout/reconcile";
import type { Report, ReportedSource } from "../../close/Report.ts";
import { SOURCES } from "../../config/sources.ts";
import type { WrittenFile } from "../csv.ts";
import { count } from "./figures.ts";
import { type Html, html } from "./html.ts";
import { type PageTable, tableOf } from "./page-table.ts";

/** The CSVs beside the page. */
export const FILES: PageTable<WrittenFile> = {
  name: "files",
  columns: [
    { title: "File", cell: ({ name }) => html`<a href="${name}">${name}</a>` },
    { title: "Rows", cell: ({ rows }) => count(rows), isFigure: true },
    { title: "SHA-256", cell: ({ sha256 }) => html`<code>${sha256}</code>` },
  ],
};

/** How processors count. */
export const CONVENTIONS: PageTable<LearnedConvention> = {
  name: "conventions",
  columns: [
    { title: "Processor", cell: ({ processorName }) => processorName },
    { title: "Total", cell: ({ total }) => html`${total}` },
    { title: "Counted as", cell: ({ basis }) => (basis === null ? html`not known` : html`${basis}`) },
    { title: "Batches that tell", cell: ({ telling }) => count(telling), isFigure: true },
    { title: "Of them it fits", cell: ({ fits }) => count(fits), isFigure: true },
    { title: "Fixed", cell: ({ fixed }) => html`${fixed ? "by the configuration" : "no"}` },
  ],
};

interface TitledSource extends ReportedSource {
  readonly title: string;
}

/** What became of every batch that a source lists. */
export const COUNTS: PageTable<TitledSource> = {
  name: "counts",
  columns: [
    { title: "Source", cell: ({ title }) => html`${title}` },
    { title: "Batches listed", cell: ({ listed }) => count(listed), isFigure: true },
    { title: "In the window", cell: (source) => count(source.in_window), isFigure: true },
    { title: "Before it", cell: ({ before }) => count(before), isFigure: true },
    { title: "After it", cell: ({ after }) => count(after), isFigure: true },
    { title: "Left out whole", cell: ({ invalid }) => count(invalid), isFigure: true },
  ],
};

/** The sources of a report with the names that sentences have for them. */
export const titledSources = ({ sources }: Pick<Report, "sources">): ReadonlyArray<TitledSource> =>
  SOURCES.flatMap(({ name, title }) => {
    const source = sources[name];
    return source === undefined ? [] : [{ ...source, title }];
  });

/** What the figures rest on, and the hashes by which the files beside the page are known. */
export const proofSection = (report: Report, csvs: ReadonlyArray<WrittenFile>): Html => html`<section>
<h2>How it was proved</h2>
<p>Each total that a source declares is set against the rows under it. A batch ties out when a known way of counting its rows gives the declared total to the minor unit.</p>
${report.conventions.length === 0 ? null : tableOf(CONVENTIONS, "How each processor counts, learned from its final batches", report.conventions)}${tableOf(COUNTS, "Every batch that a source lists", titledSources(report))}${tableOf(FILES, "The CSVs that this page was made with", csvs)}<p class="soft"><a href="report.xlsx">report.xlsx</a> has the same rows as a workbook, <a href="config.json">config.json</a> the settings, <a href="manifest.json">manifest.json</a> all totals. <code>tieout verify</code> checks everything, offline.</p>
</section>
`;
