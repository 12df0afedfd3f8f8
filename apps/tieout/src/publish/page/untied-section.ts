import type { SettlementRow } from "@tieout/reconcile";
import type { Report } from "../../close/Report.ts";
import { settlements as FILE } from "../tables/settlements.ts";
import { amount, count, plural } from "./figures.ts";
import { type Html, html } from "./html.ts";
import { leftOut, MAX_ROWS } from "./page-table.ts";
import { untiedRows } from "./untied-rows.ts";

const compared = (name: string, row: SettlementRow, total: "captured" | "refunded"): Html =>
  html`${name}: declared ${amount(row[`${total}_declared`], row.currency)}, computed ${amount(row[`${total}_computed`], row.currency)}, difference ${amount(row[`${total}_difference`], row.currency)}, basis ${(total === "captured" ? row.capturedBasis : row.refundedBasis) ?? "not known"}`;

const proof = (row: SettlementRow, lines: ReadonlyArray<string>): Html => html`<ul>
<li>${compared("Captured", row, "captured")}</li>
<li>${compared("Refunded", row, "refunded")}</li>
<li>Net: declared ${amount(row.net_declared, row.currency)}, computed ${amount(row.net_computed, row.currency)}, not explained ${amount(row.unexplained, row.currency)}</li>
</ul>
${lines.length === 0 ? null : html`<pre>${lines.map((line) => html`${line}\n`)}</pre>\n`}`;

const unproved = (row: SettlementRow): Html =>
  html`<p>Its details are not whole: ${count(row.transactionsListed)} of ${count(row.transactionsDeclared)} transactions could be read, so nothing of it is added up. Declared as captured: ${amount(row.captured_declared, row.currency)}.</p>\n`;

const batch = (row: SettlementRow, { arithmetic }: Report): Html => html`<article>
<h3><bdi>${row.batchId}</bdi></h3>
<p class="soft">${row.businessDate}, <bdi>${row.processorName}</bdi>, ${row.state} (<bdi>${row.status}</bdi>), ${row.currency === null ? "no currency known" : html`<bdi>${row.currency}</bdi>`}</p>
${row.state === "unproven" ? unproved(row) : proof(row, arithmetic.get(row.batchId) ?? [])}</article>
`;

/** As many exceptions and batches as a page has room for that mail takes: a batch with its arithmetic is as long as five of these. */
const ROOM = 1_075;
const BATCH_TAKES = 5;
const MIN_WHOLE = 25;

/** How many batches have their arithmetic on the page; the others a line. */
const wholeBatches = ({ openExceptions: { open } }: Pick<Report, "openExceptions">): number =>
  Math.max(MIN_WHOLE, Math.floor((ROOM - open) / BATCH_TAKES));

const short = (row: SettlementRow): Html => {
  const money =
    row.state === "unproven"
      ? html`its details are not whole`
      : html`net declared ${amount(row.net_declared, row.currency)}, computed ${amount(row.net_computed, row.currency)}, not explained ${amount(row.unexplained, row.currency)}`;
  return html`<li><bdi>${row.batchId}</bdi>, ${row.businessDate}: ${money}${row.currency === null ? null : html` <bdi>${row.currency}</bdi>`}</li>\n`;
};

const shorts = (rows: ReadonlyArray<SettlementRow>): Html =>
  rows.length === 0
    ? html``
    : html`<h3>${plural(rows.length, "more row")}, of which <code>tieout show</code> gives the arithmetic</h3>\n<ul>\n${rows.map(short)}</ul>\n`;

/** The batches that do not tie out, the first of them with their arithmetic; nothing where no such file is written. */
export const untiedSection = (report: Report): Html => {
  if (report.settlements === null) return html``;
  const rows = untiedRows(report);
  const listed = rows.slice(0, MAX_ROWS);
  const whole = wholeBatches(report);
  return html`<section>
<h2>Batches that do not tie out</h2>
${
  rows.length === 0
    ? html`<p>Every batch of the window ties out.</p>\n`
    : html`<p>${plural(rows.length, "row")} of ${FILE.file}. <code>tieout explain</code> lists the transactions as well.</p>\n${listed.slice(0, whole).map((row) => batch(row, report))}${shorts(listed.slice(whole))}`
}${leftOut(rows.length, listed.length, FILE.file)}</section>
`;
};
