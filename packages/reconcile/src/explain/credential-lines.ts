import { isIssued } from "../cohorts/batch-state.ts";
import type { Credential, CredentialBatch } from "../records.ts";
import { capped } from "./Explanation.ts";

/** The counts of one credential batch: declared, listed, distinct, repeated, people, invalid. */
export const credentialCountLines = ({ header, details }: CredentialBatch): readonly string[] => {
  const where = `batch ${header.id}: `;
  const declared = `${where}declared credentials: ${header.recipientCount}`;
  if (details === null) return [declared, `${where}details: none`];
  const { credentials, invalid } = details;
  const distinct = distinctOf(credentials, ({ id }) => id);
  const withPerson = credentials.filter(({ emailHash }) => emailHash !== null);
  return [
    declared,
    `${where}rows listed: ${credentials.length}`,
    `${where}distinct credentials: ${distinct}`,
    `${where}rows that repeat a credential: ${credentials.length - distinct}`,
    `${where}people: ${distinctOf(withPerson, ({ emailHash }) => emailHash)}`,
    `${where}rows without a person: ${credentials.length - withPerson.length}`,
    `${where}records left out as invalid: ${invalid.length}`,
  ];
};

/** The counts of a cohort: batch by batch, then what they make together. */
export const cohortLines = (entityId: string, batches: readonly CredentialBatch[]): readonly string[] => {
  const perBatch = capped(batches, ({ header, details }) => {
    const distinct = details === null ? "not known" : distinctOf(details.credentials, ({ id }) => id);
    return `batch ${header.id} (${header.status}): declared ${header.recipientCount}, distinct credentials ${distinct}`;
  });
  const issued = credentialsOf(batches.filter(({ header }) => isIssued(header.status)));
  const others = credentialsOf(batches.filter(({ header }) => !isIssued(header.status)));
  const where = `cohort ${entityId}: `;
  return [
    ...perBatch.lines,
    ...(perBatch.leftOut === 0 ? [] : [`and ${perBatch.leftOut} more batches, in the sums below`]),
    `${where}batches: ${batches.length}`,
    `${where}declared credentials: ${batches.reduce((sum, { header }) => sum + header.recipientCount, 0)}`,
    `${where}distinct credentials issued: ${distinctOf(issued, ({ id }) => id)}`,
    `${where}people who hold them: ${distinctOf(
      issued.filter(({ emailHash }) => emailHash !== null),
      ({ emailHash }) => emailHash,
    )}`,
    `${where}distinct credentials of any other status: ${distinctOf(others, ({ id }) => id)}`,
  ];
};

const credentialsOf = (batches: readonly CredentialBatch[]): readonly Credential[] =>
  batches.flatMap(({ details }) => details?.credentials ?? []);

const distinctOf = <Thing>(things: readonly Thing[], key: (thing: Thing) => string | null): number =>
  new Set(things.map(key)).size;
