import { Effect } from "effect";
import * as SqlClient from "effect/sql/SqlClient";

/**
 * The first ledger.
 *
 * - `lease`: who may write, numbered (see `lease.ts`). The row is never removed.
 * - `run`: one pull of one book, over one or more sessions; `sources` is the JSON of what each source
 *   said about itself, set when the pull is complete.
 * - `blob`: details, compressed, once for each hash of their canonical JSON.
 * - `observation`: the run in which an entity was first seen in this state. A row stays true until the
 *   next one of the entity, so an unchanged night adds nothing. `header` is null when the entity was no
 *   longer listed; `details` is null when the source had none to give.
 * - `reading`: when the details of an entity were last read, by which run, and whether they were whole.
 * - `listing`: which details name which transaction, and the settlement that the row itself names, so that one id in
 *   two batches is found by a query.
 * - `report`: what was published, or is about to be (`is_placed` 0); `report_exception` and `figure`
 *   hold what it said, for comparing later ones with it. `figure` has the figures that a report showed
 *   for the first time or differently, null for those that it showed no longer.
 */
export const firstLedger = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient;
  yield* sql`CREATE TABLE lease (
    fence INTEGER PRIMARY KEY,
    host TEXT NOT NULL,
    pid INTEGER NOT NULL,
    acquired_at TEXT NOT NULL,
    beat_at_ms INTEGER NOT NULL
  )`;
  yield* sql`CREATE TABLE run (
    id INTEGER PRIMARY KEY,
    book TEXT NOT NULL,
    as_of TEXT NOT NULL,
    day TEXT NOT NULL,
    finished_at TEXT,
    sources TEXT
  )`;
  yield* sql`CREATE TABLE run_session (run INTEGER NOT NULL REFERENCES run (id), started_at TEXT NOT NULL)`;
  yield* sql`CREATE TABLE blob (id INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, body BLOB NOT NULL)`;
  yield* sql`CREATE TABLE observation (
    book TEXT NOT NULL,
    kind TEXT NOT NULL,
    entity TEXT NOT NULL,
    run INTEGER NOT NULL REFERENCES run (id),
    header TEXT,
    details INTEGER REFERENCES blob (id),
    PRIMARY KEY (book, kind, entity, run)
  )`;
  yield* sql`CREATE TABLE reading (
    book TEXT NOT NULL,
    kind TEXT NOT NULL,
    entity TEXT NOT NULL,
    run INTEGER NOT NULL REFERENCES run (id),
    day TEXT NOT NULL,
    read_at TEXT NOT NULL,
    is_whole INTEGER NOT NULL,
    PRIMARY KEY (book, kind, entity)
  )`;
  yield* sql`CREATE TABLE listing (
    transaction_id TEXT NOT NULL,
    details INTEGER NOT NULL REFERENCES blob (id),
    named_settlement TEXT,
    PRIMARY KEY (details, transaction_id)
  ) WITHOUT ROWID`;
  yield* sql`CREATE TABLE report (
    id INTEGER PRIMARY KEY,
    book TEXT NOT NULL,
    day TEXT NOT NULL,
    revision INTEGER NOT NULL,
    run INTEGER NOT NULL REFERENCES run (id),
    window_from TEXT NOT NULL,
    window_to TEXT NOT NULL,
    manifest_sha256 TEXT NOT NULL,
    is_placed INTEGER NOT NULL,
    UNIQUE (book, day, revision)
  )`;
  yield* sql`CREATE TABLE report_exception (
    report INTEGER NOT NULL REFERENCES report (id),
    exception_id TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (report, exception_id)
  )`;
  yield* sql`CREATE TABLE figure (
    report INTEGER NOT NULL REFERENCES report (id),
    name TEXT NOT NULL,
    body TEXT,
    PRIMARY KEY (report, name)
  )`;
});
