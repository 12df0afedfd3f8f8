import { closeSync, openSync } from "node:fs";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { Effect, Semaphore, Stream } from "effect";
import * as SqlClient from "effect/sql/SqlClient";
import type { Connection } from "effect/sql/SqlConnection";
import { classifySqliteError, SqlError } from "effect/sql/SqlError";
import * as Statement from "effect/sql/Statement";
import { rowDigest } from "../digest/row-digest.ts";

/** Statements kept prepared; the ledger uses about thirty, so nothing is ever evicted in practice. */
const PREPARED_STATEMENTS_MAX = 100;

/**
 * How long a statement waits for another process that holds the file, in milliseconds. Nothing else happens meanwhile,
 * so it is shorter than the five seconds in which a signal has to stop a run.
 */
const BUSY_TIMEOUT_MS = 4000;

const failed = (operation: string) => (cause: unknown) =>
  new SqlError({
    reason: classifySqliteError(withErrno(cause), { message: `Failed to ${operation}`, operation }),
  });

// node:sqlite names the result code `errcode`; Effect's classification looks for `errno`.
const withErrno = (cause: unknown): unknown =>
  cause instanceof Error && "errcode" in cause && !("errno" in cause)
    ? Object.assign(cause, { errno: cause.errcode })
    : cause;

/** Lets statements ask for the digest of a row; whole numbers come as bigints, since damaged ones may be too large. */
const addRowDigest = (db: DatabaseSync): void =>
  db.function(
    "row_digest",
    { deterministic: true, useBigIntArguments: true, varargs: true },
    (...values: unknown[]) => rowDigest(values),
  );

const open = (filename: string): DatabaseSync => {
  // SQLite would create the file with the process's umask; nobody but the owner may read a ledger.
  closeSync(openSync(filename, "a", 0o600));
  const db = new DatabaseSync(filename);
  try {
    db.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
    db.exec("PRAGMA journal_mode = WAL");
    // A ledger that loses its last transaction to a power cut would deny a report it published.
    db.exec("PRAGMA synchronous = FULL");
    db.exec("PRAGMA foreign_keys = ON");
    // The triggers that keep digests are the connection's own, and need no file.
    db.exec("PRAGMA temp_store = MEMORY");
    addRowDigest(db);
    return db;
  } catch (cause) {
    db.close();
    throw cause;
  }
};

/** Opens a file that has to be there already, and never changes what it holds. */
export const openToRead = (filename: string): DatabaseSync => {
  const url = pathToFileURL(filename);
  // Opened for writing all the same, though nothing is: a reader that may not write leaves files of its own beside
  // a ledger in WAL mode, which would then belong to whoever looked.
  url.searchParams.set("mode", "rw");
  const db = new DatabaseSync(url);
  try {
    db.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
    db.exec("PRAGMA query_only = ON");
    addRowDigest(db);
    return db;
  } catch (cause) {
    db.close();
    throw cause;
  }
};

const prepared = (db: DatabaseSync) => {
  const statements = new Map<string, StatementSync>();
  return (sql: string): StatementSync => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    if (statements.size >= PREPARED_STATEMENTS_MAX) statements.clear();
    const statement = db.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
};

const isInput = (param: unknown): param is SQLInputValue =>
  param === null ||
  typeof param === "string" ||
  typeof param === "number" ||
  typeof param === "bigint" ||
  ArrayBuffer.isView(param);

const NO_BYTES = new Uint8Array(0);

/** Node 22 stores NULL for bytes that are none, where their buffer was never given any memory. */
const isEmptyView = (param: SQLInputValue): boolean => ArrayBuffer.isView(param) && param.byteLength === 0;

/** Effect's statement compiler has reduced the parameters to what SQLite takes; what else there is, is a fault of ours. */
const inputs = (params: ReadonlyArray<unknown>): ReadonlyArray<SQLInputValue> => {
  if (!params.every(isInput)) throw new TypeError("a parameter is nothing that SQLite takes");
  return params.some(isEmptyView) ? params.map((param) => (isEmptyView(param) ? NO_BYTES : param)) : params;
};

const connect = (db: DatabaseSync): Connection => {
  const prepare = prepared(db);
  const rows = (sql: string, params: ReadonlyArray<unknown>) =>
    Effect.try({
      try: () => prepare(sql).all(...inputs(params)),
      catch: failed("run a statement"),
    });
  const values = (sql: string, params: ReadonlyArray<unknown>) =>
    Effect.map(rows(sql, params), (found) => found.map((row) => Object.values(row)));

  return {
    execute: (sql, params, transform) =>
      transform === undefined ? rows(sql, params) : Effect.map(rows(sql, params), transform),
    executeUnprepared: (sql, params, transform) =>
      Effect.try({
        try: () => db.prepare(sql).all(...inputs(params)),
        catch: failed("run a statement"),
      }).pipe(Effect.map((found) => (transform === undefined ? found : transform(found)))),
    executeRaw: (sql, params) =>
      Effect.try({ try: () => prepare(sql).run(...inputs(params)), catch: failed("run a statement") }),
    executeValues: values,
    executeValuesUnprepared: values,
    executeStream: (sql, params, transform) =>
      Stream.fromIterableEffect(
        transform === undefined ? rows(sql, params) : Effect.map(rows(sql, params), transform),
      ),
  };
};

/**
 * Opens a SQLite file through node:sqlite as Effect's `SqlClient`, closed with the scope.
 *
 * The file is created when it is not there, readable by its owner alone (mode 0600), in WAL mode with
 * full synchronisation. One connection serves everybody: transactions wait for each other.
 * With `isReadOnly` the file has to be there, and every statement that would change it fails.
 * Fails with `SqlError` when the file cannot be opened or is not a database.
 */
export const sqliteClient = Effect.fnUntraced(function* (
  filename: string,
  { isReadOnly = false }: { readonly isReadOnly?: boolean } = {},
) {
  const db = yield* Effect.acquireRelease(
    Effect.try({
      try: () => (isReadOnly ? openToRead(filename) : open(filename)),
      catch: failed("open the file"),
    }),
    (opened) => Effect.sync(() => opened.close()),
  );
  const semaphore = yield* Semaphore.make(1);
  const acquirers = SqlClient.makeSqliteAcquirers({
    connection: Effect.succeed(connect(db)),
    semaphore,
    isTransaction: () => db.isTransaction,
  });
  return yield* SqlClient.make({
    ...acquirers,
    compiler: Statement.makeCompilerSqlite(),
    driver: "node-sqlite",
    // Taking the write lock at once avoids a deadlock between two processes that both read first.
    beginTransaction: "BEGIN IMMEDIATE",
    spanAttributes: [["db.system.name", "sqlite"]],
  });
});
