import { DatabaseSync } from "node:sqlite";
import { DIGESTED_TABLES, LISTING } from "../../src/ledger/digest/digested-tables.ts";
import { unpack } from "../../src/ledger/store/blob.ts";

/** How the tables of each version are made into those of the version before. */
const UNDO: ReadonlyMap<number, (db: DatabaseSync) => void> = new Map([
  [17, (db: DatabaseSync) => db.exec("DROP TABLE identity; ALTER TABLE run DROP COLUMN is_taken_in")],
  [16, (db) => db.exec("ALTER TABLE report DROP COLUMN as_of")],
  [
    15,
    (db) => {
      for (const { name } of [...DIGESTED_TABLES, LISTING])
        if (name !== "identity") db.exec(`ALTER TABLE ${name} DROP COLUMN digest`);
      db.exec("DROP TABLE table_digest");
    },
  ],
  [14, (db) => db.exec("DROP TABLE outcome")],
  [13, (db) => db.exec("DROP TABLE side_report")],
  [12, (db) => db.exec("PRAGMA application_id = 0")],
  [
    11,
    (db) => {
      for (const column of ["identity", "boot", "namespace", "started"])
        db.exec(`ALTER TABLE lease DROP COLUMN ${column}`);
    },
  ],
  [10, (db) => db.exec("ALTER TABLE report DROP COLUMN outline")],
  [9, (db) => db.exec("DROP TABLE decision_end; DROP TABLE decision")],
  [8, (db) => db.exec("DROP TABLE refusal")],
  [7, (db) => db.exec("DROP TABLE report_convention; ALTER TABLE listing DROP COLUMN events")],
  [6, (db) => db.exec("ALTER TABLE reading DROP COLUMN email_rule")],
  [5, (db) => db.exec("ALTER TABLE report DROP COLUMN rules")],
  [
    4,
    (db) => {
      const details = db.prepare("SELECT id, body FROM blob JOIN listing ON listing.details = blob.id").all();
      db.exec(`DROP TABLE listing; CREATE TABLE listing (
        transaction_id TEXT NOT NULL, details INTEGER NOT NULL REFERENCES blob (id), named_settlement TEXT,
        PRIMARY KEY (details, transaction_id)
      ) WITHOUT ROWID`);
      const insert = db.prepare("INSERT OR IGNORE INTO listing VALUES (?, ?, ?)");
      for (const { id, body } of details) {
        const { rows = [] } = JSON.parse(unpack(body as Uint8Array));
        for (const row of rows) insert.run(row.id, Number(id), row.batchId);
      }
    },
  ],
  [3, (db) => db.exec("DROP TABLE conclusion")],
  [2, (db) => db.exec("ALTER TABLE run DROP COLUMN is_pruned; ALTER TABLE report DROP COLUMN is_pruned")],
]);

/** Makes a ledger into what an older tieout, whose newest version of the tables was `version`, would have left. */
export const olderLedger = (file: string, version: number): void => {
  const db = new DatabaseSync(file);
  const made = db.prepare("SELECT max(migration_id) AS version FROM migration").get()?.["version"];
  if (made !== Math.max(...UNDO.keys())) throw new Error(`step ${made} of the ledger has no way back here`);
  for (const [newer, undo] of UNDO) if (newer > version) undo(db);
  db.exec(`DELETE FROM migration WHERE migration_id > ${version}`);
  db.close();
};
