// Proves what holders of different books, of the same one and of the whole ledger are to each other.

import { hostname } from "node:os";
import { assert, describe, it } from "@effect/vitest";
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import type { LedgerPlace } from "../../../src/config/ledger-place.ts";
import { Ledger } from "../../../src/ledger/Ledger.ts";
import { openLedger } from "../../../src/ledger/open-ledger.ts";
import { change, newLedger, using } from "../opened-ledger.ts";

/** Holds some books of a ledger, and nothing else of it, as a process of its own does. */
const holding = <A, E>(
  place: LedgerPlace,
  books: ReadonlyArray<string>,
  use: (ledger: Ledger["Service"]) => Effect.Effect<A, E>,
) =>
  Effect.gen(function* () {
    const ledger = yield* Ledger;
    yield* ledger.acquireBooks(books);
    return yield* use(ledger);
  }).pipe(Effect.scoped, Effect.provide(openLedger(place)));

const write = (ledger: Ledger["Service"]) => ledger.whileLeased(Effect.void);

/** The test clock stands at 0, which is nobody's heartbeat. */
const begun = TestClock.adjust("100 seconds");

/** Makes all holders look as if they had been silent for longer than a lease lasts. */
const silent = (place: LedgerPlace) =>
  Effect.gen(function* () {
    // A holder shows his first heartbeat beside what he does.
    yield* TestClock.adjust("1 second");
    change(place, "UPDATE lease SET beat_at_ms = beat_at_ms - 31000");
  });

describe("a book of a ledger", () => {
  it.effect("is held apart from other books, and both can be written to", () =>
    Effect.gen(function* () {
      yield* begun;
      const place = newLedger();
      yield* holding(place, ["acme", "beta"], (first) =>
        Effect.gen(function* () {
          yield* holding(place, ["gamma"], (second) =>
            Effect.gen(function* () {
              for (const one of [first, second, first]) yield* write(one);
              const books = (yield* first.leaseHolders).map((holder) => holder.books);
              assert.deepStrictEqual(books, [["acme", "beta"], ["gamma"]]);
            }),
          );
          // The other has gone, and took nothing with it.
          yield* write(first);
          yield* holding(place, ["gamma"], write);
        }),
      );
    }),
  );

  it.effect(
    "keeps others from itself, from all books together and from the whole ledger, and all names it",
    () =>
      Effect.gen(function* () {
        yield* begun;
        const place = newLedger();
        const held = `in use by process ${process.pid} on ${hostname()} since 1970-01-01T00:01:40.000Z, for the`;
        yield* holding(place, ["acme", "beta"], (holder) =>
          Effect.gen(function* () {
            for (const [other, books] of [
              [holding(place, ["beta"], write), "book beta"],
              [holding(place, ["gamma", "acme"], write), "book acme"],
              [using(place, write), "books acme, beta"],
            ] as const)
              assert.include((yield* Effect.flip(other)).message, `${held} ${books}: run again`);
            yield* write(holder);
            // Nothing was taken in part.
            yield* holding(place, ["gamma"], write);
          }),
        );
        yield* using(place, () =>
          Effect.gen(function* () {
            const { message } = yield* Effect.flip(holding(place, ["gamma"], write));
            assert.match(message, /since 1970-01-01T00:01:40\.000Z: run again/);
          }),
        );
      }),
  );

  it.effect("that was taken over leaves its holder none of his books, and others what they have", () =>
    Effect.gen(function* () {
      yield* begun;
      for (const takeOver of [
        (place: LedgerPlace) => holding(place, ["beta"], write),
        (place: LedgerPlace) => using(place, write),
      ]) {
        const place = newLedger();
        yield* holding(place, ["acme", "beta"], (frozen) =>
          Effect.gen(function* () {
            yield* silent(place);
            yield* takeOver(place);
            assert.strictEqual((yield* Effect.flip(write(frozen)))._tag, "LeaseLost");
          }),
        );
      }
      const place = newLedger();
      yield* using(place, (frozen) =>
        Effect.gen(function* () {
          yield* silent(place);
          yield* holding(place, ["gamma"], (other) =>
            Effect.gen(function* () {
              assert.strictEqual((yield* Effect.flip(write(frozen)))._tag, "LeaseLost");
              yield* holding(place, ["acme"], write);
              yield* write(other);
            }),
          );
        }),
      );
    }),
  );
});
