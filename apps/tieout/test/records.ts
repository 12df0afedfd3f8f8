import type { CredentialBatchHeader, ExceptionRow, SettlementHeader, Transaction } from "@tieout/reconcile";
import {
  credential,
  credentialBatch,
  exceptionRow as mismatch,
  transaction as sale,
  settlement,
} from "@tieout/reconcile/testing";
import type { ReportOutline } from "../src/ledger/reports/ReportOutline.ts";
import type { Observation } from "../src/ledger/store/Entry.ts";
import { snapshotOf } from "../src/ledger/store/snapshot.ts";

/** A settled sale of 10.00 USD, of which only the id tells which it is. */
export const transaction = (id: string, other: Partial<Transaction> = {}): Transaction =>
  sale(id, { eventId: null, ...other });

/** A settlement batch of an account, a terminal and a total of 10.00 USD that was accepted on 2026-11-16. */
export const settlementHeader = (id: string, other: Partial<SettlementHeader> = {}): SettlementHeader =>
  settlement([], {
    id,
    accountId: "account",
    terminalId: "terminal",
    openedAt: "2026-11-16T08:00:00.000Z",
    closedAt: "2026-11-16T22:04:05.120Z",
    transactionCount: 1,
    capturedMinor: 1000,
    ...other,
  }).header;

/** A settlement batch as a run saw it, listing these transactions. */
export const settlementObservation = (
  header: SettlementHeader,
  rows: readonly Transaction[],
): Observation<"settlement"> => ({
  header,
  details: snapshotOf({ rows, invalid: [] }),
});

/** A credential batch as Record's list shows it, declaring one credential. */
export const credentialBatchHeader = (id: string): CredentialBatchHeader =>
  credentialBatch(id, [credential("c1")]).header;

/** An open exception about a settlement batch. */
export const exceptionRow = (exceptionId: string, entityId = "b1"): ExceptionRow =>
  mismatch(exceptionId, { entityId });

/** How a report of which nothing else matters came out. */
export const OUTLINE: ReportOutline = {
  verdict: "final",
  exceptions: { open: 0, decided: 0, bySeverity: { critical: 0, high: 0, medium: 0, low: 0, info: 0 } },
  unexplained: [],
  settled: [],
};
