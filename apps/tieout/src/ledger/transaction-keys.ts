import type { Transaction } from "@tieout/reconcile";

/**
 * The key of a transaction id: 53 bits of two multiplicative hashes over its UTF-16 units, as a safe integer. Equal
 * ids have equal keys; two different ones of two million share a key once in some five thousand times.
 */
export const transactionKey = (id: string): number => {
  let [high, low] = [0x811c9dc5, 0x2545f491];
  for (let at = 0; at < id.length; at += 1) {
    const unit = id.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x9e3779b1);
  }
  // Of a product, the upper bits depend on all that was multiplied, and the lower ones do not.
  return (high >>> 0) * 2 ** 21 + (low >>> 11);
};

/** The keys of listed transactions, eight bytes each, in the order listed. */
export const transactionKeys = (rows: ReadonlyArray<Pick<Transaction, "id">>): Uint8Array =>
  new Uint8Array(Float64Array.from(rows, ({ id }) => transactionKey(id)).buffer);

/** Reads what {@link transactionKeys} made. */
export const readKeys = (keys: Uint8Array): Float64Array =>
  // A copy, because numbers have to begin at a multiple of their size.
  new Float64Array(Uint8Array.from(keys).buffer);

/** The keys of many settlements, gathered to find those that are the same. */
export class KeyCollection {
  #keys = new Float64Array(0);
  #length = 0;

  add(keys: Uint8Array): void {
    const more = readKeys(keys);
    if (this.#length + more.length > this.#keys.length) this.#grow(this.#length + more.length);
    this.#keys.set(more, this.#length);
    this.#length += more.length;
  }

  /** Keys that were added more than once. */
  repeated(): ReadonlySet<number> {
    return new Set(this.#sorted().filter((key, at, keys) => at > 0 && key === keys[at - 1]));
  }

  /** How many different keys were added. */
  distinct(): number {
    let distinct = 0;
    let last = -1;
    for (const key of this.#sorted()) {
      if (key !== last) distinct += 1;
      last = key;
    }
    return distinct;
  }

  #sorted(): Float64Array {
    return this.#keys.subarray(0, this.#length).sort();
  }

  #grow(atLeast: number): void {
    const larger = new Float64Array(Math.max(atLeast, this.#keys.length * 2));
    larger.set(this.#keys);
    this.#keys = larger;
  }
}
