import { Console, Effect } from "effect";
import { Command } from "effect/cli";
import { settingsOf } from "../config/environment.ts";
import { eachBook } from "../operate/night/each-book.ts";
import { Progress } from "../pull/Progress.ts";
import { NO_OBSERVER } from "../pull/PullObserver.ts";
import { type Pulled, pullBook, unreadOf } from "../pull/pull-book.ts";
import { EXIT, fails } from "./exit-code.ts";
import { outputFlags, settingFlags } from "./flags.ts";
import { progressFor } from "./progress.ts";

const summarised = ({ run, sources }: Pulled) => ({
  book: run.book,
  as_of: run.asOf,
  ...Object.fromEntries(
    sources.map(({ name, facts, details }) => [name, { listed: facts.listed, details }] as const),
  ),
});

const counted = (details: Readonly<Record<string, number>>): string =>
  Object.entries(details)
    .map(([reason, count]) => `${count} ${reason.replaceAll("_", " ")}`)
    .join(", ") || "none";

/** What the batches of a role are called. */
const BATCHES = { settlements: "settlement batches", credentials: "credential batches" } as const;

const printed = ({ run, sources }: Pulled): string =>
  [
    `${run.book}: pulled; nothing is published until \`tieout report\``,
    ...sources.map(
      ({ title, role, facts, details }) =>
        `  ${title.padEnd(6)}  ${facts.listed} ${BATCHES[role]} listed; details: ${counted(details)}`,
    ),
  ].join("\n");

/** `tieout pull`: read both sources into the ledger, and nothing more. */
export const pull = Command.make(
  "pull",
  { flags: settingFlags("pull"), ...outputFlags },
  Effect.fnUntraced(function* ({ quiet, json, flags }) {
    const settings = yield* settingsOf(flags);
    const { outcomes, failure } = yield* eachBook(settings, (night) =>
      Effect.gen(function* () {
        return yield* pullBook(night, NO_OBSERVER).pipe(Effect.ensuring((yield* Progress).done));
      }),
    ).pipe(Effect.provide(yield* progressFor({ quiet, json })));
    if (json) yield* Console.log(JSON.stringify({ books: outcomes.map(summarised) }));
    else if (!quiet) for (const outcome of outcomes) yield* Console.log(printed(outcome));
    if (failure !== undefined) return yield* failure;
    if (outcomes.some(({ sources }) => unreadOf(sources) > 0)) {
      yield* Console.error("Some details could not be read: run again");
      return yield* fails(EXIT.temporary);
    }
  }),
).pipe(
  Command.withDescription("Read both sources into the ledger, without a report"),
  Command.withExamples([{ command: "tieout pull --full", description: "Read every detail again" }]),
);
