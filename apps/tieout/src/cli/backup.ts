import { Console, Effect } from "effect";
import { Argument, Command } from "effect/cli";
import { ledgerSettingsOf, requireLedger } from "../config/environment.ts";
import { backUpLedger } from "../operate/backup/back-up-ledger.ts";
import { asLines } from "../operate/printable.ts";
import { outputFlags, settingFlags } from "./flags.ts";
import { line, size } from "./layout.ts";

const file = Argument.String("FILE").pipe(
  Argument.withDescription("Where the copy goes; its key goes beside it, as FILE.key. Nothing is replaced"),
);

/** `tieout backup FILE`: copies the ledger and its key. */
export const backup = Command.make(
  "backup",
  { file, places: settingFlags("backup"), ...outputFlags },
  Effect.fnUntraced(function* ({ file: to, places, quiet, json }) {
    const settings = yield* ledgerSettingsOf(places);
    yield* requireLedger(settings);
    const made = yield* backUpLedger({ ledgerFile: settings.ledgerFile, file: to, at: settings.asOf });
    if (made.notNoted !== null)
      yield* Console.error(
        asLines([`The backup is whole, and the ledger does not know of it: ${made.notNoted}`]),
      );
    if (json)
      return yield* Console.log(
        JSON.stringify({ ledger: made.ledger, file: made.file, key_file: made.keyFile, bytes: made.bytes }),
      );
    if (quiet) return;
    const key =
      made.keyFile ?? "none: this ledger has no key yet, since no run of it has asked for credentials";
    yield* Console.log(
      asLines([
        line("Ledger", made.ledger),
        line("Copied to", `${made.file}, ${size(made.bytes)}`),
        line("Its key", key),
        line("To check it", `tieout verify --ledger sqlite:${made.file}`),
      ]),
    );
  }),
).pipe(
  Command.withDescription(
    "Copy the ledger and its key, whole or not at all, also while a run goes on; the copy is looked at before it gets its name",
  ),
  Command.withExamples([
    {
      command: "tieout backup backups/tieout-2026-11-20.db",
      description: "Keep the two files of a backup together: either is worth nothing without the other",
    },
  ]),
);
