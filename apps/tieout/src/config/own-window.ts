import { addDays, type Window } from "@tieout/reconcile";
import type { SettingsReader } from "./reader.ts";
import { WINDOW } from "./run-settings.ts";

/** The first day of the month after the one of a day. */
const nextMonth = (month: string): string => `${addDays(`${month}-01`, 31).slice(0, 7)}-01`;

/** What `--from` and `--to` ask for; null where neither is given. */
const asked = (reader: SettingsReader, asOfDay: string): Window | null => {
  const [from, to] = [reader.value(WINDOW.from), reader.value(WINDOW.to)];
  if (from === undefined && to !== undefined)
    reader.usage.push({ where: "--to", problem: `is ${to}; name the first day as well, with --from` });
  return from === undefined ? null : { from, to: to ?? asOfDay };
};

/** A whole month; of the running one what is over. */
const wholeMonth = (reader: SettingsReader, month: string, asOfDay: string): Window => {
  for (const { flag = "", name } of [WINDOW.from, WINDOW.to])
    if (reader.isTyped(name))
      reader.usage.push({ where: "--month", problem: `is ${month}, and --${flag} is given as well` });
  const [first, next] = [`${month}-01`, nextMonth(month)];
  return { from: first, to: first < asOfDay && asOfDay < next ? asOfDay : next };
};

/**
 * The window of one's own that flags ask for: `--from` and `--to`, or `--month`; null for the nightly one. Faults of
 * usage are named: `--to` alone, a window that reaches beyond the business day after `asOfDay`, or without a day.
 */
export const ownWindow = (reader: SettingsReader, asOfDay: string): Window | null => {
  const month = reader.value(WINDOW.month);
  const window = month === undefined ? asked(reader, asOfDay) : wholeMonth(reader, month, asOfDay);
  if (window === null) return null;
  const { from, to } = window;
  const [first, last] = month === undefined ? ["--from", "--to"] : ["--month", "--month"];
  if (to > addDays(asOfDay, 1))
    reader.usage.push({
      where: last,
      problem:
        month === undefined
          ? `is ${to}, after the day that follows the business day ${asOfDay}`
          : `is ${month}, which has not begun on the business day ${asOfDay}`,
    });
  else if (from >= to)
    reader.usage.push({
      where: first,
      problem: `is ${from}; the window [${from}, ${to}) holds no business day`,
    });
  return window;
};
