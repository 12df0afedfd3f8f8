import { DatabaseSync } from "node:sqlite";
import { Effect } from "effect";
import * as Reactivity from "effect/reactivity/Reactivity";
import * as SqlClient from "effect/sql/SqlClient";
import { hasDigests } from "../../src/ledger/digest/check-digests.ts";
import { fillDigests } from "../../src/ledger/digest/keep-digests.ts";
import { sqliteClient } from "../../src/ledger/sqlite/sqlite-client.ts";

/** Makes a ledger hold something else, as tieout itself would have stored it: with digests that fit. */
export const rewrite = (file: string, statement: string): void => {
  const db = new DatabaseSync(file);
  db.exec(statement);
  db.close();
  Effect.runSync(
    Effect.gen(function* () {
      // One of an older tieout has none yet.
      if (yield* hasDigests) yield* fillDigests;
    }).pipe(
      Effect.provideServiceEffect(SqlClient.SqlClient, sqliteClient(file)),
      Effect.scoped,
      Effect.provide(Reactivity.layer),
    ),
  );
};
