import type { PageReader } from "./PageReader.ts";
import { MAX_STALE_PAGES, type Page } from "./walk-types.ts";

/** How far behind a page without new rows a list is looked at for an end. */
const PAGES_BEYOND = 1000;

/** What one reading of a list gave. */
export interface PassResult<Item> {
  readonly rows: ReadonlyMap<string, Item>;
  /** Whether nothing showed that the list moved while it was read. */
  readonly isQuiet: boolean;
}

/**
 * Reads a list from beginning to end, each page from the last row of the one before: if that row is not
 * the first of the new page, something was added or removed before it. So is it if the total or, read
 * once more at the end, the first page is another.
 */
export const plainPass = async <Item>(reader: PageReader<Item>): Promise<PassResult<Item>> => {
  const rows = new Map<string, Item>();
  const first = await reader.read(0);
  reader.keep(first, rows);

  let page = first;
  let start = 0;
  let largest = first.rows.length;
  let stale = 0;
  let isQuiet = true;
  while (!isEnd(page, start, largest) || (await goesOn(reader, { page, start, rows }))) {
    const { step, anchor } = nextStep(reader.idsOf(page));
    start += step;
    page = await reader.read(start);
    largest = Math.max(largest, page.rows.length);
    const [head] = reader.idsOf(page);
    if (page.total !== first.total || (anchor !== undefined && head !== anchor)) isQuiet = false;
    stale = reader.keep(page, rows) ? 0 : stale + 1;
    if (stale < MAX_STALE_PAGES) continue;
    // A list that grows at its front as fast as it is read looks the same, but ends somewhere behind.
    const beyond = await reader.read(start + PAGES_BEYOND * largest);
    if (beyond.rows.length > 0) throw reader.endless(`${stale} pages in a row without a new row`);
    return { rows, isQuiet: false };
  }
  // One page is one moment: nothing can have moved within it.
  if (isQuiet && start > 0) isQuiet = isSamePage(reader, first, await reader.read(0));
  return { rows, isQuiet };
};

/**
 * Whether the list ends with this page: by its total; without one, by a page that is empty or shorter than
 * another was. The limit asked for is no evidence, because a server may give fewer rows than that.
 */
export const isEnd = ({ rows, total }: Page<unknown>, start: number, largest: number): boolean =>
  rows.length === 0 || (total === undefined ? rows.length < largest : start + rows.length >= total);

/** A page that a walk has come to, and what it has kept so far. */
interface ReachedPage<Item> {
  readonly page: Page<Item>;
  readonly start: number;
  readonly rows: { has(id: string): boolean };
}

/**
 * Whether a list goes on behind the page that its total calls the last: a total is a figure like any other, and may be
 * wrong. Only rows that were not seen yet say so; a server that answers every offset alike repeats itself.
 */
export const goesOn = async <Item>(
  reader: PageReader<Item>,
  { page, start, rows }: ReachedPage<Item>,
): Promise<boolean> => {
  if (page.total === undefined || page.rows.length === 0) return false;
  const beyond = await reader.read(start + page.rows.length);
  return reader.idsOf(beyond).some((id) => id !== undefined && !rows.has(id));
};

/** The next page begins with the last row that has an id, or after this page where that would be no step. */
export const nextStep = (
  ids: readonly (string | undefined)[],
): { readonly step: number; readonly anchor: string | undefined } => {
  const last = ids.findLastIndex((id) => id !== undefined);
  return last > 0 ? { step: last, anchor: ids[last] } : { step: ids.length, anchor: undefined };
};

const isSamePage = <Item>(reader: PageReader<Item>, one: Page<Item>, other: Page<Item>): boolean => {
  const ids = reader.idsOf(one);
  const otherIds = reader.idsOf(other);
  return (
    one.total === other.total &&
    ids.length === otherIds.length &&
    ids.every((id, index) => id === otherIds[index])
  );
};
