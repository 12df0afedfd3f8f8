import { Clock, Console, Effect } from "effect";
import { settingsAt } from "../config/environment.ts";
import { ConfigurationWrong, UsageWrong } from "../config/faults.ts";
import type { Flags } from "../config/resolve-settings.ts";
import { type BookNight, NightEnd } from "../operate/fleet/BookNight.ts";
import { configurationOf } from "../operate/fleet/handed-night.ts";
import { asLines } from "../operate/printable.ts";
import { Progress } from "../pull/Progress.ts";
import { EXIT } from "./exit-code.ts";
import { WARNING } from "./layout.ts";
import { FailureLog } from "./logging.ts";
import { nightly } from "./nightly.ts";
import { keeping } from "./quietly.ts";
import { saidExit } from "./said-exit.ts";

/** Nights that a runner does, and as whom. */
interface Runner {
  /** As they were typed for the runner. */
  readonly flags: Flags;
  readonly name: string;
  /** Whether it says nothing where all is well. */
  readonly quiet: boolean;
}

/** The flags of `tieout run --book` for a night that was handed over. */
const flagsOf = (flags: Flags, { book, asOf, isAsOfNow }: BookNight, leftMs: number): Flags => ({
  ...flags,
  book: [book],
  deadline: `${Math.max(1, Math.floor(leftMs / 1000))}s`,
  ...(isAsOfNow ? {} : { asOf }),
});

const configuredOtherwise = (problem: string) =>
  new ConfigurationWrong({
    faults: [
      { where: "The configuration", problem: `${problem}: give it the same as where the fleet was started` },
    ],
  });

/** The settings of a night, unless they are others than those of whoever handed it over. */
const settingsOf = Effect.fnUntraced(function* (flags: Flags, night: BookNight, { name }: Runner) {
  const settings = yield* settingsAt(flags, night.asOf).pipe(
    // What was typed for the runner was read when it started, so that this is the name of the book.
    Effect.mapError((wrong) =>
      wrong instanceof UsageWrong ? configuredOtherwise(`does not name it on the runner ${name}`) : wrong,
    ),
  );
  const isOther = settings.books.some((book) => configurationOf(settings, book) !== night.configuration);
  if (isOther) return yield* configuredOtherwise(`is another one on the runner ${name}`);
  return settings;
});

/**
 * Does a night that was handed over, as `tieout run --book` does it, and gives what came of it: what that says on standard
 * error is said here with the book's name, and where it ends badly told to whoever waits.
 */
export const runnerNight = Effect.fnUntraced(function* (night: BookNight, runner: Runner) {
  const { book, day } = night;
  const leftMs = night.endsAtMs - (yield* Clock.currentTimeMillis);
  const ended = { runner: runner.name, isBegun: leftMs > 0 };
  if (leftMs <= 0)
    return new NightEnd({
      ...ended,
      exit: EXIT.temporary,
      problem: "nobody came to it in time: run again",
    });
  const console = yield* Console.Console;
  const said: Array<string> = [];
  const flags = flagsOf(runner.flags, night, leftMs);
  const exit = yield* nightly(settingsOf(flags, night, runner), {
    flags,
    isOfFleet: true,
    quiet: false,
    json: false,
  }).pipe(
    Effect.provide(Progress.silent),
    // As sentences, whatever the runner's own log is written as: they go to whoever waits.
    Effect.provideService(FailureLog, undefined),
    saidExit,
    // Its summary is in the report; a runner has a line for each book.
    Effect.provideService(Console.Console, Object.assign(keeping(console, said), { log: () => {} })),
    Effect.onInterrupt(() => Console.error(asLines([`${book}, ${day}: left to another runner`]))),
  );
  const isSaid = !runner.quiet || exit !== EXIT.ok;
  for (const line of isSaid ? said : [])
    console.error(asLines([line.startsWith(`${book}: `) ? line : `${book}: ${line}`]));
  if (!runner.quiet) console.log(asLines([`${book}, ${day}: ended with ${exit}`]));
  const problems = said.filter((line) => !line.startsWith(WARNING));
  return new NightEnd({ ...ended, exit, problem: exit === EXIT.ok ? null : problems.join("; ") });
});
