/**
 * The key of a text: 53 bits of two multiplicative hashes over its UTF-16 units, as a safe integer. Equal texts have
 * equal keys; of two million different ones two share a key once in some five thousand times.
 */
export const textKey = (text: string): number => {
  let high = 0x811c9dc5;
  let low = 0x2545f491;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x9e3779b1);
  }
  // Of a product, the upper bits depend on all that was multiplied, and the lower ones do not.
  return (high >>> 0) * 2 ** 21 + (low >>> 11);
};

/** The keys of texts, eight bytes each, in the order given. */
export const printKeys = (texts: ReadonlyArray<string>): Uint8Array => {
  const keys = new Float64Array(texts.length);
  texts.forEach((text, at) => {
    keys[at] = textKey(text);
  });
  return new Uint8Array(keys.buffer);
};

/** Reads what {@link printKeys} made. */
export const readKeys = (keys: Uint8Array): Float64Array =>
  // A copy, because numbers have to begin at a multiple of their size.
  new Float64Array(Uint8Array.from(keys).buffer);

/** The keys of many details, gathered to find those that are the same. */
export class KeyCollection {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  #length = 0;

  /** For so many bytes of printed keys, and no more: there may be millions. */
  constructor(bytes: number) {
    this.#bytes = new Uint8Array(bytes);
  }

  /** Throws a RangeError when there is no room for so many. */
  add(keys: Uint8Array): void {
    this.#bytes.set(keys, this.#length);
    this.#length += keys.length;
  }

  /** Keys that were added more than once. */
  repeated(): ReadonlySet<number> {
    const repeated = new Set<number>();
    let last = -1;
    for (const key of this.#sorted()) {
      if (key === last) repeated.add(key);
      last = key;
    }
    return repeated;
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
    return new Float64Array(this.#bytes.buffer, 0, this.#length / Float64Array.BYTES_PER_ELEMENT).sort();
  }
}
