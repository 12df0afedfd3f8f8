import { type ExceptionRow, isOpenException } from "../exceptions/finding.ts";
import { isOfSettlements } from "../exceptions/rule.ts";
import type { CohortRow, SettlementRow } from "./rows.ts";

/**
 * Fills the `exceptions` column: how many new or open exceptions a row has. Those of a settlement are about
 * the batch or a transaction it lists; those of a cohort about it, a batch of it or a credential in one. An
 * exception that several batches share counts once in each row.
 */
export class ExceptionCounts {
  readonly #ofBatch = new Map<string, Set<string>>();
  readonly #ofCredentialBatch = new Map<string, Set<string>>();
  readonly #ofCohort = new Map<string, Set<string>>();

  constructor(exceptions: Iterable<ExceptionRow>) {
    for (const row of exceptions) {
      if (!isOpenException(row)) continue;
      const ofBatch = isOfSettlements(row.entity) ? this.#ofBatch : this.#ofCredentialBatch;
      for (const batchId of row.batchIds) remember(ofBatch, batchId, row.exceptionId);
      if (row.entity === "cohort") remember(this.#ofCohort, row.entityId, row.exceptionId);
    }
  }

  onSettlement(row: SettlementRow): SettlementRow {
    return { ...row, exceptions: this.#ofBatch.get(row.batchId)?.size ?? 0 };
  }

  onCohort(row: CohortRow): CohortRow {
    const ids = new Set(this.#ofCohort.get(row.entityId));
    for (const batchId of row.batchIds) {
      for (const id of this.#ofCredentialBatch.get(batchId) ?? []) ids.add(id);
    }
    return { ...row, exceptions: ids.size };
  }
}

const remember = (index: Map<string, Set<string>>, key: string, exceptionId: string): void => {
  const ids = index.get(key);
  if (ids === undefined) index.set(key, new Set([exceptionId]));
  else ids.add(exceptionId);
};
