import type { Settlement, SettlementHeader } from "../records.ts";
import type { ProofContext } from "./context.ts";
import { type CurrencyGroup, groupByCurrency } from "./currencies.ts";
import { type ListedRows, readRows } from "./listed-rows.ts";
import { type SettlementState, stateOfStatus } from "./vocabulary.ts";

/** A batch as read for its proof, before anything is added up. */
export interface Reading {
  readonly header: SettlementHeader;
  readonly businessDate: string;
  readonly state: SettlementState;
  /** `null` when the details cannot be had at all. */
  readonly listed: ListedRows | null;
  readonly truncated: boolean;
  readonly groups: readonly [CurrencyGroup, ...CurrencyGroup[]];
  /** The only group; `null` for a mixed batch, whose declared totals cannot be set against any one sum. */
  readonly group: CurrencyGroup | null;
}

/**
 * Reads a batch: its business day (that of `closed_at`, else of `opened_at`, Koard fact 5.2), its state, its
 * rows without repeats, its currencies. Rows left out as invalid were listed all the same, so they do not
 * make a batch look truncated.
 */
export const readSettlement = (
  settlement: Settlement,
  context: Pick<ProofContext, "calendar" | "assumedCurrency">,
): Reading => {
  const { header, details } = settlement;
  const listed = details === null ? null : readRows(details.rows);
  const invalid = details?.invalid.length ?? 0;
  const truncated = listed !== null && listed.listed + invalid < header.transactionCount;
  const isWhole = listed !== null && invalid === 0 && !truncated;
  const groups = groupByCurrency(listed?.rows ?? [], context.assumedCurrency);
  return {
    header,
    businessDate: context.calendar.dayOf(header.closedAt ?? header.openedAt),
    state: isWhole ? stateOfStatus(header.status) : "unproven",
    listed,
    truncated,
    groups,
    group: groups.length === 1 ? groups[0] : null,
  };
};

/** Whether this batch is the one that counts a transaction. */
export const isCountedHere = (transactionId: string, batchId: string, context: ProofContext): boolean => {
  const shared = context.shared.get(transactionId);
  return shared === undefined || shared.owner === batchId;
};
