import { cohortKey, type SettlementHeader } from "@tieout/reconcile";
import { Effect } from "effect";
import type { Night } from "../../config/Night.ts";
import { Ledger } from "../../ledger/Ledger.ts";
import type { Run } from "../../ledger/store/Run.ts";
import { everKnown, knownSettlements, withDetails } from "./known-records.ts";

/** What an id can be the id of. */
type FoundKind = "batch" | "transaction" | "credential_batch" | "cohort";

/** What an id was found to be, and the batches that it is about. */
export interface Found {
  readonly kind: FoundKind;
  readonly id: string;
  readonly batchIds: ReadonlyArray<string>;
}

/** A run of a book whose records are looked through. */
export interface Looked {
  readonly night: Night;
  readonly run: Run;
}

const batch = ({ id }: Pick<SettlementHeader, "id">): Found => ({ kind: "batch", id, batchIds: [id] });

/** Batches that list a transaction; keys say where it may be, details where it is. */
const listing = Effect.fnUntraced(function* ({ night, run }: Looked, id: string) {
  const ledger = yield* Ledger;
  const entries = yield* everKnown(run, "settlement");
  const places: Array<string> = [];
  for (const { header, details } of yield* withDetails("settlement", yield* ledger.mayList(entries, id)))
    if (details?.rows.some((row) => row.id === id)) places.push(header.id);
  const found: ReadonlyArray<Found> =
    places.length === 0 ? [] : [{ kind: "transaction", id, batchIds: places.sort() }];
  return { night, found };
});

/**
 * What an id is in a book as a run left it: a settlement batch, a credential batch or a cohort; else a transaction; else
 * the number of batches at their processor, which several may share.
 */
export const foundRecords = Effect.fn("foundRecords")(function* (looked: Looked, id: string) {
  const { run, night } = looked;
  const settlements = (yield* everKnown(run, "settlement")).map(({ header }) => header);
  const own = settlements.filter((header) => header.id === id);
  if (own.length > 0) return own.map(batch);
  const issued = (yield* everKnown(run, "credential_batch")).map(({ header }) => header);
  if (issued.some((header) => header.id === id))
    return [{ kind: "credential_batch", id, batchIds: [id] }] satisfies ReadonlyArray<Found>;
  const cohort = issued.filter((header) => cohortKey(header) === id);
  if (cohort.length > 0)
    return [
      { kind: "cohort", id, batchIds: cohort.map((header) => header.id).sort() },
    ] satisfies ReadonlyArray<Found>;
  const { found } = yield* listing({ run, night }, id);
  return found.length > 0
    ? found
    : settlements.filter(({ processorBatchId }) => processorBatchId === id).map(batch);
});

/** The settlement batches that something found is about, with their details and what proves them. */
export const foundSettlements = Effect.fnUntraced(function* ({ night, run }: Looked, { batchIds }: Found) {
  const source = night.book.sources.find(({ role }) => role === "settlements");
  if (source === undefined) return undefined;
  const { entries, context } = yield* knownSettlements(night, run, source);
  const about = entries.filter(({ header }) => batchIds.includes(header.id));
  return { settlements: yield* withDetails("settlement", about), context };
});
