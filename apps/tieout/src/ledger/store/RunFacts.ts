import type { InvalidRecord } from "@tieout/reconcile";
import type { SourceName } from "../../config/sources.ts";

/** What a pull learned of one source beyond its records: kept with the run, needed to report on it. */
export interface SourceFacts {
  readonly configured: boolean;
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
}

/** What a pull learned of its sources, by the name of each. */
export type RunFacts = Readonly<Record<SourceName, SourceFacts>>;

/** A source without a key: nothing was asked of it. */
export const notConfigured: SourceFacts = {
  configured: false,
  mode: null,
  listed: 0,
  invalid: {},
  vanished: 0,
  pagingKeys: [],
  notes: [],
};

/** What a run learned of a source: one that it says nothing of was not configured. */
export const factsOf = (facts: RunFacts, source: SourceName): SourceFacts => facts[source] ?? notConfigured;
