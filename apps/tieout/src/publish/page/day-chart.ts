import { formatMinor } from "@tieout/reconcile";
import { scaleBand, scaleLinear } from "d3-scale";
import { grouped } from "./figures.ts";
import { Html, html } from "./html.ts";

/** What one business day of a chart shows: heights in whole minor units, and whether all of it ties out. */
export interface ChartDay {
  readonly day: string;
  readonly capturedMinor: bigint;
  readonly refundedMinor: bigint;
  readonly tiesOut: boolean;
}

/** Sizes in the chart's own units; the page scales it to its width. */
const WIDTH = 720;
const HEIGHT = 190;
const MARGIN = { top: 14, right: 4, bottom: 34, left: 4 } as const;
const TICKS = 3;

/** What a character beside the chart takes at most: on a narrow screen the letters are larger, so that they can be read. */
const CHARACTER = 11;
const GAP = 8;

/** A position with one decimal: finer says nothing, and the same figures give the same text. */
const at = (position: number): string => String(Math.round(position * 10) / 10);

/** A path of these parts: numbers that are made here, and longer than any text would be shown. */
const path = (name: string, parts: ReadonlyArray<string>): Html =>
  html`<path class="${name}" d="${new Html(parts.join(""))}"/>`;

/** A bar from one height to another, as a part of a path. */
const bar = (left: number, width: number, [from, to]: readonly [number, number]): string =>
  `M${at(left)} ${at(from)}h${at(width)}V${at(to)}h${at(-width)}z`;

/**
 * Bars of what was captured (up) and refunded (down) on each day, with a triangle below the days that do not tie out.
 * The label says in words what is to be seen; the table beside the chart has the figures.
 */
export const dayChart = (
  days: ReadonlyArray<ChartDay>,
  { label, currency }: { readonly label: string; readonly currency: string },
): Html => {
  const ups = days.flatMap(({ capturedMinor, refundedMinor }) => [
    Number(capturedMinor),
    -Number(refundedMinor),
  ]);
  const y = scaleLinear([Math.min(0, ...ups), Math.max(1, ...ups)], [HEIGHT - MARGIN.bottom, MARGIN.top]);
  const ticks = y
    .ticks(TICKS)
    .filter((tick) => tick !== 0 && Number.isSafeInteger(tick))
    .map((tick) => ({ tick, shown: grouped(formatMinor(BigInt(tick), currency).replace(/\.0+$/, "")) }));
  const edge = MARGIN.left + CHARACTER * Math.max(0, ...ticks.map(({ shown }) => shown.length));
  const x = scaleBand(
    days.map(({ day }) => day),
    [edge + GAP, WIDTH - MARGIN.right],
  ).padding(0.2);
  const [zero, width] = [y(0), x.bandwidth()];
  const bars = (heightOf: (day: ChartDay) => number): ReadonlyArray<string> =>
    days.flatMap((day) => {
      const height = heightOf(day);
      return height === 0 ? [] : [bar(x(day.day) ?? 0, width, [zero, y(height)])];
    });
  const marks = days
    .filter((day) => !day.tiesOut)
    .map(({ day }) => `M${at((x(day) ?? 0) + width / 2)} ${HEIGHT - 30}l4 7h-8z`);
  const lines = ticks.map(
    ({ tick, shown }) =>
      html`<path class="grid" d="M${at(edge + GAP)} ${at(y(tick))}H${WIDTH - MARGIN.right}"/><text x="${at(edge)}" y="${at(y(tick) + 4)}" text-anchor="end">${shown}</text>\n`,
  );
  const [first, last] = [days[0]?.day ?? "", days.at(-1)?.day ?? ""];
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}">
${lines}${path(
  "captured",
  bars(({ capturedMinor }) => Number(capturedMinor)),
)}${path(
  "refunded",
  bars(({ refundedMinor }) => -Number(refundedMinor)),
)}${path("untied", marks)}
<path class="axis" d="M${at(edge + GAP)} ${at(zero)}H${WIDTH - MARGIN.right}"/>
<text x="${at(edge + GAP)}" y="${HEIGHT - 2}">${first}</text>
<text x="${WIDTH - MARGIN.right}" y="${HEIGHT - 2}" text-anchor="end">${last === first ? "" : last}</text>
</svg>
`;
};
