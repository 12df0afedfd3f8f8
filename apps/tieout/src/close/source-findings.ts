import { type Finding, givenUp, horizonMoved } from "@tieout/reconcile";
import type { ClosedSource } from "./closed-source.ts";

/** Findings about a source's batches with what only the asking of it knows: why details were given up, and what it forgets. */
export const withSourceFindings = (
  source: ClosedSource | undefined,
  found: ReadonlyArray<Finding>,
): ReadonlyArray<Finding> => {
  if (source === undefined) return found;
  const { title, facts } = source;
  const said = found.map((finding) => {
    const refusal = finding.code === "DETAIL_UNAVAILABLE" ? facts.givenUp[finding.entityId] : undefined;
    return refusal === undefined ? finding : givenUp(finding, { title, ...refusal });
  });
  return facts.horizon === null ? said : [...said, horizonMoved(source, facts.horizon)];
};
