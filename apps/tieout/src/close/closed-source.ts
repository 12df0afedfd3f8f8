import type { Night } from "../config/Night.ts";
import type { SourceIdentity, SourceName, SourceRole } from "../config/sources.ts";
import type { Run } from "../ledger/store/Run.ts";
import { factsOf, type RunFacts, type SourceFacts } from "../ledger/store/RunFacts.ts";

/** A finished run, and what it learned of its sources. */
export interface ClosableRun {
  readonly run: Run;
  readonly facts: RunFacts;
}

/** A source that a run asked, and what it learned of it. */
export interface ClosedSource extends SourceIdentity {
  readonly facts: SourceFacts;
}

/** Every source of the registry, asked or not, in its order. */
export const sourcesOf = ({ book }: Night, facts: RunFacts): ReadonlyArray<ClosedSource> =>
  book.sources.map(({ name, title, role }) => ({ name, title, role, facts: factsOf(facts, name) }));

/** The names of the sources that a run asked. */
export const askedIn = (sources: ReadonlyArray<ClosedSource>): ReadonlyArray<SourceName> =>
  sources.flatMap(({ name, facts: { configured } }) => (configured ? [name] : []));

/** The source that gave a run its batches of a role; undefined where none was configured. */
export const sourceOf = (night: Night, facts: RunFacts, role: SourceRole): ClosedSource | undefined =>
  sourcesOf(night, facts).find((source) => source.role === role && source.facts.configured);
