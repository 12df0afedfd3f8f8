import { HOUR, instantAt } from "../world/calendar.ts";
import type { Counting } from "../world/counting.ts";
import { drawsFor, PURPOSE } from "../world/draws.ts";
import { identifierOf, KIND } from "../world/identifiers.ts";
import { type Site, siteCountFor, siteOf } from "./sites.ts";

/** The sizes that shape the settlement half of a world. */
export interface SettlementShape {
  readonly seed: number;
  /** Midnight UTC of night 1's day. */
  readonly todayMs: number;
  readonly batches: number;
  readonly transactions: number;
  readonly sites: readonly Site[];
  readonly counting: Counting;
}

/** The settlement half of a world from the sandbox's options; `today` is the day of night 1. */
export const settlementShape = (
  options: Pick<SettlementShape, "seed" | "batches" | "transactions" | "counting"> & {
    readonly today: string;
  },
): SettlementShape => ({
  seed: options.seed,
  todayMs: instantAt(options.today, 0),
  batches: options.batches,
  transactions: options.transactions,
  counting: options.counting,
  sites: Array.from({ length: siteCountFor(options.batches) }, (_, ordinal) => siteOf(ordinal)),
});

const MINUTE_MS = 60_000;

/** The instant `minutes` after midnight UTC of the day `day` days from night 1's, in milliseconds since the epoch. */
export const minutesInto = (shape: SettlementShape, day: number, minutes: number): number =>
  shape.todayMs + (day * 24 * HOUR + minutes) * MINUTE_MS;

/** The states of a batch. Koard fact 3.1. */
export type BatchStatus =
  | "open"
  | "closed"
  | "submitted"
  | "accepted"
  | "partially_accepted"
  | "rejected"
  | "cancelled";

/** What is settled about a batch before its first transaction: where, when, how large, and how it ends. */
export interface BatchPlan {
  readonly ordinal: number;
  readonly id: string;
  readonly processorBatchId: string;
  readonly site: Site;
  readonly openedAtMs: number;
  readonly closesAtMs: number;
  /** Days from `today` on which it was opened; negative before. */
  readonly openDay: number;
  /** On how many nights it is seen open. */
  readonly openNights: number;
  /** Transactions once it is closed. */
  readonly size: number;
  readonly isCancelled: boolean;
}

/** Nothing in the world of a night is later than this many minutes after midnight UTC of its day. */
export const NIGHT_ENDS_AT = 2 * HOUR;

/** Days that the batches of night 1 reach back; the report looks at 35. */
const OLDEST_DAY = 45;

/** New batches on every night after the first. */
const batchesANight = (shape: SettlementShape): number =>
  shape.batches === 0 ? 0 : Math.max(2, Math.round(shape.batches / 30));

/** How many planned batches there have been up to a night. */
export const plannedUpTo = (shape: SettlementShape, night: number): number =>
  shape.batches + (night - 1) * batchesANight(shape);

/** Days before today for a place between newest (0) and oldest (1): most within 35 days, a few older than the window. */
const ageAt = (place: number): number =>
  place < 0.92
    ? 1 + Math.floor((place / 0.92) * 35)
    : 37 + Math.floor(((place - 0.92) / 0.08) * (OLDEST_DAY - 36));

interface Opening {
  readonly openDay: number;
  readonly openNights: number;
  /** Opened shortly before the night itself, not in the morning. */
  readonly isLate: boolean;
}

const openingOf = (shape: SettlementShape, ordinal: number): Opening => {
  if (ordinal >= shape.batches) {
    const aNight = batchesANight(shape);
    const later = ordinal - shape.batches;
    const nightDay = 1 + Math.floor(later / aNight);
    const isLate = later % aNight === aNight - 1;
    return { openDay: isLate ? nightDay : nightDay - 1, openNights: 1, isLate };
  }
  const fromNewest = shape.batches - 1 - ordinal;
  // The newest three show what a night's end looks like: just opened, left open overnight, just closed.
  if (shape.batches >= 4 && fromNewest === 0) return { openDay: 0, openNights: 1, isLate: true };
  if (shape.batches >= 4 && fromNewest === 1) return { openDay: -1, openNights: 2, isLate: false };
  if (shape.batches >= 4 && fromNewest === 2) return { openDay: -1, openNights: 1, isLate: false };
  return { openDay: -ageAt(fromNewest / shape.batches), openNights: 1, isLate: false };
};

// Some of Koard's identifiers look like numbers with leading zeros, which a spreadsheet would spoil.
const idOf = (seed: number, ordinal: number): string =>
  ordinal % 11 === 3
    ? String(1_002_003_000_000 + ordinal).padStart(18, "0")
    : identifierOf(seed, KIND.batch, { ordinal });

/** The batch number `ordinal` of a world, whatever the night. */
export const planOf = (shape: SettlementShape, ordinal: number): BatchPlan => {
  const site = shape.sites[ordinal % shape.sites.length] ?? siteOf(0);
  const { openDay, openNights, isLate } = openingOf(shape, ordinal);
  const draws = drawsFor(shape.seed, PURPOSE.batchTimes, ordinal);
  const spread = Math.max(1, Math.round(shape.transactions / 4));
  return {
    ordinal,
    id: idOf(shape.seed, ordinal),
    processorBatchId: String(400 + ordinal).padStart(6, "0"),
    site,
    openedAtMs:
      minutesInto(shape, openDay, isLate ? draws.int(5, 60) : draws.int(5 * HOUR, 9 * HOUR)) +
      draws.int(0, 59_999),
    closesAtMs:
      minutesInto(shape, openDay + openNights - 1, draws.int(17 * HOUR, 25 * HOUR + 15)) +
      draws.int(0, 59_999),
    openDay,
    openNights,
    size: Math.max(
      1,
      shape.transactions + drawsFor(shape.seed, PURPOSE.rowCount, ordinal).int(-spread, spread),
    ),
    isCancelled: shape.batches >= 12 && ordinal === Math.round(shape.batches * 0.45),
  };
};

/** The state that a batch has reached on a night by itself: open, closed, submitted, then accepted. */
export const plannedStatus = (plan: BatchPlan, night: number): BatchStatus => {
  const nightsSeen = night - 1 - plan.openDay;
  if (nightsSeen < plan.openNights) return "open";
  if (plan.isCancelled) return "cancelled";
  // A batch that stayed open overnight is accepted right after it is closed.
  if (nightsSeen === plan.openNights) return "closed";
  if (nightsSeen === plan.openNights + 1 && plan.openNights === 1) return "submitted";
  return "accepted";
};
