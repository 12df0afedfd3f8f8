import { orElse } from "../caller-code.ts";
import { apiErrors, type RequestInvalid } from "../errors/api-errors.ts";
import { isPlain, kindOf } from "../errors/clean-text.ts";
import type { Answer, CallInit, Operation, Pagination } from "../operation.ts";
import { stepsOf, valueAt } from "../validate/pointer.ts";
import { streamItems, streamPages } from "../walk/stream-pages.ts";
import { walkItems, walkPages } from "../walk/walk-pages.ts";
import type { Page, WalkOptions } from "../walk/walk-types.ts";

/** Rows to ask for at once where neither the caller nor the spec gives a number. */
export const DEFAULT_PAGE_ROWS = 100;

/** What may be set for a walk besides what each of its pages is asked with. */
export type WalkSettings<Row> = Partial<Pick<WalkOptions<Row>, "idOf" | "maxPages" | "maxRows">>;

/** The arguments of a walk: those of the method, but for the parameter that the walk itself sets. */
export type WalkInit<
  Init extends readonly unknown[],
  Place extends string,
  Row,
  Parameter extends string = "offset",
> = {
  readonly [Index in keyof Init]: Init[Index] &
    WalkSettings<Row> & { readonly [In in Place]?: { readonly [Name in Parameter]?: never } };
};

/** The method of an operation that lists by pages: called, it reads one page. */
export interface PagedMethod<
  Init extends readonly unknown[],
  Place extends string,
  Data,
  Row,
  Page extends Answer<Data> = Answer<Data>,
  Parameter extends string = "offset",
> {
  (...init: Init): Promise<Page>;

  /**
   * Reads the whole list and yields each row once, though rows come and go meanwhile. A `limit` is the
   * number of rows asked for at once.
   *
   * Yields nothing before it is sure of the whole, so no error follows a row. Throws `WalkUnstable` for a
   * list that never keeps still, `WalkEndless` for one without an end, and what the method throws. A page
   * may be read again, and `onViolation` then receive its records again.
   */
  items(...init: WalkInit<Init, Place, Row, Parameter>): AsyncGenerator<Row, void, undefined>;

  /** What `items` yields, in arrays of `limit` rows; the last may be shorter. None is empty. */
  pages(...init: WalkInit<Init, Place, Row, Parameter>): AsyncGenerator<readonly Row[], void, undefined>;

  /**
   * Reads the list page by page, yields each row as soon as its page came, and asks for nothing beyond where the caller
   * stops: the first three rows cost one request. Yields each row once.
   *
   * Beside `items`, what it does not promise: that the list was whole. Rows added before the place that it had reached
   * are not yielded, nothing compares the end with the total, and where the API does not keep rows in their order some
   * may be missing. It may fail after it has yielded.
   */
  stream(...init: WalkInit<Init, Place, Row, Parameter>): AsyncGenerator<Row, void, undefined>;

  /** What `stream` yields, in the pages as they came, of up to `limit` rows. None is empty. */
  streamPages(
    ...init: WalkInit<Init, Place, Row, Parameter>
  ): AsyncGenerator<readonly Row[], void, undefined>;
}

type Method = (init?: CallInit) => Promise<Answer<unknown>>;

type Walk = CallInit & WalkSettings<unknown>;

/** Adds the walks to the method of a paged operation. */
export const pagedMethod = (
  method: Method,
  { id, pagination }: Operation & { readonly pagination: Pagination },
  names: Pick<WalkOptions<unknown>, "api" | "errors">,
): Method & PagedMethod<[init?: CallInit], "query" | "body", unknown, unknown> => {
  const refused = (path: string, expected: string, given: unknown): RequestInvalid => {
    const { api, errors = apiErrors } = names;
    return new errors.requestInvalid({ api, operation: id, path, expected, actual: kindOf(given) });
  };

  /** A copy, made once: each page is asked with what was there when the walk began. */
  const copyOf = (given: unknown, path: string): Readonly<Record<string, unknown>> => {
    const copy = orElse<unknown>(
      () => isPlain(given) && { ...given },
      () => undefined,
    );
    if (isPlain(copy)) return copy;
    throw refused(path, path === "init" ? "an object of options" : "members by name", given);
  };

  const optionsOf = (given: unknown = {}): WalkOptions<unknown> => {
    const { idOf, maxPages, maxRows, ...init }: Walk = copyOf(given, "init");
    const { in: place, limit: size = "limit", offset: start = "offset" } = pagination;
    const within = place === "body" ? "$" : place;
    const { [start]: offset, ...asked } = copyOf(init[place] ?? {}, within);
    // It would be ignored: a walk reads the whole list.
    if (offset !== undefined && offset !== null)
      throw refused(`${within}.${start}`, "nothing: the walk sets it", offset);
    // An API may take null for its own default.
    const limit = asked[size] ?? pagination.maxLimit ?? DEFAULT_PAGE_ROWS;
    if (typeof limit !== "number") throw refused(`${within}.${size}`, "a number", limit);
    return {
      ...names,
      operation: id,
      readPage: async (offset, rows) =>
        pageOf(await method({ ...init, [place]: { ...asked, [size]: rows, [start]: offset } }), pagination),
      idOf: idOf ?? ((row) => rowId(row, pagination.id)),
      limit,
      maxPages,
      maxRows,
    };
  };

  return Object.assign(method, {
    items: (init?: Walk) => walkItems(optionsOf(init)),
    pages: (init?: Walk) => walkPages(optionsOf(init)),
    stream: (init?: Walk) => streamItems(optionsOf(init)),
    streamPages: (init?: Walk) => streamPages(optionsOf(init)),
  });
};

/** What a row is known by: its id, else all of it. */
export const rowId = (row: unknown, member: string | undefined): string => {
  const id = member === undefined ? undefined : valueAt(row, [member]);
  return typeof id === "string" || typeof id === "number" ? String(id) : JSON.stringify(row);
};

/** The rows of an answer, with a gap where one was left out, so that offsets stay those of the server. */
const pageOf = ({ data, leftOut }: Answer<unknown>, { items, total }: Pagination): Page<unknown> => {
  const holder = items?.split(".") ?? [];
  const list = valueAt(data, holder);
  const kept: readonly unknown[] = Array.isArray(list) ? list : [];
  const count = total && valueAt(data, (total === true ? "total" : total).split("."));
  return {
    rows: withGaps(kept, gapsAmong(leftOut, holder)),
    ...(typeof count === "number" && { total: count }),
  };
};

/** The places of the rows that were left out of a list. */
export const gapsAmong = (leftOut: readonly string[], holder: readonly string[]): ReadonlySet<number> => {
  const rows = leftOut.map(stepsOf).filter((steps) => steps.length === holder.length + 1);
  return new Set(rows.map((steps) => Number(steps.at(-1))));
};

const withGaps = (kept: readonly unknown[], gaps: ReadonlySet<number>): readonly unknown[] => {
  if (gaps.size === 0) return kept;
  const rows: unknown[] = [];
  const left = kept.values();
  for (let index = 0; index < kept.length + gaps.size; index += 1) {
    rows.push(gaps.has(index) ? undefined : left.next().value);
  }
  return rows;
};
