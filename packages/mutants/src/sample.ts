import { createHash } from "node:crypto";

const drawOf = (seed: number, name: string): string =>
  createHash("sha256").update(`${seed} ${name}`).digest("hex");

/** So many of some things, chosen by a seed: the same for the same names, and spread evenly over all. */
export const sample = <Thing>(
  things: readonly Thing[],
  nameOf: (thing: Thing) => string,
  { seed, count }: { readonly seed: number; readonly count: number },
): readonly Thing[] =>
  things
    .map((thing) => ({ thing, draw: drawOf(seed, nameOf(thing)) }))
    .sort((left, right) => (left.draw < right.draw ? -1 : 1))
    .slice(0, count)
    .map(({ thing }) => thing);
