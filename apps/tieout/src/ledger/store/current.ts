import type { SqlClient } from "effect/sql/SqlClient";
import { listed } from "../dialect.ts";
import type { Kind } from "./kinds.ts";
import type { Run } from "./Run.ts";

/** An entity as it is listed: its newest observation. */
export interface ListedRow {
  readonly entity: string;
  readonly run: number;
  readonly header: string;
  readonly details: number | null;
}

/** Ids as a list that a statement can look into: as one text they have no limit of parameters. */
export const listOf = (sql: SqlClient, ids: Iterable<string>) =>
  sql`(SELECT value FROM ${listed(sql, [...ids])} asked)`;

/**
 * The state each entity of a kind is in at the end of a run, by id: its newest observation up to then. `which` says
 * which of the rows `o` are meant.
 */
export const current =
  (sql: SqlClient, run: Run, kind: Kind) =>
  (which = sql`TRUE`) =>
    sql<ListedRow>`
    SELECT o.entity, o.run, o.header, o.details FROM observation o
    WHERE o.book = ${run.book} AND o.kind = ${kind} AND ${which} AND o.run = (
      SELECT max(newest.run) FROM observation newest
      WHERE newest.book = o.book AND newest.kind = o.kind AND newest.entity = o.entity AND newest.run <= ${run.id}
    ) AND o.header IS NOT NULL
    ORDER BY o.entity`;
