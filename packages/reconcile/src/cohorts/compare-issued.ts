import { compareCodePoints } from "../code-points.ts";
import type { CredentialBatchHeader } from "../records.ts";

/** Orders batches by `issuedAt`, then id: the order in which their credentials came to be (Record fact 5.5). */
export const compareIssued = (
  left: Pick<CredentialBatchHeader, "issuedAt" | "id">,
  right: Pick<CredentialBatchHeader, "issuedAt" | "id">,
): number => compareCodePoints(left.issuedAt, right.issuedAt) || compareCodePoints(left.id, right.id);
