import { SEVERITIES } from "@tieout/reconcile";
import { count, plural } from "../page/figures.ts";
import { type Html, html } from "../page/html.ts";
import { pageOf } from "../page/page.ts";
import { type PageTable, tableOf } from "../page/page-table.ts";
import { styleWith } from "../page/style.ts";
import { type IndexNight, leadTo } from "./IndexNight.ts";
import { calendarOf, missingNights } from "./month-calendar.ts";

/** The newest nights of a book that are told in words; the calendar leads to the others. */
const MAX_NIGHTS = 60;

/** Missing nights that are named; the calendar shows all. */
const MAX_NAMED = 20;

const NOT_RECORDED = html`<span class="none">not recorded</span>`;

const unexplained = ({ outline }: IndexNight): Html => {
  if (outline === null) return NOT_RECORDED;
  const amounts = outline.unexplained.map(({ currency, amount }) => `${amount} ${currency}`);
  return amounts.length === 0 ? html`nothing` : html`${amounts.join(", ")}`;
};

const NIGHTS: PageTable<IndexNight> = {
  name: "nights",
  columns: [
    { title: "Day", cell: (night) => leadTo(night, "report.html", html`${night.day}`) },
    { title: "Verdict", cell: ({ outline }) => (outline === null ? NOT_RECORDED : html`${outline.verdict}`) },
    ...SEVERITIES.map((severity) => ({
      title: severity,
      cell: ({ outline }: IndexNight) =>
        outline === null ? null : count(outline.exceptions.bySeverity[severity]),
      isFigure: true,
    })),
    {
      title: "Decided",
      cell: ({ outline }) => (outline === null ? null : count(outline.exceptions.decided)),
      isFigure: true,
    },
    { title: "Not explained", cell: unexplained },
    { title: "Revision", cell: ({ revision }) => count(revision), isFigure: true },
  ],
};

const MORE_STYLE = `.months{display:grid;grid-template-columns:repeat(auto-fill,minmax(17rem,1fr));gap:0 1.5rem}
.month :is(th,td){width:14.2%;height:2.6rem;padding:.1rem;border:0;text-align:center;font-weight:400}
.month small{display:block;font-size:.7rem;line-height:1;color:var(--soft)}
.month .final{box-shadow:inset 0 -3px var(--good)}.month .provisional{box-shadow:inset 0 -3px var(--medium)}.month .missing{box-shadow:inset 0 -3px var(--critical)}
`;

const STYLE = styleWith([NIGHTS]) + MORE_STYLE;

const missing = (nights: ReadonlyArray<IndexNight>): Html => {
  const days = missingNights(nights);
  if (days.length === 0) return html`<p>No night is missing.</p>\n`;
  const rest = days.length - MAX_NAMED;
  const named = days.slice(-MAX_NAMED).toReversed().join(", ");
  return html`<p class="verdict">${plural(days.length, "night has", "nights have")} no report: ${named}${rest > 0 ? ` and ${rest} before` : ""}.</p>\n`;
};

const bookSection = (book: string, nights: ReadonlyArray<IndexNight>): Html => {
  const newest = nights.slice(-MAX_NIGHTS).toReversed();
  return html`<section>
<h2><bdi>${book}</bdi></h2>
${missing(nights)}${calendarOf(nights)}${tableOf(NIGHTS, `The newest ${plural(newest.length, "night")}: open exceptions by severity, and what is not explained of what is settled`, newest)}</section>
`;
};

/** Every book and night as one page: `out/index.html`. Nights are by book and day. */
export const indexPage = (nights: ReadonlyArray<IndexNight>): string => {
  const books = Map.groupBy(nights, ({ book }) => book);
  return pageOf(STYLE, {
    title: html`Reports by book and night`,
    heading: html`Reports by book and night`,
    content: [
      html`<p class="soft">A green line is a final report, a brown one a provisional one, a red one a night without a report; the small number is how many exceptions were open.</p>\n`,
      ...[...books].map(([book, ofBook]) => bookSection(book, ofBook)),
    ],
  });
};
