import { Effect } from "effect";
import type { Night } from "../config/Night.ts";
import { Ledger } from "../ledger/Ledger.ts";
import type { Run } from "../ledger/store/Run.ts";
import { isForgotten } from "../ledger/store/RunFacts.ts";
import type { AnySource, Glimpse } from "../sources/Source.ts";
import { BATCH_RULES } from "./batch-rules.ts";
import { refuseLoss, refuseStrangers } from "./trust.ts";

type Asked = Pick<AnySource, "name" | "role" | "title">;

/** The days of what a run lists, by id. */
const daysOf = Effect.fnUntraced(function* (role: AnySource["role"], run: Run, { calendar }: Night) {
  const ledger = yield* Ledger;
  if (role === "credentials") {
    const { kind, dayOf } = BATCH_RULES.credentials;
    return (yield* ledger.entries(run, kind)).map(({ header }) => ({
      id: header.id,
      day: dayOf(header, calendar),
    }));
  }
  const { kind, dayOf } = BATCH_RULES.settlements;
  return (yield* ledger.entries(run, kind)).map(({ header }) => ({
    id: header.id,
    day: dayOf(header, calendar),
  }));
});

/** What a source is known to list, by id: what it had forgotten by the last time it was asked is not among it. */
export const listedBefore = Effect.fnUntraced(function* (
  { name, role }: Asked,
  { run, night }: { readonly run: Run; readonly night: Night },
  known: ReadonlySet<string>,
) {
  const ledger = yield* Ledger;
  const facts = (yield* ledger.notedFacts(run))[name] ?? (yield* ledger.lastAsked(run, name))?.facts;
  const horizon = facts?.horizon ?? null;
  if (horizon === null) return known;
  const days = yield* daysOf(role, run, night);
  return new Set(days.flatMap((one) => (isForgotten(horizon, one) ? [] : [one.id])));
});

/** Fails where what one request shows of a source has nothing to do with what it listed before. */
export const checkGlimpse = Effect.fnUntraced(function* (
  source: Asked,
  { ids, isWhole }: Glimpse,
  { run, night }: { readonly run: Run; readonly night: Night },
) {
  const ledger = yield* Ledger;
  const kept = yield* ledger.listedIds(run, BATCH_RULES[source.role].kind);
  const known = yield* listedBefore(source, { run, night }, kept);
  if (isWhole) return yield* refuseLoss({ title: source.title, what: "batches", listed: ids, known });
  yield* refuseStrangers(source.title, ids, known);
});
