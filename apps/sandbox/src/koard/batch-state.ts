import { type BatchChange, isOn } from "./changes.ts";
import { type BatchPlan, type BatchStatus, plannedStatus } from "./plan.ts";
import { capturedOf, type Row } from "./rows.ts";

/** How far a batch has come on a night. */
export interface BatchState {
  readonly status: BatchStatus;
  readonly closedAtMs: number | null;
  readonly processorBatchId: string | null;
}

/** The figures that a batch declares; amounts in minor units. */
export interface BatchTotals {
  readonly transactionCount: number;
  readonly capturedMinor: number;
  readonly refundedMinor: number;
}

/** A planned batch, with its departures from the plan. The processor's number is known once it is closed. */
export const plannedState = (plan: BatchPlan, changes: readonly BatchChange[], night: number): BatchState => {
  let status = plannedStatus(plan, night);
  let closedAtMs = status === "open" ? null : plan.closesAtMs;
  for (const change of changes) {
    if (!isOn(change, night)) continue;
    status = change.status ?? status;
    if (change.closedAtMs !== undefined) closedAtMs = change.closedAtMs;
  }
  return { status, closedAtMs, processorBatchId: status === "open" ? null : plan.processorBatchId };
};

/** A batch that was opened over the API, and not closed since. */
export const openedState = ({ processorBatchId }: BatchPlan): BatchState => ({
  status: "open",
  closedAtMs: null,
  processorBatchId,
});

/** A batch that was closed over the API: submitted a night later, and accepted after another. */
export const closedState = (
  { processorBatchId }: BatchPlan,
  closed: { readonly atMs: number; readonly night: number },
  night: number,
): BatchState => ({
  status: night <= closed.night ? "closed" : night === closed.night + 1 ? "submitted" : "accepted",
  closedAtMs: closed.atMs,
  processorBatchId,
});

/** What a batch declares: the sums of its transactions, and whatever was planted on top of them. */
export const addUp = (rows: Iterable<Row>, changes: readonly BatchChange[], night: number): BatchTotals => {
  let [transactionCount, capturedMinor, refundedMinor] = [0, 0, 0];
  for (const row of rows) {
    transactionCount++;
    const captured = capturedOf(row);
    if (captured === undefined) continue;
    capturedMinor += captured;
    refundedMinor += row.refunded ?? 0;
  }
  for (const change of changes) {
    if (isOn(change, night)) capturedMinor += change.capturedDeltaMinor ?? 0;
  }
  return { transactionCount, capturedMinor, refundedMinor };
};
