import type { Finding } from "./finding.ts";
import type { SourceFile } from "./source-files.ts";

/** A file with fewer lines is short. */
const SHORT_LINES = 30;

/** Of a hundred files so many may be short: what belongs together is read together. */
const SHORT_PERCENT_MAX = 20;

const linesOf = (text: string): number => text.trimEnd().split("\n").length;

/** The short files beyond the share that may be, the shortest first; none where there are few enough. */
export const shortFiles = (files: readonly SourceFile[]): readonly Finding[] => {
  const short = files
    .map(({ path, text }) => ({ path, lines: linesOf(text) }))
    .filter(({ lines }) => lines < SHORT_LINES)
    .sort((left, right) => left.lines - right.lines);
  const allowed = Math.floor((files.length * SHORT_PERCENT_MAX) / 100);
  return short
    .slice(0, Math.max(0, short.length - allowed))
    .map(({ path, lines }) => ({ place: path, found: `${lines} lines` }));
};
