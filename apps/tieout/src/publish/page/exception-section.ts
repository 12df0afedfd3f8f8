import {
  type DecisionRow,
  type ExceptionRow,
  isOpenException,
  isUndecided,
  type ListedException,
  SEVERITIES,
} from "@tieout/reconcile";
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

/** The first entries of a list, and of the rest the critical ones: those are never left out. */
const shown = (rows: ReadonlyArray<ListedException>) => ({
  first: rows.slice(0, MAX_ROWS),
  critical: rows.slice(MAX_ROWS).filter(({ severity }) => severity === "critical"),
});

const short = (row: ExceptionRow): Html =>
  html`<li>${row.code}: ${about(row)} · <code>${row.exceptionId}</code></li>\n`;

const toDo = (rows: ReadonlyArray<ListedException>): Html => {
  const { first, critical } = shown(rows);
  const more =
    critical.length === 0
      ? null
      : html`<h3>${plural(critical.length, "more critical one")}</h3>\n<ul>\n${critical.map(short)}</ul>\n`;
  return html`${first.map(exception)}${more}${leftOut(rows.length, first.length + critical.length, FILE.file)}`;
};

/** What somebody said of an exception, for who would else ask again. */
const said = ({ as, by, to, until, reason }: DecisionRow): Html =>
  html`${as}${to === null ? null : html` to <bdi>${to}</bdi>`} by <bdi>${by}</bdi>${until === null ? null : html`, until ${until}`}: <bdi>${reason}</bdi>`;

const decided = (rows: ReadonlyArray<ListedException>, decisions: ReadonlyArray<DecisionRow>): Html => {
  if (rows.length === 0) return html``;
  const holding = new Map(
    decisions.filter(({ state }) => state === "holds").map((one) => [one.exceptionId, one]),
  );
  const { first, critical } = shown(rows);
  const items = [...first, ...critical].map((row) => {
    const decision = holding.get(row.exceptionId);
    return html`<li>${row.severity} ${row.code}: ${about(row)} · ${decision === undefined ? null : said(decision)} · <code>${row.exceptionId}</code></li>\n`;
  });
  return html`<h3>Decided</h3>\n<ul class="decided">\n${items}</ul>\n${leftOut(rows.length, items.length, FILE.file)}`;
};

const bySeverity = (rows: ReadonlyArray<ExceptionRow>): string =>
  SEVERITIES.flatMap((severity) => {
    const number = rows.filter((row) => row.severity === severity).length;
    return number === 0 ? [] : [plural(number, severity, severity)];
  }).join(", ");

/** What people have to do: open exceptions that nobody decided about, worst first, the new ones marked; then the others. */
export const exceptionSection = (report: Report): Html => {
  const open = [...(FILE.rows(report) ?? [])].filter(isOpenException);
  const undecided = open.filter(isUndecided);
  const fresh = undecided.filter(({ status }) => status === "new").length;
  const lead =
    undecided.length === 0
      ? html`Nothing.`
      : html`${plural(undecided.length, "exception")} (${bySeverity(undecided)}), of which ${String(fresh)} new.`;
  return html`<section>
<h2>What to do today</h2>
<p>${lead} Open in all: ${stated("exceptions open", String(report.openExceptions.open))}; decided: ${stated("exceptions decided", String(report.openExceptions.decided))}.</p>
${toDo(undecided)}${decided(
  open.filter((row) => !isUndecided(row)),
  report.decisions,
)}</section>
`;
};
