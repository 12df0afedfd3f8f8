import { addDays, daysBetween } from "@tieout/reconcile";
import { NO_REVISION } from "../../ledger/reports/ReportOutline.ts";
import { type Html, html } from "../page/html.ts";
import { type IndexNight, leadTo } from "./IndexNight.ts";

/** A Monday; weeks begin with one, as ISO 8601 has it. */
const MONDAY = "1970-01-05";
const WEEK = 7;
const WEEKDAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
const HEAD = html`<thead><tr>${WEEKDAYS.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>`;

/** How many days of its week lie before a day. */
const weekdayOf = (day: string): number => ((daysBetween(MONDAY, day) % WEEK) + WEEK) % WEEK;

const nextMonth = (first: string): string => `${addDays(first, 31).slice(0, 7)}-01`;

/** The first days of all months that hold a day from `first` to `last`. */
const monthsOf = (first: string, last: string): ReadonlyArray<string> => {
  const months: Array<string> = [];
  for (let month = `${first.slice(0, 7)}-01`; month <= last; month = nextMonth(month)) months.push(month);
  return months;
};

/** Whether all that there is of a night is an incomplete report. */
const isUnread = ({ revision }: IndexNight): boolean => revision === NO_REVISION;

const reported = (night: IndexNight, number: number): Html => {
  const open = night.outline?.exceptions.open ?? 0;
  const below = isUnread(night) ? "unread" : open === 0 ? null : String(open);
  const shown = html`${String(number)}${below === null ? null : html`<small>${below}</small>`}`;
  return html`<td class="${night.outline?.verdict ?? "unknown"}">${leadTo(night, shown)}</td>`;
};

/** A span of days of which every one should have a report. */
export interface Span {
  readonly first: string;
  readonly last: string;
}

const cellOf = (day: string, night: IndexNight | undefined, { first, last }: Span): Html => {
  const number = Number(day.slice(8));
  if (night !== undefined) return reported(night, number);
  return day < first || day > last
    ? html`<td>${String(number)}</td>`
    : html`<td class="missing">${String(number)}<small>missing</small></td>`;
};

const month = (first: string, nights: ReadonlyMap<string, IndexNight>, span: Span): Html => {
  const days = Array.from({ length: daysBetween(first, nextMonth(first)) }, (_, at) => addDays(first, at));
  const cells = [
    ...Array.from({ length: weekdayOf(first) }, () => html`<td></td>`),
    ...days.map((day) => cellOf(day, nights.get(day), span)),
  ];
  const weeks = Array.from(
    { length: Math.ceil(cells.length / WEEK) },
    (_, week) => html`<tr>${cells.slice(week * WEEK, (week + 1) * WEEK)}</tr>\n`,
  );
  return html`<table class="month">
<caption>${first.slice(0, 7)}</caption>
${HEAD}
<tbody>
${weeks}</tbody>
</table>
`;
};

/** The report that stands for each day: the whole one where there is one, which is the last of its day. */
const nightByDay = (nights: ReadonlyArray<IndexNight>): ReadonlyMap<string, IndexNight> =>
  new Map(nights.map((night) => [night.day, night]));

const monthOf = (day: string): string => day.slice(0, 7);

/** Months one after another, which either all hold a report or all hold none. */
const stretchesOf = (months: ReadonlyArray<string>, reported: ReadonlySet<string>) => {
  const stretches: Array<{ readonly isReported: boolean; readonly months: Array<string> }> = [];
  for (const one of months) {
    const isReported = reported.has(monthOf(one));
    const last = stretches.at(-1);
    if (last?.isReported === isReported) last.months.push(one);
    else stretches.push({ isReported, months: [one] });
  }
  return stretches;
};

const unreported = (months: ReadonlyArray<string>): Html => {
  const [newest = "", oldest = ""] = [months[0], months.at(-1)].map((one) => monthOf(one ?? ""));
  return html`<p class="missing">No report in ${newest === oldest ? newest : `${oldest} to ${newest}`}.</p>\n`;
};

/**
 * Every night of a span, month by month, the newest first, so that one without a report can be seen. Months that hold none
 * are one line: a night that ran by a wrong clock may be years away.
 */
export const calendarOf = (nights: ReadonlyArray<IndexNight>, span: Span): Html => {
  const byDay = nightByDay(nights);
  const reported = new Set(nights.map(({ day }) => monthOf(day)));
  const stretches = stretchesOf(monthsOf(span.first, span.last).toReversed(), reported);
  return html`<div class="months">
${stretches.flatMap(({ isReported, months }) => (isReported ? months.map((one) => month(one, byDay, span)) : [unreported(months)]))}</div>
`;
};

/** The days between the first and the last night that have no report. */
export const missingNights = (nights: ReadonlyArray<IndexNight>): ReadonlyArray<string> =>
  nights.flatMap(({ day }, at) => {
    const before = nights[at - 1]?.day ?? addDays(day, -1);
    return Array.from({ length: daysBetween(before, day) - 1 }, (_, step) => addDays(before, step + 1));
  });

/** The days of which all that there is is an incomplete report. */
export const unreadNights = (nights: ReadonlyArray<IndexNight>): ReadonlyArray<string> =>
  [...nightByDay(nights).values()].filter(isUnread).map(({ day }) => day);
