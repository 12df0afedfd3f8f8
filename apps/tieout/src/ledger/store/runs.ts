import { Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";
import type { Fragment } from "effect/sql/Statement";
import { isStoredFacts } from "../codec/codecs.ts";
import { checked, decoded, decoding } from "../codec/decode.ts";
import { isCalendarDay, isCount, isInstant, isText, objectOf } from "../codec/guards.ts";
import { asJson } from "../dialect.ts";
import type { WithLease } from "../lease/lease.ts";
import { failing } from "../sql-failure.ts";
import { canonicalJson } from "./blob.ts";
import type { LedgerRuns, ReadTimes, Run } from "./Run.ts";
import { completeFacts, factsOf, type RunFacts } from "./RunFacts.ts";

/** A row of the table `run`, as far as every run has it. */
export interface RunRow {
  readonly id: number;
  readonly book: string;
  readonly as_of: string;
  readonly day: string;
}

const isRun = objectOf<Run>({ id: isCount, book: isText, asOf: isInstant, day: isCalendarDay });

const isReadTimes = objectOf<ReadTimes>({ oldest: isInstant, newest: isInstant });

/** The run that a row holds. Throws `RowDamaged`. */
export const runOf = ({ id, book, as_of, day }: RunRow): Run =>
  checked(isRun, { id, book, asOf: as_of, day }, { table: "run", row: id });

/** Whether a source was asked, by what a run told of it: before that was noted, one that was configured was. */
export const wasAsked = (sql: SqlClient.SqlClient, told: Fragment) =>
  sql`coalesce(CAST(${told} -> 'asked' AS text), CAST(${told} -> 'configured' AS text), 'false') = 'true'`;

/** A run that says what it learned of its sources. */
type ToldRow = RunRow & { readonly sources: string };

const factsIn = ({ id, sources }: Pick<ToldRow, "id" | "sources">): RunFacts =>
  completeFacts(decoded(isStoredFacts, sources, { table: "run", row: id }));

/** See {@link LedgerRuns}. */
export const ledgerRuns = Effect.fnUntraced(function* (path: string, withLease: WithLease) {
  const sql = yield* SqlClient.SqlClient;

  /** A run that never finished, with none finished after it: the one to resume. */
  const unfinished = (book: string, day: string) => sql<{ id: number }>`
    SELECT id FROM run WHERE book = ${book} AND day = ${day} AND finished_at IS NULL
      AND id = (SELECT max(id) FROM run WHERE book = ${book})`;

  const create = Effect.fnUntraced(function* (
    run: Omit<Run, "id">,
    more: Readonly<Record<string, string | number>> = {},
  ) {
    const row = { book: run.book, as_of: run.asOf, day: run.day, ...more };
    const [created] = yield* sql<{ id: number }>`INSERT INTO run ${sql.insert(row)} RETURNING id`;
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

  const takeInRun: LedgerRuns["takeInRun"] = Effect.fn("Ledger.takeInRun")(
    function* ({ sources, ...run }) {
      const told = { finished_at: run.asOf, sources: canonicalJson(sources) };
      return { ...run, id: yield* create(run, { ...told, is_pruned: 1, is_taken_in: 1 }) };
    },
    withLease,
    failing(path, "could not take in a run"),
  );

  const sessions: LedgerRuns["sessions"] = Effect.fn("Ledger.sessions")(
    function* ({ id }) {
      const rows = yield* sql<{ started_at: string }>`
        SELECT started_at FROM run_session WHERE run = ${id} ORDER BY started_at`;
      return yield* decoding(() =>
        rows.map((row) => checked(isInstant, row.started_at, { table: "run_session", row: `of run ${id}` })),
      );
    },
    failing(path, "could not be read"),
  );

  const detailsRead: LedgerRuns["detailsRead"] = Effect.fn("Ledger.detailsRead")(
    function* (book) {
      const [row] = yield* sql<{ oldest: string | null; newest: string | null }>`
        SELECT min(r.read_at) AS oldest, max(r.read_at) AS newest
        FROM reading r WHERE r.book = ${book} AND (
          SELECT o.header FROM observation o
          WHERE o.book = r.book AND o.kind = r.kind AND o.entity = r.entity
          ORDER BY o.run DESC LIMIT 1
        ) IS NOT NULL`;
      const { oldest = null, newest = null } = row ?? {};
      if (oldest === null || newest === null) return null;
      const name = { table: "reading", row: `of the book ${book}` };
      return yield* decoding(() => checked(isReadTimes, { oldest, newest }, name));
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
      const [row] = yield* sql<ToldRow>`
        SELECT id, book, as_of, day, sources FROM run
        WHERE book = ${book} AND finished_at IS NOT NULL AND is_pruned = 0 AND as_of <= ${asOf}
        ORDER BY as_of DESC, id DESC LIMIT 1`;
      if (row === undefined) return undefined;
      return yield* decoding(() => ({
        run: runOf(row),
        facts: factsIn(row),
      }));
    },
    failing(path, "could not be read"),
  );

  const noteFacts: LedgerRuns["noteFacts"] = Effect.fn("Ledger.noteFacts")(
    function* ({ id }, facts) {
      yield* sql`UPDATE run SET sources = ${canonicalJson(facts)} WHERE id = ${id}`;
    },
    withLease,
    failing(path, "could not note what a run learned"),
  );

  const notedFacts: LedgerRuns["notedFacts"] = Effect.fn("Ledger.notedFacts")(
    function* ({ id }) {
      const [row] = yield* sql<Pick<ToldRow, "id" | "sources">>`
        SELECT id, sources FROM run WHERE id = ${id} AND sources IS NOT NULL`;
      return row === undefined ? {} : yield* decoding(() => factsIn(row));
    },
    failing(path, "could not be read"),
  );

  /** Whether a run, under its name in a query, read the list of a source to its end. */
  const isAsked = (run: string, source: string) => {
    return wasAsked(sql, sql`${asJson(sql, `${run}.sources`)} -> ${source}`);
  };

  const lastAsked: LedgerRuns["lastAsked"] = Effect.fn("Ledger.lastAsked")(
    function* (run, source) {
      const [row] = yield* sql<ToldRow & { readonly shown: number }>`
        SELECT run.id, run.book, run.as_of, run.day, run.sources, EXISTS (
          SELECT 1 FROM report JOIN run told ON told.id = report.run
          WHERE report.book = ${run.book} AND report.is_placed = 1 AND told.id <= ${run.id}
            AND ${isAsked("told", source)}
        ) AS shown
        FROM run
        WHERE run.book = ${run.book} AND run.id <= ${run.id} AND run.finished_at IS NOT NULL
          AND run.is_taken_in = 0 AND ${isAsked("run", source)}
        ORDER BY run.id DESC LIMIT 1`;
      if (row === undefined) return undefined;
      return yield* decoding(() => ({
        run: runOf(row),
        facts: factsOf(factsIn(row), source),
        isShown: row.shown === 1,
      }));
    },
    failing(path, "could not be read"),
  );

  const daysWithoutReport: LedgerRuns["daysWithoutReport"] = Effect.fn("Ledger.daysWithoutReport")(
    function* ({ book, day }) {
      const [row] = yield* sql<{ days: number }>`
        SELECT count(DISTINCT day) AS days FROM run
        WHERE book = ${book} AND day < ${day} AND day > coalesce((
          SELECT max(told.day) FROM report JOIN run told ON told.id = report.run
          WHERE report.book = ${book} AND report.is_placed = 1 AND told.day < ${day}
        ), '')`;
      return row?.days ?? 0;
    },
    failing(path, "could not be read"),
  );

  return {
    ...{ beginRun, takeInRun, sessions, detailsRead, finishRun, newestRun },
    ...{ noteFacts, notedFacts, lastAsked, daysWithoutReport },
  };
});
