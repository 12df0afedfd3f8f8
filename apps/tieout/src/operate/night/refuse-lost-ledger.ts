import { Effect, Result } from "effect";
import { ConfigurationWrong } from "../../config/faults.ts";
import { nightOf } from "../../config/Night.ts";
import type { Settings } from "../../config/Settings.ts";
import { holdsLedger } from "../../ledger/open-ledger.ts";
import { checkTiesWithoutLedger } from "../../publish/tie/tie-reports.ts";

/**
 * Fails where there is no ledger, or an empty file, though reports of all books stand in the output directory: none is made
 * in its place, which a later look would take for the one that was lost. Where some books have no reports they are to be
 * reported on, and each of the others fails by itself.
 */
export const refuseLostLedger = Effect.fn("refuseLostLedger")(function* (settings: Settings) {
  if (yield* holdsLedger(settings.ledger)) return;
  const looks = yield* Effect.forEach(settings.books, (book) =>
    Effect.result(checkTiesWithoutLedger(nightOf(settings, book))),
  );
  const lost = looks.flatMap((look) =>
    Result.isFailure(look) && look.failure instanceof ConfigurationWrong ? look.failure.faults : [],
  );
  if (lost.length > 0 && lost.length === looks.length) return yield* new ConfigurationWrong({ faults: lost });
});
