import { DatabaseSync } from "node:sqlite";
import type { ExceptionRow } from "@tieout/reconcile";
import { DIGESTED_TABLES, LISTING } from "../../src/ledger/digest/digested-tables.ts";
import { nightsLater } from "../../src/ledger/reports/exception-changes.ts";
import { canonicalJson, unpack } from "../../src/ledger/store/blob.ts";

/** Lets every report list all its exceptions itself, as each did. */
const listWhole = (db: DatabaseSync): void => {
  const recorded = db.prepare("SELECT exception_id, body FROM report_exception WHERE report = ?");
  const reports = db.prepare("SELECT id, base FROM report ORDER BY day, revision").all();
  const listed = new Map<unknown, ReadonlyMap<string, ExceptionRow>>();
  for (const { id = null, base } of reports) {
    const rows = new Map<string, ExceptionRow>();
    for (const [exception, row] of listed.get(base) ?? []) {
      const later = nightsLater(row, 1);
      if (later !== undefined) rows.set(exception, later);
    }
    for (const { exception_id, body } of recorded.all(id))
      if (body === null) rows.delete(String(exception_id));
      else rows.set(String(exception_id), JSON.parse(String(body)));
    listed.set(id, rows);
  }
  db.exec(`DROP TABLE report_exception; ALTER TABLE report DROP COLUMN base; CREATE TABLE report_exception (
    report INTEGER NOT NULL REFERENCES report (id), exception_id TEXT NOT NULL, body TEXT NOT NULL, digest INTEGER,
    PRIMARY KEY (report, exception_id)
  )`);
  const insert = db.prepare("INSERT INTO report_exception (report, exception_id, body) VALUES (?, ?, ?)");
  for (const [report, rows] of listed)
    for (const [exception, row] of rows) insert.run(Number(report), exception, canonicalJson(row));
};

/** How the tables of each version are made into those of the version before. */
const UNDO: ReadonlyMap<number, (db: DatabaseSync) => void> = new Map([
  [
    19,
    (db: DatabaseSync) =>
      db.exec(`ALTER TABLE lease RENAME TO book_lease;
        CREATE TABLE lease (
          fence INTEGER PRIMARY KEY, host TEXT NOT NULL, pid INTEGER NOT NULL, acquired_at TEXT NOT NULL,
          beat_at_ms INTEGER NOT NULL, identity TEXT, boot TEXT, namespace TEXT, started TEXT
        );
        INSERT INTO lease SELECT fence, host, pid, acquired_at, beat_at_ms, identity, boot, namespace, started
          FROM book_lease ORDER BY fence DESC LIMIT 1;
        DROP TABLE book_lease`),
  ],
  [18, listWhole],
  [17, (db) => db.exec("DROP TABLE identity; ALTER TABLE run DROP COLUMN is_taken_in")],
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
