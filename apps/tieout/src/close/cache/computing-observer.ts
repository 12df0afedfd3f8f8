import { Effect } from "effect";
import type { Night } from "../../config/Night.ts";
import type { Roster } from "../../config/rosters/read-rosters.ts";
import type { PullObserver } from "../../pull/PullObserver.ts";
import { countingObserver } from "./counting-observer.ts";
import { summarisingObserver } from "./summarising-observer.ts";

/**
 * Computes ahead, while a pull has the details at hand, what the close of the same run will look for in the cache and
 * would otherwise have to restore them for.
 */
export const computingObserver = (night: Night, rosters: ReadonlyArray<Roster>) =>
  Effect.all({
    settlements: summarisingObserver(night),
    credentials: countingObserver(night, rosters),
  }) satisfies Effect.Effect<PullObserver, unknown, unknown>;
