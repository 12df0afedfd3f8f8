import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { assert, describe, expect, it } from "@effect/vitest";
import { Effect } from "effect";
import { Ledger } from "../../../src/ledger/Ledger.ts";
import { sqliteLedger } from "../../../src/ledger/sqlite/open-ledger.ts";
import { settlementHeader, settlementObservation, transaction } from "../../records.ts";
import { temporaryDirectory } from "../../temporary-directory.ts";
import { newFile, using } from "../opened-ledger.ts";
import { rewrite } from "../rewrite.ts";

const INSTANT = "2026-11-18T02:00:00.000Z";

/** Opens a run; of two that are to stand beside each other each needs a day of its own. */
const begin = (ledger: Ledger["Service"], day = "2026-11-18", book = "default") =>
  ledger.beginRun({ book, day, asOf: `${day}T02:00:00.000Z`, startedAt: INSTANT });

/** What opening alone fails with. */
const openError = (file: string) =>
  Effect.gen(function* () {
    yield* Ledger;
  }).pipe(Effect.provide(sqliteLedger(file)), Effect.flip);

/** Asks the file itself, as anybody with the sqlite3 command could. */
const query = (file: string, sql: string) => {
  const db = new DatabaseSync(file);
  try {
    return db.prepare(sql).all();
  } finally {
    db.close();
  }
};

const count = (file: string, table: string): unknown =>
  query(file, `SELECT count(*) AS n FROM ${table}`)[0]?.["n"];

describe("a ledger's file", () => {
  it.effect("is readable by its owner alone", () =>
    Effect.gen(function* () {
      const file = newFile();
      yield* using(file, begin);
      assert.strictEqual(statSync(file).mode & 0o777, 0o600);
    }),
  );

  it.effect("with damaged details says which, and gives no figure", () =>
    Effect.gen(function* () {
      const file = newFile();
      const run = yield* using(file, (ledger) =>
        Effect.gen(function* () {
          const begun = yield* begin(ledger);
          yield* ledger.store(begun, "settlement", [
            settlementObservation(settlementHeader("b1"), [transaction("t1")]),
            settlementObservation(settlementHeader("b2"), [transaction("t2")]),
          ]);
          return begun;
        }),
      );
      const db = new DatabaseSync(file);
      // One is cut short; the other holds well-formed details of somebody else.
      db.exec(
        "UPDATE blob SET body = substr(body, 1, length(body) - 4) WHERE id = (SELECT min(id) FROM blob)",
      );
      db.exec("UPDATE blob SET hash = 'another' WHERE id = (SELECT max(id) FROM blob)");
      db.close();
      yield* using(file, (ledger) =>
        Effect.gen(function* () {
          for (const { detailsId } of yield* ledger.entries(run, "settlement")) {
            const error = yield* Effect.flip(ledger.details("settlement", detailsId ?? -1));
            assert.strictEqual(error._tag, "LedgerFailed");
            expect(error.message).toContain(file);
            expect(error.message).toContain("is damaged");
          }
        }),
      );
    }),
  );

  it.effect("of a newer tieout is refused and left alone", () =>
    Effect.gen(function* () {
      const file = newFile();
      yield* using(file, begin);
      rewrite(file, "INSERT INTO migration (migration_id, name) VALUES (99, 'from_the_future')");
      const error = yield* openError(file);
      assert.strictEqual(error._tag, "LedgerFailed");
      expect(error.message).toMatch(/newer tieout.*update tieout/);
      assert.strictEqual(count(file, "run"), 1);
      // So is one whose row whoever made it newer gave no digest.
      const db = new DatabaseSync(file);
      db.exec("UPDATE migration SET digest = NULL WHERE migration_id = 99");
      db.close();
      expect((yield* openError(file)).message).toMatch(/newer tieout.*update tieout/);
    }),
  );

  it.effect.each([
    ["a text", "Dear finance team, this is no database at all.".repeat(100)],
    ["half a database", `SQLite format 3\u0000${"x".repeat(5000)}`],
  ] as const)("that is %s is refused and left alone", ([, text]) =>
    Effect.gen(function* () {
      const file = newFile();
      writeFileSync(file, text);
      const error = yield* openError(file);
      assert.strictEqual(error._tag, "LedgerFailed");
      assert.isFalse(error.isNew);
      expect(error.message).toContain(file);
      assert.strictEqual(readFileSync(file, "utf8"), text);
    }),
  );

  it.effect("of another program is refused and left alone", () =>
    Effect.gen(function* () {
      const file = newFile();
      const db = new DatabaseSync(file);
      db.exec("CREATE TABLE run (of TEXT); CREATE TABLE customers (name TEXT)");
      db.close();
      const error = yield* openError(file);
      assert.strictEqual(error._tag, "LedgerFailed");
      const tables = query(
        file,
        "SELECT name FROM sqlite_master WHERE name IN ('blob', 'customers', 'observation')",
      );
      assert.deepStrictEqual(
        tables.map((row) => row["name"]),
        ["customers"],
      );
    }),
  );

  it.effect("cannot be made where there is no directory for it", () =>
    Effect.gen(function* () {
      const error = yield* openError(join(temporaryDirectory(), "no", "tieout.db"));
      assert.strictEqual(error._tag, "LedgerFailed");
      assert.isTrue(error.isNew);
      expect(error.message).toMatch(/cannot be created: .*ENOENT/);
    }),
  );

  it.effect("that is a directory cannot be opened", () =>
    Effect.gen(function* () {
      const file = newFile();
      mkdirSync(file);
      const error = yield* openError(file);
      assert.isFalse(error.isNew);
      expect(error.message).toContain("is a directory");
    }),
  );

  it.effect("cannot be made where the way to it is no directory", () =>
    Effect.gen(function* () {
      const notADirectory = newFile();
      writeFileSync(notADirectory, "");
      const error = yield* openError(join(notADirectory, "tieout.db"));
      assert.isTrue(error.isNew);
      expect(error.message).toContain("ENOTDIR");
    }),
  );
});
