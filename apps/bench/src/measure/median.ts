import type { Usage } from "./run-process.ts";

/** The middle of some figures; of an even number of them the lower one of the two in the middle. */
export const median = (figures: readonly number[]): number => {
  const middle = figures.toSorted((a, b) => a - b)[Math.floor((figures.length - 1) / 2)];
  if (middle === undefined) throw new RangeError("nothing has no median");
  return middle;
};

/** The median of each figure by itself. */
export const medianUsage = (all: readonly Usage[]): Usage => ({
  wallMs: median(all.map(({ wallMs }) => wallMs)),
  cpuMs: median(all.map(({ cpuMs }) => cpuMs)),
  peakKib: median(all.map(({ peakKib }) => peakKib)),
});
