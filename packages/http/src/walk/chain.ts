import type { PageReader } from "./PageReader.ts";
import { MAX_EMPTY_PAGES } from "./walk-types.ts";

/** A page of a list of which each page says where the next one is. */
export interface ChainPage<Row> {
  readonly rows: readonly Row[];
  /** Where the next page is; nothing at the end. */
  readonly next: unknown;
}

/** How a chain of pages is read. */
export interface Chain<Row> {
  /** The page at a place; the first where it is undefined. */
  readonly readPage: (at: unknown) => Promise<ChainPage<Row>>;
  readonly idOf: (row: Row) => string;
  /** Fails at its maxima, in the name of the list. */
  readonly limits: Pick<PageReader<Row>, "countPage" | "checkRows" | "endless" | "unstable">;
  /** Whether a place is a number of pages, so that rows which go or come meanwhile move all that follow. */
  readonly isCounted: boolean;
}

/** How often a list that is paged by number is read until two readings agree. */
const MAX_PASSES = 4;

/**
 * Yields the new rows of each page as soon as it came, each row once. A place that comes twice, and page after page without a
 * row, are a list without an end.
 */
export async function* streamChain<Row>({
  readPage,
  idOf,
  limits,
}: Chain<Row>): AsyncGenerator<readonly Row[], void, undefined> {
  const seen = new Set<string>();
  const places = new Set<string>();
  let empty = 0;
  for (let at: unknown; ; ) {
    limits.countPage();
    const { rows, next } = await readPage(at);
    const fresh = rows.filter((row) => {
      const id = idOf(row);
      return !seen.has(id) && seen.add(id);
    });
    limits.checkRows(seen.size);
    if (fresh.length > 0) yield fresh;
    if (next === undefined) return;
    empty = fresh.length > 0 ? 0 : empty + 1;
    if (empty > MAX_EMPTY_PAGES) throw limits.endless(`${empty} pages in a row without a new row`);
    const place = JSON.stringify(next);
    if (places.has(place)) throw limits.endless("a page leads to one that was read before");
    places.add(place);
    at = next;
  }
}

/**
 * All rows, in pages as they came, once the whole is sure. A place that a server gave is held by the server, so one reading
 * is enough; a number of pages is not: there the list is read until two readings in a row give the same rows.
 */
export async function* walkChain<Row>(chain: Chain<Row>): AsyncGenerator<readonly Row[], void, undefined> {
  yield* await wholeChain(chain);
}

const wholeChain = async <Row>(chain: Chain<Row>): Promise<readonly (readonly Row[])[]> => {
  let before: readonly (readonly Row[])[] | undefined;
  for (let pass = 1; pass <= MAX_PASSES; pass += 1) {
    const pages: (readonly Row[])[] = [];
    for await (const rows of streamChain(chain)) pages.push(rows);
    // One page is one moment: nothing can have moved within it.
    if (!chain.isCounted || pages.length < 2 || idsOf(before, chain) === idsOf(pages, chain)) return pages;
    before = pages;
  }
  throw chain.limits.unstable("no two readings of it gave the same rows");
};

const idsOf = <Row>(
  pages: readonly (readonly Row[])[] | undefined,
  { idOf }: Chain<Row>,
): string | undefined => pages && JSON.stringify(pages.flatMap((rows) => rows.map(idOf)));
