import { Console, Effect } from "effect";
import { ledgerSettingsOf } from "../config/environment.ts";
import type { Flags } from "../config/resolve-settings.ts";
import { openLedger, requireLedger } from "../ledger/open-ledger.ts";
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
  yield* requireLedger(settings.ledger);
  const shown = yield* showRecord(id, settings).pipe(Effect.provide(openLedger(settings.ledger)));
  yield* Console.log(json ? recordJson(shown) : printedRecord(shown));
});
