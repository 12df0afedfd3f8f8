import { type ExceptionRow, type Finding, isOpenException, sourceNotAsked } from "@tieout/reconcile";
import type { ClosedSource } from "./closed-source.ts";

/** An exception that rests on figures of both roles, whatever source it names. */
const isAboutBoth = ({ code }: Pick<Finding, "code">): boolean => code === "LINK_VARIANCE";

const isAboutTheAsking = ({ entity }: Pick<Finding, "entity">): boolean => entity === "source";

const leftOut = (sources: ReadonlyArray<ClosedSource>): ReadonlyArray<ClosedSource> =>
  sources.filter(({ isAsked, lastAsked }) => !isAsked && lastAsked !== null);

/** Tells of findings whether they rest on a source that was not asked. */
export const heldIn = (
  sources: ReadonlyArray<ClosedSource>,
): ((finding: Pick<Finding, "code" | "source">) => boolean) => {
  const names = new Set(leftOut(sources).map(({ name }) => name));
  return (finding) => names.size > 0 && (names.has(finding.source) || isAboutBoth(finding));
};

/**
 * What stands in for findings about sources that were not asked: nothing new is found in them, and what the last report
 * had open stays open with the figures last seen.
 */
export const heldFindings = (
  sources: ReadonlyArray<ClosedSource>,
  found: ReadonlyArray<Finding>,
  previous: ReadonlyArray<ExceptionRow>,
): ReadonlyArray<Finding> => {
  const left = leftOut(sources);
  if (left.length === 0) return found;
  const isHeld = heldIn(sources);
  return [
    ...found.filter((finding) => !isHeld(finding)),
    ...previous.filter((row) => isOpenException(row) && isHeld(row) && !isAboutTheAsking(row)),
    ...left.flatMap((source) =>
      source.isShown && source.lastAsked !== null ? [sourceNotAsked(source, source.lastAsked)] : [],
    ),
  ];
};
