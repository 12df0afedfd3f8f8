import { letGo, nameAndPlace, orElse } from "../caller-code.ts";
import { apiErrors } from "../errors/api-errors.ts";
import { kindOf } from "../errors/clean-text.ts";
import { OptionInvalid } from "../errors/OptionInvalid.ts";
import { steadyClass } from "../errors/steady-errors.ts";
import { A_CLASS, A_COUNT, A_FUNCTION, A_TEXT, ABOVE_ZERO, required } from "../option-rules.ts";
import { type OptionFault, type OptionRules, readOptions } from "../options.ts";
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
  ...{ api: required(A_TEXT), operation: required(A_TEXT) },
  errors: { expected: "classes of errors", takes: (value) => A_CLASS.takes(Object(value).requestInvalid) },
  limit: required(A_COUNT),
  ...{ maxPages: ABOVE_ZERO, maxRows: ABOVE_ZERO },
  ...{ idOf: required(A_FUNCTION), readPage: required(A_FUNCTION) },
};

/** The error for what a walk was given: of the operation, where it is known which. */
const walkInvalid = (values: object, { option, expected, actual }: OptionFault): Error => {
  const { api, operation, errors = apiErrors }: Partial<WalkOptions<unknown>> = values;
  if (api === undefined || operation === undefined)
    return new OptionInvalid({ of: "walk", option: option || "options", expected, actual });
  const Class = steadyClass(errors.requestInvalid, apiErrors.requestInvalid);
  return new Class({ api, operation, path: option || "options", expected, actual });
};

/** Reads the pages of one walk and keeps to its maxima. */
export class PageReader<Item> {
  readonly #options: WalkOptions<Item>;
  readonly #maxPages: number;
  readonly #maxRows: number;
  #pages = 0;

  /** Throws `RequestInvalid` for an option of the walk that is not what it has to be. */
  constructor(options: WalkOptions<Item>) {
    const { values, fault } = readOptions(options, WALK_RULES);
    if (fault !== undefined) throw walkInvalid(values, fault);
    this.#options = Object(values);
    this.#maxPages = this.#options.maxPages ?? DEFAULT_MAX_PAGES;
    this.#maxRows = this.#options.maxRows ?? DEFAULT_MAX_ROWS;
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
      this.countPage();
      const page = this.#readPage(await readPage(offset, limit));
      const isDue = page.total !== undefined && offset < page.total;
      if (page.rows.length > 0 || !isDue) return page;
    }
    throw this.endless(`no rows from row ${offset}, though the total says there are`);
  }

  /** Fails where no further page may be read. */
  countPage(): void {
    if (this.#pages >= this.#maxPages) throw this.endless(`more than ${this.#maxPages} pages`);
    this.#pages += 1;
  }

  /** The id of each row of a page; `undefined` for one that was left out. */
  idsOf({ rows }: Page<Item>): readonly (string | undefined)[] {
    return rows.map((row) => (row === undefined ? undefined : this.idOf(row)));
  }

  /** Keeps the rows of a page under their ids, the latest content of each; returns whether any was new. */
  keep(page: Page<Item>, kept: Map<string, Item>): boolean {
    let isFresh = false;
    for (const row of page.rows) {
      const id = row === undefined ? undefined : this.idOf(row);
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

  /** A page as it came, each of it read once. */
  #readPage(given: unknown): Page<Item> {
    const page = orElse<Page<Item> | undefined>(
      () => {
        const { rows, total } = Object(given);
        const isPage = Array.isArray(rows) && (total === undefined || typeof total === "number");
        return isPage ? { rows: [...rows], ...(total !== undefined && { total }) } : undefined;
      },
      () => undefined,
    );
    if (page !== undefined) return page;
    throw this.#failed(
      "readPage",
      "a function that gives a page with its rows",
      `one that gave ${kindOf(given)}`,
    );
  }

  /** The id of a row, by the function of whoever walks. */
  idOf(row: Item): string {
    const expected = "a function that gives a text";
    const id = orElse<unknown>(
      () => this.#options.idOf(row),
      (error) => {
        throw this.#failed("idOf", expected, `one that threw ${nameAndPlace(error)}`);
      },
    );
    // Rows without an id would pass for ones that were left out, and vanish.
    if (typeof id === "string") return id;
    letGo(id);
    throw this.#failed("idOf", expected, `one that gave ${kindOf(id)}`);
  }

  /** The error for a function of the caller's: pages were asked for by now, so this is no request that was not sent. */
  #failed(option: string, expected: string, actual: string): OptionInvalid {
    return new OptionInvalid({ of: this.#options.operation, option, expected, actual });
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
