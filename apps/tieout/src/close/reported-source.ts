import type { InvalidRecord, SettlementRow, Window } from "@tieout/reconcile";
import { isForgotten } from "../ledger/store/RunFacts.ts";
import { type ClosedCohorts, PROGRAM_LIST } from "./close-cohorts.ts";
import type { ClosedSource } from "./closed-source.ts";
import type { ReportedSource } from "./Report.ts";

/** What tells the business days of batches. */
export interface DatedBatches {
  readonly settled: { readonly rows: ReadonlyArray<Pick<SettlementRow, "batchId" | "businessDate">> };
  readonly issued: Pick<ClosedCohorts, "issuedDays">;
}

/** The business day of each batch of a source that is listed and could be read, by its id. */
const daysOf = ({ role }: ClosedSource, { settled, issued }: DatedBatches): ReadonlyMap<string, string> =>
  role === "settlements"
    ? new Map(settled.rows.map(({ batchId, businessDate }) => [batchId, businessDate]))
    : issued.issuedDays;

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
  // What a list has forgotten is kept as it was last seen, and not listed.
  const known = [...daysOf(source, closed)].filter(([id, day]) => !isForgotten(facts.horizon, { id, day }));
  const days = known.map(([, day]) => day);
  const ids = new Set(known.map(([id]) => id));
  // One that could be read on an earlier night has its row as of then.
  const invalid = leftOut(source).filter(({ id }) => id === null || !ids.has(id)).length;
  const before = days.filter((day) => day < from).length;
  const after = days.filter((day) => day >= to).length;
  return {
    ...{ configured, asked: isAsked, last_asked: lastAsked },
    mode: facts.mode,
    listed: days.length + invalid,
    in_window: days.length - before - after,
    before,
    after,
    invalid,
  };
};
