import { apiErrors, type BrokenFields, type RequestInvalid } from "../errors/api-errors.ts";
import { kindOf } from "../errors/clean-text.ts";
import { A_COUNT, A_FUNCTION, ABOVE_ZERO, type OptionRules, optionFault } from "../options.ts";
import {
  DEFAULT_MAX_PAGES,
  DEFAULT_MAX_ROWS,
  MAX_EMPTY_PAGES,
  type Page,
  WalkEndless,
  type WalkOptions,
  WalkUnstable,
} from "./walk-types.ts";

const WALK_RULES: OptionRules = {
  limit: { ...A_COUNT, isRequired: true },
  maxPages: ABOVE_ZERO,
  maxRows: ABOVE_ZERO,
  idOf: { ...A_FUNCTION, isRequired: true },
  readPage: { ...A_FUNCTION, isRequired: true },
};

/** Reads the pages of one walk and keeps to its maxima. */
export class PageReader<Item> {
  readonly #options: WalkOptions<Item>;
  readonly #maxPages: number;
  readonly #maxRows: number;
  #pages = 0;

  /** Throws `RequestInvalid` for an option of the walk that is not what it has to be. */
  constructor(options: WalkOptions<Item>) {
    // JavaScript may hand on nothing at all, of which the rules then say what is missing.
    this.#options = options ?? Object({});
    const { limit, maxPages = DEFAULT_MAX_PAGES, maxRows = DEFAULT_MAX_ROWS, idOf, readPage } = this.#options;
    const fault = optionFault({ limit, maxPages, maxRows, idOf, readPage }, WALK_RULES);
    if (fault !== undefined) throw this.#invalid({ path: fault.option, ...fault });
    this.#maxPages = maxPages;
    this.#maxRows = maxRows;
  }

  /** Rows asked for at once. */
  get limit(): number {
    return this.#options.limit;
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
      const page: Page<Item> = await readPage(offset, limit);
      if (!Array.isArray(Object(page).rows)) {
        throw this.#invalid({ path: "readPage", expected: "a page with its rows", actual: kindOf(page) });
      }
      const isDue = page.total !== undefined && offset < page.total;
      if (page.rows.length > 0 || !isDue) return page;
    }
    throw this.endless(`no rows from row ${offset}, though the total says there are`);
  }

  /** The id of each row of a page; `undefined` for one that was left out. */
  idsOf({ rows }: Page<Item>): readonly (string | undefined)[] {
    return rows.map((row) => (row === undefined ? undefined : this.#idOf(row)));
  }

  /** Keeps the rows of a page under their ids, the latest content of each; returns whether any was new. */
  keep(page: Page<Item>, kept: Map<string, Item>): boolean {
    let isFresh = false;
    for (const row of page.rows) {
      const id = row === undefined ? undefined : this.#idOf(row);
      // A row that was left out has no id to be known by, so it counts as new.
      if (id === undefined || !kept.has(id)) isFresh = true;
      if (row !== undefined && id !== undefined) kept.set(id, row);
    }
    this.checkRows(kept.size);
    return isFresh;
  }

  /** Fails where there are more rows than may be kept. */
  checkRows(count: number): void {
    if (count > this.#maxRows) throw this.endless(`more than ${this.#maxRows} rows`);
  }

  #idOf(row: Item): string {
    const id: unknown = this.#options.idOf(row);
    // Rows without an id would pass for ones that were left out, and vanish.
    if (typeof id === "string") return id;
    throw this.#invalid({ path: "idOf", expected: "a function that gives a text", actual: kindOf(id) });
  }

  #invalid({ path, expected, actual }: Pick<BrokenFields, "path" | "expected" | "actual">): RequestInvalid {
    const { api, operation, errors = apiErrors } = this.#options;
    return new errors.requestInvalid({ api, operation, path, expected, actual });
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
