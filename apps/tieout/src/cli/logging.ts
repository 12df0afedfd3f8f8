import { printInstant } from "@tieout/reconcile";
import { Clock, Console, Context, Effect, Option } from "effect";
import { GlobalFlag } from "effect/cli";
import { logFormatOf } from "../config/environment.ts";
import { linesOf } from "../config/faults.ts";
import type { Flags } from "../config/resolve-settings.ts";
import { asLines, printable } from "../operate/printable.ts";
import { EventLog, LOG_LEVELS, type LogEvent, type LogLevel, NO_LOG } from "../sources/EventLog.ts";
import { EXIT, Finished, fails } from "./exit-code.ts";
import { exitCodeOf } from "./failure-exit.ts";
import { failureOf } from "./failure-json.ts";
import { WARNING } from "./layout.ts";
import { OF_A_SHARD } from "./print-sharding.ts";

/** The least level that is written, of the levels that `--log-level` takes; undefined for none. */
const THRESHOLDS: Readonly<Record<string, LogLevel | undefined>> = {
  All: "debug",
  Trace: "debug",
  Debug: "debug",
  Info: "info",
  Warn: "warning",
  Error: "error",
  Fatal: "error",
};

const asJson = (time: string, { more, ...event }: LogEvent): string =>
  JSON.stringify({ time, ...event, ...more });

const asText = (time: string, { level, book, source, operation, outcome, more }: LogEvent): string => {
  const about = [book, source, operation].filter((name) => name !== null);
  const details = Object.entries(more).map(([name, value]) => `${name}=${value}`);
  return [time, level.padEnd(LEVEL_WIDTH), ...about, outcome, ...details].join(" ");
};

const LEVEL_WIDTH = 7;

const NOTHING_NAMED = { book: null, source: null, operation: null } as const;

/** What a line is that begins so; any other is an error. */
const LEVELS_BY_BEGINNING = [
  [WARNING, "warning"],
  [OF_A_SHARD, "info"],
] as const;

/** A line that some part of a command says, as an event. */
const lineSaid = (text: string): LogEvent => ({
  ...NOTHING_NAMED,
  level: LEVELS_BY_BEGINNING.find(([beginning]) => text.startsWith(beginning))?.[1] ?? "error",
  outcome: "said",
  more: { message: text },
});

/** A console on whose standard error every line is one object. */
const jsonConsole = (console: Console.Console, now: () => string): Console.Console =>
  Object.assign(Object.create(console), {
    error: (...printed: ReadonlyArray<unknown>): void => {
      for (const line of printed.flatMap((one) => String(one).split("\n")))
        console.error(asJson(now(), lineSaid(line)));
    },
  });

/** What a failure is as an event: of wrong settings one for each fault. */
const eventsOf = (error: unknown, book: string | null): ReadonlyArray<LogEvent> => {
  const { source, operation, kind, exit, message } = failureOf(error);
  const lines = error instanceof Error ? linesOf(error) : [message];
  return lines.map((line) => ({
    ...{ level: "error", book, source, operation, outcome: kind, more: { exit, message: line } },
  }));
};

/** Where the failure of a book is said as one of the lines for a machine; undefined where people read them. */
export const FailureLog = Context.Reference<((error: unknown, book: string) => void) | undefined>(
  "tieout/cli/FailureLog",
  { defaultValue: () => undefined },
);

/** How a command says what happens. */
interface Saying {
  readonly flags: Flags;
  readonly quiet: boolean;
}

/**
 * What `--log` and `--log-level` make of a command: a line for what happens at the sources and how the run ends, and with
 * `--log json` every line on standard error one object. A quiet command says what it has to say and no more.
 */
export const logging = <A, E, R>(command: Effect.Effect<A, E, R>, { flags, quiet }: Saying) =>
  Effect.gen(function* () {
    const console = yield* Console.Console;
    const clock = yield* Clock.Clock;
    const isJson = (yield* logFormatOf(flags)) === "json";
    const typed = yield* GlobalFlag.LogLevel;
    const threshold = Option.match(typed, {
      onNone: () => (isJson ? "info" : undefined),
      onSome: (level) => THRESHOLDS[level],
    });
    const now = (): string => printInstant(clock.currentTimeMillisUnsafe());
    const print = isJson ? asJson : asText;
    const write = (event: LogEvent): void => {
      if (threshold === undefined || LOG_LEVELS.indexOf(event.level) < LOG_LEVELS.indexOf(threshold)) return;
      console.error(printable(print(now(), event)));
    };
    const log = quiet || threshold === undefined ? NO_LOG : write;
    const told = command.pipe(Effect.provideService(EventLog, log));
    if (!isJson) return yield* told;
    const say = (error: unknown, book: string | null): void =>
      console.error(asLines(eventsOf(error, book).map((event) => asJson(now(), event))));
    return yield* told.pipe(
      Effect.provideService(FailureLog, quiet ? undefined : say),
      Effect.provideService(Console.Console, jsonConsole(console, now)),
      Effect.catch((error): Effect.Effect<never, E | Finished> => {
        const code = exitCodeOf(error);
        if (error instanceof Finished || code === EXIT.ok || code === EXIT.software)
          return Effect.fail(error);
        return Effect.andThen(
          Effect.sync(() => say(error, null)),
          fails(code),
        );
      }),
    );
  });
