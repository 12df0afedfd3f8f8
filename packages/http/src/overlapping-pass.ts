import type { PageReader } from "./PageReader.ts";
import { isEnd } from "./plain-pass.ts";
import { MAX_STEPS_BACK, type Page } from "./walk-types.ts";

/**
 * Reads a list that does not keep still, over pages that overlap by half.
 *
 * A page that holds a row seen before leaves no gap: all rows after that one, as far as they were there
 * all the time, are on this page or behind it. A page that holds none is thrown away for one further
 * ahead. At the end the first page is read again for rows that were added at the front meanwhile.
 * Throws `WalkUnstable` when it loses hold too often or fewer rows were seen than there are.
 */
export const overlappingPass = async <Item>(reader: PageReader<Item>): Promise<ReadonlyMap<string, Item>> => {
  const rows = new Map<string, Item>();
  const tally = { unnamed: 0, total: 0 };
  const isHeld = (page: Page<Item>): boolean =>
    rows.size === 0 || reader.idsOf(page).some((id) => id !== undefined && rows.has(id));
  const keep = (page: Page<Item>): void => {
    const before = rows.size;
    reader.keep(page, rows);
    // Rows without an id, and an id twice in one page: rows of the list, though not of the map.
    const ids = reader.idsOf(page);
    tally.unnamed += ids.length - new Set(ids.filter((id) => id !== undefined)).size;
    tally.total = page.total ?? before;
  };

  let start = 0;
  let largest = 0;
  let stepsBack = 0;
  for (;;) {
    const page = await reader.read(start);
    if (start > 0 && !isHeld(page)) {
      stepsBack += 1;
      if (stepsBack > MAX_STEPS_BACK) throw reader.unstable("its rows do not keep their order");
      start = Math.max(0, start - Math.max(largest, 1));
      continue;
    }
    keep(page);
    largest = Math.max(largest, page.rows.length);
    if (isEnd(page, start, largest)) break;
    start += Math.max(1, Math.floor(page.rows.length / 2));
  }
  if (start > 0) {
    const front = await reader.read(0);
    if (!isHeld(front)) throw reader.unstable("too many rows were added at its front");
    keep(front);
  }
  if (rows.size + tally.unnamed < tally.total) throw reader.unstable("fewer rows were seen than there are");
  return rows;
};
