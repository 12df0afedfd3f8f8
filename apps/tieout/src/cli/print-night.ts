import { Console, Effect } from "effect";
import { linesOf } from "../config/faults.ts";
import type { Outcome } from "../operate/night/book-night.ts";
import type { BookFailed, BookOutcomes } from "../operate/night/each-book.ts";
import type { Summary } from "../operate/night/summarise.ts";
import { asLines } from "../operate/printable.ts";
import { EXIT, type ExitCode, fails, worstOf } from "./exit-code.ts";
import { exitCodeOf } from "./failure-exit.ts";
import { failureOf, failuresJson, unreadFailure } from "./failure-json.ts";
import type { Output } from "./flags.ts";
import { WARNING } from "./layout.ts";
import { FailureLog } from "./logging.ts";
import { type BadEnd, badEndOf } from "./night-ends.ts";
import { printedSummary } from "./printed-summary.ts";

/** Says why work could not be done, all that there is to say, and ends with the exit code of the worst. */
export const endWith = Effect.fnUntraced(function* (
  failures: ReadonlyArray<BookFailed>,
  codes: ReadonlyArray<ExitCode>,
) {
  const say = yield* FailureLog;
  for (const { book, failure } of failures)
    yield* say === undefined
      ? Console.error(asLines(linesOf(failure)))
      : Effect.sync(() => say(failure, book));
  const code = worstOf([...failures.map(({ failure }) => exitCodeOf(failure)), ...codes]);
  if (code !== EXIT.ok) return yield* fails(code);
});

const unreadSentence = ({ book, directory }: Summary): string =>
  `${book}: some details could not be read (${directory}/run.json names them): run again`;

const graveSentence = ({ book, directory }: Summary): string =>
  `${book}: what is open is as severe as --fail-on says: ${directory}/exceptions.csv`;

/** What is not well about a book that was reported on. */
export const badEndsOf = ({ summary, down, reachesFailOn }: Outcome): ReadonlyArray<BadEnd> => [
  ...(down === undefined ? [] : [badEndOf(down)]),
  ...(summary.verdict === "incomplete" && down === undefined
    ? [{ exit: EXIT.temporary, problem: unreadSentence(summary) }]
    : []),
  ...(reachesFailOn ? [{ exit: EXIT.exceptions, problem: graveSentence(summary) }] : []),
];

/** Says what is odd about books and does no harm: once, also where each book says it, as of the ledger. */
export const printWarnings = (
  books: ReadonlyArray<{ readonly warnings: ReadonlyArray<string> }>,
  quiet: boolean,
): Effect.Effect<void> => {
  // Nobody has to be woken for it.
  const all = quiet ? [] : new Set(books.flatMap(({ warnings }) => warnings));
  return Effect.forEach(all, (warning) => Console.error(asLines([`${WARNING}${warning}`])), {
    discard: true,
  });
};

/** Says what a night came to, and ends with its exit code. */
export const printNight = Effect.fnUntraced(function* (
  { outcomes, failures }: BookOutcomes<Outcome>,
  { quiet, json }: Output,
) {
  const summaries = outcomes.map(({ summary }) => summary);
  yield* printWarnings(summaries, quiet);
  const unread = outcomes.flatMap(({ summary, down }) =>
    summary.verdict === "incomplete" && down === undefined ? [unreadSentence(summary)] : [],
  );
  const failed = [
    ...failures,
    ...outcomes.flatMap(({ summary: { book }, down }) =>
      down === undefined ? [] : [{ book, failure: down }],
    ),
  ];
  const asData = failuresJson([
    ...failed.map(({ failure }) => failureOf(failure)),
    ...unread.map(unreadFailure),
  ]);
  if (json) yield* Console.log(JSON.stringify({ books: summaries, ...asData }));
  else if (!quiet && summaries.length > 0) yield* Console.log(summaries.map(printedSummary).join("\n\n"));
  for (const sentence of unread) yield* Console.error(asLines([sentence]));
  const grave = outcomes.flatMap(({ reachesFailOn, summary }) => (reachesFailOn ? [summary] : []));
  for (const summary of grave) yield* Console.error(asLines([graveSentence(summary)]));
  yield* endWith(failed, [
    unread.length > 0 ? EXIT.temporary : EXIT.ok,
    grave.length > 0 ? EXIT.exceptions : EXIT.ok,
  ]);
});
