import type { InvalidRecord, SettlementRow, Window } from "@tieout/reconcile";
import { isForgotten } from "../ledger/store/RunFacts.ts";
import { type ClosedCohorts, PROGRAM_LIST } from "./close-cohorts.ts";
import type { ClosedSource } from "./closed-source.ts";
import type { ReportedSource } from "./Report.ts";

/** What tells the business days of batches. */
export interface DatedBatches {
  /** The rows of one batch stand together. */
  readonly settled: { readonly rows: Iterable<Pick<SettlementRow, "batchId" | "businessDate">> };
  readonly issued: Pick<ClosedCohorts, "issuedDays">;
}

/** The id and the business day of each batch of a source that is listed and could be read. */
const daysOf = function* ({ role }: ClosedSource, { settled, issued }: DatedBatches) {
  if (role === "credentials") return yield* issued.issuedDays;
  let last: string | undefined;
  for (const { batchId, businessDate } of settled.rows) {
    if (batchId !== last) yield [batchId, businessDate] as const;
    last = batchId;
  }
};

/** Batches of a source that were left out whole: not even their headers could be read. */
export const leftOut = ({ facts }: ClosedSource): ReadonlyArray<InvalidRecord> =>
  Object.entries(facts.invalid).flatMap(([operation, records]) =>
    operation === PROGRAM_LIST ? [] : records,
  );

/**
 * What a manifest says of a source: what became of every batch that it lists. Each is in the window, before it, after
 * it, or was left out whole because its header breaks the spec.
 */
export const accountFor = (
  source: ClosedSource,
  { from, to }: Window,
  closed: DatedBatches,
): ReportedSource => {
  const { configured, isAsked, lastAsked, facts } = source;
  const records = leftOut(source);
  const unread = new Set(records.flatMap(({ id }) => id ?? []));
  const counts = { all: 0, before: 0, after: 0 };
  for (const [id, day] of daysOf(source, closed)) {
    // What a list has forgotten is kept as it was last seen, and not listed.
    if (isForgotten(facts.horizon, { id, day })) continue;
    counts.all += 1;
    if (day < from) counts.before += 1;
    if (day >= to) counts.after += 1;
    // One that could be read on an earlier night has its row as of then.
    unread.delete(id);
  }
  const invalid = records.filter(({ id }) => id === null || unread.has(id)).length;
  return {
    ...{ configured, asked: isAsked, last_asked: lastAsked },
    mode: facts.mode,
    listed: counts.all + invalid,
    in_window: counts.all - counts.before - counts.after,
    before: counts.before,
    after: counts.after,
    invalid,
  };
};
