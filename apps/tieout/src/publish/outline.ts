import { formatMinor } from "@tieout/reconcile";
import type { Report } from "../close/Report.ts";
import type { CurrencyAmount, ReportOutline } from "../ledger/reports/ReportOutline.ts";

type Outlined = Pick<Report, "verdict" | "openExceptions" | "totals">;

/** Of what is final, a total of each currency in which it is one. */
const finalAmounts = (
  { settlements }: Outlined["totals"],
  total: "net_computed" | "unexplained_absolute",
): ReadonlyArray<CurrencyAmount> =>
  settlements.flatMap(({ state, currency, [total]: minor }) =>
    state === "final" && minor !== null ? [{ currency, amount: formatMinor(minor, currency) }] : [],
  );

/** The amounts that are not zero. */
export const withoutZeros = (amounts: ReadonlyArray<CurrencyAmount>): ReadonlyArray<CurrencyAmount> =>
  amounts.filter(({ amount }) => /[1-9]/.test(amount));

/** What the ledger keeps of how a report came out. */
export const outlineOf = ({ verdict, openExceptions: exceptions, totals }: Outlined): ReportOutline => ({
  verdict,
  exceptions,
  unexplained: withoutZeros(finalAmounts(totals, "unexplained_absolute")),
  settled: finalAmounts(totals, "net_computed"),
});
