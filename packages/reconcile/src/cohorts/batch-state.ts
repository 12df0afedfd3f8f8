import type { CredentialBatch } from "../records.ts";

/** Whether a batch's status counts its credentials as issued: `issued`, whatever its case and blanks (Record fact 5.3). */
export const isIssued = (status: string): boolean => status.trim().toLowerCase() === "issued";

/** Distinct credentials among those that could be read; `null` where the details answer 404. */
export const distinctCredentials = ({ details }: CredentialBatch): number | null =>
  details === null ? null : new Set(details.credentials.map(({ id }) => id)).size;

/** Whether a batch's figures are proven: details at hand, none left out, as many credentials as declared. */
export const isProven = (batch: CredentialBatch): boolean =>
  batch.details?.invalid.length === 0 && distinctCredentials(batch) === batch.header.recipientCount;
