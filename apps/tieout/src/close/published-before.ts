import type { OwnCause, PublishedFigures, Source } from "@tieout/reconcile";
import { Effect } from "effect";
import type { LedgerFailed } from "../ledger/failures.ts";
import { Ledger } from "../ledger/Ledger.ts";
import type { PublishedReport } from "../ledger/reports/PublishedReport.ts";
import { RecordedNames } from "../ledger/reports/RecordedNames.ts";
import { canonicalJson } from "../ledger/store/blob.ts";
import type { EntityChange } from "../ledger/store/Entry.ts";
import type { Run } from "../ledger/store/Run.ts";
import type { PublishedBefore } from "./ComparedFigures.ts";
import { rulesSha256 } from "./cache/CacheKey.ts";
import { nameBegins } from "./figure-names.ts";

/** Which report is made, of what. */
export interface ReportInMaking {
  readonly run: Run;
  readonly day: string;
  /** The sources that it says something new of: nothing of another vanished, is late or is restated. */
  readonly asked: ReadonlyArray<Source>;
  /** Settlement batches whose processor counts otherwise than the report compared with had it, if it had any. */
  readonly relearned: ReadonlySet<string>;
}

/** Whether only hashes of addresses differ in the details of a credential batch: they were made by another rule. */
const isOnlyRehashed = Effect.fnUntraced(function* ({ isSameHeader, details: [before, now] }: EntityChange) {
  if (!isSameHeader || before === null || now === null) return false;
  const ledger = yield* Ledger;
  const said = Effect.fnUntraced(function* (id: number) {
    const { credentials, invalid } = yield* ledger.details("credential_batch", id);
    return canonicalJson([credentials.map((credential) => credential.id), invalid]);
  });
  return (yield* said(before)) === (yield* said(now));
});

/** Batches that are others than they were when a report was made, by `<entity> <id>`. */
const changedSince = Effect.fnUntraced(function* (run: Run, earlierRun: number) {
  const ledger = yield* Ledger;
  const changed = new Set<string>();
  for (const id of (yield* ledger.changedSince(run, earlierRun, "settlement")).keys())
    changed.add(`batch ${id}`);
  for (const [id, change] of yield* ledger.changedSince(run, earlierRun, "credential_batch"))
    if (!(yield* isOnlyRehashed(change))) changed.add(`credential_batch ${id}`);
  return changed;
});

/** What the figures of a report are compared with, and what else than its batches may have changed them. */
export const publishedBefore = Effect.fnUntraced(function* (
  { run, day, asked, relearned }: ReportInMaking,
  before: { readonly report: PublishedReport; readonly names: RecordedNames } | undefined,
) {
  const ledger = yield* Ledger;
  const basis = before && (yield* ledger.reportBasis(before.report));
  const byOtherRules = basis !== undefined && basis.rules !== rulesSha256();
  const isComparable = basis !== undefined && (byOtherRules || relearned.size > 0);
  const changed = isComparable ? yield* changedSince(run, basis.run) : new Set<string>();
  const ownCause = ({
    entity,
    entityId,
  }: {
    readonly entity: string;
    readonly entityId: string;
  }): OwnCause | null => {
    if (changed.has(`${entity} ${entityId}`)) return null;
    // A tieout that did not record its rules did not record how processors count either.
    const isRelearned = basis !== undefined && basis.rules !== null && relearned.has(entityId);
    if (entity === "batch" && isRelearned) return "convention";
    return byOtherRules ? "rules" : null;
  };
  const beginnings = asked.map(nameBegins);
  const isAsked = (name: string): boolean => beginnings.some((beginning) => name.startsWith(beginning));
  const none = Effect.succeed<ReadonlyMap<string, PublishedFigures>>(new Map());
  return {
    earlier: {
      names: (before?.names ?? new RecordedNames()).of(beginnings),
      read: (isMeant) =>
        before === undefined ? none : ledger.figures(before.report, (name) => isAsked(name) && isMeant(name)),
    },
    revised: {
      names: (yield* ledger.revisedNames(run, day)).of(beginnings),
      read: (isMeant) => ledger.revisedFigures(run, day, (name) => isAsked(name) && isMeant(name)),
    },
    publishedDays: yield* ledger.publishedDays(run, day),
    ownCause,
  } satisfies PublishedBefore<LedgerFailed, never>;
});
