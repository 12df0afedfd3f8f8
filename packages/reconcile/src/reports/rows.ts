import type { ShownTexts } from "../records.ts";
import type { CapturedBasis, RefundedBasis } from "../settlement/bases.ts";
import type { SettlementState } from "../settlement/vocabulary.ts";
import type { SettlementAmounts } from "./amounts.ts";

/**
 * A row of settlement-by-batch.csv; key: book, businessDate, batchId, currency. As in all rows of the figures files
 * `null` is an empty cell: not known, or does not apply, never zero.
 */
export interface SettlementRow extends SettlementAmounts, ShownTexts {
  readonly book: string;
  readonly businessDate: string;
  readonly batchId: string;
  readonly accountId: string;
  readonly terminalId: string;
  readonly processorName: string;
  /** As Koard says. */
  readonly status: string;
  readonly state: SettlementState;
  readonly currency: string | null;
  readonly currencySource: "transactions" | "assumed" | null;
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly transactionsDeclared: number | null;
  readonly transactionsListed: number | null;
  readonly transactionsCaptured: number | null;
  readonly capturedBasis: CapturedBasis | null;
  readonly refundedBasis: RefundedBasis | null;
  /** 0 until {@link withExceptionCounts} has filled it. */
  readonly exceptions: number;
}

/** A row of settlement-by-day.csv; key: book, businessDate, accountId, currency, state. */
export interface DayRow extends SettlementAmounts {
  readonly book: string;
  readonly businessDate: string;
  readonly accountId: string;
  readonly currency: string | null;
  readonly state: SettlementState;
  readonly batches: number;
  readonly transactionsCaptured: number | null;
}

/** A row of credentials-by-cohort.csv; key: book, mode, programId, cohort. */
export interface CohortRow {
  readonly book: string;
  readonly mode: string;
  readonly programId: string;
  /** `null` where Record does not list the programme. */
  readonly programName: string | null;
  /** As the earliest batch spells it. */
  readonly cohort: string;
  /** `<mode>/<program_id>/<normalised name>`: the entity id of its exceptions; not a column. */
  readonly entityId: string;
  readonly batches: number;
  readonly credentialsDeclared: number;
  readonly credentialsIssued: number | null;
  readonly people: number | null;
  /** Those of them who held no earlier credential of the programme; over all cohorts of it, its people; not a column. */
  readonly firstHolders: number | null;
  readonly reissued: number | null;
  readonly otherStatus: number | null;
  readonly issuedInWindow: number | null;
  readonly firstIssuedAt: string;
  readonly lastIssuedAt: string;
  readonly expected: number | null;
  readonly missing: number | null;
  readonly unexpected: number | null;
  readonly state: "final" | "unproven";
  /** 0 until {@link withExceptionCounts} has filled it. */
  readonly exceptions: number;
  /** Sorted by code point. */
  readonly batchIds: readonly string[];
}
