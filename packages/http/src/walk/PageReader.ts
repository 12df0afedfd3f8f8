import { positive } from "../send/settings.ts";
import {
  DEFAULT_MAX_PAGES,
  DEFAULT_MAX_ROWS,
  MAX_EMPTY_PAGES,
  type Page,
  WalkEndless,
  type WalkOptions,
  WalkUnstable,
} from "./walk-types.ts";

/** Reads the pages of one walk and keeps to its maxima. */
export class PageReader<Item> {
  readonly #options: WalkOptions<Item>;
  readonly #maxPages: number;
  readonly #maxRows: number;
  #pages = 0;

  /** Throws a `RangeError` for a maximum that is no number above 0. */
  constructor(options: WalkOptions<Item>) {
    this.#options = options;
    this.#maxPages = positive("maxPages", options.maxPages ?? DEFAULT_MAX_PAGES);
    this.#maxRows = positive("maxRows", options.maxRows ?? DEFAULT_MAX_ROWS);
  }

  /**
   * The page at `offset`. One that is empty although the total has more is asked for again, and
   * throws `WalkEndless` when it stays empty.
   */
  async read(offset: number): Promise<Page<Item>> {
    const { readPage, limit } = this.#options;
    for (let empty = 0; empty < MAX_EMPTY_PAGES; empty += 1) {
      if (this.#pages >= this.#maxPages) throw this.endless(`more than ${this.#maxPages} pages`);
      this.#pages += 1;
      const page = await readPage(offset, limit);
      const isDue = page.total !== undefined && offset < page.total;
      if (page.rows.length > 0 || !isDue) return page;
    }
    throw this.endless(`no rows from row ${offset}, though the total says there are`);
  }

  /** The id of each row of a page; `undefined` for one that was left out. */
  idsOf({ rows }: Page<Item>): readonly (string | undefined)[] {
    return rows.map((row) => (row === undefined ? undefined : this.#options.idOf(row)));
  }

  /** Keeps the rows of a page under their ids, the latest content of each; returns how many were new. */
  keep(page: Page<Item>, kept: Map<string, Item>): number {
    const { idOf } = this.#options;
    let fresh = 0;
    for (const row of page.rows) {
      const id = row === undefined ? undefined : idOf(row);
      // A row that was left out has no id to be known by, so it counts as new.
      if (id === undefined || !kept.has(id)) fresh += 1;
      if (row !== undefined && id !== undefined) kept.set(id, row);
    }
    if (kept.size > this.#maxRows) throw this.endless(`more than ${this.#maxRows} rows`);
    return fresh;
  }

  endless(detail: string): WalkEndless {
    const { api, operation } = this.#options;
    return new WalkEndless({ api, operation, pages: this.#pages, detail });
  }

  unstable(detail: string): WalkUnstable {
    const { api, operation } = this.#options;
    return new WalkUnstable({ api, operation, pages: this.#pages, detail });
  }
}
