import { withoutInvisible } from "../invisible.ts";

/** What tells one cohort from another; a credential batch header is one. */
export interface CohortIdentity {
  readonly mode: string;
  readonly programId: string;
  readonly name: string;
}

/**
 * A cohort's name as it is compared: without what nobody sees (category Cf), NFC, trimmed, inner white space collapsed,
 * lower case (Record fact 5.7).
 */
export const normaliseCohortName = (name: string): string =>
  // `\s` lacks the C1 line break U+0085, which is a blank to a reader.
  withoutInvisible(name)
    .replace(/[\s\p{White_Space}]+/gu, " ")
    .trim()
    .toLowerCase()
    .normalize("NFC");

/** A cohort's entity id, `<mode>/<program_id>/<normalised name>`: the same for every spelling of the name. */
export const cohortKey = ({ mode, programId, name }: CohortIdentity): string =>
  `${mode}/${programId}/${normaliseCohortName(name)}`;

/**
 * The same for two cohorts of a programme whose names differ only in punctuation or in having spaces
 * (`May 2025 Cohort`, `May-2025 cohort`). Symbols count: `C` and `C++` are two courses.
 */
export const nameVariantKey = ({ mode, programId, name }: CohortIdentity): string =>
  `${mode}/${programId}/${normaliseCohortName(name).replace(/[\p{P} ]+/gu, "")}`;
