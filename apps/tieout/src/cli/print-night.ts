import { Console, Effect } from "effect";
import type { Outcome } from "../operate/night/book-night.ts";
import type { BookOutcomes } from "../operate/night/each-book.ts";
import { EXIT, fails } from "./exit-code.ts";
import { printedSummary } from "./printed-summary.ts";

/** How much a command says. */
export interface Output {
  readonly quiet: boolean;
  readonly json: boolean;
}

/** Says what a night came to, and ends with its exit code: the failure of a source before `--fail-on`. */
export const printNight = Effect.fnUntraced(function* (
  { outcomes, failure }: BookOutcomes<Outcome>,
  { quiet, json }: Output,
) {
  const summaries = outcomes.map(({ summary }) => summary);
  for (const warning of summaries.flatMap(({ warnings }) => warnings))
    yield* Console.error(`Warning: ${warning}`);
  if (json) yield* Console.log(JSON.stringify({ books: summaries }));
  else if (!quiet && summaries.length > 0) yield* Console.log(summaries.map(printedSummary).join("\n\n"));
  if (failure !== undefined) return yield* failure;
  const incomplete = summaries.filter(({ verdict }) => verdict === "incomplete");
  for (const { book, directory } of incomplete)
    yield* Console.error(
      `${book}: some details could not be read (${directory}/run.json names them): run again`,
    );
  if (incomplete.length > 0) return yield* fails(EXIT.temporary);
  if (outcomes.some(({ reachesFailOn }) => reachesFailOn)) return yield* fails(EXIT.exceptions);
});
