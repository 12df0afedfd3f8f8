import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** A stream of seeded choices: the same keys always give the same choices in the same order. */
export interface Draws {
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number;
  /** True in about `permille` of 1,000 draws. */
  chance(permille: number): boolean;
  /** One of `items`, each as likely as the others. */
  pick<T>(items: readonly [T, ...T[]]): T;
}

/**
 * Folds keys into one 32-bit number; a change of one bit in any key changes about half of the bits.
 *
 * The finaliser of MurmurHash3. Neighbouring seeds of the generator below give neighbouring first
 * draws, so every seed goes through here.
 */
export const mix = (...keys: readonly number[]): number => {
  let hash = 0x9e3779b9;
  for (const key of keys) {
    hash = Math.imul(hash ^ (key | 0), 0x85ebca6b);
    hash ^= hash >>> 13;
    hash = Math.imul(hash, 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return hash | 0;
};

/** Opens the stream that belongs to `keys`: the world's seed, what is drawn for, and which one of it. */
export const drawsFor = (...keys: readonly number[]): Draws => {
  const generator = xoroshiro128plus(mix(...keys));
  const int = (min: number, max: number): number => uniformInt(generator, min, max);
  return {
    int,
    chance: (permille) => int(0, 999) < permille,
    pick: (items) => items[int(0, items.length - 1)] ?? items[0],
  };
};

/** What a stream of draws is for, so that no two parts of the world share one. */
export const PURPOSE = {
  batchTimes: 1,
  rowCount: 2,
  rowMoney: 3,
  rowTrimmings: 4,
  planting: 5,
  cohortTimes: 6,
  recipientCount: 7,
  person: 8,
  identifier: 9,
  fault: 10,
} as const;
