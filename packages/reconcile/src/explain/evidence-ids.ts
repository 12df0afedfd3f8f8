import { sortedDistinct } from "../code-points.ts";
import { EXCEPTIONS } from "../exceptions/exceptions.ts";
import type { ExceptionRow } from "../exceptions/finding.ts";
import type { CredentialBatchHeader } from "../records.ts";

/**
 * The ids of the batches that explain an exception, sorted: those it names, and where they are credential
 * batches more of `headers`, which are those issued before the end of the window. A cohort needs all batches of its
 * programme and mode, since who already held a credential depends on them; a programme those that name it.
 */
export const evidenceIds = (
  exception: ExceptionRow,
  headers: readonly CredentialBatchHeader[],
): readonly string[] => {
  const { code, entity, entityId, batchIds, actual } = exception;
  if (entity === "cohort") {
    return idsOf(headers, ({ mode, programId }) => entityId.startsWith(`${mode}/${programId}/`));
  }
  if (entity === "program") return idsOf(headers, ({ programId }) => programId === entityId);
  // The batch that was repeated is no batch of the exception: its row must not count it.
  const earlier = EXCEPTIONS[code].evidence === "earlier_batch" && actual !== null ? [actual.text] : [];
  return sortedDistinct([...batchIds, ...earlier]);
};

const idsOf = (
  headers: readonly CredentialBatchHeader[],
  isEvidence: (header: CredentialBatchHeader) => boolean,
): readonly string[] => sortedDistinct(headers.filter(isEvidence).map(({ id }) => id));
