import { Console, Effect } from "effect";
import { Command } from "effect/cli";
import { settingsOf } from "../config/environment.ts";
import { eachBook } from "../operate/night/each-book.ts";
import { Progress } from "../pull/Progress.ts";
import { type Pulled, pullBook, unreadOf } from "../pull/pull-book.ts";
import { EXIT, fails } from "./exit-code.ts";
import { outputFlags, settingFlags } from "./flags.ts";
import { progressFor } from "./progress.ts";

const summarised = ({ run, sources }: Pulled) => ({
  book: run.book,
  as_of: run.asOf,
  record: { listed: sources.record.read.listed, details: sources.record.details },
  koard: { listed: sources.koard.read.listed, details: sources.koard.details },
});

const counted = (details: Readonly<Record<string, number>>): string =>
  Object.entries(details)
    .map(([reason, count]) => `${count} ${reason.replaceAll("_", " ")}`)
    .join(", ") || "none";

const printed = ({ book, record, koard }: ReturnType<typeof summarised>): string =>
  [
    `${book}: pulled; nothing is published until \`tieout report\``,
    `  Record  ${record.listed} credential batches listed; details: ${counted(record.details)}`,
    `  Koard   ${koard.listed} settlement batches listed; details: ${counted(koard.details)}`,
  ].join("\n");

/** `tieout pull`: read both sources into the ledger, and nothing more. */
export const pull = Command.make(
  "pull",
  { flags: settingFlags("pull"), ...outputFlags },
  Effect.fnUntraced(function* ({ quiet, json, flags }) {
    const settings = yield* settingsOf(flags);
    const { outcomes, failure } = yield* eachBook(settings, (night) =>
      Effect.gen(function* () {
        return yield* pullBook(night).pipe(Effect.ensuring((yield* Progress).done));
      }),
    ).pipe(Effect.provide(yield* progressFor({ quiet, json })));
    const summaries = outcomes.map(summarised);
    if (json) yield* Console.log(JSON.stringify({ books: summaries }));
    else if (!quiet) for (const summary of summaries) yield* Console.log(printed(summary));
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
