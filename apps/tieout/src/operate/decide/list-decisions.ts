import { type StatedDecision, statedDecisions } from "@tieout/reconcile";
import { Effect } from "effect";
import type { Settings } from "../../config/Settings.ts";
import { Ledger } from "../../ledger/Ledger.ts";
import { decisionsUpTo } from "../inspect/newest-exceptions.ts";

/** A decision with the book of its exception. */
export interface ListedDecision extends StatedDecision {
  readonly book: string;
}

/** All decisions of the settings' books up to their instant, as each stands by the newest report, oldest first. */
export const listDecisions = Effect.fn("listDecisions")(function* ({ books, asOf }: Settings) {
  const ledger = yield* Ledger;
  const listed: Array<ListedDecision> = [];
  for (const { name: book } of books) {
    const report = yield* ledger.reportAsOf(book, asOf);
    // Where there is no report there was no exception to decide about.
    if (report === undefined) continue;
    const { records, ended } = yield* decisionsUpTo(book, asOf, report);
    listed.push(...statedDecisions(records, ended).map((one) => ({ ...one, book })));
  }
  return listed.sort((left, right) => left.decision.id - right.decision.id);
});
