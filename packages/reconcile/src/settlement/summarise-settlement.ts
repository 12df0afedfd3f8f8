import type { Finding } from "../exceptions/finding.ts";
import type { Settlement } from "../records.ts";
import { type BasisSums, CAPTURED_BASES, REFUNDED_BASES } from "./bases.ts";
import { batchFindings } from "./batch-findings.ts";
import type { ReadingContext } from "./context.ts";
import type { CurrencyGroup } from "./currencies.ts";
import { type CauseCandidates, causeCandidates, type Differences, NO_CANDIDATES } from "./likely-causes.ts";
import { baseMinor, movedMoney } from "./moved-money.ts";
import { countedHere, type Reading, readSettlement } from "./reading.ts";
import { type RefundTracking, trackRefunds } from "./refund-tracking.ts";
import { sumRows } from "./row-sums.ts";
import { isCapturedHere } from "./sharing.ts";
import { transactionFindings } from "./transaction-findings.ts";
import { ACCEPTED, type SettlementState } from "./vocabulary.ts";

/** What the rows of a batch in one currency come to. */
export interface CurrencySums extends Pick<CurrencyGroup, "currency" | "source" | "printable"> {
  /** Distinct transaction ids; `null` where nothing could be read. */
  readonly listed: number | null;
  readonly sums: BasisSums;
}

/** Of a batch that settles nothing, what of its money is settled elsewhere, in minor units. */
export interface Resettled {
  /** Bases of rows that other batches count. */
  readonly minor: bigint;
  /** Whether some row that moved money is counted by no other batch. */
  readonly isLeft: boolean;
  /** Rows that moved money. */
  readonly moved: number;
}

/**
 * All that takes the rows of a batch to say: sums, findings about rows, and what a difference may come from. A proof
 * follows from it and the batch's header, whatever the conventions are that other batches teach.
 */
export interface SettlementSummary {
  readonly businessDate: string;
  readonly state: SettlementState;
  /** One a currency; never empty. More than one is a batch whose declared totals cannot be compared. */
  readonly groups: readonly [CurrencySums, ...CurrencySums[]];
  readonly refunds: RefundTracking;
  readonly resettled: Resettled;
  readonly causes: CauseCandidates;
  readonly findings: readonly Finding[];
}

/**
 * Reads the rows of a batch and adds them up. Rows that another batch counts are listed here and left out of every sum,
 * unless this batch is void or in review: such a one is looked at as it stands, whoever settled its rows again.
 */
export const summariseSettlement = (settlement: Settlement, context: ReadingContext): SettlementSummary => {
  const reading = readSettlement(settlement, context);
  const { header, businessDate, state, groups } = reading;
  const rows = countedHere(reading.listed?.rows ?? [], header, context.shared);
  const [first, ...others] = groups.map((group) => sumsOf(group, reading, context));
  if (first === undefined) throw new RangeError(`batch ${header.id} has no currency group`);
  const isCompared = state !== "unproven" && others.length === 0;
  return {
    businessDate,
    state,
    groups: [first, ...others],
    refunds: trackRefunds(rows, header, context.shared),
    resettled: resettledOf(reading, context),
    causes: isCompared ? causeCandidates(rows, differencesOf(first.sums, reading)) : NO_CANDIDATES,
    findings: [...batchFindings(reading, context), ...transactionFindings(reading, context)],
  };
};

const sumsOf = (group: CurrencyGroup, { header, state }: Reading, context: ReadingContext): CurrencySums => {
  const { currency, source, printable, rows } = group;
  const atClose = context.refundedAtClose.get(header.id);
  const listed = new Set(rows.map(({ id }) => id)).size;
  return {
    currency,
    source,
    printable,
    listed: listed === 0 && state === "unproven" ? null : listed,
    sums: {
      ...sumRows(countedHere(rows, header, context.shared)),
      refundedAtCloseMinor: atClose === undefined ? null : BigInt(atClose),
    },
  };
};

/** Every difference that a basis can leave, where the first one does not match: which stands in is not known yet. */
const differencesOf = (sums: BasisSums, { header }: Reading): Differences => {
  const [captured, refunded] = [BigInt(header.capturedMinor), BigInt(header.refundedMinor)];
  const figures = REFUNDED_BASES.flatMap(({ figure }) => figure(sums) ?? []);
  const all = CAPTURED_BASES.flatMap(({ figure }) => figures.map((minor) => captured - figure(sums, minor)));
  return {
    captured: captured === sums.grossMinor ? [] : all,
    refunded: refunded === sums.refundedOnOriginalMinor ? [] : figures.map((minor) => refunded - minor),
  };
};

const resettledOf = ({ header, listed }: Reading, { shared }: ReadingContext): Resettled => {
  const moved = (listed?.rows ?? []).filter(movedMoney);
  // As if this batch settled what it lists: then it would count what no other one does.
  const asLive = { ...header, status: ACCEPTED };
  const elsewhere = moved.filter(({ id }) => !isCapturedHere(id, asLive, shared));
  return {
    minor: elsewhere.reduce((sum, row) => sum + BigInt(baseMinor(row)), 0n),
    isLeft: elsewhere.length < moved.length,
    moved: moved.length,
  };
};
