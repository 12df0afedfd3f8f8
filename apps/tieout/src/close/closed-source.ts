import { Effect } from "effect";
import type { Night } from "../config/Night.ts";
import type { SourceIdentity, SourceName, SourceRole } from "../config/sources.ts";
import { Ledger } from "../ledger/Ledger.ts";
import type { Run } from "../ledger/store/Run.ts";
import { factsOf, type RunFacts, type SourceFacts } from "../ledger/store/RunFacts.ts";

/** A run, and what it learned of its sources. */
export interface ClosableRun {
  readonly run: Run;
  readonly facts: RunFacts;
}

/** A source as a report knows it: as the newest run that asked it left it. */
export interface ClosedSource extends SourceIdentity {
  readonly configured: boolean;
  readonly facts: SourceFacts;
  /** The run that asked it. */
  readonly run: Run;
  /** Whether that was a run of this business day. */
  readonly isAsked: boolean;
  /** The business day of that run; null for a source that was never asked. */
  readonly lastAsked: string | null;
  /** Whether there is an earlier report that rests on a run which asked it. */
  readonly isShown: boolean;
}

/** A source as the newest run that asked it left it. */
const closedSource = Effect.fnUntraced(function* (
  { name, title, role }: SourceIdentity,
  { run, facts }: ClosableRun,
) {
  const own = factsOf(facts, name);
  const identity = { name, title, role, configured: own.configured };
  const last = yield* (yield* Ledger).lastAsked(run, name);
  const isShown = last?.isShown ?? false;
  // A run that goes on, or was just pulled, may not be among those that finished.
  const found: ClosedSource = own.asked
    ? { ...identity, facts: own, run, isAsked: true, lastAsked: run.day, isShown }
    : {
        ...identity,
        facts: last?.facts ?? own,
        run: last?.run ?? run,
        isAsked: last?.run.day === run.day,
        lastAsked: last?.run.day ?? null,
        isShown,
      };
  return found;
});

/** Every source of the registry, in its order. */
export const closedSources = ({ book }: Night, closable: ClosableRun) =>
  Effect.forEach(book.sources, (source) => closedSource(source, closable));

/** The names of the sources that were asked. */
export const askedIn = (sources: ReadonlyArray<ClosedSource>): ReadonlyArray<SourceName> =>
  sources.flatMap(({ name, isAsked }) => (isAsked ? [name] : []));

/** The source that gives a report its batches of a role; undefined where none was ever asked. */
export const sourceOf = (sources: ReadonlyArray<ClosedSource>, role: SourceRole): ClosedSource | undefined =>
  sources.find((one) => one.role === role && one.lastAsked !== null);
