import { Console, Effect } from "effect";
import { Argument, Command } from "effect/cli";
import { ledgerSettingsOf, requireLedger } from "../config/environment.ts";
import { sqliteLedger } from "../ledger/sqlite/open-ledger.ts";
import { showRecord } from "../operate/inspect/show-record.ts";
import { outputFlags, settingFlags } from "./flags.ts";
import { printedRecord, recordJson } from "./printed-record.ts";

const recordId = Argument.String("ID").pipe(
  Argument.withDescription(
    "The id of a batch, a cohort (cohort_id), a credential batch or a transaction; of a batch also processor_batch_id",
  ),
);

/** `tieout show`: any row with what it rests on, whether it ties out or not. */
export const show = Command.make(
  "show",
  { recordId, flags: settingFlags("show"), json: outputFlags.json },
  Effect.fnUntraced(function* ({ recordId: id, json, flags }) {
    const settings = yield* ledgerSettingsOf(flags);
    yield* requireLedger(settings);
    const shown = yield* showRecord(id, settings).pipe(Effect.provide(sqliteLedger(settings.ledgerFile)));
    yield* Console.log(json ? recordJson(shown) : printedRecord(shown));
  }),
).pipe(
  Command.withDescription(
    "Show any batch, cohort, credential batch or transaction: its records, its arithmetic, its exceptions, and what reports showed of it",
  ),
  Command.withExamples([
    {
      command: "tieout show 3293ec6c-0000-400c-8000-4b287e000000",
      description: "A settlement batch, row by row",
    },
    { command: "tieout show 0017", description: "The same by the number on the processor's statement" },
    { command: 'tieout show "live/prog_1/may 2025 cohort"', description: "A cohort, by its cohort_id" },
    {
      command: "tieout show 3293ec6c-0000-400c-8000-4b287e000000 --as-of 2026-11-20T02:00:00Z --json",
      description: "As it was known then, for a program",
    },
  ]),
);
