import { join } from "node:path";
import { assert, describe, it } from "@effect/vitest";
import { Effect } from "effect";
import type { CachedResult } from "../../../src/ledger/cache/CachedResult.ts";
import { Ledger } from "../../../src/ledger/Ledger.ts";
import { readOnlyLedger, sqliteLedger } from "../../../src/ledger/sqlite/open-ledger.ts";
import { NOT_ASKED } from "../../../src/ledger/store/RunFacts.ts";
import { settlementHeader, settlementObservation, transaction } from "../../records.ts";
import { temporaryDirectory } from "../../temporary-directory.ts";
import { olderLedger } from "../older-ledger.ts";

// What these tests prove: a cached result stands until another is computed of the same entity, or its details are forgotten.

const RUN = { book: "default", day: "2026-11-18", asOf: "2026-11-18T02:00:00.000Z" };
const NO_FACTS = { record: NOT_ASKED, koard: NOT_ASKED };
const ALL = { first: "", last: "~" };

const result = (entity: string, body: string, detailsId: number | null = null): CachedResult => ({
  entity,
  detailsId,
  digest: `digest of ${body}`,
  body,
});

const inNewLedger = <A, E>(use: (ledger: Ledger["Service"], file: string) => Effect.Effect<A, E>) =>
  Effect.suspend(() => {
    const file = join(temporaryDirectory(), "tieout.db");
    return Effect.gen(function* () {
      const ledger = yield* Ledger;
      yield* ledger.acquireLease;
      return yield* use(ledger, file);
    }).pipe(Effect.scoped, Effect.provide(sqliteLedger(file)));
  });

const begin = (ledger: Ledger["Service"], day = RUN.day, book = RUN.book) =>
  ledger.beginRun({ book, day, asOf: `${day}T02:00:00.000Z`, startedAt: RUN.asOf });

describe("cached results", () => {
  it.effect("are read back by range, each as it was drawn last, of one book and one sort alone", () =>
    inNewLedger((ledger) =>
      Effect.gen(function* () {
        yield* ledger.cacheResults(
          "default",
          "settlement",
          ["b1", "b2", "b3"].map((id) => result(id, "old")),
        );
        yield* ledger.cacheResults("default", "settlement", [result("b2", "new")]);
        yield* ledger.cacheResults("default", "cohorts", [result("b2", "of cohorts")]);
        yield* ledger.cacheResults("other", "settlement", [result("b2", "of another book")]);
        const found = yield* ledger.cachedResults("default", "settlement", { first: "b2", last: "b3" });
        assert.deepStrictEqual([...found.values()], [result("b2", "new"), result("b3", "old")]);
      }),
    ),
  );

  it.effect("need the lease to be kept, and none to be looked at", () =>
    inNewLedger((ledger, file) =>
      Effect.gen(function* () {
        yield* ledger.cacheResults("default", "cohorts", [result("", "counted")]);
        yield* Effect.gen(function* () {
          const reader = yield* Ledger;
          assert.strictEqual(
            (yield* reader.cachedResults("default", "cohorts", ALL)).get("")?.body,
            "counted",
          );
          const error = yield* Effect.flip(
            reader.cacheResults("default", "cohorts", [result("", "by another")]),
          );
          assert.strictEqual(error._tag, "LedgerFailed");
        }).pipe(Effect.provide(readOnlyLedger(file)));
        const error = yield* Effect.gen(function* () {
          return yield* Effect.flip((yield* Ledger).cacheResults("default", "cohorts", []));
        }).pipe(Effect.provide(sqliteLedger(file)));
        assert.strictEqual(error._tag, "LeaseLost");
      }),
    ),
  );

  it.effect("go with the details that they were drawn from, or that may be among them", () =>
    inNewLedger((ledger) =>
      Effect.gen(function* () {
        const seen = (day: string, transactionId: string) =>
          Effect.gen(function* () {
            const run = yield* begin(ledger, day);
            const rows = [transaction(transactionId)];
            yield* ledger.store(run, "settlement", [settlementObservation(settlementHeader("b1"), rows)]);
            yield* ledger.store(run, "settlement", [settlementObservation(settlementHeader("b2"), [])]);
            yield* ledger.finishRun(run, { finishedAt: RUN.asOf, sources: NO_FACTS });
            const entries = yield* ledger.entries(run, "settlement");
            return { run, detailsIds: entries.map(({ detailsId }) => detailsId) };
          });
        // The first details of a final batch are kept.
        yield* seen("2026-11-17", "t0");
        const { detailsIds: old } = yield* seen("2026-11-18", "t1");
        yield* seen("2026-11-19", "t2");
        yield* ledger.cacheResults("default", "settlement", [
          result("b1", "of forgotten details", old[0] ?? null),
          result("b2", "of kept details", old[1] ?? null),
        ]);
        yield* ledger.cacheResults("default", "cohorts", [result("", "of many")]);
        yield* ledger.prune("2026-11-19T00:00:00.000Z");
        assert.deepStrictEqual(
          [...(yield* ledger.cachedResults("default", "settlement", ALL)).keys()],
          ["b2"],
        );
        assert.strictEqual((yield* ledger.cachedResults("default", "cohorts", ALL)).size, 0);
      }),
    ),
  );
});

describe("a ledger from before it kept results", () => {
  it.effect(
    "is brought up to date by the next run, keeps what it held, and is only looked at until then",
    () =>
      inNewLedger((ledger, file) =>
        Effect.gen(function* () {
          const run = yield* begin(ledger);
          const observation = settlementObservation(settlementHeader("b1"), [transaction("t1")]);
          yield* ledger.store(run, "settlement", [observation]);
          const was = yield* ledger.entries(run, "settlement");
          olderLedger(file, 2);
          const look = Effect.gen(function* () {
            const reader = yield* Ledger;
            return [
              yield* reader.entries(run, "settlement"),
              (yield* reader.cachedResults("default", "settlement", ALL)).size,
            ];
          });
          const error = yield* Effect.flip(look.pipe(Effect.provide(readOnlyLedger(file))));
          assert.include(
            error.message,
            "has the tables of an older tieout (its version is 2, this one needs ",
          );
          assert.deepStrictEqual(yield* look.pipe(Effect.provide(sqliteLedger(file))), [was, 0]);
          assert.deepStrictEqual(yield* look.pipe(Effect.provide(readOnlyLedger(file))), [was, 0]);
        }),
      ),
  );
});
