import { Temporal } from "temporal-polyfill";
import { addDays, isDay, type Window } from "./days.ts";
import { epochMs, printInstant } from "./instants.ts";

const CUTOFF = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const MS_PER_UTC_DAY = 86_400_000;

/** A business day and its half-open stretch of time. */
interface DaySpan {
  readonly day: string;
  readonly startMs: number;
  readonly endMs: number;
}

/** A {@link CalendarChange} as it is applied; the first rule has an empty `from`. */
interface DayRule {
  readonly from: string;
  readonly timezone: string;
  readonly cutoffTime: Temporal.PlainTime;
}

/** From the business day `from` on, days of a book begin at the local time `cutoff` of `timezone`. */
export interface CalendarChange {
  readonly from: string;
  readonly timezone: string;
  readonly cutoff: string;
}

/**
 * How many days before a day may begin after it by another rule: zones lie up to 26 hours apart, cut-offs
 * almost 24, and a zone that skips a day (Samoa in 2011) moves a start by 24 more, which makes three and a bit.
 */
const OVERTAKING_DAYS = 4;

/**
 * The business days of a book: each begins at the local cut-off of its zone and ends where the next begins.
 *
 * A cut-off that occurs twice on a day is the first of the two, one that does not exist is as much later
 * as the gap is long (Temporal's `compatible`). Days therefore have 23 or 25 hours around clock changes, a
 * day that a zone skipped altogether is empty, and every instant lies in exactly one day.
 *
 * A book may move to another zone or cut-off from a business day on. The day before the change then ends where
 * the first day of the new rule begins, so it is longer or shorter, with no gap and no overlap. Where that first
 * day would begin before an earlier day did, it begins together with the latest of them: what lies between
 * is empty, and no day ever begins before one that precedes it.
 */
export class BusinessCalendar {
  /** The zone before any change. */
  readonly timezone: string;
  /** The cut-off before any change. */
  readonly cutoff: string;
  readonly changes: readonly CalendarChange[];
  /** The rules by the day from which they hold, newest first; the last holds from ever. */
  readonly #rules: readonly DayRule[];
  /** The business days that touch a UTC day, by UTC day number: bounded by the days of history, not by instants. */
  readonly #spans = new Map<number, readonly DaySpan[]>();

  /**
   * Throws a RangeError for a zone that is not in the IANA database, a cut-off that is not `HH:MM`, or changes
   * that do not follow each other by day, one a day at most.
   */
  constructor(timezone: string, cutoff: string, changes: readonly CalendarChange[] = []) {
    this.timezone = timezone;
    this.cutoff = cutoff;
    this.changes = changes;
    const rules = [dayRule({ from: "", timezone, cutoff })];
    for (const change of changes) {
      if (!isDay(change.from)) throw new RangeError(`${change.from} is not a day YYYY-MM-DD`);
      if (change.from <= (rules[0]?.from ?? "")) {
        throw new RangeError(`the change from ${change.from} does not come after the one before it`);
      }
      rules.unshift(dayRule(change));
    }
    this.#rules = rules;
  }

  /** The business day of an instant. */
  dayOf(at: string): string {
    const ms = epochMs(at);
    const utcDay = Math.floor(ms / MS_PER_UTC_DAY);
    const spans = this.#spans.get(utcDay) ?? this.#remember(utcDay);
    const span = spans.find(({ startMs, endMs }) => startMs <= ms && ms < endMs);
    if (span === undefined) throw new RangeError(`${at} lies in no business day of ${this.timezone}`);
    return span.day;
  }

  /** The instant at which a business day begins. */
  startOf(day: string): string {
    return printInstant(this.#startMs(day));
  }

  /** The instants `[from, to)` that a window of business days covers. */
  instantsOf(window: Window): { readonly from: string; readonly to: string } {
    return { from: this.startOf(window.from), to: this.startOf(window.to) };
  }

  #startMs(day: string): number {
    const ownMs = this.#ruleStartMs(day);
    const since = addDays(day, -OVERTAKING_DAYS);
    if (!this.#rules.some(({ from }) => since < from && from <= day)) return ownMs;
    const before = Array.from({ length: OVERTAKING_DAYS }, (_, at) => addDays(day, -1 - at));
    return Math.max(ownMs, ...before.map((earlier) => this.#ruleStartMs(earlier)));
  }

  /** When a day begins by the rule that holds on it, whatever the days before it do. */
  #ruleStartMs(day: string): number {
    const rule = this.#rules.find(({ from }) => from <= day);
    if (rule === undefined) throw new RangeError(`no rule of this calendar holds on ${day}`);
    const { timezone: timeZone, cutoffTime: plainTime } = rule;
    return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
  }

  #remember(utcDay: number): readonly DaySpan[] {
    const spans: DaySpan[] = [];
    const fromMs = utcDay * MS_PER_UTC_DAY;
    // Zones lie within a day of UTC and a cut-off within a day of midnight: two days before is early enough,
    // and a skipped day may push a start one further. A change of rule moves a start to another rule's, within the same bounds.
    let day = addDays(printInstant(fromMs).slice(0, 10), -3);
    let startMs = this.#startMs(day);
    while (startMs < fromMs + MS_PER_UTC_DAY) {
      const next = addDays(day, 1);
      const endMs = this.#startMs(next);
      if (endMs > fromMs) spans.push({ day, startMs, endMs });
      day = next;
      startMs = endMs;
    }
    this.#spans.set(utcDay, spans);
    return spans;
  }
}

const dayRule = ({ from, timezone, cutoff }: CalendarChange): DayRule => {
  if (!isTimezone(timezone)) throw new RangeError(`${timezone} is not an IANA time zone`);
  if (!isCutoff(cutoff)) throw new RangeError(`${cutoff} is not a time HH:MM`);
  return { from, timezone, cutoffTime: Temporal.PlainTime.from(cutoff) };
};

/** Whether a text names a zone of the IANA database; plain offsets (`+05:30`) do not. */
export const isTimezone = (text: string): boolean => {
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text);
    return true;
  } catch {
    return false;
  }
};

/** Whether a text is a local time `HH:MM`. */
export const isCutoff = (text: string): boolean => CUTOFF.test(text);
