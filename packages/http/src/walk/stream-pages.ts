import { PageReader } from "./PageReader.ts";
import { isEnd, nextStep } from "./plain-pass.ts";
import { MAX_STALE_PAGES, MAX_STEPS_BACK, type WalkOptions } from "./walk-types.ts";

/**
 * Reads a list page by page, and yields the rows of each page as soon as it came; nothing is asked for that the caller
 * does not go on to. A page begins with the last row of the one before, so that a list which moved meanwhile is noticed
 * and read again from where it is known: a row is yielded once, and none is passed over that was there all the time,
 * as long as rows keep their order among each other.
 *
 * Beside `walkPages`, what it does not promise: that the list was whole. Rows that were added before the place it had
 * reached are not yielded, nothing compares what was yielded with the total, and where rows do not keep their order some
 * may be missing. And it may fail after it has yielded: with `WalkUnstable`, `WalkEndless`, or what `readPage` throws.
 * It keeps the ids of the rows, at most `maxRows` of them.
 */
export async function* streamPages<Item>(
  options: WalkOptions<Item>,
): AsyncGenerator<readonly Item[], void, undefined> {
  const reader = new PageReader(options);
  const seen = new Set<string>();
  const counts = { largest: 0, stepsBack: 0, stale: 0 };
  let start = 0;
  let isAnchored = false;
  for (;;) {
    const page = await reader.read(start);
    const ids = reader.idsOf(page);
    if (start > 0 && isAnchored && !ids.some((id) => id !== undefined && seen.has(id))) {
      // Rows before it went, by more than the one that pages have in common.
      counts.stepsBack += 1;
      if (counts.stepsBack > MAX_STEPS_BACK) throw reader.unstable("its rows do not keep their order");
      start = Math.max(0, start - Math.max(counts.largest, 1));
      continue;
    }
    const fresh = page.rows.filter((_, index): _ is Item => {
      const id = ids[index];
      if (id === undefined || seen.has(id)) return false;
      seen.add(id);
      return true;
    });
    reader.checkRows(seen.size);
    const isStale = fresh.length === 0 && ids.every((id) => id !== undefined);
    counts.stale = isStale ? counts.stale + 1 : 0;
    counts.largest = Math.max(counts.largest, page.rows.length);
    if (fresh.length > 0) yield fresh;
    if (isEnd(page, start, counts.largest)) return;
    if (counts.stale >= MAX_STALE_PAGES) {
      throw reader.endless(`${counts.stale} pages in a row without a new row`);
    }
    const { step, anchor } = nextStep(ids);
    isAnchored = anchor !== undefined;
    start += step;
  }
}

/** Does what {@link streamPages} does, row by row. */
export async function* streamItems<Item>(options: WalkOptions<Item>): AsyncGenerator<Item, void, undefined> {
  for await (const rows of streamPages(options)) yield* rows;
}
