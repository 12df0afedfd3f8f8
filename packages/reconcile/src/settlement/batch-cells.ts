import type { Finding } from "../exceptions/finding.ts";
import { SOURCES } from "../exceptions/rule.ts";

/** The cells of a finding that its rule fills. */
export type Cells = Pick<Finding, "code" | "whatHappened" | "whatToDo"> &
  Partial<Pick<Finding, "expected" | "actual" | "moneyAtStake" | "likelyCause" | "severity">>;

/** The cells of a finding about a batch that its rule fills. */
export type BatchCells = Cells;

/** What findings about one batch have in common. */
export interface AboutBatch {
  readonly batchId: string;
  readonly businessDate: string;
  readonly currency: string | null;
}

/** A finding about a batch, with every cell that its rule leaves open empty. */
export const batchFinding = (
  { batchId, businessDate, currency }: AboutBatch,
  cells: BatchCells,
): Finding => ({
  source: SOURCES.settlements,
  entity: "batch",
  entityId: batchId,
  businessDate,
  currency,
  expected: null,
  actual: null,
  moneyAtStake: null,
  batchIds: [batchId],
  ...cells,
});
