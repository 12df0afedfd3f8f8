import type { InvalidRecord, Settlement, SettlementHeader } from "@tieout/reconcile";
import { Context, type Effect } from "effect";
import type { SourceFailed } from "../SourceFailed.ts";
import type { RequestCounts } from "../wire/requests.ts";

/** What a list held: the headers that are whole, and what had to be left out of it. */
export interface Listing<Header> {
  readonly headers: ReadonlyArray<Header>;
  readonly invalid: ReadonlyArray<InvalidRecord>;
}

/**
 * Reads settlement batches from Koard.
 *
 * What a report never needs (card numbers, devices, readers) ends here. Retries and timeouts belong to
 * the client underneath, so nothing here tries a second time.
 */
export class Koard extends Context.Service<
  Koard,
  {
    /** Every batch the key can see, each id once, in no promised order. */
    readonly settlements: Effect.Effect<Listing<SettlementHeader>, SourceFailed>;
    /**
     * One batch with its transactions, and the header as it was at that moment. Rows that the answer
     * lacks are made up by searching. `details` is null when Koard no longer knows a batch it listed.
     */
    readonly settlement: (listed: SettlementHeader) => Effect.Effect<Settlement, SourceFailed>;
    /** What the requests so far came to. */
    readonly requests: () => RequestCounts;
    /** What was odd about the answers so far and does no harm, a sentence each. */
    readonly notes: () => ReadonlyArray<string>;
  }
>()("tieout/sources/Koard") {}
