import { isIssued } from "../cohorts/batch-state.ts";
import { cohortKey } from "../cohorts/identity.ts";
import { ProgramHolders } from "../cohorts/ProgramHolders.ts";
import type { CredentialBatch } from "../records.ts";
import type { About, RecordLine } from "./Explanation.ts";
import { invalidRecordLine } from "./invalid-record-line.ts";

/**
 * The credentials that an exception rests on, or that a batch holds, without a word of whose they are: those issued again, the one that
 * several batches hold, those left out as invalid. `all` are the batches of the programme in the order of issue.
 */
export const credentialItems = (
  asked: About,
  about: readonly CredentialBatch[],
  all: readonly CredentialBatch[],
): readonly RecordLine[] => {
  switch (asked.evidence) {
    case "reissues":
      return reissuedRecords(asked.entityId, all);
    case "holding_batches":
      return about.map(({ header }) => ({
        kind: "credential",
        id: asked.entityId,
        says: [`in batch ${header.id}`, `cohort ${cohortKey(header)}`, `issued ${header.issuedAt}`],
      }));
    case "invalid_records":
      return about
        .flatMap(({ details }) => details?.invalid ?? [])
        .filter(({ id }) => id === (asked.entity === "credential" ? asked.entityId : null))
        .map((record) => invalidRecordLine(record, "credential"));
    default:
      return [];
  }
};

/** Replays the programme from its first batch on, as the figures are counted. */
const reissuedRecords = (entityId: string, all: readonly CredentialBatch[]): readonly RecordLine[] => {
  const program = all.find(({ header }) => cohortKey(header) === entityId)?.header;
  if (program === undefined) return [];
  const holders = new ProgramHolders();
  const firstOf = new Map<string, string>();
  const counted = new Set<string>();
  const records: RecordLine[] = [];
  for (const { header, details } of all) {
    if (header.mode !== program.mode || header.programId !== program.programId) continue;
    if (!isIssued(header.status)) continue;
    const cohort = cohortKey(header);
    for (const credential of details?.credentials ?? []) {
      const { id, emailHash } = credential;
      const key = JSON.stringify([cohort, id]);
      if (counted.has(key)) continue;
      counted.add(key);
      const isReissue = holders.add(credential) === "reissue";
      if (emailHash !== null && !firstOf.has(emailHash)) firstOf.set(emailHash, id);
      if (!isReissue || cohort !== entityId) continue;
      const first = firstOf.get(emailHash ?? "") ?? "another";
      records.push({
        kind: "credential",
        id,
        says: [`in batch ${header.id}`, `its holder already held ${first}`],
      });
    }
  }
  return records;
};
