import { Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";
import type { WithLease } from "../lease/lease.ts";
import { failing } from "../sqlite/sql-failure.ts";
import { canonicalJson } from "./blob.ts";
import type { LedgerRuns, Run } from "./Run.ts";
import type { RunFacts } from "./RunFacts.ts";

interface RunRow {
  readonly id: number;
  readonly book: string;
  readonly as_of: string;
  readonly day: string;
}

const runOf = ({ id, book, as_of, day }: RunRow): Run => ({ id, book, asOf: as_of, day });

/** See {@link LedgerRuns}. */
export const ledgerRuns = Effect.fnUntraced(function* (path: string, withLease: WithLease) {
  const sql = yield* SqlClient.SqlClient;

  /** A run that never finished, with none finished after it: the one to resume. */
  const unfinished = (book: string, day: string) => sql<{ id: number }>`
    SELECT id FROM run WHERE book = ${book} AND day = ${day} AND finished_at IS NULL
      AND id = (SELECT max(id) FROM run WHERE book = ${book})`;

  const create = Effect.fnUntraced(function* (run: Omit<Run, "id">) {
    const [created] = yield* sql<{ id: number }>`
      INSERT INTO run ${sql.insert({ book: run.book, as_of: run.asOf, day: run.day })} RETURNING id`;
    return created === undefined ? yield* Effect.die("an INSERT with RETURNING gave no row") : created.id;
  });

  const beginRun: LedgerRuns["beginRun"] = Effect.fn("Ledger.beginRun")(
    function* ({ startedAt, ...run }) {
      const [open] = yield* unfinished(run.book, run.day);
      const id = open?.id ?? (yield* create(run));
      yield* sql`UPDATE run SET as_of = ${run.asOf} WHERE id = ${id}`;
      yield* sql`INSERT INTO run_session ${sql.insert({ run: id, started_at: startedAt })}`;
      return { ...run, id };
    },
    withLease,
    failing(path, "could not open a run"),
  );

  const sessions: LedgerRuns["sessions"] = Effect.fn("Ledger.sessions")(
    function* ({ id }) {
      const rows = yield* sql<{ started_at: string }>`
        SELECT started_at FROM run_session WHERE run = ${id} ORDER BY started_at`;
      return rows.map((row) => row.started_at);
    },
    failing(path, "could not be read"),
  );

  const detailsRead: LedgerRuns["detailsRead"] = Effect.fn("Ledger.detailsRead")(
    function* (book) {
      const [row] = yield* sql<{ oldest: string | null; newest: string | null }>`
        SELECT min(r.read_at) AS oldest, max(r.read_at) AS newest
        FROM reading r WHERE r.book = ${book} AND (
          SELECT o.header IS NOT NULL FROM observation o
          WHERE o.book = r.book AND o.kind = r.kind AND o.entity = r.entity
          ORDER BY o.run DESC LIMIT 1
        )`;
      const { oldest = null, newest = null } = row ?? {};
      return oldest === null || newest === null ? null : { oldest, newest };
    },
    failing(path, "could not be read"),
  );

  const finishRun: LedgerRuns["finishRun"] = Effect.fn("Ledger.finishRun")(
    function* (run, end) {
      yield* sql`UPDATE run SET finished_at = ${end.finishedAt}, sources = ${canonicalJson(end.sources)}
        WHERE id = ${run.id}`;
    },
    withLease,
    failing(path, "could not close a run"),
  );

  const newestRun: LedgerRuns["newestRun"] = Effect.fn("Ledger.newestRun")(
    function* (book, asOf) {
      const [row] = yield* sql<RunRow & { sources: string }>`
        SELECT id, book, as_of, day, sources FROM run
        WHERE book = ${book} AND finished_at IS NOT NULL AND is_pruned = 0 AND as_of <= ${asOf}
        ORDER BY as_of DESC, id DESC LIMIT 1`;
      // The text is the canonical JSON that `finishRun` made of such facts.
      return row === undefined ? undefined : { run: runOf(row), facts: JSON.parse(row.sources) as RunFacts };
    },
    failing(path, "could not be read"),
  );

  return { beginRun, sessions, detailsRead, finishRun, newestRun };
});
