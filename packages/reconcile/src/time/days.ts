import { Temporal } from "temporal-polyfill";
import { epochMs } from "./instants.ts";

const MS_PER_DAY = 86_400_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text is a calendar day `YYYY-MM-DD` that exists. */
export const isDay = (text: string): boolean => {
  if (!DAY.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
};

const dayOf = (number: number): string =>
  new Date(number * MS_PER_DAY).toISOString().slice(0, -"T00:00:00.000Z".length);

/** The day `count` days after `day`, before it where `count` is negative. */
export const addDays = (day: string, count: number): string => dayOf(dayNumber(day) + count);

/** Calendar days from `from` to `to`; negative where `to` is earlier. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

/** Days since 1970-01-01, by arithmetic alone: it is asked for every batch, and for every day of a page. */
const dayNumber = (day: string): number => epochMs(`${day}T00:00:00.000Z`) / MS_PER_DAY;

/** Business days `[from, to)`. */
export interface Window {
  readonly from: string;
  readonly to: string;
}

/** Whether a business day lies in a window. */
export const isDayIn = (day: string, window: Window): boolean => window.from <= day && day < window.to;
