import { type BatchChange, basisOf } from "./changes.ts";
import { type BatchPlan, plannedStatus } from "./plan.ts";
import { countedOf, type Row, refundedOf } from "./rows.ts";

/** How far a batch has come on a night. */
export interface BatchState {
  /** One of Koard's, unless another was planted. */
  readonly status: string;
  readonly closedAtMs: number | null;
  readonly processorBatchId: string | null;
  /** That of its terminal, unless another was planted. */
  readonly accountId: string;
}

/** The figures that a batch declares; amounts in minor units. */
export interface BatchTotals {
  readonly transactionCount: number;
  readonly capturedMinor: number;
  readonly refundedMinor: number;
}

/** A planned batch, with the departures from its plan that can be seen on a night. The processor's number is known once it is closed. */
export const plannedState = (plan: BatchPlan, changes: readonly BatchChange[], night: number): BatchState => {
  let status: string = plannedStatus(plan, night);
  let closedAtMs = status === "open" ? null : plan.closesAtMs;
  let { accountId } = plan.site;
  for (const change of changes) {
    status = change.status ?? status;
    accountId = change.accountId ?? accountId;
    if (change.closedAtMs !== undefined) closedAtMs = change.closedAtMs;
  }
  return {
    status,
    closedAtMs,
    processorBatchId: status === "open" ? null : plan.processorBatchId,
    accountId,
  };
};

/** A batch that was opened over the API, and not closed since. */
export const openedState = ({ processorBatchId, site: { accountId } }: BatchPlan): BatchState => ({
  status: "open",
  closedAtMs: null,
  processorBatchId,
  accountId,
});

/** A batch that was closed over the API: submitted a night later, and accepted after another. */
export const closedState = (
  { processorBatchId, site: { accountId } }: BatchPlan,
  closed: { readonly atMs: number; readonly night: number },
  night: number,
): BatchState => ({
  status: night <= closed.night ? "closed" : night === closed.night + 1 ? "submitted" : "accepted",
  closedAtMs: closed.atMs,
  processorBatchId,
  accountId,
});

/** What a batch declares: the sums of its transactions, on the basis that was planted, and whatever was planted on top. */
export const addUp = (rows: Iterable<Row>, changes: readonly BatchChange[]): BatchTotals => {
  const { captured: capturedBasis, refunded: refundedBasis } = basisOf(changes);
  let [transactionCount, moved, capturedMinor, refundedMinor, reversedMinor] = [0, 0, 0, 0, 0];
  for (const row of rows) {
    transactionCount++;
    refundedMinor += refundedOf(row, refundedBasis);
    const captured = countedOf(row);
    if (captured === undefined) continue;
    moved++;
    capturedMinor += captured;
    reversedMinor += row.reversed ?? 0;
  }
  if (capturedBasis === "before_reversals") capturedMinor += reversedMinor;
  if (capturedBasis === "net_of_refunds") capturedMinor -= refundedMinor;
  for (const { declares } of changes) {
    capturedMinor += declares?.capturedDeltaMinor ?? 0;
    refundedMinor += (declares?.refundedDeltaMinor ?? 0) - (declares?.refundedSinceMinor ?? 0);
    if (declares?.isCountShort === true) transactionCount = moved - 1;
  }
  return { transactionCount, capturedMinor, refundedMinor };
};
