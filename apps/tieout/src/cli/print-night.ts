import { Console, Effect } from "effect";
import { linesOf } from "../config/faults.ts";
import type { Outcome } from "../operate/night/book-night.ts";
import type { BookFailed, BookOutcomes } from "../operate/night/each-book.ts";
import type { Summary } from "../operate/night/summarise.ts";
import { EXIT, type ExitCode, exitCodeOf, fails, worstOf } from "./exit-code.ts";
import { failureOf, failuresJson, unreadFailure } from "./failure-json.ts";
import { FailureLog } from "./logging.ts";
import { type BadEnd, badEndOf } from "./night-ends.ts";
import { asLines } from "./printable.ts";
import { printedSummary } from "./printed-summary.ts";

/** How much a command says. */
export interface Output {
  readonly quiet: boolean;
  readonly json: boolean;
}

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

/** Says what a night came to, and ends with its exit code. */
export const printNight = Effect.fnUntraced(function* (
  { outcomes, failures }: BookOutcomes<Outcome>,
  { quiet, json }: Output,
) {
  const summaries = outcomes.map(({ summary }) => summary);
  // Of what does no harm nobody has to be woken.
  // What is so of the ledger, or of the page over all books, every book of the run says.
  for (const warning of quiet ? [] : new Set(summaries.flatMap(({ warnings }) => warnings)))
    yield* Console.error(asLines([`Warning: ${warning}`]));
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
