import { compareCodePoints } from "../code-points.ts";
import { textFigure } from "../exceptions/figures.ts";
import type { Finding } from "../exceptions/finding.ts";
import type { NamedSource } from "../exceptions/rule.ts";
import type { Program } from "../records.ts";
import { modeMismatch } from "./batch-findings.ts";
import type { CohortOptions } from "./options.ts";

/** Something that says which organisation it belongs to. */
export interface OrgMember {
  readonly entity: "program" | "credential_batch";
  readonly entityId: string;
  readonly orgId: string;
  readonly businessDate: string | null;
}

/**
 * Programmes and batches whose organisation is not that of the rest, which is the one that most of them
 * name and of equally common ones the first by code point: a token belongs to one organisation.
 */
export const foreignOrgs = (members: readonly OrgMember[], source: NamedSource): readonly Finding[] => {
  const counts = new Map<string, number>();
  for (const { orgId } of members) counts.set(orgId, (counts.get(orgId) ?? 0) + 1);
  const [home] = [...counts].sort(([l, lCount], [r, rCount]) => rCount - lCount || compareCodePoints(l, r));
  if (home === undefined) return [];
  const [homeOrg, homeCount] = home;
  return members
    .filter(({ orgId }) => orgId !== homeOrg)
    .map(({ entity, entityId, orgId, businessDate }) => ({
      ...aboutProgram(source, entityId, entity),
      code: "FOREIGN_ORG",
      businessDate,
      expected: textFigure(homeOrg),
      actual: textFigure(orgId),
      whatHappened: `This belongs to organisation ${orgId}, while ${homeCount} of ${members.length} programmes and batches belong to ${homeOrg}.`,
      whatToDo: `Ask ${source.title} why this token sees another organisation's objects.`,
    }));
};

/** Programmes of the other mode than the token's. */
export const programModes = (
  programs: readonly Program[],
  options: Pick<CohortOptions, "source" | "tokenMode">,
): readonly Finding[] =>
  programs.flatMap(({ id, mode }) =>
    modeMismatch(mode, "programme", options).map((cells) => ({
      ...aboutProgram(options.source, id, "program"),
      ...cells,
    })),
  );

/** Programmes that batches name and the list lacks (Record fact 5.15); `batchIds` by programme id. */
export const unknownPrograms = (
  batchIds: ReadonlyMap<string, readonly string[]>,
  programs: readonly Program[],
  source: NamedSource,
): readonly Finding[] => {
  const listed = new Set(programs.map(({ id }) => id));
  return [...batchIds]
    .filter(([programId]) => !listed.has(programId))
    .map(([programId, ids]) => ({
      ...aboutProgram(source, programId, "program"),
      code: "UNKNOWN_PROGRAM",
      actual: textFigure(programId),
      whatHappened: `Programme ${programId} is named by ${ids.length === 1 ? "one credential batch" : `${ids.length} credential batches`}, and ${source.title} does not list it.`,
      whatToDo: `Ask ${source.title} whether the programme was removed or belongs to another organisation.`,
    }));
};

const aboutProgram = (
  source: NamedSource,
  entityId: string,
  entity: OrgMember["entity"],
): Omit<Finding, "code" | "whatHappened" | "whatToDo"> => ({
  source: source.name,
  entity,
  entityId,
  businessDate: null,
  currency: null,
  expected: null,
  actual: null,
  moneyAtStake: null,
  batchIds: entity === "credential_batch" ? [entityId] : [],
});
