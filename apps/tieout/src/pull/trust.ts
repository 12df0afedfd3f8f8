import { type BusinessCalendar, compareCodePoints, type InvalidRecord } from "@tieout/reconcile";
import { Effect } from "effect";
import type { SourceRole } from "../config/sources.ts";
import type { Horizon } from "../ledger/store/RunFacts.ts";
import type { Header } from "../sources/Source.ts";
import { SourceFailed } from "../sources/SourceFailed.ts";
import type { BatchRules } from "./batch-rules.ts";

/** Above this share of records that had to be left out, a source is not believed at all. */
const INVALID_SHARE_MAX = 0.01;

/** So many records may be invalid of however few: one of thirty says nothing about the others. */
const INVALID_MAX = 9;

/** Invalid records that a sentence names. */
const NAMED = 3;

/** From so many entries on a list that lost more than half of them is not believed. */
const LOSS_JUDGED_FROM = 20;

const untrusted = (title: string, problem: string) =>
  new SourceFailed({ source: title, kind: "untrusted", problem: `${title} ${problem}` });

/** A list as it came, beside what it had. */
interface Listed {
  /** The source's name, for sentences. */
  readonly title: string;
  /** What it lists, in the plural. */
  readonly what: string;
  readonly listed: ReadonlySet<string>;
  readonly known: ReadonlySet<string>;
}

/** Fails where a list is empty that was not, or lost more than half: that says more about the list than about the batches. */
export const refuseLoss = ({ title, what, listed, known }: Listed): Effect.Effect<void, SourceFailed> => {
  if (listed.size === 0 && known.size > 0)
    return untrusted(
      title,
      `lists no ${what}, and listed ${known.size} before: check that the key is the right one`,
    );
  let lost = 0;
  for (const id of known) if (!listed.has(id)) lost += 1;
  if (known.size < LOSS_JUDGED_FROM || lost * 2 <= known.size) return Effect.void;
  return untrusted(
    title,
    `lists ${lost} of the ${known.size} ${what} no more that it had: run again with --accept-loss if they are gone`,
  );
};

/** Fails where none of the batches at the beginning of a list is one that the list had. */
export const refuseStrangers = (
  title: string,
  listed: ReadonlySet<string>,
  known: ReadonlySet<string>,
): Effect.Effect<void, SourceFailed> =>
  known.size < LOSS_JUDGED_FROM || [...listed].some((id) => known.has(id))
    ? Effect.void
    : untrusted(
        title,
        `begins its list with none of the ${known.size} batches that it had: check that the key is the right one`,
      );

/** Fails where more than one in a hundred of a source's records broke its spec, and more than a few. */
export const refuseMostlyInvalid = (
  title: string,
  valid: number,
  invalid: ReadonlyArray<InvalidRecord>,
): Effect.Effect<void, SourceFailed> => {
  const count = invalid.length;
  const isTolerable = count <= INVALID_MAX || count <= (valid + count) * INVALID_SHARE_MAX;
  if (isTolerable) return Effect.void;
  const names = invalid.map(({ id, path }) => (id === null ? path : `${id} (${path})`));
  // Batches come in no promised order, and a second run is to say the same.
  const first = names.toSorted(compareCodePoints).slice(0, NAMED);
  return untrusted(
    title,
    `sent ${count} records that break its spec, of ${valid + count}: more than 1 in 100; the first: ${first.join(", ")}`,
  );
};

/** What a list forgets: batches older than everything closed that it has. */
export interface Forgotten {
  readonly ids: ReadonlySet<string>;
  /** Null where it forgot nothing. */
  readonly horizon: Horizon | null;
}

/** The first day that any of some things belongs to. */
const firstDay = <A>(all: Iterable<A>, dayOf: (one: A) => string): string | undefined => {
  let first: string | undefined;
  for (const one of all) {
    const day = dayOf(one);
    if (first === undefined || day < first) first = day;
  }
  return first;
};

/** Tells which of the batches that are gone a list has only forgotten, by their business days. */
export const forgottenOf = <R extends SourceRole>(
  { dayOf, isClosed }: BatchRules<R>,
  { listed, gone }: { readonly listed: ReadonlyArray<Header<R>>; readonly gone: ReadonlyArray<Header<R>> },
  calendar: BusinessCalendar,
): Forgotten => {
  const now = firstDay(listed.filter(isClosed), (header) => dayOf(header, calendar));
  const days = new Map(gone.map((header) => [header.id, dayOf(header, calendar)]));
  const forgotten = [...days].filter(([, day]) => now !== undefined && day < now);
  const before = firstDay(forgotten, ([, day]) => day);
  const ids = new Set(forgotten.map(([id]) => id));
  if (now === undefined || before === undefined) return { ids, horizon: null };
  const stillListed = listed.flatMap((header) => (dayOf(header, calendar) < now ? [header.id] : []));
  return { ids, horizon: { before, now, stillListed } };
};
