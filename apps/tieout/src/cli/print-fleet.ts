import { Console, Effect } from "effect";
import type { BookNight } from "../operate/fleet/BookNight.ts";
import type { HandedOver } from "../operate/fleet/hand-over.ts";
import { asLines } from "../operate/printable.ts";
import { EXIT, type ExitCode, fails, isExitCode, worstOf } from "./exit-code.ts";
import { failuresJson, ofFleet } from "./failure-json.ts";
import type { Output } from "./flags.ts";
import { plural } from "./layout.ts";

/** What a fleet came to. */
interface Fleet {
  readonly nights: ReadonlyArray<BookNight>;
  readonly ended: ReadonlyArray<HandedOver>;
  /** Whether a runner was there at any time. */
  readonly wereRunners: boolean;
}

/** What became of a book, for a machine. */
interface BookLine {
  readonly book: string;
  readonly day: string;
  readonly exit: ExitCode;
  /** Null where all was well. */
  readonly problem: string | null;
  /** Null where no runner came to its end. */
  readonly runner: string | null;
  /** Whether it was done by an earlier fleet of the day, and not again. */
  readonly earlier: boolean;
}

const NOT_ENDED = "did not end in time; what was read is kept: run again";

const linesOf = ({ nights, ended }: Fleet): ReadonlyArray<BookLine> => {
  const byBook = new Map(ended.map((one) => [one.night.book, one]));
  return nights.map(({ book, day }) => {
    const found = byBook.get(book);
    if (found === undefined)
      return { book, day, exit: EXIT.temporary, problem: NOT_ENDED, runner: null, earlier: false };
    const { exit, problem, runner } = found.end;
    // A runner of another version may know more codes than this one.
    const known = isExitCode(exit) ? exit : EXIT.software;
    return { book, day, exit: known, problem, runner, earlier: found.isEarlier };
  });
};

const summaryOf = (lines: ReadonlyArray<BookLine>): string => {
  const done = lines.filter(({ exit }) => exit === EXIT.ok || exit === EXIT.exceptions);
  const earlier = done.filter((line) => line.earlier).length;
  const runners = new Set(lines.flatMap(({ runner, earlier: isOld }) => (isOld ? [] : (runner ?? [])))).size;
  return [
    `${plural(lines.length, "book")}: ${done.length} done`,
    ...(earlier > 0 ? [`${earlier} of them by an earlier fleet of the day`] : []),
    ...(runners > 0 ? [`on ${plural(runners, "runner")}`] : []),
    ...(done.length < lines.length ? [`${lines.length - done.length} not`] : []),
  ].join(", ");
};

/** A sentence names its book once. */
const named = ({ book, problem }: BookLine): string =>
  problem?.startsWith(`${book}: `) === true ? problem : `${book}: ${problem}`;

/** Says what a fleet came to, a line for each book that is not well, and ends with the exit code of the worst. */
export const printFleet = Effect.fnUntraced(function* (fleet: Fleet, { quiet, json }: Output) {
  const lines = linesOf(fleet);
  const bad = lines.filter(({ problem }) => problem !== null);
  const isWaitedInVain = !fleet.wereRunners && fleet.ended.length === 0 && lines.length > 0;
  const problems = isWaitedInVain
    ? [
        {
          exit: EXIT.temporary,
          problem: "No runner came; nothing was begun: start `tieout runner`, and run again",
        },
      ]
    : bad.map((line) => ({ exit: line.exit, problem: named(line) }));
  if (json) yield* Console.log(JSON.stringify({ books: lines, ...failuresJson(problems.map(ofFleet)) }));
  else if (!quiet) yield* Console.log(asLines([summaryOf(lines)]));
  for (const { problem } of problems) yield* Console.error(asLines([problem]));
  const code = worstOf(problems.map(({ exit }) => exit));
  if (code !== EXIT.ok) return yield* fails(code);
});
