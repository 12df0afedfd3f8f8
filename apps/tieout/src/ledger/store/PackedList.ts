import { pack, unpack } from "./blob.ts";

/** How an item is written as one line, and read back. */
export interface LineCodec<Item> {
  readonly print: (item: Item) => string;
  readonly read: (line: string) => Item;
}

/** How many items several lists hold as they are, before they pack what is added. */
export class PlainRoom {
  #left: number;

  constructor(items: number) {
    this.#left = items;
  }

  /** Takes the place of one item; false where none is left. */
  take(): boolean {
    this.#left -= 1;
    return this.#left >= 0;
  }
}

/** Characters of lines that are packed together: alike as they are, they take a tenth of their size. */
const PAGE_CHARACTERS = 16 * 1024;

/**
 * A list of which memory holds a page at a time: the first items as they are, for as long as there is room, and all others
 * packed. It may be gone through as often as one likes, which costs reading the packed ones again each time.
 */
export class PackedList<Item> implements Iterable<Item> {
  readonly #codec: LineCodec<Item>;
  readonly #room: PlainRoom;
  readonly #plain: Array<Item> = [];
  readonly #pages: Array<Uint8Array> = [];
  #lines: Array<string> = [];
  #characters = 0;

  constructor(codec: LineCodec<Item>, room: PlainRoom) {
    this.#codec = codec;
    this.#room = room;
  }

  add(item: Item): void {
    if (this.#room.take()) {
      this.#plain.push(item);
      return;
    }
    const line = this.#codec.print(item);
    this.#lines.push(line);
    this.#characters += line.length;
    if (this.#characters >= PAGE_CHARACTERS) this.#packLines();
  }

  *[Symbol.iterator](): Generator<Item> {
    yield* this.#plain;
    for (const page of this.#pages) for (const line of unpack(page).split("\n")) yield this.#codec.read(line);
    for (const line of this.#lines) yield this.#codec.read(line);
  }

  #packLines(): void {
    this.#pages.push(pack(this.#lines.join("\n")));
    this.#lines = [];
    this.#characters = 0;
  }
}
