import type { SettlementWorld } from "../koard/SettlementWorld.ts";
import type { IssuanceWorld } from "../record/IssuanceWorld.ts";
import { type Calendar, instantText, type Window } from "../world/calendar.ts";
import type { Planted } from "../world/planting.ts";
import { type CohortTruth, type CredentialBatchTruth, cohortsTruth } from "./cohort-truth.ts";
import { type ExceptionTruth, exceptionsTruth } from "./exceptions-truth.ts";
import {
  type CurrencyTruth,
  type DayTruth,
  type SettlementTruth,
  settlementsTruth,
} from "./settlement-truth.ts";

/**
 * What a right report must say about the world on one night.
 *
 * Counted from the world itself, by code that shares nothing with the reconciliation it is held against.
 * Plain JSON; amounts are minor units as text; instants are UTC with milliseconds.
 */
export interface Truth {
  readonly seed: number;
  readonly night: number;
  /** When this night's job may run at the earliest: nothing in the world is later. */
  readonly asOf: string;
  readonly calendar: Calendar;
  readonly window: Window | null;
  readonly cohorts: readonly CohortTruth[];
  /** The batches that the cohorts are made of. */
  readonly credentialBatches: readonly CredentialBatchTruth[];
  readonly settlements: readonly SettlementTruth[];
  readonly days: readonly DayTruth[];
  readonly currencies: readonly CurrencyTruth[];
  readonly counts: {
    readonly programs: number;
    readonly cohorts: number;
    readonly credentialBatches: number;
    /** Credential batches issued at or after the end of the window. */
    readonly credentialBatchesAfterWindow: number;
    readonly credentialsDeclared: number;
    readonly credentialsIssued: number;
    readonly settlementBatches: number;
    readonly transactionsListed: number;
    readonly transactionsCaptured: number;
  };
  /** Every exception that a right report has open tonight: those planted, and those that such a world has of itself. */
  readonly exceptions: readonly ExceptionTruth[];
  /** Every irregularity of the world, also those of other nights and outside of the window. */
  readonly planted: readonly Planted[];
}

/** The two halves of a world in live mode, and the night that both are on. */
export interface Worlds {
  readonly seed: number;
  readonly koard: SettlementWorld;
  readonly record: IssuanceWorld;
}

/** What the truth is asked about, beside the calendar. */
export interface Question {
  /** Limits the truth as a report's window does. */
  readonly window?: Window | undefined;
  /** The currency that a report assumes for batches that show none; ISO 4217. */
  readonly assumedCurrency?: string | null | undefined;
}

/** Tells the truth about a world. */
export const truthOf = (
  { seed, koard, record }: Worlds,
  calendar: Calendar,
  { window, assumedCurrency = null }: Question,
): Truth => {
  const issued = cohortsTruth(record, calendar, window);
  const settled = settlementsTruth(koard, { calendar, window, assumedCurrency });
  const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
    items.reduce((total, item) => total + of(item), 0);
  return {
    seed,
    night: koard.night,
    asOf: instantText(koard.endsAtMs),
    calendar,
    window: window ?? null,
    cohorts: issued.cohorts,
    credentialBatches: issued.batches,
    settlements: settled.settlements,
    days: settled.days,
    currencies: settled.currencies,
    counts: {
      programs: record.programs().length,
      cohorts: issued.cohorts.length,
      credentialBatches: issued.credentialBatches,
      credentialBatchesAfterWindow: issued.afterWindow,
      credentialsDeclared: sum(issued.cohorts, ({ credentialsDeclared }) => credentialsDeclared),
      credentialsIssued: sum(issued.cohorts, ({ credentialsIssued }) => credentialsIssued),
      settlementBatches: new Set(settled.settlements.map(({ batchId }) => batchId)).size,
      transactionsListed: settled.transactionsListed,
      transactionsCaptured: sum(settled.currencies, ({ transactionsCaptured }) => transactionsCaptured),
    },
    exceptions: exceptionsTruth({ koard, record }, issued.cohorts, assumedCurrency),
    planted: [...koard.planted, ...record.planted],
  };
};
