import { Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";
import { canonicalJson } from "./blob.ts";
import type { Ledger } from "./Ledger.ts";
import { failing } from "./sql-failure.ts";

/** The part of {@link Ledger} that opens and closes runs. */
export const ledgerRuns = Effect.fnUntraced(function* (path: string) {
  const sql = yield* SqlClient.SqlClient;

  const beginRun: Ledger["Service"]["beginRun"] = Effect.fn("Ledger.beginRun")(
    function* (run) {
      const [created] = yield* sql<{ id: number }>`
      INSERT INTO run ${sql.insert({ book: run.book, as_of: run.asOf, started_at: run.startedAt })} RETURNING id`;
      if (created === undefined) return yield* Effect.die("an INSERT with RETURNING gave no row");
      return { id: created.id, book: run.book, asOf: run.asOf };
    },
    failing(path, "could not open a run"),
  );

  const finishRun: Ledger["Service"]["finishRun"] = Effect.fn("Ledger.finishRun")(
    function* (run, end) {
      yield* sql`UPDATE run SET finished_at = ${end.finishedAt}, sources = ${canonicalJson(end.sources)}
      WHERE id = ${run.id}`;
    },
    failing(path, "could not close a run"),
  );

  return { beginRun, finishRun };
});
