import { printInstant } from "@tieout/reconcile";
import { Clock, Console, Effect } from "effect";
import { Command } from "effect/cli";
import { environment } from "../config/environment.ts";
import { resolveSettings } from "../config/resolve-settings.ts";
import { runBooks } from "../operate/run-books.ts";
import { EXIT } from "./exit-code.ts";
import { fails } from "./Finished.ts";
import { given } from "./given.ts";
import { bookFlags, outputFlags, placeFlags, pullFlags, reportFlags } from "./options.ts";
import { progressFor } from "./progress-for.ts";
import { printedSummary } from "./summary.ts";

/** `tieout run`: the nightly job. */
export const run = Command.make(
  "run",
  { ...bookFlags, ...placeFlags, ...reportFlags, ...pullFlags, ...outputFlags },
  Effect.fnUntraced(function* ({ quiet, json, excel, full, book, ...flags }) {
    const now = printInstant(yield* Clock.currentTimeMillis);
    const settings = yield* resolveSettings(
      { ...given(flags), books: book, excel, full },
      yield* environment,
      now,
    );
    const { outcomes, failure } = yield* runBooks(settings).pipe(
      Effect.provide(yield* progressFor({ quiet, json })),
    );
    const summaries = outcomes.map(({ summary }) => summary);
    for (const warning of summaries.flatMap(({ warnings }) => warnings))
      yield* Console.error(`Warning: ${warning}`);
    if (json) yield* Console.log(JSON.stringify({ books: summaries }));
    else if (!quiet && summaries.length > 0) yield* Console.log(summaries.map(printedSummary).join("\n\n"));
    if (failure !== undefined) return yield* failure;
    if (outcomes.some(({ reachesFailOn }) => reachesFailOn)) return yield* fails(EXIT.exceptions);
  }),
).pipe(
  Command.withDescription("Pull both sources, reconcile them and publish the report: the nightly job"),
  Command.withExamples([
    { command: "tieout run", description: "Report on the 35 business days before today" },
    {
      command: "tieout run --timezone Europe/Berlin --cutoff 02:30 --fail-on high",
      description: "Days begin at 02:30 in Berlin; exit 2 when something serious is open",
    },
    { command: "tieout run --from 2026-10-01 --to 2026-11-01", description: "Report on October" },
  ]),
);
