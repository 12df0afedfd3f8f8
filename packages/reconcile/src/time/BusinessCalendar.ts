import { Temporal } from "temporal-polyfill";
import { addDays, type Window } from "./days.ts";
import { epochMs, printInstant } from "./instants.ts";

const CUTOFF = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const MS_PER_UTC_DAY = 86_400_000;

/** A business day and its half-open stretch of time. */
interface DaySpan {
  readonly day: string;
  readonly startMs: number;
  readonly endMs: number;
}

/**
 * The business days of a book: each begins at the local cut-off of its zone and ends where the next begins.
 *
 * A cut-off that occurs twice on a day is the first of the two, one that does not exist is as much later
 * as the gap is long (Temporal's `compatible`). Days therefore have 23 or 25 hours around clock changes, a
 * day that a zone skipped altogether is empty, and every instant lies in exactly one day.
 */
export class BusinessCalendar {
  readonly timezone: string;
  readonly cutoff: string;
  readonly #cutoffTime: Temporal.PlainTime;
  /** The business days that touch a UTC day, by UTC day number: bounded by the days of history, not by instants. */
  readonly #spans = new Map<number, readonly DaySpan[]>();

  /** Throws a RangeError for a zone that is not in the IANA database or a cut-off that is not `HH:MM`. */
  constructor(timezone: string, cutoff: string) {
    if (!isTimezone(timezone)) throw new RangeError(`${timezone} is not an IANA time zone`);
    if (!isCutoff(cutoff)) throw new RangeError(`${cutoff} is not a time HH:MM`);
    this.timezone = timezone;
    this.cutoff = cutoff;
    this.#cutoffTime = Temporal.PlainTime.from(cutoff);
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
    const date = Temporal.PlainDate.from(day);
    return date.toZonedDateTime({ timeZone: this.timezone, plainTime: this.#cutoffTime }).epochMilliseconds;
  }

  #remember(utcDay: number): readonly DaySpan[] {
    const spans: DaySpan[] = [];
    const fromMs = utcDay * MS_PER_UTC_DAY;
    // Zones lie within a day of UTC and a cut-off within a day of midnight: two days before is early enough,
    // and a skipped day may push a start one further.
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
