import type { CredentialBatch, CredentialBatchHeader, Program } from "@tieout/reconcile";
import { Context, type Effect } from "effect";
import type { Listing } from "../koard/Koard.ts";
import type { SourceFailed } from "../SourceFailed.ts";
import type { RequestCounts } from "../wire/requests.ts";

/** The list of batches, which is promised to be whole (Record fact 5.1). */
export interface CredentialBatchListing extends Listing<CredentialBatchHeader> {
  /** Members of the answer that look like paging and that the spec does not know. */
  readonly pagingKeys: ReadonlyArray<string>;
}

/**
 * Reads programmes and credential batches from Record.
 *
 * Names and credential links end here, and an e-mail address becomes a keyed hash before anybody else
 * sees it.
 */
export class Record extends Context.Service<
  Record,
  {
    /** `live` or `test` as the token's prefix says; null for a prefix nobody knows. */
    readonly mode: string | null;
    readonly programs: Effect.Effect<Listing<Program>, SourceFailed>;
    /** One programme by id: a batch may name one that the list lacks. Null when Record does not know it. */
    readonly program: (id: string) => Effect.Effect<Program | null, SourceFailed>;
    /** Every credential batch of the token's organisation, each id once, in no promised order. */
    readonly batches: Effect.Effect<CredentialBatchListing, SourceFailed>;
    /** One batch with its credentials; `details` is null when Record no longer knows a batch it listed. */
    readonly batch: (listed: CredentialBatchHeader) => Effect.Effect<CredentialBatch, SourceFailed>;
    /** What the requests so far came to. */
    readonly requests: () => RequestCounts;
    /** What was odd about the answers so far and does no harm, a sentence each. */
    readonly notes: () => ReadonlyArray<string>;
  }
>()("tieout/sources/Record") {}
