import { join } from "node:path";
import { Effect } from "effect";
import { Ledger } from "../../src/ledger/Ledger.ts";
import { sqliteLedger } from "../../src/ledger/sqlite/open-ledger.ts";
import { temporaryDirectory } from "../temporary-directory.ts";

/** Where a ledger may be, in a directory that is gone when the test is. */
export const newFile = (): string => join(temporaryDirectory(), "tieout.db");

/** Opens the ledger in a file, holds it, uses it, and closes it: each call is a process of its own to the file. */
export const using = <A, E>(file: string, use: (ledger: Ledger["Service"]) => Effect.Effect<A, E>) =>
  Effect.gen(function* () {
    const ledger = yield* Ledger;
    yield* ledger.acquireLease;
    return yield* use(ledger);
  }).pipe(Effect.scoped, Effect.provide(sqliteLedger(file)));
