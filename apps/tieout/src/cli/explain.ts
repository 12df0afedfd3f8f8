import { Console, Effect } from "effect";
import { Argument, Command } from "effect/cli";
import { ledgerSettingsOf, requireLedger } from "../config/environment.ts";
import { sqliteLedger } from "../ledger/sqlite/open-ledger.ts";
import { explainException } from "../operate/inspect/explain-exception.ts";
import { outputFlags, settingFlags } from "./flags.ts";
import { printedExplanation } from "./printed-explanation.ts";

const exceptionId = Argument.String("EXCEPTION_ID").pipe(
  Argument.withDescription("The id of an exception: the first column of exceptions.csv"),
);

/** `tieout explain`: why an exception stands. */
export const explain = Command.make(
  "explain",
  { exceptionId, flags: settingFlags("explain"), json: outputFlags.json },
  Effect.fnUntraced(function* ({ exceptionId: id, json, flags }) {
    const settings = yield* ledgerSettingsOf(flags);
    yield* requireLedger(settings);
    const explained = yield* explainException(id, settings).pipe(
      Effect.provide(sqliteLedger(settings.ledgerFile)),
    );
    yield* Console.log(json ? JSON.stringify(explained) : printedExplanation(explained));
  }),
).pipe(
  Command.withDescription("Show why an exception stands: the records, the rule, the arithmetic, the nights"),
  Command.withExamples([
    { command: "tieout explain x_98e084d94efa", description: "Needs the ledger; no key and no network" },
  ]),
);
