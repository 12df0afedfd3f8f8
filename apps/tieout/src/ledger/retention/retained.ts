import type { SqlClient } from "effect/sql/SqlClient";
import { asJson, isJson, leastOf, listed } from "../dialect.ts";
import { madeAsOf } from "../reports/report-row.ts";
import { wasAsked } from "../store/runs.ts";

/**
 * What reports that are kept need of a ledger, as fragments of SQL: common table expressions, each of which may use
 * those before it. `before` is the instant as of which, or later, reports are kept.
 *
 * - `kept`: reports as of it or later, one about to be committed, and the newest of each book.
 * - `needed`: those, and the report that each is compared with, then or if its day were published again.
 * - `kept_run`: runs as of it or later, those of kept reports, and the newest of each book.
 * - `horizon`: for each book the first run whose view has to be whole: that of a needed report or a kept run.
 * - `seen_run`: the horizon, and the runs whose view it takes of sources that it did not ask itself.
 */
export const retained = (sql: SqlClient, before: string) => sql`
  kept AS (
    SELECT r.id, r.book, r.day, r.run FROM report r JOIN run ON run.id = r.run
    WHERE r.is_placed = 0 OR (run.is_pruned = 0 AND ${madeAsOf(sql)} >= ${before}) OR r.id = (
      SELECT newest.id FROM report newest WHERE newest.book = r.book AND newest.is_placed = 1
      ORDER BY newest.day DESC, newest.revision DESC LIMIT 1
    )
  ),
  needed AS (
    SELECT id, book, day, run FROM kept
    UNION
    SELECT p.id, p.book, p.day, p.run FROM kept k JOIN report p ON p.id IN (
      (
        SELECT then_newest.id FROM report then_newest
        WHERE then_newest.book = k.book AND then_newest.day < k.day AND then_newest.run <= k.run
          AND then_newest.is_placed = 1
        ORDER BY then_newest.day DESC, then_newest.revision DESC LIMIT 1
      ),
      (
        SELECT now_newest.id FROM report now_newest
        WHERE now_newest.book = k.book AND now_newest.day < k.day AND now_newest.is_placed = 1
        ORDER BY now_newest.day DESC, now_newest.revision DESC LIMIT 1
      )
    )
    WHERE p.is_pruned = 0
  ),
  kept_run AS (
    SELECT run.id, run.book FROM run
    WHERE run.is_pruned = 0 AND (
      run.as_of >= ${before} OR run.id IN (SELECT run FROM kept)
      OR run.id = (SELECT max(last.id) FROM run last WHERE last.book = run.book)
      OR run.id = (
        SELECT max(last.id) FROM run last WHERE last.book = run.book AND last.finished_at IS NOT NULL
      )
      OR run.id = (
        SELECT last.id FROM run last WHERE last.book = run.book AND last.finished_at IS NOT NULL
        ORDER BY last.as_of DESC, last.id DESC LIMIT 1
      )
    )
  ),
  horizon AS (
    SELECT book, min(run) AS run FROM (
      SELECT book, run FROM needed UNION ALL SELECT book, id AS run FROM kept_run
    ) seen GROUP BY book
  ),
  seen_run AS (
    SELECT book, run FROM horizon
    UNION
    SELECT h.book, max(run.id) FROM horizon h JOIN run ON run.book = h.book, json_each(${asJson(sql, "run.sources")}) told
    WHERE run.id <= h.run AND run.finished_at IS NOT NULL AND ${wasAsked(sql, sql`told.value`)}
    GROUP BY h.book, told.key
  )`;

/**
 * Observations that no run from the horizon on can see: another one had replaced them by then. Of an entity that is
 * gone the last one that listed it, in `listed_run`, is seen for ever.
 */
const superseded = (sql: SqlClient) => sql`
  state AS (
    SELECT o.book, o.kind, o.entity, o.run, seen.run AS seen_run,
      max(CASE WHEN o.run <= seen.run THEN o.run END) OVER entity AS valid_run,
      max(CASE WHEN o.run <= seen.run AND o.header IS NOT NULL THEN o.run END) OVER entity AS listed_run
    FROM observation o JOIN seen_run seen ON seen.book = o.book
    WINDOW entity AS (PARTITION BY seen.run, o.book, o.kind, o.entity)
  ),
  superseded AS (
    SELECT s.book, s.kind, s.entity, s.run FROM state s JOIN horizon h ON h.book = s.book
    WHERE s.run <= h.run GROUP BY s.book, s.kind, s.entity, s.run
    HAVING max(CASE WHEN s.run = s.valid_run OR s.run = s.listed_run THEN 1 ELSE 0 END) = 0
  )`;

/**
 * A settlement batch with superseded observations, as it was last listed up to the horizon, if it was; and again as it
 * was up to each other run that is seen.
 */
export interface SupersededSettlement {
  readonly book: string;
  readonly entity: string;
  readonly run: number | null;
  readonly header: string | null;
}

/** Each {@link SupersededSettlement}. */
export const supersededSettlements = (sql: SqlClient, before: string) => sql<SupersededSettlement>`
  WITH ${retained(sql, before)}, ${superseded(sql)}
  SELECT DISTINCT s.book, s.entity, listed.run, listed.header
  FROM superseded s JOIN state
    ON state.book = s.book AND state.kind = s.kind AND state.entity = s.entity AND state.run = s.run
  JOIN horizon h ON h.book = s.book LEFT JOIN observation listed
    ON listed.book = s.book AND listed.kind = s.kind AND listed.entity = s.entity AND listed.run = state.listed_run
  WHERE s.kind = 'settlement' AND (state.listed_run IS NOT NULL OR state.seen_run = h.run)`;

/** A settlement batch whose header is no JSON: SQL that looks into it would say no more than that. */
export const unreadableSettlement = (sql: SqlClient) => sql<{
  readonly entity: string;
  readonly run: number;
}>`
  SELECT entity, run FROM observation
  WHERE kind = 'settlement' AND header IS NOT NULL AND NOT ${isJson(sql, "header")} LIMIT 1`;

/** The statuses that settlement batches were ever seen in. */
export const seenStatuses = (sql: SqlClient) => sql<{ readonly status: string }>`
  SELECT DISTINCT ${asJson(sql, "header")} ->> 'status' AS status FROM observation
  WHERE kind = 'settlement' AND header IS NOT NULL`;

/** What proofs go on remembering of superseded observations. */
interface Remembered {
  /** Settlement batches that are not known to be closed, as pairs of book and id. */
  readonly unclosed: ReadonlyArray<readonly [string, string]>;
  /** Statuses in which a batch is final. */
  readonly finalStatuses: ReadonlyArray<string>;
}

/**
 * Superseded observations that may go. Of a settlement batch that is not known to be closed all are kept: whether it
 * was closed before is what says that it reopened. So is the first one as final, with its rows: what was refunded later
 * is told by it.
 */
export const replacedObservations = (sql: SqlClient, { unclosed, finalStatuses }: Remembered) => sql`
  ${superseded(sql)},
  first_final AS (
    SELECT book, entity, min(run) AS run FROM observation
    WHERE kind = 'settlement' AND details IS NOT NULL
      AND ${asJson(sql, "header")} ->> 'status' IN (SELECT value FROM ${listed(sql, finalStatuses)} final)
    GROUP BY book, entity
  ),
  replaced AS (
    SELECT book, kind, entity, run FROM superseded WHERE kind <> 'settlement' OR (
      (book, entity) NOT IN (
        SELECT ${asJson(sql, "value")} ->> 0, ${asJson(sql, "value")} ->> 1 FROM ${listed(sql, unclosed)} pair
      )
      AND (book, entity, run) NOT IN (SELECT book, entity, run FROM first_final)
    )
  )`;

/** Of each day that every needed report can see, the newest revision. */
export const seenByAll = (sql: SqlClient) => sql`
  seen_by_all AS (
    SELECT r.id, r.book, r.day, r.revision, r.run FROM report r JOIN (
      SELECT book, min(day) AS day, min(run) AS run FROM needed GROUP BY book
    ) first ON first.book = r.book
    WHERE r.is_placed = 1 AND r.day <= first.day AND r.run <= first.run AND r.revision = (
      SELECT max(newest.revision) FROM report newest
      WHERE newest.book = r.book AND newest.day = r.day AND newest.is_placed = 1
    )
  )`;

/**
 * Reports made after one of a later day, of which nothing is carried there; `day` is the first one of these.
 *
 * Needed reports whose exceptions were recorded as changes since one that is not needed are `cut`, and so are late ones:
 * what they list is then theirs.
 */
const cut = (sql: SqlClient) => sql`
  late AS (
    SELECT r.id, min(later.day) AS day FROM report r JOIN report later
      ON later.book = r.book AND later.day > r.day AND later.run < r.run AND later.is_placed = 1
    GROUP BY r.id
  ),
  cut AS (
    SELECT r.id FROM report r WHERE r.base IS NOT NULL AND r.is_pruned = 0 AND (
      r.id IN (SELECT id FROM late)
      OR (r.id IN (SELECT id FROM needed) AND r.base NOT IN (SELECT id FROM needed))
    )
  )`;

/** Each of these: it has to have all its exceptions itself before others can go. */
export const cutReports = (sql: SqlClient, before: string) => sql<{ readonly id: number }>`
  WITH ${retained(sql, before)}, ${cut(sql)} SELECT id FROM cut`;

/**
 * Exceptions as reports recorded them that no needed report looks back to: one of a later day, see `seenByAll`, which
 * knew all that come before it, lists the same one and carries since when and for how many nights, or a later revision
 * of their own day stands.
 */
export const replacedExceptions = (sql: SqlClient) => sql`
  ${cut(sql)},
  cut_chain (cut, id, base, nights) AS (
    SELECT c.id, r.id, r.base, 0 FROM cut c JOIN report r ON r.id = c.id
    UNION ALL
    SELECT chain.cut, r.id, r.base, chain.nights + 1 FROM cut_chain chain JOIN report r ON r.id = chain.base
  ),
  cut_exception AS (
    SELECT report, exception_id FROM (${leastOf(sql, {
      columns: "chain.cut AS report, e.exception_id, e.body, e.is_open",
      from: "cut_chain chain JOIN report_exception e ON e.report = chain.id",
      key: "chain.cut, e.exception_id",
      least: "chain.nights",
    })}) last
    WHERE body IS NOT NULL AND (least = 0 OR is_open = 1)
  ),
  revised AS (
    SELECT r.id FROM report r JOIN seen_by_all s ON s.book = r.book AND s.day = r.day WHERE r.revision < s.revision
  ),
  listed_exception AS (
    SELECT report, exception_id FROM report_exception WHERE body IS NOT NULL
    UNION SELECT report, exception_id FROM cut_exception
  ),
  replaced_exception AS (
    SELECT e.report, e.exception_id FROM report_exception e JOIN report r ON r.id = e.report
    WHERE r.is_placed = 1 AND r.id NOT IN (SELECT id FROM needed) AND (
      EXISTS (
        SELECT 1 FROM seen_by_all s JOIN listed_exception later ON later.report = s.id
        WHERE s.book = r.book AND s.day > r.day AND s.run >= r.run AND later.exception_id = e.exception_id
          AND NOT EXISTS (
            SELECT 1 FROM late JOIN report o ON o.id = late.id JOIN listed_exception other ON other.report = o.id
            WHERE o.book = s.book AND late.day <= s.day AND other.exception_id = e.exception_id
              AND o.id NOT IN (SELECT id FROM revised)
          )
      )
      OR r.id IN (SELECT id FROM revised)
    )
  )`;

/**
 * Figures that no needed report is compared with: a later day, see `seenByAll`, shows the same ones again, or a later
 * revision of their own day stands.
 */
export const replacedFigures = (sql: SqlClient) => sql`
  standing_figure AS (
    SELECT s.book, f.name, max(s.day) AS day FROM figure f JOIN seen_by_all s ON s.id = f.report
    GROUP BY s.book, f.name
  ),
  replaced_figure AS (
    SELECT f.report, f.name FROM figure f JOIN report r ON r.id = f.report
    WHERE r.is_placed = 1 AND r.id NOT IN (SELECT id FROM needed) AND (
      r.day < (SELECT s.day FROM standing_figure s WHERE s.book = r.book AND s.name = f.name)
      OR r.revision < (SELECT s.revision FROM seen_by_all s WHERE s.book = r.book AND s.day = r.day)
    )
  )`;
