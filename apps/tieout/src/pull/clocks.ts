import { Effect } from "effect";
import { ConfigurationWrong } from "../config/faults.ts";
import type { Settings } from "../config/Settings.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A clock that is off by more is said to be. */
const TOLERATED_MS = 10 * MINUTE_MS;

/** A clock that is off by more would put a report on another day. */
const REFUSED_MS = 12 * HOUR_MS;

const lengthOf = (ms: number): string => {
  const minutes = Math.round(Math.abs(ms) / MINUTE_MS);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return hours === 0 ? `${minutes} min` : `${hours} h ${rest} min`;
};

const told = (title: string, offsetMs: number): string =>
  `This machine's clock is ${lengthOf(offsetMs)} ${offsetMs > 0 ? "behind" : "ahead of"} that of ${title}`;

/**
 * Compares this machine's clock with that of a source, which is `offsetMs` ahead of it (undefined where no answer said):
 * gives the sentences that are worth saying. Fails where the day of the report would be that of a wrong clock.
 */
export const compareClocks = (
  title: string,
  offsetMs: number | undefined,
  { isAsOfNow }: Pick<Settings, "isAsOfNow">,
): Effect.Effect<ReadonlyArray<string>, ConfigurationWrong> => {
  const off = Math.abs(offsetMs ?? 0);
  if (offsetMs === undefined || off <= TOLERATED_MS) return Effect.succeed([]);
  const sentence = told(title, offsetMs);
  if (off <= REFUSED_MS || !isAsOfNow) return Effect.succeed([`${sentence}: set it right`]);
  return new ConfigurationWrong({
    faults: [
      {
        where: sentence,
        problem: `by its answers' Date: set it right, or say with --as-of when this is`,
      },
    ],
  });
};
