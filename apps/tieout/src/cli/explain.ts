import { Console, Effect } from "effect";
import { ledgerSettingsOf, requireLedger } from "../config/environment.ts";
import type { Flags } from "../config/resolve-settings.ts";
import { sqliteLedger } from "../ledger/sqlite/open-ledger.ts";
import { explainException } from "../operate/inspect/explain-exception.ts";
import type { Output } from "./flags.ts";
import { printedExplanation } from "./printed-explanation.ts";

/** What `tieout explain` does. */
export const explain = Effect.fnUntraced(function* ({
  exceptionId: id,
  json,
  flags,
}: Pick<Output, "json"> & { readonly exceptionId: string; readonly flags: Flags }) {
  const settings = yield* ledgerSettingsOf(flags);
  yield* requireLedger(settings);
  const explained = yield* explainException(id, settings).pipe(
    Effect.provide(sqliteLedger(settings.ledgerFile)),
  );
  yield* Console.log(json ? JSON.stringify(explained) : printedExplanation(explained));
});
