import {
  type Answer,
  type BatchWithTransactions,
  createKoardClient,
  type KoardClient,
  type OnViolation,
  type Batch as WireBatch,
} from "@tieout/koard";
import { type Settlement, type SettlementHeader, withSearched } from "@tieout/reconcile";
import { Effect, Equal, Semaphore } from "effect";
import type { Opening } from "../Opening.ts";
import type { Glimpse, Listing, Source } from "../Source.ts";
import { SourceFailed } from "../SourceFailed.ts";
import { type Notes, takeNotes } from "../wire/notes.ts";
import { openRequests } from "../wire/requests.ts";
import { call, callOrNull, collectLeftOut, dataOf, mapEach, orRefused, placesIn } from "../wire/wire.ts";
import { readableHeader, settlementHeader, transactions } from "./koard-wire.ts";
import { listedBatches } from "./listed-batches.ts";
import { MAX_SEARCHED_ROWS, type RowSearch, searchedPages, searchedRows } from "./searched-rows.ts";

const SOURCE = "Koard";

/** How often a batch that changes while it is read is read before what was read last is taken. */
const READS_OF_MOVING_BATCH = 2;

const collect = async <A>(items: AsyncIterable<A>): Promise<ReadonlyArray<A>> => {
  const collected: Array<A> = [];
  for await (const item of items) collected.push(item);
  return collected;
};

const list = (client: KoardClient, notes: Notes) =>
  Effect.gen(function* () {
    const leftOut = collectLeftOut(notes, readableHeader);
    const { onViolation } = leftOut;
    // Made into headers within the call: what a call gave is held until whoever asked waits again.
    const { records, invalid } = yield* call(SOURCE, async (signal) =>
      mapEach(await collect(listedBatches(client, { signal, onViolation })), (batch) =>
        settlementHeader(batch, notes),
      ),
    );
    return {
      batches: {
        operation: "listBatches",
        headers: records,
        invalid: [...leftOut.invalid(), ...invalid],
      },
      programs: null,
      pagingKeys: [],
    } satisfies Listing<"settlements">;
  });

/** Enough of the newest batches for one that was listed before to be among them. */
const GLIMPSED = 100;

const glimpse = (client: KoardClient): Effect.Effect<Glimpse, SourceFailed> =>
  Effect.map(
    call(SOURCE, (signal) =>
      client.listBatches({ query: { limit: GLIMPSED }, signal, onViolation: () => {} }),
    ),
    ({ data: { batches, total } }) => ({
      ids: new Set(batches.map(({ id }) => id)),
      isWhole: batches.length >= total,
    }),
  );

/** A header as one read of the batch itself shows it; what breaks the spec there cannot be believed. */
const ownHeader = Effect.fnUntraced(function* (batch: WireBatch, asked: string, notes: Notes) {
  const mapped = settlementHeader(batch, notes);
  if ("record" in mapped && mapped.record.id === asked) return mapped.record;
  const problem =
    "invalid" in mapped
      ? `${mapped.invalid.path}: expected ${mapped.invalid.rule}, got ${mapped.invalid.value}`
      : `$.id: expected ${asked}, got another`;
  return yield* new SourceFailed({
    source: SOURCE,
    kind: "untrusted",
    problem: `${SOURCE} broke the contract of getBatch: ${problem}`,
  });
});

/** The header and the rows of a batch that was just read, and nothing else of it. */
const batchOf = Effect.fnUntraced(function* (
  answer: Answer<BatchWithTransactions>,
  asked: string,
  notes: Notes,
) {
  const batch = dataOf(answer);
  const header = yield* ownHeader(batch, asked, notes);
  const placeOf = placesIn("/transactions", answer.leftOut);
  const read = transactions(notes, (index) => `$.transactions[${placeOf(index)}]`);
  const rows = mapEach(batch.transactions ?? [], read);
  return { header, rows };
});

/** Fails for a batch of more rows than are searched for, before any is. */
const refuseEndless = ({ transactionCount }: SettlementHeader): Effect.Effect<void, SourceFailed> =>
  transactionCount <= MAX_SEARCHED_ROWS
    ? Effect.void
    : new SourceFailed({
        source: SOURCE,
        kind: "untrusted",
        problem: `${SOURCE} has ${transactionCount} transactions in the batch, and no more than ${MAX_SEARCHED_ROWS} are searched for`,
        tooLarge: {
          most: `a batch of at most ${MAX_SEARCHED_ROWS} transactions`,
          is: `one of ${transactionCount}`,
        },
      });

/** An answer with its transactions, or without them where it is too large for one answer; null for a batch that is gone. */
interface Embedded {
  readonly answer: Answer<BatchWithTransactions> | null;
  readonly isTooLarge: boolean;
}

const embeddedIn = (
  client: KoardClient,
  batchId: string,
  onViolation: OnViolation,
): Effect.Effect<Embedded, SourceFailed> => {
  const read = (include_transactions: boolean) =>
    callOrNull(SOURCE, (signal) =>
      client.getBatch({ path: { batch_id: batchId }, query: { include_transactions }, signal, onViolation }),
    );
  return read(true).pipe(
    Effect.map((answer) => ({ answer, isTooLarge: false })),
    Effect.catchIf(
      ({ tooLarge }) => tooLarge !== undefined,
      () => Effect.map(read(false), (answer) => ({ answer, isTooLarge: true })),
    ),
  );
};

/** The rows of a batch, with those searched for that its answer lacks. Begins only when that has come (ADR 0024). */
const madeWhole = Effect.fnUntraced(function* (
  { answer, isTooLarge }: Embedded,
  { client, batchId, leftOut, notes }: Omit<RowSearch, "source">,
) {
  if (answer === null) return null;
  const { header, rows: embeddedRows } = yield* batchOf(answer, batchId, notes);
  const { records: embedded } = embeddedRows;
  leftOut.add(embeddedRows.invalid);
  const isWhole = !isTooLarge && embedded.length + leftOut.invalid().length >= header.transactionCount;
  if (isWhole) return { header, rows: embedded, invalid: leftOut.invalid(), isStill: true };

  if (isTooLarge) yield* refuseEndless(header);
  const search = { client, source: SOURCE, batchId, leftOut, notes };
  const rows = withSearched(embedded, yield* isTooLarge ? searchedPages(search) : searchedRows(search));
  const path = { batch_id: batchId };
  const again = yield* callOrNull(SOURCE, (signal) => client.getBatch({ path, signal }));
  const isStill = again !== null && Equal.equals(yield* ownHeader(again.data, batchId, notes), header);
  return { header, rows, invalid: leftOut.invalid(), isStill };
});

/** What batches are read with. */
interface BatchReader {
  readonly client: KoardClient;
  readonly notes: Notes;
  /** Batches that are too large for one answer are searched one after another: their rows wait in memory. */
  readonly largeInTurn: Semaphore.Semaphore;
}

const readOnce = ({ client, notes, largeInTurn }: BatchReader, batchId: string) =>
  Effect.suspend(() => {
    const leftOut = collectLeftOut(notes);
    return Effect.flatMap(embeddedIn(client, batchId, leftOut.onViolation), (embedded) => {
      const whole = madeWhole(embedded, { client, batchId, leftOut, notes });
      // What waits its turn here came without rows, and holds none.
      return embedded.isTooLarge ? largeInTurn.withPermit(whole) : whole;
    });
  });

const readWhole =
  (reader: BatchReader) =>
  (listed: SettlementHeader): Effect.Effect<Settlement, SourceFailed> => {
    const read = (attempt: number): Effect.Effect<Settlement, SourceFailed> =>
      // No generator: it would wait for the answer, and hold its rows for long (ADR 0024).
      Effect.flatMap(readOnce(reader, listed.id), (found) => {
        if (found === null) return Effect.succeed({ header: listed, details: null });
        // Rows that were searched for belong to the header only if nothing moved in between (Koard fact 5.19).
        if (!found.isStill && attempt < READS_OF_MOVING_BATCH) return read(attempt + 1);
        if (!found.isStill) reader.notes.moving(listed.id);
        // In the order of the names, which the ledger prints without sorting again.
        return Effect.succeed({
          header: found.header,
          details: { invalid: found.invalid, rows: found.rows },
        });
      });
    return orRefused(read(1), (invalid) => ({ header: listed, details: { invalid: [invalid], rows: [] } }));
  };

/** Koard as a source of settlement batches: rows that an answer lacks are made up by searching. */
export const openKoard = ({
  source: { name, title },
  access,
  rules,
}: Opening): Effect.Effect<Source<"settlements">> =>
  Effect.sync(() => {
    const { transport, counts, clockOffsetMs } = openRequests(SOURCE, access.key, rules);
    const client = createKoardClient({ apiKey: access.key, baseUrl: access.baseUrl, transport });
    const notes = takeNotes(SOURCE);
    return {
      ...{ name, title, role: "settlements", mode: null },
      list: list(client, notes),
      glimpse: glimpse(client),
      read: readWhole({ client, notes, largeInTurn: Semaphore.makeUnsafe(1) }),
      requests: counts,
      clockOffsetMs,
      notes: notes.sentences,
    };
  });
