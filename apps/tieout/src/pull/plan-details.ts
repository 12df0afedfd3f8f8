import { Effect } from "effect";
import * as Arr from "effect/Array";
import { Ledger } from "../ledger/Ledger.ts";
import type { Kind, Kinds } from "../ledger/store/kinds.ts";
import { isReused, type Reason, type RereadPolicy, rereadReason } from "./reread.ts";

/** Entities that are compared at once with what the ledger knows of them: memory holds that of so many. */
const COMPARED_AT_ONCE = 500;

/** A listed entity, and why its details are read. */
interface Planned<K extends Kind> {
  readonly header: Kinds[K]["header"];
  readonly reason: Reason;
}

/** Of some listed entities those whose details are read, in their order, and by the reason how many are not. */
interface Plan<K extends Kind> {
  readonly wanted: ReadonlyArray<Planned<K>>;
  readonly reused: ReadonlyMap<Reason, number>;
}

/** Tells of each of some listed entities why its details are read, or why they are not. */
export const planDetails = Effect.fnUntraced(function* <K extends Kind>(
  kind: K,
  headers: ReadonlyArray<Kinds[K]["header"]>,
  policy: RereadPolicy<K>,
) {
  const ledger = yield* Ledger;
  const wanted: Array<Planned<K>> = [];
  const reused = new Map<Reason, number>();
  for (const some of Arr.chunksOf(headers, COMPARED_AT_ONCE)) {
    const ids = some.map(({ id }) => id);
    const known = yield* ledger.known(policy.run, kind, ids);
    for (const header of some) {
      const reason = rereadReason(header, known.get(header.id), policy);
      if (isReused(reason)) reused.set(reason, (reused.get(reason) ?? 0) + 1);
      else wanted.push({ header, reason });
    }
  }
  return { wanted, reused } satisfies Plan<K>;
});
