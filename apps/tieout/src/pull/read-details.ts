import type { InvalidRecord } from "@tieout/reconcile";
import { Effect } from "effect";
import type { LedgerWriteError } from "../ledger/failures.ts";
import { Ledger } from "../ledger/Ledger.ts";
import type { Entry, Observation } from "../ledger/store/Entry.ts";
import type { Kind, Kinds } from "../ledger/store/kinds.ts";
import type { Refusal } from "../ledger/store/RunFacts.ts";
import type { SourceFailed } from "../sources/SourceFailed.ts";
import type { Admission } from "./AdmissionQueue.ts";
import type { Contents } from "./batch-rules.ts";
import { Deadline } from "./Deadline.ts";
import { Progress } from "./Progress.ts";
import { planDetails } from "./plan-details.ts";
import { Refusals } from "./Refusals.ts";
import type { Reason, RereadPolicy } from "./reread.ts";
import { storeAsRead } from "./store-as-read.ts";
import { inTimeForReport, tolerant } from "./tolerant.ts";

/** What pulling the details of one kind came to, for `run.json`. */
export interface DetailCounts {
  /** How many details were read, and how many were not, by reason. */
  readonly details: Readonly<Partial<Record<Reason, number>>>;
  /** Valid records of the source: counted where details were read, as declared where they were not. */
  readonly records: number;
  readonly invalid: ReadonlyArray<InvalidRecord>;
  /** What could not be had and is not waited for any more, by entity id. */
  readonly givenUp: Readonly<Record<string, Refusal>>;
  /** What could not be had and may be next time, by entity id: why. */
  readonly unread: ReadonlyMap<string, string>;
}

/** A batch that was read, in the form in which it waits to be stored: nothing is kept of its rows. */
interface ReadBatch<K extends Kind> extends Observation<K> {
  readonly contents: Contents;
}

/** How long details that cannot be had are waited for. */
interface Patience {
  /** Business days on which they have to be refused. */
  readonly days: number;
  /** Whether the book has been without a report for so long that nothing is waited for. */
  readonly isOver: boolean;
}

/** What earlier nights left. */
export interface Memory {
  /** On how many earlier business days the details of an entity were refused, since they were last had. */
  readonly refusedDays: ReadonlyMap<string, number>;
  readonly patience: Patience;
}

/** How the details of one kind are read. */
interface DetailReader<K extends Kind, E, R> {
  /** The source's name, for whoever watches. */
  readonly title: string;
  readonly admission: Admission;
  readonly policy: RereadPolicy<K>;
  readonly read: (header: Kinds[K]["header"]) => Effect.Effect<ReadBatch<K>, E | SourceFailed, R>;
  readonly memory: Memory;
  /** How many records a header says there are; what details hold that are not read tonight. */
  readonly declared: (header: Kinds[K]["header"]) => number;
  /** Is told what was stored, in the transaction that does it. */
  readonly stored: (entries: ReadonlyArray<Entry<K>>) => Effect.Effect<void, LedgerWriteError>;
}

/**
 * How many details are dealt with at once, for each request that may be on its way. Few of them are in line to be asked
 * for; the others are there so that details which wait to be asked for again keep nobody from being asked.
 */
const DETAILS_A_REQUEST = 8;

/** Of details that the run did not come to. */
const NOT_READ: Refusal = { answer: "not read", problem: "the run had no time left to ask for them" };

/** Tells what is given up of what was refused: it was for days, or the book has had no report for days. */
const judged = (refusals: Refusals, isGivenUp: (id: string) => boolean) => {
  const all = [...refusals.refused];
  return {
    givenUp: Object.fromEntries(all.filter(([id]) => isGivenUp(id))),
    unread: new Map(all.flatMap(([id, { problem }]) => (isGivenUp(id) ? [] : [[id, problem] as const]))),
  };
};

/** Those of listed entities whose details are not read, one by one: a list of them would be held for the whole night. */
const reusedAmong = function* <H>(headers: ReadonlyArray<H>, wanted: ReadonlyArray<{ readonly header: H }>) {
  const read = new Set(wanted.map(({ header }) => header));
  for (const header of headers) if (!read.has(header)) yield header;
};

/** Reads details where there is a reason to, a few at once, and stores each as progress; reports how far it is. */
export const readDetails = Effect.fnUntraced(function* <K extends Kind, E, R>(
  kind: K,
  headers: ReadonlyArray<Kinds[K]["header"]>,
  { title, admission, policy, memory, read, declared, stored }: DetailReader<K, E, R>,
) {
  const ledger = yield* Ledger;
  const progress = yield* Progress;
  const { run } = policy;
  const { patience } = memory;
  const { wanted, reused } = yield* planDetails(kind, headers, policy);
  const total = wanted.length;
  const kept = new Set<string>();
  const soFar = { read: 0, records: 0 };
  // A share of tonight's records alone would grow with every batch that need not be read again.
  for (const header of reusedAmong(headers, wanted)) soFar.records += declared(header);
  const invalid: Array<InvalidRecord> = [];
  const atOnce = Math.max(1, Math.min(admission.concurrency * DETAILS_A_REQUEST, wanted.length));
  const daysOf = (id: string) => memory.refusedDays.get(id) ?? 0;
  const refusals = new Refusals({ title, atOnce, refusedDays: daysOf, giveUpDays: patience.days });
  const deadline = yield* Deadline;
  const endsAt = patience.isOver ? deadline.readBy : deadline.at;
  const attempt = yield* tolerant<ReadBatch<K>, E, R>(refusals, endsAt);

  const store = Effect.fnUntraced(function* (found: ReadonlyArray<ReadBatch<K>>) {
    for (const { contents } of found) {
      soFar.records += contents.records;
      invalid.push(...contents.invalid);
    }
    const storing = ledger.store(run, kind, found);
    const entries = (ids: ReadonlyArray<number | null>) =>
      found.map(({ header }, at): Entry<K> => ({ header, detailsId: ids[at] ?? null }));
    yield* ledger.whileLeased(Effect.flatMap(storing, (ids) => stored(entries(ids))));
    for (const { header } of found) kept.add(header.id);
    soFar.read = kept.size;
    yield* progress.reading({ source: title, read: soFar.read, total });
  });
  yield* progress.reading({ source: title, read: 0, total });
  const reading = storeAsRead(wanted, {
    concurrency: atOnce,
    // Who waits in line was not asked for yet.
    read: ({ header }) => admission.queue.within(attempt(header.id, read(header))),
    store,
  });
  yield* (patience.isOver ? inTimeForReport(reading) : reading).pipe(
    // A source that is itself at fault says nothing about single batches.
    Effect.onExit(() =>
      refusals.failure() === undefined
        ? Effect.ignore(
            ledger.noteRefusals(run, kind, { refused: new Set(refusals.refused.keys()), had: refusals.had }),
          )
        : Effect.void,
    ),
  );
  const failure = refusals.failure();
  if (failure !== undefined) return yield* failure;
  const { givenUp: refused, unread } = judged(
    refusals,
    (id) => patience.isOver || daysOf(id) + 1 >= patience.days,
  );
  const left = new Set(
    wanted.flatMap(({ header: { id } }) => (kept.has(id) || refusals.refused.has(id) ? [] : [id])),
  );
  const givenUp = { ...refused, ...Object.fromEntries([...left].map((id) => [id, NOT_READ])) };
  // Nothing is known of what they hold, whatever they held before.
  const unproven = headers.filter(({ id }) => Object.hasOwn(givenUp, id));
  yield* ledger.store(
    run,
    kind,
    unproven.map((header) => ({ header, details: null })),
  );
  const byReason = Map.groupBy(wanted, ({ header, reason }) => (left.has(header.id) ? "not_read" : reason));
  const counts = Array.from(byReason, ([reason, all]) => [reason, all.length] as const);
  return {
    details: Object.fromEntries([...counts, ...reused]),
    ...{ records: soFar.records, invalid, givenUp, unread },
  } satisfies DetailCounts;
});
