import { Console, Effect } from "effect";
import { ledgerSettingsOf, requireLedger } from "../config/environment.ts";
import type { Flags } from "../config/resolve-settings.ts";
import { backUpLedger } from "../operate/backup/back-up-ledger.ts";
import { asLines } from "../operate/printable.ts";
import type { Output } from "./flags.ts";
import { line, size } from "./layout.ts";

/** What `tieout backup FILE` does. */
export const backup = Effect.fnUntraced(function* ({
  file: to,
  places,
  quiet,
  json,
}: Output & { readonly file: string; readonly places: Flags }) {
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
});
