import type { CredentialBatch } from "../records.ts";

/** The status of a batch whose credentials are issued: the only one that Record shows (Record fact 5.3). */
export const ISSUED = "issued";

/** Whether a batch's status counts its credentials as issued, whatever its case and blanks. */
export const isIssued = (status: string): boolean => status.trim().toLowerCase() === ISSUED;

/** Distinct credentials among those that could be read; `null` where the details answer 404. */
export const distinctCredentials = ({ details }: CredentialBatch): number | null =>
  details === null ? null : new Set(details.credentials.map(({ id }) => id)).size;

/** Whether a batch's figures are proven: details at hand, none left out, as many credentials as declared. */
export const isProven = (batch: CredentialBatch): boolean =>
  batch.details?.invalid.length === 0 && distinctCredentials(batch) === batch.header.recipientCount;
