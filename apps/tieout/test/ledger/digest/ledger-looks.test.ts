// Proves how often a process that opens one ledger for book after book looks at all of its rows.

import { DatabaseSync } from "node:sqlite";
import { expect, it } from "@effect/vitest";
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { CurrentLooks, LedgerLooks } from "../../../src/ledger/digest/LedgerLooks.ts";
import { Ledger } from "../../../src/ledger/Ledger.ts";
import { sqliteLedger } from "../../../src/ledger/sqlite/open-ledger.ts";
import { newFile } from "../opened-ledger.ts";

it.effect("once an hour, and again at once where a look found damage", () =>
  Effect.gen(function* () {
    const file = newFile();
    const open = Effect.asVoid(Ledger).pipe(
      Effect.provide(sqliteLedger(file)),
      Effect.as("opened"),
      Effect.catch(({ message }) => Effect.succeed(message)),
    );
    // The first one makes it, and the next one looks.
    expect(yield* open).toBe("opened");
    const looking = open.pipe(Effect.provideService(CurrentLooks, new LedgerLooks()));
    const looks = new LedgerLooks();
    const again = open.pipe(Effect.provideService(CurrentLooks, looks));
    expect(yield* again).toBe("opened");
    // As damage does: with no digest that fits.
    const db = new DatabaseSync(file);
    db.exec(
      "INSERT INTO decision (book, exception_id, decided_at, body, digest) VALUES ('a', 'x', '', '{}', x'00')",
    );
    db.close();
    expect(yield* again).toBe("opened");
    expect(yield* looking).toContain("damaged");
    expect(yield* open).toContain("damaged");
    yield* TestClock.adjust("59 minutes");
    expect(yield* again).toBe("opened");
    yield* TestClock.adjust("1 minute");
    expect(yield* again).toContain("damaged");
    expect(yield* again).toContain("damaged");
  }),
);
