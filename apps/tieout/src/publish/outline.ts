import { formatMinor } from "@tieout/reconcile";
import type { Report } from "../close/Report.ts";
import type { ReportOutline } from "../ledger/reports/ReportOutline.ts";

/** What the ledger keeps of how a report came out. */
export const outlineOf = ({
  verdict,
  openExceptions: exceptions,
  totals,
}: Pick<Report, "verdict" | "openExceptions" | "totals">): ReportOutline => ({
  verdict,
  exceptions,
  unexplained: totals.settlements.flatMap(({ state, currency, unexplained_absolute: minor }) =>
    state === "final" && minor !== null && minor !== 0n
      ? [{ currency, amount: formatMinor(minor, currency) }]
      : [],
  ),
});
