import { countFigure, printedCount } from "../exceptions/figures.ts";
import type { Finding } from "../exceptions/finding.ts";
import type { NamedSource } from "../exceptions/rule.ts";
import type { CohortRow } from "../reports/rows.ts";
import { aboutCohort } from "./cohort-findings.ts";
import type { Rosters } from "./options.ts";

type RosterFigures = Pick<CohortRow, "entityId" | "expected" | "missing" | "unexpected" | "state">;

/**
 * `ROSTER_MISSING` and `ROSTER_UNEXPECTED`, one of each a cohort: expected is how many the roster names and
 * none beyond it, actual how many of those hold a credential and how many others do.
 *
 * A cohort that has a roster and no batch before the end of the window has no row, since a cohort is its batches; all
 * of its roster is missing. One of which no details can be read accuses nobody: that is `DETAIL_UNAVAILABLE`.
 */
export const rosterFindings = (
  rows: readonly RosterFigures[],
  rosters: Rosters,
  source: NamedSource,
): readonly Finding[] => {
  const withBatches = new Set(rows.map(({ entityId }) => entityId));
  return [
    ...rows.flatMap((row) => [...missing(row, source), ...unexpected(row, source)]),
    ...[...rosters].flatMap(([entityId, { size }]) =>
      withBatches.has(entityId) || size === 0 ? [] : [withoutBatch(entityId, size, source)],
    ),
  ];
};

const missing = (row: RosterFigures, source: NamedSource): readonly Finding[] => {
  const { entityId, expected, missing: count } = row;
  if (expected === null || count === null || count === 0) return [];
  return [
    {
      ...aboutCohort(row, source),
      code: "ROSTER_MISSING",
      expected: countFigure(expected),
      actual: countFigure(expected - count),
      whatHappened: `${count} of the ${expected} on the roster of cohort ${entityId} ${count === 1 ? "holds" : "hold"} no credential of it${caveat(row)}.`,
      whatToDo: "Issue what is missing, or correct the roster.",
    },
  ];
};

const unexpected = (row: RosterFigures, source: NamedSource): readonly Finding[] => {
  const { entityId, expected, unexpected: count } = row;
  if (expected === null || count === null || count === 0) return [];
  return [
    {
      ...aboutCohort(row, source),
      code: "ROSTER_UNEXPECTED",
      expected: countFigure(0),
      actual: countFigure(count),
      whatHappened: `${printedCount(count, "credential")} of cohort ${entityId} went to somebody whom its roster of ${expected} does not name${caveat(row)}.`,
      whatToDo: "Find out who asked for them, or correct the roster.",
    },
  ];
};

const withoutBatch = (entityId: string, size: number, source: NamedSource): Finding => ({
  ...aboutCohort({ entityId }, source),
  code: "ROSTER_MISSING",
  expected: countFigure(size),
  actual: countFigure(0),
  whatHappened: `The roster of cohort ${entityId} names ${size}, and the cohort has no batch that was issued before the end of the window.`,
  whatToDo: "Issue the credentials, or correct the programme, the cohort's name or the mode of the roster.",
});

const caveat = ({ state }: RosterFigures): string =>
  state === "final" ? "" : ", as far as its batches could be read";
