import {
  type CohortOptions,
  type CredentialBatch,
  type CredentialBatchHeader,
  compareIssued,
} from "@tieout/reconcile";
import { Effect } from "effect";
import type { Night } from "../../config/Night.ts";
import type { Roster } from "../../config/rosters/read-rosters.ts";
import type { Entry } from "../../ledger/store/Entry.ts";
import { type BatchObserver, type ObservedList, UNOBSERVED } from "../../pull/PullObserver.ts";
import { CohortCounter, cohortOptions } from "../count-cohorts.ts";
import { COHORT_COUNTS } from "./cohort-counts.ts";
import { ResultCache } from "./ResultCache.ts";

/** Credentials that are counted while they are pulled: the ids and e-mail hashes of all of them are held meanwhile. */
const COUNTED_MAX = 150_000;

/** Batches that wait for an earlier one that takes its time. */
const WAITING_MAX = 500;

/** Counts batches that come in nearly the order in which they were issued: those that come early wait for their turn. */
class OrderedCounter {
  readonly #counter: CohortCounter;
  readonly #order: ReadonlyArray<CredentialBatchHeader>;
  readonly #waiting = new Map<string, CredentialBatch>();
  #counted = 0;

  constructor(order: ReadonlyArray<CredentialBatchHeader>, options: CohortOptions) {
    this.#order = order;
    this.#counter = new CohortCounter(options);
  }

  add(batch: CredentialBatch): void {
    // What goes here is missed when its turn comes, and the close counts instead.
    if (this.#waiting.size >= WAITING_MAX) this.#waiting.clear();
    this.#waiting.set(batch.header.id, batch);
    for (let next = this.#next(); next !== undefined; next = this.#next()) {
      this.#waiting.delete(next.header.id);
      this.#counter.add(next);
      this.#counted += 1;
    }
  }

  /** Undefined while batches are missing. */
  counts() {
    return this.#counted === this.#order.length ? this.#counter.counts() : undefined;
  }

  #next(): CredentialBatch | undefined {
    return this.#waiting.get(this.#order[this.#counted]?.id ?? "");
  }
}

/**
 * Counts the credential batches of a book while they are pulled: so the close of a night that read all of them finds
 * its cohorts counted, and does not have to restore the credentials that the pull has just had in its hands.
 */
export const countingObserver = Effect.fnUntraced(function* (night: Night, rosters: ReadonlyArray<Roster>) {
  const cache = yield* ResultCache.empty(night.book.name);
  return ({ source, headers, programs, mode }: ObservedList<"credentials">): BatchObserver<"credentials"> => {
    const declared = headers.reduce((sum, { recipientCount }) => sum + recipientCount, 0);
    if (declared > COUNTED_MAX) return UNOBSERVED;
    const options = { ...cohortOptions(night, rosters, { source, mode }), programs };
    const counter = new OrderedCounter(headers, options);
    const entries: Array<Entry<"credential_batch">> = [];
    return {
      read: (batch) => counter.add(batch),
      stored: (some) => Effect.sync(() => void entries.push(...some)),
      done: Effect.suspend(() => {
        const counts = counter.counts();
        if (counts === undefined || COHORT_COUNTS.isTooLarge(counts)) return Effect.void;
        const inOrder = entries.toSorted((a, b) => compareIssued(a.header, b.header));
        const key = COHORT_COUNTS.keyOf(inOrder, options);
        return cache.keep(COHORT_COUNTS.kind, [{ ...key, body: COHORT_COUNTS.print(counts) }]);
      }),
    };
  };
});
