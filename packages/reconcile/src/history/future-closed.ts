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
  const seen = new Set<string>();
  return Array.from(rows).flatMap(({ batchId, closedAt, businessDate, currency, captured_declared }) => {
    if (closedAt === null || closedAt <= asOf || seen.has(batchId)) return [];
    seen.add(batchId);
    return [
      {
        code: "FUTURE_CLOSED_AT" as const,
        source: source.name,
        entity: "batch" as const,
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
      },
    ];
  });
};
