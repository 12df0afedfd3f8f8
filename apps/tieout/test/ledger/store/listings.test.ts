import { assert, describe, it } from "@effect/vitest";
import type { TransactionListing } from "@tieout/reconcile";
import { Effect } from "effect";
import type { Ledger } from "../../../src/ledger/Ledger.ts";
import type { Run } from "../../../src/ledger/store/Run.ts";
import { snapshotOf } from "../../../src/ledger/store/snapshot.ts";
import {
  credentialBatchHeader,
  settlementHeader,
  settlementObservation,
  transaction,
} from "../../records.ts";
import { olderLedger } from "../older-ledger.ts";
import { newFile, using } from "../opened-ledger.ts";
import { rewrite } from "../rewrite.ts";

// What these tests prove: which transactions several settlements list is found by keys, and said by the rows alone.

const begin = (ledger: Ledger["Service"], day = "2026-11-18") =>
  ledger.beginRun({ book: "default", day, asOf: `${day}T02:00:00.000Z`, startedAt: `${day}T02:00:00.000Z` });

/** A sale of 10.00 without an event of its own, as a batch lists it. */
const listing = (
  transactionId: string,
  batchId: string,
  namedBatchId: string | null,
): TransactionListing => ({
  ...{ transactionId, batchId, namedBatchId },
  baseMinor: 1000,
  refundedMinor: 0,
  refunds: [],
  hasOwnRow: true,
  createdAt: null,
  onceOnly: [],
});

const sharedIn = (ledger: Ledger["Service"], run: Run) => ledger.sharedTransactions(run);

describe("a transaction in several settlements", () => {
  it.effect("is found with every place that lists it now, and with the batch that it names", () =>
    using(newFile(), (ledger) =>
      Effect.gen(function* () {
        const seen = (id: string, ...rows: ReturnType<typeof transaction>[]) =>
          settlementObservation(settlementHeader(id), rows);
        const first = yield* begin(ledger);
        yield* ledger.store(first, "settlement", [
          seen("a", transaction("shared", { batchId: "a" }), transaction("only-a")),
          seen("b", transaction("shared", { batchId: "a" }), transaction("moved")),
          seen("c", transaction("only-c")),
        ]);
        assert.deepStrictEqual(yield* sharedIn(ledger, first), [
          listing("shared", "a", "a"),
          listing("shared", "b", "a"),
        ]);

        const second = yield* begin(ledger, "2026-11-19");
        yield* ledger.store(second, "settlement", [
          seen("b", transaction("other")),
          seen("c", transaction("moved")),
        ]);
        assert.deepStrictEqual(yield* sharedIn(ledger, second), []);
      }),
    ),
  );

  it.effect("is found where both settlements list exactly the same", () =>
    using(newFile(), (ledger) =>
      Effect.gen(function* () {
        const run = yield* begin(ledger);
        const rows = [transaction("t1")];
        yield* ledger.store(run, "settlement", [
          settlementObservation(settlementHeader("a"), rows),
          settlementObservation(settlementHeader("b"), rows),
        ]);
        const batches = (yield* sharedIn(ledger, run)).map(({ batchId }) => batchId);
        assert.deepStrictEqual(batches, ["a", "b"]);
      }),
    ),
  );

  it.effect("is told in the order of the transactions, wherever each was listed first", () =>
    using(newFile(), (ledger) =>
      Effect.gen(function* () {
        const run = yield* begin(ledger);
        const rows = [transaction("z"), transaction("a")];
        yield* ledger.store(run, "settlement", [
          settlementObservation(settlementHeader("b1"), rows),
          settlementObservation(settlementHeader("b2"), [transaction("own"), ...rows]),
        ]);
        const places = (yield* sharedIn(ledger, run)).map(({ transactionId, batchId }) => [
          transactionId,
          batchId,
        ]);
        assert.deepStrictEqual(places, [
          ["a", "b1"],
          ["a", "b2"],
          ["z", "b1"],
          ["z", "b2"],
        ]);
      }),
    ),
  );

  it.effect("is not what stands twice in one settlement", () =>
    using(newFile(), (ledger) =>
      Effect.gen(function* () {
        const run = yield* begin(ledger);
        const rows = [transaction("t1"), transaction("t1", { type: "refund" })];
        yield* ledger.store(run, "settlement", [
          settlementObservation(settlementHeader("a"), rows),
          settlementObservation(settlementHeader("b"), [transaction("t2")]),
        ]);
        assert.deepStrictEqual(yield* sharedIn(ledger, run), []);
        assert.strictEqual((yield* ledger.contents).transactions, 2);
      }),
    ),
  );

  it.effect("is not needed for two of one event to be found, in one settlement or in two", () =>
    using(newFile(), (ledger) =>
      Effect.gen(function* () {
        const run = yield* begin(ledger);
        yield* ledger.store(run, "settlement", [
          settlementObservation(settlementHeader("a"), [
            transaction("t1", { eventId: "once" }),
            transaction("t2", { eventId: "twice" }),
            transaction("t3", { eventId: "twice" }),
          ]),
          settlementObservation(settlementHeader("b"), [transaction("t4", { gatewayId: "tsys 1" })]),
          settlementObservation(settlementHeader("c"), [transaction("t5", { gatewayId: "tsys 1" })]),
        ]);
        const found = (yield* sharedIn(ledger, run)).map(({ transactionId }) => transactionId);
        assert.deepStrictEqual(found, ["t2", "t3", "t4", "t5"]);
        assert.strictEqual((yield* ledger.contents).transactions, 5);
      }),
    ),
  );

  it.effect("is never one that has only the key of another", () =>
    Effect.gen(function* () {
      const file = newFile();
      yield* using(file, (ledger) =>
        Effect.gen(function* () {
          const run = yield* begin(ledger);
          yield* ledger.store(run, "settlement", [
            settlementObservation(settlementHeader("a"), [transaction("t1")]),
            settlementObservation(settlementHeader("b"), [transaction("t2")]),
          ]);
          // Ids with one key are too rare to be found: the key of one is made that of the other.
          rewrite(file, "UPDATE listing SET keys = (SELECT min(keys) FROM listing)");
          assert.strictEqual((yield* ledger.contents).transactions, 1);
          assert.deepStrictEqual(yield* sharedIn(ledger, run), []);
        }),
      );
    }),
  );

  it.effect(
    "is found among more settlements than are looked at together, also after the ledger was brought up to date",
    () =>
      Effect.gen(function* () {
        const file = newFile();
        const look = (ledger: Ledger["Service"], run: Run) =>
          Effect.all({
            shared: sharedIn(ledger, run),
            held: Effect.map(ledger.contents, ({ transactions }) => transactions),
          });
        const run = yield* using(file, (ledger) =>
          Effect.gen(function* () {
            const run = yield* begin(ledger);
            const own = Array.from({ length: 1100 }, (_, at) =>
              settlementObservation(settlementHeader(`b${1000 + at}`), [transaction(`t${at}`)]),
            );
            const again = settlementObservation(settlementHeader("again"), [
              transaction("t0"),
              transaction("t500"),
            ]);
            yield* ledger.store(run, "settlement", [...own, again]);
            yield* ledger.store(run, "credential_batch", [
              {
                header: credentialBatchHeader("c1"),
                details: snapshotOf({ credentials: [{ emailHash: "ann", id: "c1" }], invalid: [] }),
              },
            ]);
            return run;
          }),
        );
        const expected = {
          shared: [
            listing("t0", "again", null),
            listing("t0", "b1000", null),
            listing("t500", "again", null),
            listing("t500", "b1500", null),
          ],
          held: 1100,
        };
        assert.deepStrictEqual(yield* using(file, (ledger) => look(ledger, run)), expected);
        olderLedger(file, 3);
        assert.deepStrictEqual(yield* using(file, (ledger) => look(ledger, run)), expected);
      }),
  );

  it.effect("of one event is found in a ledger from before it kept keys of events", () =>
    Effect.gen(function* () {
      const file = newFile();
      const run = yield* using(file, (ledger) =>
        Effect.gen(function* () {
          const run = yield* begin(ledger);
          const seen = (id: string, at: string) =>
            settlementObservation(settlementHeader(at), [transaction(id, { eventId: "same" })]);
          yield* ledger.store(run, "settlement", [seen("t1", "a"), seen("t2", "b")]);
          return run;
        }),
      );
      const look = (ledger: Ledger["Service"]) => sharedIn(ledger, run);
      const was = yield* using(file, look);
      assert.strictEqual(was.length, 2);
      olderLedger(file, 6);
      assert.deepStrictEqual(yield* using(file, look), was);
    }),
  );

  it.effect("is found in a ledger that named each of them in a row of its own", () =>
    Effect.gen(function* () {
      const file = newFile();
      const look = (ledger: Ledger["Service"], run: Run) =>
        Effect.all([sharedIn(ledger, run), ledger.contents, ledger.entries(run, "settlement")]);
      const { run, was } = yield* using(file, (ledger) =>
        Effect.gen(function* () {
          const run = yield* begin(ledger);
          yield* ledger.store(run, "settlement", [
            settlementObservation(settlementHeader("a"), [
              transaction("t1"),
              transaction("t2", { batchId: "b" }),
            ]),
            settlementObservation(settlementHeader("b"), [
              transaction("t2", { batchId: "b" }),
              transaction("t3"),
            ]),
            settlementObservation(settlementHeader("c"), []),
          ]);
          return { run, was: yield* look(ledger, run) };
        }),
      );
      assert.strictEqual(was[0].length, 2);
      olderLedger(file, 3);
      assert.deepStrictEqual(yield* using(file, (ledger) => look(ledger, run)), was);
    }),
  );
});

describe("a credential or a person of credential batches", () => {
  /** Stores a batch for each list of pairs of a credential and its person, and asks about some texts. */
  const asked = (
    batches: ReadonlyArray<ReadonlyArray<readonly [id: string, emailHash: string | null]>>,
    texts: ReadonlyArray<string>,
    between: (file: string) => void = () => undefined,
  ) =>
    Effect.gen(function* () {
      const file = newFile();
      const run = yield* using(file, (ledger) =>
        Effect.gen(function* () {
          const run = yield* begin(ledger);
          const observations = batches.map((credentials, at) => ({
            header: credentialBatchHeader(`b${at}`),
            details: snapshotOf({
              credentials: credentials.map(([id, emailHash]) => ({ emailHash, id })),
              invalid: [],
            }),
          }));
          const unread = { header: credentialBatchHeader("unread"), details: null };
          yield* ledger.store(run, "credential_batch", [...observations, unread]);
          return run;
        }),
      );
      between(file);
      return yield* using(file, (ledger) =>
        Effect.gen(function* () {
          const mayRepeat = yield* ledger.mayRepeat(yield* ledger.entries(run, "credential_batch"));
          return texts.filter(mayRepeat);
        }),
      );
    });

  it.effect("may come more than once where it does: in one batch, in several, or in two that are alike", () =>
    Effect.gen(function* () {
      const batches = [
        [
          ["c1", "ann"],
          ["c2", "bob"],
          ["c2", "cid"],
        ],
        [
          ["c1", "dan"],
          ["c3", "bob"],
          ["c4", null],
        ],
        [["c5", "eve"]],
        [["c5", "eve"]],
      ] as const;
      const texts = ["c1", "c2", "c3", "c4", "c5", "ann", "bob", "cid", "dan", "eve"];
      assert.deepStrictEqual(yield* asked(batches, texts), ["c1", "c2", "c5", "bob", "eve"]);
    }),
  );

  it.effect("may always, in a ledger from before it kept keys of them", () =>
    Effect.gen(function* () {
      const texts = ["c1", "ann", "nobody"];
      assert.deepStrictEqual(yield* asked([[["c1", "ann"]]], texts), []);
      assert.deepStrictEqual(yield* asked([[["c1", "ann"]]], texts, (file) => olderLedger(file, 3)), texts);
    }),
  );
});
