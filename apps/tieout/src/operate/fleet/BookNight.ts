import { Schema } from "effect";

/** A night of one book, as it is handed to whichever runner is free: with its own configuration it makes the rest of it. */
export class BookNight extends Schema.Class<BookNight>("BookNight")({
  book: Schema.String,
  /** The business day of its report. */
  day: Schema.String,
  /** From 1: a night that ended badly is handed over again as the next one. */
  attempt: Schema.Int,
  /** The instant that stands for now, the same for all books of a fleet. */
  asOf: Schema.String,
  /** Whether that was the clock's, and nobody gave it. */
  isAsOfNow: Schema.Boolean,
  /** When whoever waits for it stops waiting, in milliseconds since the epoch. */
  endsAtMs: Schema.Number,
  /** What the one who hands it over takes for the configuration that shapes its figures: a digest. */
  configuration: Schema.String,
}) {
  /** What makes it the same night, whoever hands it over, and however often: with other figures configured it is another one. */
  get key(): string {
    return `${this.book}/${this.day}/${this.configuration}/${this.attempt}`;
  }
}

/** How a night ended on a runner. */
export class NightEnd extends Schema.Class<NightEnd>("NightEnd")({
  exit: Schema.Int,
  /** Null where all was well. */
  problem: Schema.NullOr(Schema.String),
  /** False where nobody came to it before nobody waited for it any more. */
  isBegun: Schema.Boolean,
  /** Which runner did it. */
  runner: Schema.String,
}) {}
