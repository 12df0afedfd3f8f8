import { ofBatch, type Plants } from "./plant.ts";

/** Old enough to have left a window of 35 days by night 3, young enough for that of night 1. */
const LEAVING = [34, 35] as const;

/** Irregularities of when a batch is listed. */
export const WINDOW_PLANTS: Plants = {
  "listed-late": {
    age: () => LEAVING,
    plant: (target) => ({
      changes: [{ fromNight: 1, untilNight: 3, isGone: true }],
      facts: ofBatch(target, null, { fromNight: 3 }),
    }),
  },
};
