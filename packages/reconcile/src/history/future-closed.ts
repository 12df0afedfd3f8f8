import { amountText, instantFigure, textFigure } from "../exceptions/figures.ts";
import type { Finding } from "../exceptions/finding.ts";
import type { NamedSource } from "../exceptions/rule.ts";
import type { SettlementRow } from "../reports/rows.ts";

/**
 * `FUTURE_CLOSED_AT`: settlement batches that were closed later than `asOf`, each once. Such a batch stands on a day
 * that no report reaches yet. `asOfDay` is the business day of `asOf`.
 */
export const futureClosed = (
  rows: Iterable<SettlementRow>,
  {
    source,
    asOf,
    asOfDay,
  }: { readonly source: NamedSource; readonly asOf: string; readonly asOfDay: string },
): readonly Finding[] => {
  const found = new Map<string, Finding>();
  // Not collected first: there may be too many rows to be held.
  for (const { batchId, closedAt, businessDate, currency, captured_declared } of rows) {
    if (closedAt === null || closedAt <= asOf || found.has(batchId)) continue;
    found.set(batchId, {
      code: "FUTURE_CLOSED_AT",
      source: source.name,
      entity: "batch",
      entityId: batchId,
      businessDate,
      // Of a batch in several currencies nothing is declared in one.
      currency: captured_declared === null ? null : currency,
      expected: textFigure(asOfDay),
      actual: instantFigure(closedAt),
      moneyAtStake: captured_declared === null ? null : amountText(captured_declared, currency),
      whatHappened: `This batch was closed at ${closedAt}, which is still to come: no nightly report shows it until then.`,
      whatToDo: "Ask who closed it with a wrong clock, and when it was closed in truth.",
      batchIds: [batchId],
    });
  }
  return [...found.values()];
};
