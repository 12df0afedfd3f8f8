import { addDays, compareCodePoints, type ExceptionTotals, SEVERITIES } from "@tieout/reconcile";
import { type CurrencyAmount, NO_REVISION, type ReportOutline } from "../../ledger/reports/ReportOutline.ts";
import { count, day, grouped, plural } from "../page/figures.ts";
import { type Html, html } from "../page/html.ts";
import { pageOf } from "../page/page.ts";
import { type PageTable, tableOf } from "../page/page-table.ts";
import { styleWith } from "../page/style.ts";
import {
  type IndexedReports,
  type IndexNight,
  type IndexWindow,
  leadTo,
  type OtherBook,
} from "./IndexNight.ts";
import { calendarOf, missingNights, unreadNights } from "./month-calendar.ts";

/** The newest nights of a book that are told in words; the calendar leads to the others. */
const MAX_NIGHTS = 60;

/** The newest windows of one's own that are listed. */
const MAX_WINDOWS = 60;

/** Missing nights that are named; the calendar shows all. */
const MAX_NAMED = 20;

const NOT_RECORDED = html`<span class="none">not recorded</span>`;

const money = (
  title: string,
  of: (outline: ReportOutline) => ReadonlyArray<CurrencyAmount> | null | undefined,
) => ({
  title,
  cell: ({ outline }: IndexNight | IndexWindow): Html => {
    const amounts = outline === null ? null : of(outline);
    if (amounts == null) return NOT_RECORDED;
    return amounts.length === 0
      ? html`nothing`
      : html`${amounts.map(({ currency, amount }) => html`${grouped(amount)} ${currency}<br>`)}`;
  },
});

const exceptions = (title: string, of: (totals: ExceptionTotals) => number) => ({
  title,
  cell: ({ outline }: IndexNight | IndexWindow) => (outline === null ? null : count(of(outline.exceptions))),
  isFigure: true,
});

/** How a report came out. */
const OUTCOME: PageTable<IndexNight | IndexWindow>["columns"] = [
  { title: "Verdict", cell: ({ outline }) => (outline === null ? NOT_RECORDED : html`${outline.verdict}`) },
  ...SEVERITIES.map((severity) => exceptions(severity, ({ bySeverity }) => bySeverity[severity])),
  exceptions("Decided", ({ decided }) => decided),
  money("Settled, net", ({ settled }) => settled),
  money("Not explained", ({ unexplained }) => unexplained),
  {
    title: "Revision",
    cell: ({ revision }) => (revision === NO_REVISION ? null : count(revision)),
    isFigure: true,
  },
];

const NIGHTS: PageTable<IndexNight> = {
  name: "nights",
  columns: [{ title: "Day", cell: (night) => leadTo(night, html`${night.day}`) }, ...OUTCOME],
};

const WINDOWS: PageTable<IndexWindow> = {
  name: "windows",
  columns: [
    {
      title: "Business days",
      cell: (one) => leadTo(one, html`${day(one.window.from)} to ${day(addDays(one.window.to, -1))}`),
    },
    ...OUTCOME,
  ],
};

const MORE_STYLE = `.months{display:grid;grid-template-columns:repeat(auto-fill,minmax(17rem,1fr));gap:0 1.5rem}
.month :is(th,td){width:14.2%;height:2.6rem;padding:.1rem;border:0;text-align:center;font-weight:400}
tr>:nth-child(n):nth-child(n){min-width:0}
.month small{display:block;font-size:.7rem;line-height:1;color:var(--soft)}
.month .final{box-shadow:inset 0 -3px var(--good)}.month .provisional{box-shadow:inset 0 -3px var(--medium)}.month :is(.missing,.incomplete){box-shadow:inset 0 -3px var(--critical)}
`;

const STYLE = styleWith([NIGHTS, WINDOWS]) + MORE_STYLE;

/** Names days that a sentence is about, the newest first. */
const daysNamed = (sentence: string, days: ReadonlyArray<string>): Html | null => {
  if (days.length === 0) return null;
  const rest = days.length - MAX_NAMED;
  const named = days.slice(-MAX_NAMED).toReversed().join(", ");
  return html`<p class="verdict incomplete">${sentence}: ${named}${rest > 0 ? ` and ${rest} before` : ""}.</p>\n`;
};

/** Until when the others have reports: one that is a night ahead of a book may be in another zone, or not its turn yet. */
const silenceOf = (
  last: string,
  newestOfAll: string,
): { readonly last: string; readonly said: Html | null } => {
  const expected = addDays(newestOfAll, -1);
  return expected <= last
    ? { last, said: null }
    : {
        last: expected,
        said: html`<p class="verdict incomplete">No report since ${last}, though another book has one of ${newestOfAll}.</p>\n`,
      };
};

const nightsOf = (nights: ReadonlyArray<IndexNight>, newestOfAll: string): Html => {
  const [first, own] = [nights[0], nights.at(-1)];
  if (first === undefined || own === undefined) return html`<p>No night has a report.</p>\n`;
  const newest = nights.slice(-MAX_NIGHTS).toReversed();
  const [missing, unread] = [missingNights(nights), unreadNights(nights)];
  const { last, said } = silenceOf(own.day, newestOfAll);
  const isWhole = missing.length + unread.length === 0 && said === null;
  return html`${isWhole ? html`<p>No night is missing.</p>\n` : null}${said}${daysNamed(`${plural(missing.length, "night has", "nights have")} no report`, missing)}${daysNamed(`Of ${plural(unread.length, "night")} something was left unread`, unread)}${calendarOf(nights, { first: first.day, last })}${tableOf(NIGHTS, `The newest ${plural(newest.length, "night")}: open exceptions by severity, and of what is settled the net and what is not explained`, newest)}`;
};

const windowsOf = (windows: ReadonlyArray<IndexWindow>): Html | null => {
  if (windows.length === 0) return null;
  const newest = windows.slice(-MAX_WINDOWS).toReversed();
  const older = windows.length - newest.length;
  return html`${tableOf(WINDOWS, "Reports on windows of their own, the newest first", newest)}${older === 0 ? null : html`<p class="more">${plural(older, "older window is", "older windows are")} not listed here.</p>\n`}`;
};

const NEVER = html`<p class="verdict incomplete">A run was begun for this book, and no report came of any.</p>\n`;

/** What there is of a book. */
interface BookReports extends Pick<IndexedReports, "nights" | "windows"> {
  readonly newestOfAll: string;
}

const bookSection = (book: string, { nights, windows, newestOfAll }: BookReports): Html => html`<section>
<h2><bdi>${book}</bdi></h2>
${nights.length + windows.length === 0 ? NEVER : html`${nightsOf(nights, newestOfAll)}${windowsOf(windows)}`}</section>
`;

const otherBook = ({ book, hasLatest }: OtherBook): Html =>
  hasLatest ? html`<a href="${encodeURIComponent(book)}/latest/report.html">${book}</a>` : html`${book}`;

/** Books that only stand here are not passed over: whoever looks for one must not take it for missing. */
const otherSections = (others: ReadonlyArray<OtherBook>): ReadonlyArray<Html> =>
  others.length === 0
    ? []
    : [
        html`<section>
<h2>Books of other ledgers</h2>
<p>Their reports stand here as well. This page is made of one ledger, which does not know their nights; each leads to its newest report.</p>
<p>${others.map((one) => html`<bdi>${otherBook(one)}</bdi><br>`)}</p>
</section>
`,
      ];

/** Every book and night as one page: `out/index.html`. */
export const indexPage = ({ nights, windows, books: begun, ofOthers, today }: IndexedReports): string => {
  const nightsBy = Map.groupBy(nights, ({ book }) => book);
  const windowsBy = Map.groupBy(windows, ({ book }) => book);
  // A book that another ledger took over is no failure of this one.
  const others = new Set(ofOthers.map(({ book }) => book));
  const failed = begun.filter((book) => !others.has(book));
  const books = [...new Set([...failed, ...nightsBy.keys(), ...windowsBy.keys()])].sort(compareCodePoints);
  const newestOfAll =
    nights
      .map(({ day }) => day)
      .filter((one) => one <= today)
      .sort(compareCodePoints)
      .at(-1) ?? "";
  return pageOf(STYLE, {
    title: html`Reports by book and night`,
    heading: html`Reports by book and night`,
    content: [
      html`<p class="soft">A green line is a final report, a brown one a provisional one, a red one a night without a report (missing) or with something left unread (unread); the small number is how many exceptions were open.</p>\n`,
      ...books.map((book) =>
        bookSection(book, {
          nights: nightsBy.get(book) ?? [],
          windows: windowsBy.get(book) ?? [],
          newestOfAll,
        }),
      ),
      ...otherSections(ofOthers),
    ],
  });
};
