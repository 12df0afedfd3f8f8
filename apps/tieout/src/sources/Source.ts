import type { InvalidRecord, Program } from "@tieout/reconcile";
import type { Effect } from "effect";
import type { SourceIdentity, SourceRole } from "../config/sources.ts";
import type { Kinds } from "../ledger/store/kinds.ts";
import type { SourceFailed } from "./SourceFailed.ts";
import type { RequestCounts } from "./wire/requests.ts";

/** What the ledger keeps of a role's batches. */
export interface KindOf {
  readonly settlements: "settlement";
  readonly credentials: "credential_batch";
}

/** A batch as a source's list shows it. */
export type Header<R extends SourceRole> = Kinds[KindOf[R]]["header"];

/** A batch as reading it shows it; `details` is null where the source no longer knows a batch that it listed. */
export interface Batch<R extends SourceRole> {
  readonly header: Header<R>;
  readonly details: Kinds[KindOf[R]]["details"] | null;
}

/** One list as a source gave it: what is whole, each id once, in no promised order; and what had to be left out. */
export interface List<Header> {
  /** The operation of the source's spec that lists them. */
  readonly operation: string;
  readonly headers: ReadonlyArray<Header>;
  readonly invalid: ReadonlyArray<InvalidRecord>;
}

/** Everything that a source lists. */
export interface Listing<R extends SourceRole> {
  readonly batches: List<Header<R>>;
  /** What credential batches were issued for, also where only a batch names it; null for a source of settlements. */
  readonly programs: List<Program> | null;
  /** Members of the answer that look like paging and that the spec does not know. */
  readonly pagingKeys: ReadonlyArray<string>;
}

/** What one request shows of a source's batches. */
export interface Glimpse {
  readonly ids: ReadonlySet<string>;
  /** Whether these are all batches that it lists. */
  readonly isWhole: boolean;
}

/**
 * Where batches of one role come from. All that know a source know this and no more: only its adapter knows that it
 * speaks HTTP.
 *
 * What a report never needs (card numbers, names, links) ends in the adapter, and an e-mail address becomes a keyed hash
 * there. Retries and timeouts belong to the client underneath, so nothing here tries a second time.
 */
export interface Source<R extends SourceRole> extends SourceIdentity {
  readonly role: R;
  /** `live` or `test` where the key tells. */
  readonly mode: string | null;
  readonly list: Effect.Effect<Listing<R>, SourceFailed>;
  /** The beginning of what it lists, by one request. */
  readonly glimpse: Effect.Effect<Glimpse, SourceFailed>;
  /** One batch with its rows, and the header as it was at that moment. */
  readonly read: (listed: Header<R>) => Effect.Effect<Batch<R>, SourceFailed>;
  /** What the requests so far came to. */
  readonly requests: () => RequestCounts;
  /** How far its clock is ahead of this machine's, by the answers so far, in milliseconds; undefined where none says. */
  readonly clockOffsetMs: () => number | undefined;
  /** What was odd about the answers so far and does no harm, a sentence each. */
  readonly notes: () => ReadonlyArray<string>;
}

/** A source of whichever role. */
export type AnySource = { readonly [R in SourceRole]: Source<R> }[SourceRole];
