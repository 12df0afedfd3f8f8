import type { SqlClient } from "effect/sql/SqlClient";
import type { Fragment } from "effect/sql/Statement";
import { LEDGER_TABLES, serverDigest } from "./digested-tables.ts";

/** A column as PostgreSQL describes it: one that lost its collation would put texts into another order. */
const COLUMN =
  "a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || a.attcollation::regcollation || ' ' || a.attnotnull";

/** The tables that there are, by name, with the digest of the definition of each; in PostgreSQL those of the ledger alone. */
export const definitions = (sql: SqlClient): Fragment =>
  sql.onDialectOrElse({
    pg: () => sql`
      SELECT c.relname::text AS name, ${sql.literal(serverDigest(`string_agg(${COLUMN}, ', ' ORDER BY a.attnum)`))} AS digest
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace AND ${sql.in("c.relname", LEDGER_TABLES)}
      GROUP BY c.relname`,
    orElse: () => sql`SELECT name, row_digest(sql) AS digest FROM sqlite_schema WHERE type = 'table'`,
  });
