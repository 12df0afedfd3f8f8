import type { SettlementSummary } from "@tieout/reconcile";
import { printSummary, readSummary } from "@tieout/reconcile/cache";

/** A summary as a text, as it is kept and read back. */
export const SUMMARY_TEXT = {
  print: printSummary,
  read: (text: string): SettlementSummary => {
    const summary = readSummary(text);
    if (summary === undefined) throw new TypeError("a kept summary of a settlement is not what was printed");
    return summary;
  },
} as const;
