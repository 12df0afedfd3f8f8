/** Hexadecimal digits of a batch's number, wherever it stands in a body. */
const DIGITS = 8;

/** Stands for the number in the text of a template; nothing else in a body looks like it. */
export const MARK = "#BATCHN#";

/** The number of a batch as bodies and paths show it. */
export const numberText = (number: number): string => number.toString(16).padStart(DIGITS, "0");

/**
 * A body that was serialised once and is sent for many batches: only the batch's number is written into a
 * copy, wherever the template has {@link MARK}. So a server holds a few templates instead of gigabytes, and
 * still sends no id twice.
 */
export class MarkedBody {
  readonly #template: Buffer;
  readonly #places: readonly number[];

  constructor(text: string) {
    this.#template = Buffer.from(text);
    const places: number[] = [];
    for (let at = this.#template.indexOf(MARK); at !== -1; at = this.#template.indexOf(MARK, at + DIGITS))
      places.push(at);
    this.#places = places;
  }

  get bytes(): number {
    return this.#template.length;
  }

  /** The body of one batch. */
  of(number: number): Buffer {
    const body = Buffer.from(this.#template);
    const digits = numberText(number);
    for (const at of this.#places) body.write(digits, at, "latin1");
    return body;
  }
}
