import { MarkedBody } from "./marked-body.ts";

/**
 * A body far too large to be held whole: a head, a piece that is repeated with another number each time, and a
 * tail. It is made as it is sent.
 */
export class PiecedBody {
  readonly #head: Buffer;
  readonly #piece: MarkedBody;
  readonly #count: number;
  readonly #tail: Buffer;

  constructor(text: { readonly head: string; readonly piece: string; readonly tail: string }, count: number) {
    this.#head = Buffer.from(text.head);
    this.#piece = new MarkedBody(text.piece);
    this.#count = count;
    this.#tail = Buffer.from(text.tail);
  }

  get bytes(): number {
    // A comma stands between two pieces.
    return this.#head.length + this.#piece.bytes * this.#count + (this.#count - 1) + this.#tail.length;
  }

  *pieces(): Generator<Buffer> {
    yield this.#head;
    for (let number = 0; number < this.#count; number += 1) {
      if (number > 0) yield Buffer.from(",");
      yield this.#piece.of(number);
    }
    yield this.#tail;
  }
}
