import {
  type CohortOptions,
  type CredentialBatch,
  type CredentialBatchHeader,
  compareIssued,
  type Rosters,
} from "@tieout/reconcile";
import { Effect } from "effect";
import type { Night } from "../../config/Night.ts";
import type { CohortsAhead } from "../../pull/DrawnAhead.ts";
import { cohortOptions, isTooLarge, printTally, RunningTally, tallyGrounds } from "../tally-cohorts.ts";
import { Conclusions } from "./Conclusions.ts";

/** Credentials that are counted while they are pulled: the ids and e-mail hashes of all of them are held meanwhile. */
const COUNTED_AHEAD_MAX = 150_000;

/** Batches that wait for an earlier one that takes its time. */
const WAITING_MAX = 500;

/** Counts batches that come in nearly the order in which they were issued: those that come early wait for their turn. */
class OrderedTally {
  readonly #running: RunningTally;
  readonly #order: ReadonlyArray<CredentialBatchHeader>;
  readonly #waiting = new Map<string, CredentialBatch>();
  #counted = 0;

  constructor(order: ReadonlyArray<CredentialBatchHeader>, options: CohortOptions) {
    this.#order = order;
    this.#running = new RunningTally(options);
  }

  add(batch: CredentialBatch): void {
    // What goes here is missed when its turn comes, and the close counts instead.
    if (this.#waiting.size >= WAITING_MAX) this.#waiting.clear();
    this.#waiting.set(batch.header.id, batch);
    for (let next = this.#next(); next !== undefined; next = this.#next()) {
      this.#waiting.delete(next.header.id);
      this.#running.add(next);
      this.#counted += 1;
    }
  }

  /** Undefined while batches are missing. */
  drawn() {
    return this.#counted === this.#order.length ? this.#running.drawn() : undefined;
  }

  #next(): CredentialBatch | undefined {
    return this.#waiting.get(this.#order[this.#counted]?.id ?? "");
  }
}

/**
 * Counts the credential batches of a book while they are pulled: so the close of a night that read all of them finds
 * its cohorts counted, and does not have to restore the credentials that the pull has just had in its hands.
 */
export const countAhead = Effect.fnUntraced(function* (night: Night, rosters: Rosters) {
  const conclusions = yield* Conclusions.afresh(night.book.name);
  return (
    order: ReadonlyArray<CredentialBatchHeader>,
    given: Pick<CohortOptions, "programs" | "tokenMode">,
  ) => {
    const declared = order.reduce((sum, { recipientCount }) => sum + recipientCount, 0);
    if (declared > COUNTED_AHEAD_MAX) return undefined;
    const options = { ...cohortOptions(night, rosters), ...given };
    const tally = new OrderedTally(order, options);
    return {
      count: (batch) => tally.add(batch),
      keep: (stored) =>
        Effect.suspend(() => {
          const drawn = tally.drawn();
          if (drawn === undefined || isTooLarge(drawn)) return Effect.void;
          const entries = stored.toSorted((a, b) => compareIssued(a.header, b.header));
          const grounds = tallyGrounds(entries, options);
          return conclusions.keep("cohorts", [{ ...grounds, body: printTally(drawn) }]);
        }),
    } satisfies CohortsAhead;
  };
});
