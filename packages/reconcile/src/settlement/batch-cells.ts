import type { Finding, FindingCells } from "../exceptions/finding.ts";
import type { NamedSource } from "../exceptions/rule.ts";

/** What findings about one batch have in common. */
export interface AboutBatch {
  readonly source: NamedSource;
  readonly batchId: string;
  readonly businessDate: string;
  readonly currency: string | null;
}

/** A finding about a batch, with every cell that its rule leaves open empty. */
export const batchFinding = (
  { source, batchId, businessDate, currency }: AboutBatch,
  cells: FindingCells,
): Finding => ({
  source: source.name,
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
