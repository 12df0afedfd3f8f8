import { type ExceptionRow, SEVERITIES } from "@tieout/reconcile";
import type { Report } from "../../close/Report.ts";
import { exceptions as FILE } from "../tables/exceptions.ts";
import { grouped, plural, stated } from "./figures.ts";
import { type Html, html } from "./html.ts";
import { leftOut, MAX_ROWS } from "./page-table.ts";

const money = ({ moneyAtStake, currency }: ExceptionRow): Html | null =>
  moneyAtStake === null ? null : html` · ${grouped(moneyAtStake)} ${currency ?? ""} at stake`;

const cause = ({ likelyCause }: ExceptionRow): Html | null =>
  likelyCause == null ? null : html` · likely cause: <bdi>${likelyCause}</bdi>`;

const about = (row: ExceptionRow): Html => html`<bdi>${row.entity} ${row.entityId}</bdi>${money(row)}`;

const exception = (row: ExceptionRow): Html => html`<article class="${row.severity}">
<h3><b>${row.severity}</b> ${row.code}${row.status === "new" ? html` <i>new</i>` : null}</h3>
<p>${row.whatHappened}</p>
<p>To do: ${row.whatToDo}</p>
<p class="soft">${about(row)}${cause(row)} · ${plural(row.nights, "night")}, since ${row.firstSeen} · <code>${row.exceptionId}</code></p>
</article>
`;

/** A critical exception behind the many that are shown in full: it is never left out. */
const short = (row: ExceptionRow): Html =>
  html`<li>${row.code}: ${about(row)} · <code>${row.exceptionId}</code></li>\n`;

const shortList = (rows: ReadonlyArray<ExceptionRow>): Html =>
  rows.length === 0
    ? html``
    : html`<h3>${plural(rows.length, "more critical one")}</h3>\n<ul>\n${rows.map(short)}</ul>\n`;

const bySeverity = (rows: ReadonlyArray<ExceptionRow>): string =>
  SEVERITIES.flatMap((severity) => {
    const number = rows.filter((row) => row.severity === severity).length;
    return number === 0 ? [] : [`${plural(number, severity, severity)}`];
  }).join(", ");

/** Whether somebody has to look at an exception: it is gone once it is resolved. */
export const isOpen = ({ status }: ExceptionRow): boolean => status === "new" || status === "open";

/** What people have to do: open exceptions, worst first, the new ones marked. */
export const exceptionSection = (report: Report): Html => {
  const open = (FILE.rows(report) ?? []).filter(isOpen);
  const [full, rest] = [open.slice(0, MAX_ROWS), open.slice(MAX_ROWS)];
  const critical = rest.filter(({ severity }) => severity === "critical");
  const number = stated("exceptions open", String(report.openExceptions.open));
  const fresh = open.filter(({ status }) => status === "new").length;
  return html`<section>
<h2>What to do today</h2>
<p>${open.length === 0 ? html`Nothing: ${number} exceptions are open.` : html`Open exceptions: ${number} (${bySeverity(open)}), of which ${String(fresh)} are new.`}</p>
${full.map(exception)}${shortList(critical)}${leftOut(open.length, full.length + critical.length, FILE.file)}</section>
`;
};
