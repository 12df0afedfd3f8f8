import { textFigure } from "../exceptions/figures.ts";
import type { Finding } from "../exceptions/finding.ts";
import type { SettlementHeader } from "../records.ts";
import type { ReadingContext } from "../settlement/context.ts";
import { isClosedOrLater, isOpen } from "../settlement/vocabulary.ts";

/**
 * `BATCH_REOPENED`: a settlement batch that is open now and was closed or later before (Koard fact 5.19).
 *
 * `previousStatuses` are those of its earlier observations, oldest first; the newest that was closed or later is
 * shown. Statuses that Koard does not document tell nothing. Gone again as soon as the batch is closed.
 */
export const reopened = (
  previousStatuses: readonly string[],
  header: SettlementHeader,
  { source, calendar }: Pick<ReadingContext, "source" | "calendar">,
): readonly Finding[] => {
  if (!isOpen(header.status)) return [];
  const closed = previousStatuses.findLast(isClosedOrLater);
  if (closed === undefined) return [];
  return [
    {
      code: "BATCH_REOPENED",
      source: source.name,
      entity: "batch",
      entityId: header.id,
      businessDate: calendar.dayOf(header.closedAt ?? header.openedAt),
      currency: null,
      expected: textFigure(closed),
      actual: textFigure(header.status),
      moneyAtStake: null,
      whatHappened: `This batch was ${closed} when it was read before, and is open now.`,
      whatToDo: `Ask ${source.title} who reopened it; figures published for it may change.`,
      batchIds: [header.id],
    },
  ];
};
