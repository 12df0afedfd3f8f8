import { HOUR } from "../../world/calendar.ts";
import { minutesInto } from "../plan.ts";
import { always, ofBatch, type Plants, RECENT } from "./plant.ts";

/** Old enough to have left a window of 35 days by night 3, young enough for that of night 1. */
const LEAVING = [34, 35] as const;

/** Irregularities of when a batch is listed, and on which day it stands. */
export const WINDOW_PLANTS: Plants = {
  "listed-late": {
    age: () => LEAVING,
    plant: (target) => ({
      changes: [{ fromNight: 1, untilNight: 3, isGone: true }],
      facts: ofBatch(target, null, { fromNight: 3 }),
    }),
  },
  "future-closed-at": {
    age: () => RECENT,
    plant: (target) => ({
      changes: always({ closedAtMs: minutesInto(target.shape, 40, 18 * HOUR) }),
      facts: ofBatch(target, "FUTURE_CLOSED_AT"),
    }),
  },
};
