import { getHeapSpaceStatistics, setFlagsFromString } from "node:v8";

/** Enough for the collector to work seldom; without a limit a pull takes a tenth less processor time at best. */
const LARGEST_BYTES = 32 * 1024 * 1024;

const LOOK_MS = 20;

const youngBytes = (): number =>
  getHeapSpaceStatistics().find(({ space_name }) => space_name === "new_space")?.space_size ?? 0;

/**
 * Lets the space for new objects grow to {@link LARGEST_BYTES} and no further.
 *
 * Left alone it doubles up to some 130 MB over a long run, because the rows of a batch live just long enough
 * to be taken for lasting. The option that limits it can only be given before Node starts, but the factor by
 * which it grows is read each time. Keeps no process alive.
 */
export const limitYoungHeap = (): void => {
  const timer = setInterval(() => {
    if (youngBytes() < LARGEST_BYTES) return;
    setFlagsFromString("--semi-space-growth-factor=1");
    clearInterval(timer);
  }, LOOK_MS);
  timer.unref();
};
