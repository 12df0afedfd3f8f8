import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { assert, describe, it } from "@effect/vitest";
import { type Settlement, summariseSettlement } from "@tieout/reconcile";
import { Effect } from "effect";
import { ResultCache } from "../../../src/close/cache/ResultCache.ts";
import { settlementSummaries } from "../../../src/close/cache/settlement-summaries.ts";
import { summarisingObserver } from "../../../src/close/cache/summarising-observer.ts";
import { readingContext } from "../../../src/close/reading-context.ts";
import { settlementContext } from "../../../src/close/settlement-context.ts";
import { nightOf } from "../../../src/config/Night.ts";
import { resolveSettings } from "../../../src/config/resolve-settings.ts";
import { Ledger } from "../../../src/ledger/Ledger.ts";
import { sqliteLedger } from "../../../src/ledger/sqlite/open-ledger.ts";
import { settlementHeader, settlementObservation, transaction } from "../../records.ts";
import { temporaryDirectory } from "../../temporary-directory.ts";

// What these tests prove: a batch that was summarised as it was stored is not read again, and one that shares a
// transaction is read as if nothing had been computed ahead.

const AS_OF = "2026-11-18T02:00:00.000Z";

const settlement = (id: string, transactionIds: readonly string[]): Settlement => ({
  header: settlementHeader(id, { transactionCount: transactionIds.length }),
  details: { rows: transactionIds.map((one) => transaction(one)), invalid: [] },
});

const SOURCE = { name: "koard", title: "Koard", role: "settlements" } as const;

/** Stores batches, summarises them ahead, lets `between` at the ledger's file, and summarises them as a close does. */
const summarised = Effect.fnUntraced(function* (
  settlements: readonly Settlement[],
  between: (db: DatabaseSync) => void,
) {
  const file = join(temporaryDirectory(), "tieout.db");
  return yield* Effect.gen(function* () {
    const ledger = yield* Ledger;
    yield* ledger.acquireLease;
    const settings = yield* resolveSettings({ ledger: `sqlite:${file}` }, { KOARD_API_KEY: "x" }, AS_OF);
    const [book] = settings.books;
    if (book === undefined) return yield* Effect.die("no book");
    const night = nightOf(settings, book);
    const run = yield* ledger.beginRun({ book: book.name, day: "2026-11-18", asOf: AS_OF, startedAt: AS_OF });
    const observer = (yield* summarisingObserver(night))({
      ...{ source: SOURCE, mode: null, programs: [] },
      headers: settlements.map(({ header }) => header),
    });
    const observations = settlements.map(({ header, details }) =>
      settlementObservation(header, details?.rows ?? []),
    );
    const detailsIds = yield* ledger.store(run, "settlement", observations);
    for (const one of settlements) observer.read(one);
    yield* observer.stored(
      settlements.map(({ header }, at) => ({ header, detailsId: detailsIds[at] ?? null })),
    );
    const db = new DatabaseSync(file);
    between(db);
    db.close();
    return yield* Effect.gen(function* () {
      const context = yield* readingContext(run, settlementContext(night, SOURCE));
      const expected = settlements.map((one) => summariseSettlement(one, context));
      const found = Array.from(yield* settlementSummaries(run, context), ({ summary }) => summary);
      return { found, expected };
    }).pipe(Effect.provideServiceEffect(ResultCache, ResultCache.ofLedger(book.name)));
  }).pipe(Effect.scoped, Effect.provide(sqliteLedger(file)));
});

const damage = (db: DatabaseSync): void => db.exec("UPDATE blob SET body = x'00'");

describe("a batch that was summarised as it was stored", () => {
  it.effect("is reused by the close without its rows", () =>
    Effect.gen(function* () {
      const { found, expected } = yield* summarised(
        [settlement("b1", ["t1", "t2"]), settlement("b2", ["t3"])],
        damage,
      );
      assert.deepStrictEqual(found, expected);
    }),
  );

  it.effect("is read again where another lists one of its transactions", () =>
    Effect.gen(function* () {
      const both = [settlement("b1", ["t1", "t2"]), settlement("b2", ["t2"])];
      const { found, expected } = yield* summarised(both, () => {});
      assert.deepStrictEqual(found, expected);
      const codes = found.flatMap(({ findings }) => findings.map(({ code }) => code));
      assert.include(codes, "DUPLICATE_TRANSACTION");
      const error = yield* Effect.flip(summarised(both, damage));
      assert.include(error.message, "is damaged");
    }),
  );

  it.effect("is read by the close where it has more findings than are worth keeping", () =>
    Effect.gen(function* () {
      const faulty = (rows: number): Settlement => ({
        header: settlementHeader("b1", { transactionCount: rows }),
        details: {
          rows: Array.from({ length: rows }, (_, at) => transaction(`t${at}`, { status: "nobody knows" })),
          invalid: [],
        },
      });
      const most = yield* summarised([faulty(900)], damage);
      assert.deepStrictEqual(most.found, most.expected);
      const error = yield* Effect.flip(summarised([faulty(1001)], damage));
      assert.include(error.message, "is damaged");
    }),
  );
});
