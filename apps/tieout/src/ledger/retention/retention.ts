import { isClosedOrLater, stateOfStatus } from "@tieout/reconcile";
import { Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";
import { HEADERS } from "../codec/codecs.ts";
import { decoded, decoding, RowDamaged } from "../codec/decode.ts";
import { giveRoomBack } from "../dialect.ts";
import { LEDGER_TABLES } from "../digest/digested-tables.ts";
import type { WithLease } from "../lease/lease.ts";
import { detachExceptions } from "../reports/record-exceptions.ts";
import { failing } from "../sql-failure.ts";
import { observationName } from "../store/history.ts";
import type { LedgerRetention, Prunable } from "./Prunable.ts";
import {
  cutReports,
  replacedExceptions,
  replacedFigures,
  replacedObservations,
  retained,
  type SupersededSettlement,
  seenByAll,
  seenStatuses,
  supersededSettlements,
  unreadableSettlement,
} from "./retained.ts";

const isKnownClosed = ({ entity, run, header }: SupersededSettlement): boolean =>
  run !== null &&
  isClosedOrLater(decoded(HEADERS.settlement, header, observationName("settlement", { entity, run })).status);

/** See {@link LedgerRetention}. What a kept report needs is in `retained.ts`. */
export const ledgerRetention = Effect.fnUntraced(function* (path: string, withLease: WithLease) {
  const sql = yield* SqlClient.SqlClient;

  /** What is kept of older states. Statuses are judged where all of Koard's words are known: not in SQL. */
  const remembered = Effect.fnUntraced(function* (before: string) {
    const [unreadable] = yield* unreadableSettlement(sql);
    if (unreadable !== undefined)
      return yield* Effect.fail(new RowDamaged(observationName("settlement", unreadable)));
    const rows = yield* supersededSettlements(sql, before);
    const statuses = (yield* seenStatuses(sql)).map(({ status }) => status);
    return yield* decoding(() => ({
      unclosed: rows.flatMap((row) => (isKnownClosed(row) ? [] : [[row.book, row.entity] as const])),
      finalStatuses: statuses.filter((status) => stateOfStatus(status) === "final"),
    }));
  });

  const prunable: LedgerRetention["prunable"] = Effect.fn("Ledger.prunable")(
    function* (before) {
      const [counts] = yield* sql<Prunable>`
        WITH RECURSIVE ${retained(sql, before)}, ${replacedObservations(sql, yield* remembered(before))}, ${seenByAll(sql)}, ${replacedExceptions(sql)}, ${replacedFigures(sql)}, freed AS (
          SELECT length(body) AS bytes FROM blob
          WHERE id NOT IN (
            SELECT details FROM observation
            WHERE details IS NOT NULL AND (book, kind, entity, run) NOT IN (SELECT * FROM replaced)
          )
        )
        SELECT
          (SELECT count(*) FROM kept) AS "reportsKept",
          (SELECT count(*) FROM report r JOIN run ON run.id = r.run
            WHERE r.is_pruned = 0 AND run.is_pruned = 0 AND (
              r.id NOT IN (SELECT id FROM needed) OR r.run NOT IN (SELECT id FROM kept_run)
            )) AS reports,
          (SELECT count(*) FROM run WHERE is_pruned = 0 AND id NOT IN (SELECT id FROM kept_run)) AS runs,
          (SELECT count(*) FROM replaced) AS observations,
          (SELECT count(*) FROM freed) AS details,
          (SELECT coalesce(sum(bytes), 0) FROM freed) AS "detailsBytes",
          (SELECT count(*) FROM replaced_exception) AS exceptions,
          (SELECT count(*) FROM replaced_figure) AS figures`;
      return counts ?? (yield* Effect.die("a SELECT of counts gave no row"));
    },
    failing(path, "could not be read"),
  );

  const firstKeptDays: LedgerRetention["firstKeptDays"] = Effect.fn("Ledger.firstKeptDays")(
    function* (before) {
      const rows = yield* sql<{ book: string; day: string }>`
        WITH ${retained(sql, before)} SELECT book, min(day) AS day FROM needed GROUP BY book`;
      return new Map(rows.map(({ book, day }) => [book, day]));
    },
    failing(path, "could not be read"),
  );

  /** Marks come last: what is needed is found from runs and reports as they were, and from nothing that is removed. */
  const forget = Effect.fnUntraced(
    function* (before: string) {
      for (const { id } of yield* cutReports(sql, before)) yield* detachExceptions(sql, id);
      const kept = retained(sql, before);
      const seen = seenByAll(sql);
      const replaced = replacedObservations(sql, yield* remembered(before));
      yield* sql`WITH ${kept}, ${seen}, ${replacedFigures(sql)} DELETE FROM figure
        WHERE (report, name) IN (SELECT report, name FROM replaced_figure)`;
      yield* sql`WITH RECURSIVE ${kept}, ${seen}, ${replacedExceptions(sql)} DELETE FROM report_exception
        WHERE (report, exception_id) IN (SELECT report, exception_id FROM replaced_exception)`;
      yield* sql`WITH ${kept} DELETE FROM report_convention WHERE report NOT IN (SELECT id FROM needed)`;
      yield* sql`WITH ${kept}, ${replaced} DELETE FROM observation
        WHERE (book, kind, entity, run) IN (SELECT * FROM replaced)`;
      // What was drawn from many details names their numbers, which may be given to others once they are free.
      yield* sql`DELETE FROM conclusion WHERE details IS NULL OR details NOT IN (
        SELECT details FROM observation WHERE details IS NOT NULL
      )`;
      // A blob may go only when no observation or cached result has it, which SQLite asks of each one that goes.
      yield* sql`CREATE INDEX observation_details ON observation (details)`;
      yield* sql`CREATE INDEX conclusion_details ON conclusion (details)`;
      yield* sql`DELETE FROM listing WHERE details NOT IN (
        SELECT details FROM observation WHERE details IS NOT NULL
      )`;
      yield* sql`DELETE FROM blob WHERE id NOT IN (SELECT details FROM observation WHERE details IS NOT NULL)`;
      yield* sql`DROP INDEX observation_details`;
      yield* sql`DROP INDEX conclusion_details`;
      yield* sql`WITH ${kept} UPDATE report SET is_pruned = 1 WHERE id NOT IN (SELECT id FROM needed)`;
      yield* sql`WITH ${kept} UPDATE run SET is_pruned = 1 WHERE id NOT IN (SELECT id FROM kept_run)`;
    },
    withLease,
    failing(path, "could not be pruned"),
  );

  const compact = giveRoomBack(sql, LEDGER_TABLES).pipe(
    failing(path, "was pruned, and could not be compacted"),
  );

  const prune: LedgerRetention["prune"] = Effect.fn("Ledger.prune")(function* (before) {
    yield* forget(before);
    yield* compact;
  });

  return { prunable, firstKeptDays, prune };
});
