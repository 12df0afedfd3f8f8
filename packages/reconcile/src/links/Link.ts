import { compareCodePoints } from "../code-points.ts";
import { cohortKey, normaliseCohortName } from "../cohorts/identity.ts";
import type { Program } from "../records.ts";

/**
 * Where the credentials of a programme or cohort are paid: at these Koard accounts or terminals, on these
 * business days, at this price a person or a credential. A link needs at least one account or terminal.
 */
export interface Link {
  readonly programId: string;
  readonly mode: "live" | "test";
  /** `null` for the whole programme: every cohort of it. */
  readonly cohort: string | null;
  readonly accounts: readonly string[];
  readonly terminals: readonly string[];
  /** First business day whose settlements are claimed; `null` for all before. */
  readonly from: string | null;
  /** First business day whose settlements are not claimed any more; `null` for all after. */
  readonly to: string | null;
  /** What the price is for: so a reissue is billed again only where credentials are. */
  readonly per: "person" | "credential";
  /** Price of one of those, in minor units of `currency`. */
  readonly priceMinor: bigint;
  /** Normalised ISO 4217 code; settlements in other currencies are not claimed. */
  readonly currency: string;
}

/**
 * The entity id of exceptions about a link: its cohort's, or `<mode>/<program_id>/` for a whole programme.
 * A cohort whose name is blank would have the same, but cannot be linked beside its programme.
 */
export const linkEntityId = ({ mode, programId, cohort }: Link): string =>
  cohortKey({ mode, programId, name: cohort ?? "" });

/** Whether a link is about a cohort: the one it names in any spelling, or any of its programme. */
export const isLinkedTo = (
  link: Link,
  { mode, programId, cohort }: { readonly mode: string; readonly programId: string; readonly cohort: string },
): boolean =>
  link.mode === mode &&
  link.programId === programId &&
  (link.cohort === null || normaliseCohortName(link.cohort) === normaliseCohortName(cohort));

/**
 * The programmes of links that Record does not list in the link's mode, each once, sorted: worth a warning by
 * name, since such a link ties money to nothing.
 */
export const unknownLinkPrograms = (
  links: readonly Link[],
  programs: readonly Pick<Program, "id" | "mode">[],
): readonly Pick<Link, "programId" | "mode">[] => {
  const key = (programId: string, mode: string): string => JSON.stringify([programId, mode]);
  const listed = new Set(programs.map(({ id, mode }) => key(id, mode)));
  const unknown = new Map(
    links
      .filter(({ programId, mode }) => !listed.has(key(programId, mode)))
      .map(({ programId, mode }) => [key(programId, mode), { programId, mode }]),
  );
  return [...unknown.values()].sort(
    (l, r) => compareCodePoints(l.programId, r.programId) || compareCodePoints(l.mode, r.mode),
  );
};
