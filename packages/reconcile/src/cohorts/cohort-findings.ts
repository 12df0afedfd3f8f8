import { countFigure, printedCount, textFigure } from "../exceptions/figures.ts";
import type { Finding } from "../exceptions/finding.ts";
import type { NamedSource } from "../exceptions/rule.ts";
import type { CohortAccumulator } from "./CohortAccumulator.ts";
import { nameVariantKey } from "./identity.ts";

/** `REISSUED`, one a cohort: credentials of it that went to people who held one of the programme already. */
export const reissues = (cohorts: Iterable<CohortAccumulator>, source: NamedSource): readonly Finding[] =>
  [...cohorts].flatMap((cohort) => {
    const { reissued } = cohort;
    if (reissued === null || reissued === 0) return [];
    return [
      {
        ...aboutCohort(cohort, source),
        code: "REISSUED" as const,
        expected: countFigure(0),
        actual: countFigure(reissued),
        whatHappened: `${printedCount(reissued, "credential")} of this cohort went to people who already held one of the programme.`,
        whatToDo: "Check whether these were meant as replacements; they are counted as issued.",
      },
    ];
  });

/** `NAME_VARIANT`: cohorts, in the order of their first batches, whose name an earlier one has but for punctuation or spaces. */
export const nameVariants = (
  cohorts: Iterable<CohortAccumulator>,
  source: NamedSource,
): readonly Finding[] => {
  const earliest = new Map<string, CohortAccumulator>();
  const findings: Finding[] = [];
  for (const cohort of cohorts) {
    const key = nameVariantKey(cohort.first);
    const earlier = earliest.get(key);
    if (earlier === undefined) {
      earliest.set(key, cohort);
      continue;
    }
    findings.push({
      ...aboutCohort(cohort, source),
      code: "NAME_VARIANT",
      expected: textFigure(earlier.first.name),
      actual: textFigure(cohort.first.name),
      whatHappened: `The names "${cohort.first.name}" and, earlier, "${earlier.first.name}" differ only in punctuation or spaces; they are counted as two cohorts.`,
      whatToDo: "If they are one cohort, have the batches renamed.",
    });
  }
  return findings;
};

/** The cells of a finding about a cohort that are the same for every rule. */
export const aboutCohort = (
  { entityId }: Pick<CohortAccumulator, "entityId">,
  source: NamedSource,
): Omit<Finding, "code" | "whatHappened" | "whatToDo"> => ({
  source: source.name,
  entity: "cohort",
  entityId,
  businessDate: null,
  currency: null,
  expected: null,
  actual: null,
  moneyAtStake: null,
  batchIds: [],
});
