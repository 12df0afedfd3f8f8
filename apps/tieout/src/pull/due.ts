import { createHash } from "node:crypto";
import { daysBetween } from "@tieout/reconcile";

/** A fixed number of an entity, so that the turns of many spread evenly over the days. */
const turnOf = (id: string, days: number): number =>
  createHash("sha256").update(id).digest().readUInt32BE(0) % days;

/** A day, and how many days there are from one reading to the next. */
interface Turns {
  readonly day: string;
  readonly everyDays: number;
}

/**
 * Whether it is an entity's turn to be read again on a day: every `everyDays` days on a day of its own,
 * but not before half of that has passed since it was last read. Nights after a full one stay light, and
 * no later night carries everything. A reading of a day to come, by a clock that was wrong, counts for nothing.
 */
export const isDue = (id: string, lastReadDay: string, { day, everyDays }: Turns): boolean => {
  if (lastReadDay <= day && daysBetween(lastReadDay, day) < everyDays / 2) return false;
  const dayNumber = daysBetween("1970-01-01", day);
  return (dayNumber + turnOf(id, everyDays)) % everyDays === 0;
};
