import { addDays, type Conventions, conventionOf, type ProofContext } from "@tieout/reconcile";
import { Effect } from "effect";
import { readingContext } from "../../close/reading-context.ts";
import { settlementContext } from "../../close/settlement-context.ts";
import type { Night } from "../../config/Night.ts";
import type { SourceIdentity } from "../../config/sources.ts";
import { Ledger } from "../../ledger/Ledger.ts";
import type { Entry } from "../../ledger/store/Entry.ts";
import type { Kind, Kinds } from "../../ledger/store/kinds.ts";
import type { Run } from "../../ledger/store/Run.ts";

/** Entities of a kind with their details, `null` where there are none. */
export const withDetails = Effect.fnUntraced(function* <K extends Kind>(
  kind: K,
  entries: ReadonlyArray<Entry<K>>,
) {
  const ledger = yield* Ledger;
  const records: Array<{
    readonly header: Kinds[K]["header"];
    readonly details: Kinds[K]["details"] | null;
  }> = [];
  for (const { header, detailsId } of entries)
    records.push({ header, details: detailsId === null ? null : yield* ledger.details(kind, detailsId) });
  return records;
});

/** The entities of a kind as a run left them, those that are gone as they were last seen. */
export const everKnown = Effect.fnUntraced(function* <K extends Kind>(run: Run, kind: K) {
  const ledger = yield* Ledger;
  return [...(yield* ledger.entries(run, kind)), ...(yield* ledger.gone(run, kind))];
});

/** How processors counted in the report of a run, with what the configuration fixes. */
const conventionsAt = Effect.fnUntraced(function* ({ book }: Night, run: Run) {
  const ledger = yield* Ledger;
  const report = yield* ledger.reportBefore(run, addDays(run.day, 1));
  const reported: Conventions = report === undefined ? new Map() : yield* ledger.reportConventions(report);
  const fixed = [...book.conventions].map(([processor, { captured, refunded }]) => {
    const known = conventionOf(reported, processor);
    return [
      processor,
      { captured: captured ?? known.captured, refunded: refunded ?? known.refunded },
    ] as const;
  });
  return new Map([...reported, ...fixed]);
});

/**
 * Every settlement batch that a run knew, those that are gone as they were last seen, and what proves them. As in a
 * report, those that are gone count nothing that another one lists.
 */
export const knownSettlements = Effect.fnUntraced(function* (night: Night, run: Run, source: SourceIdentity) {
  const entries = yield* everKnown(run, "settlement");
  const reading = yield* readingContext(run, settlementContext(night, source));
  const context: ProofContext = { ...reading, conventions: yield* conventionsAt(night, run) };
  return { entries, context };
});
