/** Whether a text may come more than once; `true` for one that does not is no harm. */
export type MayRepeat = (text: string) => boolean;

/** Counts different texts, and remembers only those that may come again: nearly all credentials come once. */
export class DistinctTexts {
  readonly #mayRepeat: MayRepeat;
  readonly #remembered = new Set<string>();
  #forgotten = 0;

  constructor(mayRepeat: MayRepeat) {
    this.#mayRepeat = mayRepeat;
  }

  get size(): number {
    return this.#remembered.size + this.#forgotten;
  }

  /** Whether this is the first time that it came. */
  add(text: string): boolean {
    const before = this.size;
    if (this.#mayRepeat(text)) this.#remembered.add(text);
    else this.#forgotten += 1;
    return this.size > before;
  }
}
