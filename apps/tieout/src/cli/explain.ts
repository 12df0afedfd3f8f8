import { Console, Effect } from "effect";
import { ledgerSettingsOf } from "../config/environment.ts";
import type { Flags } from "../config/resolve-settings.ts";
import { openLedger, requireLedger } from "../ledger/open-ledger.ts";
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
  yield* requireLedger(settings.ledger);
  const explained = yield* explainException(id, settings).pipe(Effect.provide(openLedger(settings.ledger)));
  yield* Console.log(json ? JSON.stringify(explained) : printedExplanation(explained));
});
