import { overlappingPass } from "./overlapping-pass.ts";
import { PageReader } from "./PageReader.ts";
import { plainPass } from "./plain-pass.ts";
import type { WalkOptions } from "./walk-types.ts";

/** How often the whole list is read in the hope that it keeps still. */
const PLAIN_PASSES = 2;

/**
 * Reads a whole list that is paged by offset, while rows may be added and removed (Koard fact 5.24).
 *
 * Yields each row once, in the list's order if the list kept still, and loses none that was there all the
 * time. A row that was added or removed meanwhile may be yielded or not. Nothing is yielded before the walk
 * is sure of the whole, so a row is never followed by an error that takes it back; the rows are kept in
 * memory until then, at most `maxRows` of them. What is assumed is that rows keep their order among each other.
 *
 * The list is read up to twice, until it kept still from beginning to end; then once over pages that
 * overlap by half. Throws `WalkUnstable` when that fails too, `WalkEndless` at a maximum, and what
 * `readPage` throws.
 */
export async function* walkItems<Item>(options: WalkOptions<Item>): AsyncGenerator<Item, void, undefined> {
  yield* (await allRows(options)).values();
}

/** Does what {@link walkItems} does, and yields arrays of `limit` rows, the last one shorter where they run out. */
export async function* walkPages<Item>(
  options: WalkOptions<Item>,
): AsyncGenerator<readonly Item[], void, undefined> {
  const rows = [...(await allRows(options)).values()];
  for (let at = 0; at < rows.length; at += options.limit) yield rows.slice(at, at + options.limit);
}

const allRows = async <Item>(options: WalkOptions<Item>): Promise<ReadonlyMap<string, Item>> => {
  const reader = new PageReader(options);
  for (let pass = 1; pass <= PLAIN_PASSES; pass += 1) {
    const { rows, isQuiet } = await plainPass(reader);
    if (isQuiet) return rows;
  }
  return overlappingPass(reader);
};
