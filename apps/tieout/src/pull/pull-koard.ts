import { listingsOf, type SettlementHeader } from "@tieout/reconcile";
import { Effect } from "effect";
import { Ledger, type Run, type Sighting } from "../ledger/Ledger.ts";
import type { SourceRead } from "../ledger/RunFacts.ts";
import { Koard } from "../sources/Koard.ts";
import { pullDetails, refuseEmptied, refuseMostlyInvalid } from "./pull-source.ts";

const SOURCE = "Koard";

/** Pulls every settlement batch that Koard lists, with its transactions, into the ledger. */
export const pullKoard = Effect.fn("pullKoard")(function* (run: Run, concurrency: number) {
  const koard = yield* Koard;
  const ledger = yield* Ledger;
  const { headers, invalid } = yield* koard.settlements;
  yield* refuseEmptied(run, SOURCE, "settlement", headers.length);

  let rows = 0;
  let invalidRows = 0;
  const read = Effect.fnUntraced(function* (header: SettlementHeader) {
    const settlement = yield* koard.settlement(header);
    rows += settlement.details?.rows.length ?? 0;
    invalidRows += settlement.details?.invalid.length ?? 0;
    return { ...settlement, listings: listingsOf(settlement) } satisfies Sighting<"settlement">;
  });
  yield* pullDetails(run, "settlement", headers, { source: SOURCE, concurrency, read });
  yield* refuseMostlyInvalid(SOURCE, headers.length + rows, invalid.length + invalidRows);

  // A header that could not be read was listed all the same: its batch has not vanished.
  const listed = new Set([...headers, ...invalid].flatMap(({ id }) => (id === null ? [] : [id])));
  yield* ledger.retire(run, "settlement", listed);
  const found: SourceRead = {
    configured: true,
    mode: null,
    listed: headers.length,
    invalid: { listBatches: invalid },
  };
  return { read: found, requests: koard.requests() };
});
