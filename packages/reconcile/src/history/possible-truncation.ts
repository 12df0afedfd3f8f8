import { sortedDistinct } from "../code-points.ts";
import { countFigure, printedCount } from "../exceptions/figures.ts";
import type { Finding } from "../exceptions/finding.ts";
import type { NamedSource } from "../exceptions/rule.ts";

/** What a list of credential batches looked like, beside what was known of it before. */
export interface ListObservation {
  /** `operationId` of the list: the exception is about the run's call of it. */
  readonly operation: string;
  /** Keys of its answers that look like paging and that the spec does not know. */
  readonly pagingKeys: readonly string[];
  /** Entities that vanished from it since it was last read. */
  readonly vanished: number;
  /** Entities that are left in it. */
  readonly left: number;
}

/** Page sizes in use: a list that shrinks to exactly one of them was probably cut there. */
const PAGE_SIZES: ReadonlySet<number> = new Set([20, 25, 50, 100, 200, 500, 1000]);

/** One entity that is gone may have been deleted; several at once need another reason. */
const SEVERAL = 2;

/**
 * `POSSIBLE_TRUNCATION`: a list without documented paging that may not be whole (Record fact 5.1), because its
 * answer carries paging keys, or because several entities vanished from it and a page size is left. Expected is
 * how many there should be by what was known before, where anything vanished; actual how many are left.
 */
export const possibleTruncation = (
  { operation, pagingKeys, vanished, left }: ListObservation,
  source: NamedSource,
): readonly Finding[] => {
  const keys = sortedDistinct(pagingKeys);
  const isCut = vanished >= SEVERAL && PAGE_SIZES.has(left);
  if (keys.length === 0 && !isCut) return [];
  const reasons = [
    ...(keys.length === 0 ? [] : [`its answer carries ${keys.join(", ")}, which no documentation names`]),
    ...(isCut ? [`${vanished} vanished and exactly ${left} are left`] : []),
  ];
  return [
    {
      code: "POSSIBLE_TRUNCATION",
      source: source.name,
      entity: "run",
      entityId: operation,
      businessDate: null,
      currency: null,
      expected: vanished === 0 ? null : countFigure(left + vanished),
      actual: countFigure(left),
      moneyAtStake: null,
      whatHappened: `${source.title}'s list (${operation}) with ${printedCount(left, "entry", "entries")} may not be whole: ${reasons.join(", and ")}.`,
      whatToDo: `Ask ${source.title} whether the list is paged now; until it is settled, cohorts may be too small.`,
      batchIds: [],
    },
  ];
};
