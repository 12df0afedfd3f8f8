import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";

/**
 * What the heap may grow by before what lasts is cleared up again: by as much as was in use, since V8 alone lets it grow
 * to several times that, most of it rows of batches that were stored long ago.
 */
const GROWTH_PERCENT = 100;

/** And by no more than this, so that of a large book each byte that lasts does not count twice. */
const LARGEST_GROWTH_BYTES = 32 * 1024 * 1024;

/** What clears up again and again gains little each time. */
const LEAST_GROWTH_PERCENT = 20;

/** By how many percent a heap may grow of which so many bytes last. */
export const growthPercent = (usedBytes: number): number =>
  Math.max(
    LEAST_GROWTH_PERCENT,
    Math.min(GROWTH_PERCENT, Math.floor((LARGEST_GROWTH_BYTES / usedBytes) * 100)),
  );

const GROWTH_LOOK_MS = 1000;

/** Enough space for new objects for the collector to work seldom; without a limit V8 lets it grow to some 130 MB. */
const LARGEST_YOUNG_BYTES = 16 * 1024 * 1024;

const YOUNG_LOOK_MS = 20;

/** What is in use of all spaces but those for new objects. */
const lastingBytes = (): number =>
  getHeapSpaceStatistics()
    .filter(({ space_name }) => !space_name.startsWith("new_"))
    .reduce((sum, { space_used_size }) => sum + space_used_size, 0);

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
  const limitGrowth = (): void =>
    setFlagsFromString(`--heap-growing-percent=${growthPercent(lastingBytes())}`);
  limitGrowth();
  setInterval(limitGrowth, GROWTH_LOOK_MS).unref();
  const timer = setInterval(() => {
    if (youngBytes() < LARGEST_YOUNG_BYTES) return;
    setFlagsFromString("--semi-space-growth-factor=1");
    clearInterval(timer);
  }, YOUNG_LOOK_MS);
  timer.unref();
};
