/**
 * An exact sum of safe integers of any length.
 *
 * Adds in plain numbers while they are exact and carries into a bigint before they would not be: over a
 * million rows that is several times faster than a bigint for each row.
 */
export class MinorSum {
  #carried = 0n;
  #chunk = 0;

  /** Throws a RangeError for a fraction, or an integer that JSON parsing may already have rounded. */
  add(minor: number): void {
    if (!Number.isSafeInteger(minor)) throw new RangeError(`${minor} is not an exact number of minor units`);
    const next = this.#chunk + minor;
    if (Number.isSafeInteger(next)) {
      this.#chunk = next;
      return;
    }
    this.#carried += BigInt(this.#chunk);
    this.#chunk = minor;
  }

  get total(): bigint {
    return this.#carried + BigInt(this.#chunk);
  }
}

/** Adds two cells of a report: an empty one counts as nothing, and nothing plus nothing is empty. */
export const addCells = (left: bigint | null, right: bigint | null): bigint | null => {
  if (left === null) return right;
  return right === null ? left : left + right;
};
