import {
  addDays,
  datedExceptions,
  type ExceptionRow,
  type Finding,
  isDayIn,
  type SettlementRow,
} from "@tieout/reconcile";
import { Effect } from "effect";
import type { Night } from "../config/Night.ts";
import { Ledger } from "../ledger/Ledger.ts";
import type { Run } from "../ledger/store/Run.ts";
import type { ClosedCohorts } from "./close-cohorts.ts";
import { knownOf } from "./close-exceptions.ts";
import type { ClosedSource } from "./closed-source.ts";
import { heldFindings } from "./not-asked.ts";

/** What a window of one's own holds: its settlement batches, and the cohorts that something was issued of in it. */
export interface WindowContents {
  readonly settlements: Iterable<SettlementRow>;
  readonly issued: Pick<ClosedCohorts, "rows" | "issuedDays">;
}

/** Tells of exceptions whether they are about something in the window. */
const isWithin = ({ window }: Night, { settlements, issued }: WindowContents) => {
  const issuedDays = new Map(issued.issuedDays);
  const isIssued = (id: string): boolean => isDayIn(issuedDays.get(id) ?? "", window);
  const cohorts = issued.rows.filter(({ batchIds }) => batchIds.some(isIssued));
  const names = new Set(cohorts.map(({ entityId }) => entityId));
  const batches = new Set(cohorts.flatMap(({ batchIds }) => batchIds));
  for (const { businessDate, batchId } of settlements)
    if (isDayIn(businessDate, window)) batches.add(batchId);
  // One that vanished has no row any more, only its day.
  return ({ entity, entityId, batchIds, businessDate }: ExceptionRow): boolean =>
    batchIds.some((id) => batches.has(id)) ||
    (entity === "cohort" && names.has(entityId)) ||
    (entity === "batch" && businessDate !== null && isDayIn(businessDate, window));
};

/** The rows of the newest nightly report up to a window's own, none where there is none. */
const nightlyRows = Effect.fnUntraced(function* ({ asOfDay }: Night, run: Run) {
  const ledger = yield* Ledger;
  const nightly = yield* ledger.reportBefore(run, asOfDay);
  return nightly === undefined ? [] : yield* ledger.reportExceptions(nightly);
});

/**
 * The exceptions of a window of one's own: those about what is in it, with the age that the nightly series knows. It
 * is compared with nothing, so nothing resolves and nothing is restated.
 */
export const compareWindow = Effect.fn("compareWindow")(function* (
  night: Night,
  { run, sources }: { readonly run: Run; readonly sources: ReadonlyArray<ClosedSource> },
  { findings, ...contents }: WindowContents & { readonly findings: ReadonlyArray<Finding> },
) {
  const nightly = yield* nightlyRows(night, run);
  const held = heldFindings(sources, findings, nightly);
  const known = yield* knownOf({ run, day: night.asOfDay }, held, nightly);
  const dated = datedExceptions(held, { ...known, day: addDays(night.window.to, -1) });
  return {
    exceptions: dated.filter(isWithin(night, contents)),
    restatements: [],
    newFigures: [],
    previous: undefined,
  };
});
