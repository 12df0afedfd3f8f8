import { Temporal } from "temporal-polyfill";

/** How instants become business days: an IANA zone and the local time `HH:MM` at which a day begins. */
export interface Calendar {
  readonly timezone: string;
  readonly cutoff: string;
}

/** A half-open window of business days, `from` included and `to` not. */
export interface Window {
  readonly from: string;
  readonly to: string;
}

/** Minutes of a day, for readable instants of the world. */
export const HOUR = 60;

/** The day `days` after `day`, both `YYYY-MM-DD`. */
export const plusDays = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString();

/** The instant `minutes` after midnight UTC of `day`, in milliseconds since the epoch. */
export const instantAt = (day: string, minutes: number): number =>
  Temporal.Instant.from(`${day}T00:00:00Z`).epochMilliseconds + minutes * 60_000;

/** RFC 3339 with milliseconds, in UTC (`Z`) or in a fixed offset such as `+01:00`. */
export const instantText = (atMs: number, offset = "UTC"): string =>
  Temporal.Instant.fromEpochMilliseconds(atMs).toString(
    offset === "UTC" ? { fractionalSecondDigits: 3 } : { fractionalSecondDigits: 3, timeZone: offset },
  );

const beginning = (day: Temporal.PlainDate, calendar: Calendar): number =>
  day.toZonedDateTime({ timeZone: calendar.timezone, plainTime: calendar.cutoff }).epochMilliseconds;

/**
 * The business day that holds an instant.
 *
 * A day begins at the cut-off in local time: the first one where that time occurs twice, as much later
 * where it does not exist (Temporal's `compatible`).
 */
export const businessDay = (atMs: number, calendar: Calendar): string => {
  let day = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(calendar.timezone).toPlainDate();
  while (beginning(day, calendar) > atMs) day = day.subtract({ days: 1 });
  while (beginning(day.add({ days: 1 }), calendar) <= atMs) day = day.add({ days: 1 });
  return day.toString();
};
