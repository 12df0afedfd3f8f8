import type { CohortRow } from "@tieout/reconcile";
import type { Report } from "../../close/Report.ts";
import { cohorts as FILE } from "../tables/cohorts.ts";
import { count, stated } from "./figures.ts";
import { type Html, html } from "./html.ts";
import { leftOut, MAX_ROWS, type PageTable, tableOf } from "./page-table.ts";

/** See {@link cohortSection}. */
export const COHORTS: PageTable<CohortRow> = {
  name: "cohorts",
  columns: [
    { title: "Cohort", cell: (row) => row.cohort },
    { title: "Programme", cell: (row) => row.programName ?? row.programId },
    { title: "Mode", cell: (row) => row.mode },
    { title: "Declared", cell: (row) => count(row.credentialsDeclared), isFigure: true },
    { title: "Issued", cell: (row) => count(row.credentialsIssued), isFigure: true },
    { title: "In the window", cell: (row) => count(row.issuedInWindow), isFigure: true },
    { title: "People", cell: (row) => count(row.people), isFigure: true },
    { title: "State", cell: (row) => html`${row.state}` },
  ],
};

const printed = (number: number | null): string | null => (number === null ? null : String(number));

/** Credentials by cohort; nothing where no such file is written. */
export const cohortSection = (report: Report): Html => {
  if (report.cohorts === null) return html``;
  const rows = [...(FILE.rows(report) ?? [])];
  const { declared, issued, people } = report.totals.credentials;
  const listed = rows.slice(0, MAX_ROWS);
  return html`<section>
<h2>Credentials by cohort</h2>
${
  rows.length === 0
    ? html`<p>No cohort is listed.</p>\n`
    : html`<p>Declared: ${stated("credentials declared", printed(declared))}; issued: ${stated("credentials issued", printed(issued))}; people, cohort by cohort: ${stated("credentials people", printed(people))}.</p>
${tableOf(COHORTS, "Each cohort", listed)}`
}${leftOut(rows.length, listed.length, FILE.file)}</section>
`;
};
