import { Context } from "effect";

/** How much a line matters, least first. */
export const LOG_LEVELS = ["debug", "info", "warning", "error"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Something that happened in a run, as a line of the log has it: no body, no key, nobody. */
export interface LogEvent {
  readonly level: LogLevel;
  readonly book: string | null;
  /** The name of a source, as files have it. */
  readonly source: string | null;
  /** The operation of its spec. */
  readonly operation: string | null;
  /** What came of it, in a word: `waits`, `retry`, `refused`, `answered`, `begun`, `ended`, or the kind of a failure. */
  readonly outcome: string;
  /** What a word cannot say: numbers, statuses, a sentence. */
  readonly more: Readonly<Record<string, string | number | null>>;
}

/** Writes nothing. */
export const NO_LOG = (_event: LogEvent): void => {};

/** Where a run writes what happens in it; nowhere unless somebody asked for a log. */
export const EventLog = Context.Reference<(event: LogEvent) => void>("tieout/sources/EventLog", {
  defaultValue: () => NO_LOG,
});
