import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";

/**
 * What the heap may grow by, in percent of what was in use, before what lasts is cleared up again. V8 alone lets it grow
 * to several times that, most of it rows of batches that were stored long ago.
 */
const GROWTH_PERCENT = 100;

/** Enough space for new objects for the collector to work seldom; without a limit V8 lets it grow to some 130 MB. */
const LARGEST_YOUNG_BYTES = 16 * 1024 * 1024;

const LOOK_MS = 20;

const youngBytes = (): number =>
  getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space")?.space_size ?? 0;

/**
 * Keeps the heap from growing with the length of a run: the rows of a batch live just long enough to be taken for
 * lasting.
 *
 * The options that limit a heap directly can only be given before Node starts, but the factors by which it grows are
 * read each time. Keeps no process alive.
 */
export const limitHeapGrowth = (): void => {
  setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
  const timer = setInterval(() => {
    if (youngBytes() < LARGEST_YOUNG_BYTES) return;
    setFlagsFromString("--semi-space-growth-factor=1");
    clearInterval(timer);
  }, LOOK_MS);
  timer.unref();
};
