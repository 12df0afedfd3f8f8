import { AMOUNTS, type SettlementAmounts } from "@tieout/reconcile";
import type { Column } from "./column.ts";

/** The columns about one total, as settlement-by-batch.csv and settlement-by-day.csv have them in common. */
export const amountColumns = (
  total: (typeof AMOUNTS)[number]["total"],
): ReadonlyArray<Column<SettlementAmounts>> =>
  AMOUNTS.filter((amount) => amount.total === total).map(({ name, meaning }) => ({
    name,
    kind: "amount",
    meaning,
    of: (row) => row[name],
  }));
