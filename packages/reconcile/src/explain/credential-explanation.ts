import { isProven } from "../cohorts/batch-state.ts";
import { compareIssued } from "../cohorts/compare-issued.ts";
import { cohortKey, nameVariantKey } from "../cohorts/identity.ts";
import type { NamedSource } from "../exceptions/rule.ts";
import type { CredentialBatch, Program } from "../records.ts";
import { credentialItems } from "./credential-items.ts";
import { cohortLines, credentialCountLines } from "./credential-lines.ts";
import { type About, capped, type Evidence, type Evidenced, type RecordLine } from "./Explanation.ts";

/** The evidence about programmes, credential batches, credentials or cohorts. */
export const explainCredentials = (
  asked: About,
  { source, batches, programs }: NonNullable<Evidence["issued"]>,
): Evidenced => {
  const inOrder = batches.toSorted((l, r) => compareIssued(l.header, r.header));
  const about = inOrder.filter((batch) => isAbout(batch, asked, inOrder));
  const held = capped(about, batchRecord);
  const items = capped(credentialItems(asked, about, inOrder), (item) => item);
  return {
    records: [...programRecords(asked, programs), ...held.lines, ...items.lines],
    recordsLeftOut: held.leftOut + items.leftOut,
    arithmetic: linesOf(asked, about),
    notes: notesOf(asked, about, source),
  };
};

/** Of a cohort, its own batches, and for a variant of a name those of the cohort it varies; else all there are. */
const isAbout = (
  { header }: CredentialBatch,
  { entity, entityId, evidence }: About,
  all: readonly CredentialBatch[],
): boolean => {
  if (entity !== "cohort") return true;
  if (evidence !== "name_variants") return cohortKey(header) === entityId;
  const own = all.find((one) => cohortKey(one.header) === entityId);
  return own !== undefined && nameVariantKey(header) === nameVariantKey(own.header);
};

const linesOf = ({ entity }: About, about: readonly CredentialBatch[]): readonly string[] => {
  if (entity === "program") return [`credential batches that name the programme: ${about.length}`];
  if (entity !== "cohort") return about.flatMap(credentialCountLines);
  const cohorts = Map.groupBy(about, ({ header }) => cohortKey(header));
  return [...cohorts].flatMap(([key, batches]) => cohortLines(key, batches));
};

const batchRecord = ({ header: { id, ...header } }: CredentialBatch): RecordLine => ({
  kind: "credential_batch",
  id,
  says: [
    `name "${header.name}"`,
    `programme ${header.programId}`,
    `mode ${header.mode}`,
    `organisation ${header.orgId}`,
    `status ${header.status}`,
    `issued ${header.issuedAt}`,
    `declares ${header.recipientCount}`,
  ],
});

const programRecords = ({ entity, entityId }: About, programs: readonly Program[]): readonly RecordLine[] =>
  programs
    .filter(({ id }) => entity === "program" && id === entityId)
    .map(({ id, name, orgId, mode }) => ({
      kind: "program",
      id,
      says: [`name "${name}"`, `mode ${mode}`, `organisation ${orgId}`],
    }));

const notesOf = (
  { evidence }: About,
  about: readonly CredentialBatch[],
  source: NamedSource,
): readonly string[] => [
  ...about.flatMap((batch) => {
    const { header, details } = batch;
    if (details === null)
      return [
        `${source.title} answers 404 for the details of batch ${header.id}: its count is declared only.`,
      ];
    return isProven(batch)
      ? []
      : [`Batch ${header.id} is unproven: its details differ from what it declares.`];
  }),
  ...(evidence === "roster"
    ? ["A roster is read at each run and never kept, so who is missing or unexpected is not shown."]
    : []),
];
