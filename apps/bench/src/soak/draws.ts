import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Numbers that follow from a seed. */
export interface Draws {
  /** A whole number from 1 to `most`, each as likely. */
  readonly upTo: (most: number) => number;
}

/** The draws of a seed: the same seed tries the same moments. */
export const drawsOf = (seed: number): Draws => {
  const generator = xoroshiro128plus(seed);
  return { upTo: (most) => uniformInt(generator, 1, most) };
};
