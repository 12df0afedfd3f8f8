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

/** All that a table's digests are of: every column but the digest, in the order in which they were added. */
export const digestedColumns = Effect.fnUntraced(function* ({ name }: DigestedTable) {
  const sql = yield* SqlClient.SqlClient;
  const columns = yield* sql<{ name: string }>`
    SELECT name FROM pragma_table_info(${name}) WHERE name <> 'digest' ORDER BY cid`;
  return columns.map((column) => column.name);
});

/** The digest that a row should have, as an expression of SQL over `columns`. */
export const digestOf = (columns: ReadonlyArray<string>, row = ""): string =>
  `row_digest(${columns.map((column) => `${row}"${column}"`).join(", ")})`;
