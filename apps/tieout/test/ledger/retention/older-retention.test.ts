import { join } from "node:path";
import { assert, describe, it } from "@effect/vitest";
import { Effect } from "effect";
import { Ledger } from "../../../src/ledger/Ledger.ts";
import { readOnlyLedger, sqliteLedger } from "../../../src/ledger/sqlite/open-ledger.ts";
import { temporaryDirectory } from "../../temporary-directory.ts";
import { olderLedger } from "../older-ledger.ts";
import { following, live, NIGHT, view } from "./lived-nights.ts";

describe("a ledger from before it could forget", () => {
  it.effect(
    "is brought up to date by the next run, keeps what it held, and is only looked at until then",
    () =>
      Effect.gen(function* () {
        const file = join(temporaryDirectory(), "tieout.db");
        const nights = [NIGHT, NIGHT];
        const next = following(nights.length);
        const was = yield* Effect.gen(function* () {
          const ledger = yield* Ledger;
          yield* ledger.acquireLease;
          yield* live(ledger, nights);
          return yield* view(ledger, next, next.day);
        }).pipe(Effect.scoped, Effect.provide(sqliteLedger(file)));
        olderLedger(file, 1);
        const look = Effect.gen(function* () {
          return yield* view(yield* Ledger, next, next.day);
        });
        const error = yield* Effect.flip(look.pipe(Effect.provide(readOnlyLedger(file))));
        assert.include(error.message, "has the tables of an older tieout (its version is 1, this one needs ");
        assert.deepStrictEqual(yield* look.pipe(Effect.provide(sqliteLedger(file))), was);
        assert.deepStrictEqual(yield* look.pipe(Effect.provide(readOnlyLedger(file))), was);
      }),
  );
});
