import type { PageReader } from "./PageReader.ts";
import { goesOn, isEnd } from "./plain-pass.ts";
import { MAX_STEPS_BACK, type Page } from "./walk-types.ts";

/**
 * Reads a list that does not keep still, over pages that overlap by half.
 *
 * A page that holds a row seen before leaves no gap: all rows after that one, as far as they were there
 * all the time, are on this page or behind it. A page that holds none is thrown away for one further
 * ahead. At the end the front is read again, up to a row that is known, for rows that were added there meanwhile.
 * Throws `WalkUnstable` when it loses hold too often or fewer rows were seen than there are.
 */
export const overlappingPass = async <Item>(reader: PageReader<Item>): Promise<ReadonlyMap<string, Item>> => {
  const rows = new Map<string, Item>();
  const counts = { unnamed: 0, leastTotal: Number.POSITIVE_INFINITY };
  const holdsAny = (page: Page<Item>, known: { has(id: string): boolean }): boolean =>
    reader.idsOf(page).some((id) => id !== undefined && known.has(id));
  const keep = (page: Page<Item>): void => {
    reader.keep(page, rows);
    // Rows without an id, and an id twice in one page: rows of the list, though not of the map.
    const ids = reader.idsOf(page);
    counts.unnamed += ids.length - new Set(ids.filter((id) => id !== undefined)).size;
    counts.leastTotal = Math.min(counts.leastTotal, page.total ?? 0);
  };

  let start = 0;
  let largest = 0;
  let stepsBack = 0;
  for (;;) {
    const page = await reader.read(start);
    if (start > 0 && rows.size > 0 && !holdsAny(page, rows)) {
      stepsBack += 1;
      if (stepsBack > MAX_STEPS_BACK) throw reader.unstable("its rows do not keep their order");
      start = Math.max(0, start - Math.max(largest, 1));
      continue;
    }
    keep(page);
    largest = Math.max(largest, page.rows.length);
    if (isEnd(page, start, largest) && !(await goesOn(reader, { page, start, rows }))) break;
    start += Math.max(1, Math.floor(page.rows.length / 2));
  }
  const known = new Set(rows.keys());
  for (let front = 0, isJoined = start === 0; !isJoined; ) {
    const page = await reader.read(front);
    isJoined = page.rows.length === 0 || holdsAny(page, known);
    keep(page);
    front += Math.max(1, Math.floor(page.rows.length / 2));
  }
  if (rows.size + counts.unnamed < counts.leastTotal)
    throw reader.unstable("fewer rows were seen than there are");
  return rows;
};
