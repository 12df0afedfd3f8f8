import type { ErrorClasses } from "../errors/api-errors.ts";
import { BrandedError } from "../errors/BrandedError.ts";
import { messageText } from "../errors/clean-text.ts";
import { A_NUMBER, A_TEXT, required } from "../option-rules.ts";
import { checkOptions } from "../options.ts";

/** One page of a list as one read showed it. */
export interface Page<Item> {
  /** Every row that the server sent, in its order; `undefined` for one that was left out for breaking the spec. */
  readonly rows: readonly (Item | undefined)[];
  /** How many rows the whole list has, where the server gives that. */
  readonly total?: number;
}

/** What a walk walks. */
export interface WalkOptions<Item> {
  /** The API's name in messages. */
  readonly api: string;
  /** The `operationId` in messages. */
  readonly operation: string;
  /** Reads up to `limit` rows from row `offset`, counted from 0. The server may send fewer. */
  readonly readPage: (offset: number, limit: number) => Promise<Page<Item>>;
  /** What makes two rows the same row. */
  readonly idOf: (item: Item) => string;
  /** Rows to ask for at once. */
  readonly limit: number;
  /** Pages read at most, repeated passes included. Default {@link DEFAULT_MAX_PAGES}. */
  readonly maxPages?: number | undefined;
  /** The classes of the client, for what it is given and cannot take. Default: those of this package. */
  readonly errors?: Pick<ErrorClasses, "requestInvalid"> | undefined;
  /** Rows kept at most. Default {@link DEFAULT_MAX_ROWS}. */
  readonly maxRows?: number | undefined;
}

export const DEFAULT_MAX_PAGES = 10_000;

/** A walk keeps its rows until it is sure of them, so this bounds its memory. */
export const DEFAULT_MAX_ROWS = 1_000_000;

/** How often in a row a page that ought to have rows may come empty. */
export const MAX_EMPTY_PAGES = 3;

/** How many pages in a row may bring nothing that this pass has not seen. */
export const MAX_STALE_PAGES = 5;

/** How often a walk over overlapping pages may lose its hold and step back. */
export const MAX_STEPS_BACK = 50;

/** Which walk failed, and how. */
export interface WalkFields {
  readonly api: string;
  readonly operation: string;
  /** Pages read by then. */
  readonly pages: number;
  readonly detail: string;
}

const WALK_FIELDS = {
  ...{ api: /* @__PURE__ */ required(A_TEXT), operation: /* @__PURE__ */ required(A_TEXT) },
  ...{ pages: /* @__PURE__ */ required(A_NUMBER), detail: /* @__PURE__ */ required(A_TEXT) },
} as const;

/** The list kept moving while it was read, so that no reading of it can be trusted. Another time may do better. */
export class WalkUnstable extends BrandedError {
  static override readonly brand: string = "WalkUnstable";
  readonly api: string;
  readonly operation: string;
  readonly pages: number;

  constructor(fields: WalkFields) {
    const { api, operation, pages, detail } = checkOptions(new.target.brand, fields, WALK_FIELDS);
    const text = `${api} kept changing the list of ${operation} while it was read: ${detail} (${pages} pages read)`;
    super(messageText(text), { facts: { api, operation, pages } });
    this.api = api;
    this.operation = operation;
    this.pages = pages;
  }
}

/** The list has no end: its pages cannot be trusted. */
export class WalkEndless extends BrandedError {
  static override readonly brand: string = "WalkEndless";
  readonly api: string;
  readonly operation: string;
  readonly pages: number;

  constructor(fields: WalkFields) {
    const { api, operation, pages, detail } = checkOptions(new.target.brand, fields, WALK_FIELDS);
    const text = `${api} gives the list of ${operation} no end: ${detail} (${pages} pages read)`;
    super(messageText(text), { facts: { api, operation, pages } });
    this.api = api;
    this.operation = operation;
    this.pages = pages;
  }
}
