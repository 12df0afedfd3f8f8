import { Console, Effect } from "effect";
import { pullSettingsOf } from "../config/environment.ts";
import type { Night } from "../config/Night.ts";
import type { Flags } from "../config/resolve-settings.ts";
import { type BookOutcomes, eachBook } from "../operate/night/each-book.ts";
import { asLines } from "../operate/printable.ts";
import { Progress } from "../pull/Progress.ts";
import { NO_OBSERVER } from "../pull/PullObserver.ts";
import { type Pulled, pullBook, unreadOf } from "../pull/pull-book.ts";
import { ending } from "./ending.ts";
import { EXIT } from "./exit-code.ts";
import { failingAsJson, failureOf, failuresJson, unreadFailure } from "./failure-json.ts";
import type { Output } from "./flags.ts";
import { logging } from "./logging.ts";
import { type BadEnd, badEndOf, NightEnds } from "./night-ends.ts";
import { endWith, printWarnings } from "./print-night.ts";
import { printSharding } from "./print-sharding.ts";
import { progressFor } from "./progress.ts";
import { quietly } from "./quietly.ts";

const summarised = ({ run, sources }: Pulled) => ({
  book: run.book,
  as_of: run.asOf,
  ...Object.fromEntries(
    sources.map(({ name, facts, details }) => [name, { listed: facts.listed, details }] as const),
  ),
  warnings: sources.flatMap(({ facts }) => facts.notes),
});

const counted = (details: Readonly<Record<string, number>>): string =>
  Object.entries(details)
    .map(([reason, count]) => `${count} ${reason.replaceAll("_", " ")}`)
    .join(", ") || "none";

/** What the batches of a role are called. */
const BATCHES = { settlements: "settlement batches", credentials: "credential batches" } as const;

const printed = ({ run, sources }: Pulled): string =>
  asLines([
    `${run.book}: pulled; nothing is published until \`tieout report\``,
    ...sources.map(
      ({ title, role, facts, details }) =>
        `  ${title.padEnd(6)}  ${facts.listed} ${BATCHES[role]} listed; details: ${counted(details)}`,
    ),
  ]);

const UNREAD = "Some details could not be read: run again";

const pulled = Effect.fnUntraced(function* (night: Night) {
  return yield* pullBook(night, NO_OBSERVER).pipe(Effect.ensuring((yield* Progress).done));
});

/** What is not well about a book that was pulled. */
const badEndsOf = ({ sources, down }: Pulled): ReadonlyArray<BadEnd> => [
  ...(down === undefined ? [] : [badEndOf(down)]),
  ...(unreadOf(sources) > 0 ? [{ exit: EXIT.temporary, problem: UNREAD }] : []),
];

const printPulled = Effect.fnUntraced(function* (
  { outcomes, failures }: BookOutcomes<Pulled>,
  { quiet, json }: Output,
) {
  const isUnread = outcomes.some(({ sources }) => unreadOf(sources) > 0);
  const failed = [
    ...failures,
    ...outcomes.flatMap(({ run: { book }, down }) => (down === undefined ? [] : [{ book, failure: down }])),
  ];
  const asData = failuresJson([
    ...failed.map(({ failure }) => failureOf(failure)),
    ...(isUnread ? [unreadFailure(UNREAD)] : []),
  ]);
  const books = outcomes.map(summarised);
  yield* printWarnings(books, quiet);
  if (json) yield* Console.log(JSON.stringify({ books, ...asData }));
  else if (!quiet) for (const outcome of outcomes) yield* Console.log(printed(outcome));
  if (isUnread) yield* Console.error(UNREAD);
  yield* endWith(failed, [isUnread ? EXIT.temporary : EXIT.ok]);
});

/** What `tieout pull` does. */
export const pull = Effect.fnUntraced(
  function* ({ quiet, json, flags }: Output & { readonly flags: Flags }) {
    const progress = yield* progressFor({ quiet, json });
    const ends = new NightEnds(badEndsOf);
    const night = Effect.gen(function* () {
      const settings = yield* Effect.tap(pullSettingsOf(flags), printSharding);
      const found = yield* eachBook(settings, (one) => ends.noting(one.book.name, pulled(one)));
      ends.failed(found.failures);
      yield* printPulled(found, { quiet, json });
    });
    yield* ending(night.pipe(Effect.provide(progress)), { flags, ends, isTold: false, isOfFleet: false });
  },
  failingAsJson,
  quietly,
  logging,
);
