import { addDays, compareCodePoints, currencyExponent, type DayRow, type Window } from "@tieout/reconcile";
import type { Report } from "../../close/Report.ts";
import { settlementDays } from "../tables/settlement-days.ts";
import { type ChartDay, dayChart } from "./day-chart.ts";
import { amount, plural } from "./figures.ts";
import { type Html, html } from "./html.ts";
import { type PageTable, tableOf } from "./page-table.ts";
import { untiedRows } from "./untied-rows.ts";

/** The newest days of a window that are drawn: a bar of less than two pixels says nothing. */
const MAX_DAYS = 200;

/** A day that is drawn, with the currency that its figures are in. */
interface CurrencyDay extends ChartDay {
  readonly currency: string;
}

/** The figures of a chart, for who does not see it. */
export const CHART_DAYS: PageTable<CurrencyDay> = {
  name: "days",
  columns: [
    { title: "Business day", cell: ({ day }) => html`${day}` },
    {
      title: "Captured",
      cell: ({ capturedMinor, currency }) => amount(capturedMinor, currency),
      isFigure: true,
    },
    {
      title: "Refunded",
      cell: ({ refundedMinor, currency }) => amount(refundedMinor, currency),
      isFigure: true,
    },
    { title: "Ties out", cell: (day) => html`${day.tiesOut ? "yes" : "no"}` },
  ],
};

/** Money that is in no total of what was settled, and would only make the bars of others small. */
const isShown = ({ state }: Pick<DayRow, "state">): boolean => state !== "void";

const sum = (amounts: ReadonlyArray<bigint | null>): bigint =>
  amounts.reduce<bigint>((total, minor) => total + (minor ?? 0n), 0n);

const daysOf = ({ from, to }: Window): ReadonlyArray<string> => {
  const days: Array<string> = [];
  for (let day = addDays(to, -1); day >= from && days.length < MAX_DAYS; day = addDays(day, -1))
    days.push(day);
  return days.reverse();
};

const chart = (currency: string, drawn: ReadonlyArray<CurrencyDay>, known: ReadonlySet<string>): Html => {
  // A day without a batch has its place in the chart, so that a gap can be seen.
  const days = drawn.filter(({ day }) => known.has(day));
  const untied = days.filter((day) => !day.tiesOut).length;
  const verdict =
    untied === 0 ? "all of which tie out" : `of which ${plural(untied, "does", "do")} not tie out`;
  const label = `Captured and refunded in ${currency} on ${plural(days.length, "business day")}, ${verdict}`;
  return html`<h3>${currency}</h3>
${dayChart(drawn, { label, currency })}<details>
<summary>The figures of the chart in ${currency}</summary>
${tableOf(CHART_DAYS, label, days)}</details>
`;
};

const untiedDays = (report: Report): ReadonlySet<string> =>
  new Set(
    untiedRows(report)
      .filter(isShown)
      .map(({ businessDate, currency }) => `${businessDate} ${currency}`),
  );

/** A chart a currency of what was captured and refunded on each day; nothing where no settlements are reported. */
export const chartSection = (report: Report): Html => {
  if (report.days === null) return html``;
  const untied = untiedDays(report);
  const drawn = daysOf(report.window);
  const byCurrency = Map.groupBy(report.days.filter(isShown), ({ currency }) => currency ?? "");
  const currencies = [...byCurrency.keys()]
    .filter((currency) => currencyExponent(currency) !== undefined)
    .sort(compareCodePoints);
  const charts = currencies.map((currency) => {
    const byDay = Map.groupBy(byCurrency.get(currency) ?? [], ({ businessDate }) => businessDate);
    const days = drawn.map((day) => ({
      ...{ day, currency },
      capturedMinor: sum((byDay.get(day) ?? []).map((row) => row.captured_computed)),
      refundedMinor: sum((byDay.get(day) ?? []).map((row) => row.refunded_computed)),
      tiesOut: !untied.has(`${day} ${currency}`),
    }));
    return chart(currency, days, new Set(byDay.keys()));
  });
  const [first = ""] = drawn;
  return html`<section>
<h2>Captured and refunded by business day</h2>
<p class="soft">Captured upwards, refunded downwards, of every state but void. A triangle marks a day on which a batch does not tie out.${
    first > report.window.from
      ? html` The charts begin on ${first}; <a href="${settlementDays.file}">${settlementDays.file}</a> has the days before.`
      : null
  }</p>
${charts.length === 0 ? html`<p>There is nothing to draw.</p>\n` : charts}</section>
`;
};
