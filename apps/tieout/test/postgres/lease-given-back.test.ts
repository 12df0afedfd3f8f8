// Proves that a runner, which goes on when a night has ended, gives its lease back also where the server was away just then.

import { Deferred, Effect, Fiber } from "effect";
import { expect, it } from "vitest";
import { Ledger } from "../../src/ledger/Ledger.ts";
import { TriesAgain } from "../../src/ledger/lease/TriesAgain.ts";
import { openLedger } from "../../src/ledger/open-ledger.ts";
import { placeAt } from "../ledger/opened-ledger.ts";
import { startPostgres } from "./server.ts";

it("a lease is given back when the server that was away is there again", async () => {
  const postgres = await startPostgres();
  const ledger = openLedger(placeAt(postgres.url));
  const holders = Effect.flatMap(Ledger, ({ leaseHolders }) => leaseHolders).pipe(
    Effect.map((all) => all.map(({ books }) => books)),
    Effect.provide(ledger),
  );
  const held = await Effect.runPromise(
    Effect.gen(function* () {
      const isHeld = yield* Deferred.make<void>();
      const night = yield* Effect.gen(function* () {
        yield* (yield* Ledger).acquireBooks(["acme"]);
        yield* Deferred.succeed(isHeld, undefined);
        return yield* Effect.never;
      }).pipe(
        Effect.scoped,
        Effect.provide(ledger),
        Effect.provideService(TriesAgain, () => true),
        Effect.forkChild,
      );
      yield* Deferred.await(isHeld);
      const before = yield* holders;
      yield* Effect.promise(postgres.kill);
      const ending = yield* Effect.forkChild(Fiber.interrupt(night), { startImmediately: true });
      yield* Effect.promise(postgres.start);
      yield* Fiber.join(ending);
      return { before, after: yield* holders };
    }),
  );
  expect(held).toEqual({ before: [["acme"]], after: [] });
});
