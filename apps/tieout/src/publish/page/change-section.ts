import { type ExceptionRow, type Figure, isOpenException, type RestatementRow } from "@tieout/reconcile";
import type { Report } from "../../close/Report.ts";
import { exceptions as EXCEPTIONS } from "../tables/exceptions.ts";
import { restatements as RESTATEMENTS } from "../tables/restatements.ts";
import { day, decimal, plural } from "./figures.ts";
import { type Html, html } from "./html.ts";
import { groupedTableOf, leftOut, MAX_ROWS, type PageTable } from "./page-table.ts";

const figure = (cell: Figure | null, { field }: RestatementRow): Html | string | null => {
  if (cell === null) return null;
  if (field === "business_date") return day(cell.text);
  return cell.kind === "amount" || cell.kind === "count" ? decimal(cell.text) : cell.text;
};

/** Figures that are others now, batch by batch. */
export const CHANGES: PageTable<RestatementRow> = {
  name: "changes",
  columns: [
    { title: "Figure", cell: (row) => html`${row.field}` },
    { title: "Business day", cell: (row) => (row.businessDate === null ? null : day(row.businessDate)) },
    { title: "Currency", cell: (row) => row.currency },
    { title: "Published", cell: (row) => figure(row.published, row), isFigure: true },
    { title: "Now", cell: (row) => figure(row.restated, row), isFigure: true },
    { title: "Difference", cell: (row) => figure(row.difference, row), isFigure: true },
    { title: "Cause", cell: (row) => html`${row.cause}` },
    {
      title: "First published in",
      cell: (row) => (row.firstPublishedIn === null ? null : day(row.firstPublishedIn)),
    },
  ],
};

const headingOf = ([row]: ReadonlyArray<RestatementRow>): string =>
  row === undefined ? "" : `${row.entity} ${row.entityId}`;

const restated = (rows: ReadonlyArray<RestatementRow>): Html => {
  if (rows.length === 0) return html`<p>No published figure is another one now.</p>\n`;
  // In the file they stand by day and currency, and a batch that moved is on several days.
  const byBatch = (some: ReadonlyArray<RestatementRow>) => [
    ...Map.groupBy(some, ({ source, entity, entityId }) =>
      JSON.stringify([source, entity, entityId]),
    ).values(),
  ];
  const batches = byBatch(rows);
  const listed = batches.flat().slice(0, MAX_ROWS);
  const groups = byBatch(listed).map((some) => ({ heading: headingOf(some), rows: some }));
  const caption = `${plural(rows.length, "figure")} of ${plural(batches.length, "batch", "batches")} that a report showed otherwise before`;
  return html`${groupedTableOf(CHANGES, caption, groups)}${leftOut(rows.length, listed.length, RESTATEMENTS.file)}`;
};

const gone = (rows: ReadonlyArray<ExceptionRow>): Html => {
  if (rows.length === 0) return html``;
  const listed = rows.slice(0, MAX_ROWS);
  return html`<h3>Exceptions that are gone</h3>
<ul>
${listed.map((row) => html`<li>${row.status}: ${row.code}, <bdi>${row.entity} ${row.entityId}</bdi>, after ${plural(row.nights, "night")}</li>\n`)}</ul>
${leftOut(rows.length, listed.length, EXCEPTIONS.file)}`;
};

/** What is otherwise than in the report before: figures, and exceptions that are gone. */
export const changeSection = (report: Report): Html => {
  const { previous, series } = report;
  const compared =
    previous !== undefined
      ? html`<p>Compared with ${previous.day}, revision ${String(previous.revision)}.</p>\n`
      : series === "window"
        ? html`<p>This report is about a window of its own, which is compared with no other.</p>\n`
        : html`<p>This is the first report of the book: there is no earlier day to compare it with.</p>\n`;
  return html`<section>
<h2>What changed since the last report</h2>
${compared}${restated([...(RESTATEMENTS.rows(report) ?? [])])}${gone([...(EXCEPTIONS.rows(report) ?? [])].filter((row) => !isOpenException(row)))}</section>
`;
};
