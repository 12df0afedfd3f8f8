import type { SettlementHeader } from "@tieout/reconcile";
import { Effect } from "effect";
import type { Night } from "../config/Night.ts";
import { Ledger } from "../ledger/Ledger.ts";
import type { Run } from "../ledger/store/Run.ts";
import type { SourceFacts } from "../ledger/store/RunFacts.ts";
import { snapshotOf } from "../ledger/store/snapshot.ts";
import { Koard } from "../sources/koard/Koard.ts";
import { DrawnAhead } from "./DrawnAhead.ts";
import type { Line } from "./Line.ts";
import { settlementPolicy } from "./policies.ts";
import { pullDetails, refuseEmptied, refuseMostlyInvalid } from "./pull-source.ts";

const SOURCE = "Koard";

/** Pulls the settlement batches that Koard lists into the ledger, and the transactions of those that may have changed. */
export const pullKoard = Effect.fn("pullKoard")(function* (run: Run, { settings }: Night, line: Line) {
  const koard = yield* Koard;
  const ledger = yield* Ledger;
  const ahead = (yield* DrawnAhead)?.proofs;
  const { headers, invalid } = yield* koard.settlements;
  yield* refuseEmptied(run, SOURCE, "settlement", headers.length);

  const read = Effect.fnUntraced(function* (header: SettlementHeader) {
    const settlement = yield* koard.settlement(header);
    const { details } = settlement;
    const [records, invalid] = [details?.rows.length ?? 0, details?.invalid.length ?? 0];
    const transactions = new Set(details?.rows.map(({ id }) => id)).size;
    const isWhole = details !== null && invalid === 0 && transactions >= settlement.header.transactionCount;
    return {
      header: settlement.header,
      details: details && snapshotOf(details),
      ...{ isWhole, records, invalid },
      proof: ahead?.prove(settlement),
    };
  });
  const counts = yield* pullDetails("settlement", headers, {
    source: SOURCE,
    concurrency: settings.concurrency,
    line,
    policy: settlementPolicy(run, settings),
    read,
    declared: ({ transactionCount }) => transactionCount,
    whenStored: (found, detailsIds) => {
      const proofs = found.flatMap(({ proof }, at) =>
        proof === undefined ? [] : [{ ...proof, detailsId: detailsIds[at] ?? null }],
      );
      return ahead === undefined ? Effect.void : ahead.keep(proofs);
    },
  });
  yield* refuseMostlyInvalid(SOURCE, headers.length + counts.records, invalid.length + counts.invalid);

  // A header that could not be read was listed all the same: its batch has not vanished.
  const listed = new Set([...headers, ...invalid].flatMap(({ id }) => (id === null ? [] : [id])));
  const vanished = yield* ledger.markUnlisted(run, "settlement", listed);
  const found: SourceFacts = {
    configured: true,
    mode: null,
    listed: headers.length,
    invalid: { listBatches: invalid },
    vanished,
    pagingKeys: [],
    notes: koard.notes(),
  };
  return { read: found, requests: koard.requests(), details: counts.details, unread: counts.unread };
});
