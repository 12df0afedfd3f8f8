import type { Window } from "@tieout/reconcile";
import { type ClosedCohorts, PROGRAM_LIST } from "./close-cohorts.ts";
import type { ClosedSettlements } from "./close-settlements.ts";
import type { ClosedSource } from "./closed-source.ts";
import type { ReportedSource } from "./Report.ts";

/** The business day of each batch of a source that is listed and could be read, by its id. */
const daysOf = (
  { role }: ClosedSource,
  { settled, issued }: { readonly settled: ClosedSettlements; readonly issued: ClosedCohorts },
): ReadonlyMap<string, string> =>
  role === "settlements"
    ? new Map(settled.rows.map(({ batchId, businessDate }) => [batchId, businessDate]))
    : issued.issuedDays;

/** Batches of a source that were left out whole: not even their headers could be read. */
export const leftOut = ({ facts }: ClosedSource): number =>
  Object.entries(facts.invalid)
    .filter(([operation]) => operation !== PROGRAM_LIST)
    .reduce((sum, [, records]) => sum + records.length, 0);

/**
 * What a manifest says of a source: what became of every batch that it lists. Each is in the window, before it, after
 * it, or was left out whole because its header breaks the spec.
 */
export const accountFor = (
  source: ClosedSource,
  { from, to }: Window,
  closed: { readonly settled: ClosedSettlements; readonly issued: ClosedCohorts },
): ReportedSource => {
  const { configured, isAsked, lastAsked, facts } = source;
  const invalid = leftOut(source);
  // What a list has forgotten is kept as it was last seen, and not listed.
  const days = [...daysOf(source, closed).values()].filter(
    (day) => facts.horizon === null || day >= facts.horizon.now,
  );
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
