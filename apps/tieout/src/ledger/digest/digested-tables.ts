import { Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";

/** A table whose rows each have a digest of all their other columns, in the column `digest`. */
export interface DigestedTable {
  readonly name: string;
  /** How a row is called where it is damaged: an expression of SQL over its columns. */
  readonly rowName: string;
  /** What tells its rows apart. */
  readonly key: ReadonlyArray<string>;
}

/** The key of a table that keeps the numbers of its rows. */
const BY_ROWID = ["rowid"];

/**
 * Tables whose rows are all looked at when a ledger is opened. Of the others, `blob` and `listing` are large and looked
 * at row by row when they are read, `conclusion` is derived, with digests of its own, and nothing rests on `lease`.
 */
export const DIGESTED_TABLES: ReadonlyArray<DigestedTable> = [
  { name: "migration", rowName: "migration_id", key: BY_ROWID },
  { name: "identity", rowName: "'of the ledger'", key: BY_ROWID },
  { name: "run", rowName: "id", key: BY_ROWID },
  { name: "run_session", rowName: "'of run ' || run", key: BY_ROWID },
  { name: "outcome", rowName: "id", key: BY_ROWID },
  { name: "observation", rowName: "kind || ' ' || entity || ' of run ' || run", key: BY_ROWID },
  { name: "reading", rowName: "kind || ' ' || entity", key: BY_ROWID },
  {
    name: "refusal",
    rowName: "kind || ' ' || entity || ' of ' || day",
    key: ["book", "kind", "entity", "day"],
  },
  { name: "report", rowName: "id", key: BY_ROWID },
  { name: "side_report", rowName: "id", key: BY_ROWID },
  {
    name: "report_exception",
    rowName: "exception_id || ' of report ' || report",
    key: ["exception_id", "report"],
  },
  {
    name: "report_convention",
    rowName: "processor || ' ' || total || ' of report ' || report",
    key: BY_ROWID,
  },
  { name: "figure", rowName: "name || ' of report ' || report", key: BY_ROWID },
  { name: "decision", rowName: "id", key: BY_ROWID },
  { name: "decision_end", rowName: "decision || ' of report ' || report", key: ["report", "decision"] },
];

/** What several details list, by its keys: see {@link DIGESTED_TABLES}. */
export const LISTING: DigestedTable = { name: "listing", rowName: "details", key: BY_ROWID };

/** The definition of each table, of which a changed letter can make other rows, and its digest. */
export const DEFINITIONS = "table_digest";

/** Every table of a ledger. */
export const LEDGER_TABLES: ReadonlyArray<string> = [
  ...DIGESTED_TABLES.map(({ name }) => name),
  ...[LISTING.name, "blob", "conclusion", "lease", DEFINITIONS],
];

/** A column that a digest is of. */
interface Column {
  readonly name: string;
  readonly type: string;
}

/** All that a table's digests are of: every column but the digest, in the order in which they were added. */
export const digestedColumns = Effect.fnUntraced(function* ({ name }: DigestedTable) {
  const sql = yield* SqlClient.SqlClient;
  return yield* sql.onDialectOrElse({
    pg: () => sql<Column>`
      SELECT column_name::text AS name, data_type::text AS type FROM information_schema.columns
      WHERE table_schema = current_schema() AND table_name = ${name} AND column_name <> 'digest'
      ORDER BY ordinal_position`,
    orElse: () => sql<Column>`
      SELECT name, type FROM pragma_table_info(${name}) WHERE name <> 'digest' ORDER BY cid`,
  });
});

/** The first 52 bits of the SHA-256 of a text, which PostgreSQL works out by itself. */
export const serverDigest = (text: string): string =>
  `('x' || left(encode(sha256(convert_to(${text}, 'UTF8')), 'hex'), 13))::bit(52)::int8`;

/** A column as a text: bytes in one form, whatever the session's is. */
const printed = ({ name, type }: Column, row: string): string =>
  type === "bytea" ? `encode(${row}"${name}", 'hex')` : `${row}"${name}"`;

/**
 * The digest that a row should have, as an expression of SQL over `columns`: in SQLite a function of this program (see
 * `row-digest.ts`), in PostgreSQL one of the server over the row as it prints it, which tells a null from an empty text.
 */
export const digestOf = (sql: SqlClient.SqlClient, columns: ReadonlyArray<Column>, row = ""): string =>
  sql.onDialectOrElse({
    pg: () => serverDigest(`ROW(${columns.map((column) => printed(column, row)).join(", ")})::text`),
    orElse: () => `row_digest(${columns.map(({ name }) => `${row}"${name}"`).join(", ")})`,
  });
