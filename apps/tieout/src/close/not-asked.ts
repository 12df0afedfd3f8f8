import { type ExceptionRow, type Finding, sourceNotAsked } from "@tieout/reconcile";
import type { ClosedSource } from "./closed-source.ts";

/** An exception that rests on figures of both roles, whatever source it names. */
const isAboutBoth = ({ code }: Pick<ExceptionRow, "code">): boolean => code === "LINK_VARIANCE";

const isAboutTheAsking = ({ entity }: Pick<ExceptionRow, "entity">): boolean => entity === "source";

/**
 * What stands in for findings about sources that were not asked: nothing new is found in them, and what the last report
 * had open stays open with the figures last seen.
 */
export const heldFindings = (
  sources: ReadonlyArray<ClosedSource>,
  found: ReadonlyArray<Finding>,
  previous: ReadonlyArray<ExceptionRow>,
): ReadonlyArray<Finding> => {
  const left = sources.filter(({ isAsked, lastAsked }) => !isAsked && lastAsked !== null);
  if (left.length === 0) return found;
  const names = new Set(left.map(({ name }) => name));
  const isHeld = (row: Pick<ExceptionRow, "code" | "source">): boolean =>
    names.has(row.source) || isAboutBoth(row);
  return [
    ...found.filter((finding) => !isHeld(finding)),
    ...previous.filter((row) => row.status !== "resolved" && isHeld(row) && !isAboutTheAsking(row)),
    ...left.flatMap((source) =>
      source.isShown && source.lastAsked !== null ? [sourceNotAsked(source, source.lastAsked)] : [],
    ),
  ];
};
