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
export const readKeys = ({ buffer, byteOffset, byteLength }: Uint8Array): Float64Array => {
  const length = byteLength / Float64Array.BYTES_PER_ELEMENT;
  // Numbers have to begin at a multiple of their size: bytes that do not are copied.
  return byteOffset % Float64Array.BYTES_PER_ELEMENT === 0
    ? new Float64Array(buffer, byteOffset, length)
    : new Float64Array(buffer.slice(byteOffset, byteOffset + byteLength));
};

/** One more than the largest key. */
const KEYS_END = 2 ** 53;

/** Bytes of keys that are gathered at once. */
const GATHERED_BYTES = 32 * 1024 * 1024;

/** Room for more keys of a share than it has on average: they spread evenly, and hardly ever more has to be made. */
const ROOM = 1.1;

/**
 * The shares in which so many bytes of printed keys are gathered, one after the other, so that memory never holds all:
 * all keys that are the same are in one share.
 */
export const keyShares = (bytes: number): ReadonlyArray<KeyShare> => {
  const count = Math.max(1, Math.ceil(bytes / GATHERED_BYTES));
  const beginOf = (at: number): number => Math.floor((KEYS_END / count) * at);
  return Array.from({ length: count }, (_, at) => ({
    from: beginOf(at),
    to: at + 1 === count ? KEYS_END : beginOf(at + 1),
    keys: Math.ceil((bytes / Float64Array.BYTES_PER_ELEMENT / count) * (count === 1 ? 1 : ROOM)),
  }));
};

/** Keys from one up to another, and how many of them are expected. */
interface KeyShare {
  readonly from: number;
  readonly to: number;
  readonly keys: number;
}

/** The keys of a share, gathered from many details to find those that are the same. */
export class KeyCollection {
  readonly #share: KeyShare;
  #keys: Float64Array<ArrayBuffer>;
  #length = 0;

  constructor(share: KeyShare) {
    this.#share = share;
    this.#keys = new Float64Array(share.keys);
  }

  /** Adds of printed keys those that are in the share. */
  add(printed: Uint8Array): void {
    const { from, to } = this.#share;
    const keys = readKeys(printed);
    if (this.#length + keys.length > this.#keys.length) this.#makeRoom(keys.length);
    const gathered = this.#keys;
    let length = this.#length;
    // There may be millions, and most often all are in the one share that there is.
    if (from === 0 && to === KEYS_END) {
      gathered.set(keys, length);
      length += keys.length;
    } else for (const key of keys) if (key >= from && key < to) gathered[length++] = key;
    this.#length = length;
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

  /** Gives its memory back, before the next share takes as much: the collector would let 64 MB of it wait. */
  letGo(): void {
    this.#keys.buffer.transfer(0);
    this.#keys = new Float64Array(0);
    this.#length = 0;
  }

  #makeRoom(more: number): void {
    const larger = new Float64Array(Math.ceil((this.#length + more) * ROOM));
    larger.set(this.#keys.subarray(0, this.#length));
    this.#keys = larger;
  }

  #sorted(): Float64Array {
    return this.#keys.subarray(0, this.#length).sort();
  }
}
