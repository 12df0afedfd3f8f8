import type { InvalidRecord } from "@tieout/reconcile";
import type { SourceName } from "../../config/sources.ts";

/** Why details could not be had. */
export interface Refusal {
  /** The status, or what was wrong with the answer in two words. */
  readonly answer: string;
  /** One sentence. */
  readonly problem: string;
}

/** How far back the list of a source goes that forgets what is old, as first business days of what is closed. */
export interface Horizon {
  readonly before: string;
  readonly now: string;
  /** Batches from before `now` that are listed all the same, by id: they are not closed. */
  readonly stillListed: ReadonlyArray<string>;
}

/** Whether a batch that the ledger lists is one that its source forgot: kept as it was last seen, and not listed. */
export const isForgotten = (
  horizon: Horizon | null,
  { id, day }: { readonly id: string; readonly day: string },
): boolean => horizon !== null && day < horizon.now && !horizon.stillListed.includes(id);

/** What a pull learned of one source beyond its records: kept with the run, needed to report on it. */
export interface SourceFacts {
  readonly configured: boolean;
  /** Whether its list was read to its end. */
  readonly asked: boolean;
  /** `live` or `test` where the source's key tells. */
  readonly mode: string | null;
  /** Entities in its lists, those that had to be left out not counted. */
  readonly listed: number;
  /** Records that had to be left out of its lists, by the operation that listed them. */
  readonly invalid: Readonly<Record<string, ReadonlyArray<InvalidRecord>>>;
  /** Entities that have gone from its lists since the last earlier day. */
  readonly vanished: number;
  /** Members of its list's answer that look like paging and that the spec does not know. */
  readonly pagingKeys: ReadonlyArray<string>;
  /** What was odd about its answers and does no harm, a sentence each. */
  readonly notes: ReadonlyArray<string>;
  /** Details that it could not give for days and that are not waited for any more, by entity id. */
  readonly givenUp: Readonly<Record<string, Refusal>>;
  /** How far back its list went before and goes now, where it forgets what is old; null where it does not. */
  readonly horizon: Horizon | null;
}

/** What a pull learned of its sources, by the name of each. */
export type RunFacts = Readonly<Record<SourceName, SourceFacts>>;

/** Facts as a ledger holds them: older ones lack what tieout learned to note since. */
export type StoredFacts = Omit<SourceFacts, LaterFact> & {
  readonly [Fact in LaterFact]?: SourceFacts[Fact] | undefined;
};

type LaterFact = "asked" | "givenUp" | "horizon";

/** Completes facts of whatever age: before sources could be left out, one that was configured was asked. */
export const completeFacts = (stored: Readonly<Record<SourceName, StoredFacts>>): RunFacts =>
  Object.fromEntries(
    Object.entries(stored).map(([source, { asked, givenUp = {}, horizon = null, ...facts }]) => [
      source,
      { ...facts, asked: asked ?? facts.configured, givenUp, horizon },
    ]),
  );

/** A source of which nothing was asked. */
export const NOT_ASKED: SourceFacts = {
  configured: false,
  asked: false,
  mode: null,
  listed: 0,
  invalid: {},
  vanished: 0,
  pagingKeys: [],
  notes: [],
  givenUp: {},
  horizon: null,
};

/** What a run learned of a source: one that it says nothing of was not configured. */
export const factsOf = (facts: RunFacts, source: SourceName): SourceFacts => facts[source] ?? NOT_ASKED;
