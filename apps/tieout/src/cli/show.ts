import { Console, Effect } from "effect";
import { ledgerSettingsOf, requireLedger } from "../config/environment.ts";
import type { Flags } from "../config/resolve-settings.ts";
import { sqliteLedger } from "../ledger/sqlite/open-ledger.ts";
import { showRecord } from "../operate/inspect/show-record.ts";
import type { Output } from "./flags.ts";
import { printedRecord, recordJson } from "./printed-record.ts";

/** What `tieout show` does. */
export const show = Effect.fnUntraced(function* ({
  recordId: id,
  json,
  flags,
}: Pick<Output, "json"> & { readonly recordId: string; readonly flags: Flags }) {
  const settings = yield* ledgerSettingsOf(flags);
  yield* requireLedger(settings);
  const shown = yield* showRecord(id, settings).pipe(Effect.provide(sqliteLedger(settings.ledgerFile)));
  yield* Console.log(json ? recordJson(shown) : printedRecord(shown));
});
