import type { NamedSource } from "../exceptions/rule.ts";
import type { Settlement, SettlementHeader, Transaction } from "../records.ts";
import type { ReadingContext } from "./context.ts";
import { type CurrencyGroup, groupByCurrency } from "./currencies.ts";
import { isFollowUp, type ListedRows, readRows } from "./listed-rows.ts";
import { isRefundGiven, sizeOf } from "./moved-money.ts";
import { isCapturedHere, isRefundedHere, type SharedTransactions } from "./sharing.ts";
import { type SettlementState, stateOfStatus } from "./vocabulary.ts";

/** A batch as read for its proof, before anything is added up. */
export interface Reading extends Settlement {
  readonly source: NamedSource;
  readonly businessDate: string;
  readonly state: SettlementState;
  /** `null` when the details cannot be had at all. */
  readonly listed: ListedRows | null;
  readonly truncated: boolean;
  /** By transaction id, what refund rows of this batch gave back, in minor units. */
  readonly refundsById: ReadonlyMap<string, number>;
  readonly groups: readonly [CurrencyGroup, ...CurrencyGroup[]];
  /** The only group; `null` for a mixed batch, whose declared totals cannot be set against any one sum. */
  readonly group: CurrencyGroup | null;
}

/**
 * Reads a batch: its business day (that of `closed_at`, else of `opened_at`, Koard fact 5.2), its state, its
 * rows without repeats, its currencies. Rows left out as invalid were listed all the same, so they do not
 * make a batch look truncated; nor does an answer that was refused whole.
 */
export const readSettlement = (
  settlement: Settlement,
  context: Pick<ReadingContext, "source" | "calendar" | "assumedCurrency">,
): Reading => {
  const { header, details } = settlement;
  const listed = details === null ? null : readRows(details.rows);
  const invalid = details?.invalid.length ?? 0;
  const isShort = listed !== null && listed.listed + invalid < header.transactionCount;
  const truncated = isShort && !isRefusedWhole(details);
  const isWhole = listed !== null && invalid === 0 && !isShort;
  const groups = groupByCurrency(listed?.rows ?? [], context.assumedCurrency);
  return {
    header,
    details,
    source: context.source,
    businessDate: context.calendar.dayOf(header.closedAt ?? header.openedAt),
    state: isWhole ? stateOfStatus(header.status) : "unproven",
    listed,
    truncated,
    refundsById: refundsIn(listed?.rows ?? []),
    groups,
    group: groups.length === 1 ? groups[0] : null,
  };
};

const refundsIn = (rows: readonly Transaction[]): ReadonlyMap<string, number> => {
  const given = new Map<string, number>();
  for (const row of rows) {
    if (isRefundGiven(row)) given.set(row.id, (given.get(row.id) ?? 0) + sizeOf(row.totalMinor));
  }
  return given;
};

/** Whether no row was looked at, since the whole answer was refused: nothing was searched for either then. */
const isRefusedWhole = (details: Settlement["details"]): boolean =>
  details !== null && details.rows.length === 0 && details.invalid.some(({ path }) => path === "$");

/** The rows of a batch that it counts itself: those that another batch counts are left out. */
export const countedHere = (
  rows: readonly Transaction[],
  header: SettlementHeader,
  shared: SharedTransactions,
): readonly Transaction[] =>
  shared.size === 0
    ? rows
    : rows.filter((row) =>
        isFollowUp(row) ? isRefundedHere(row, header, shared) : isCapturedHere(row.id, header, shared),
      );
