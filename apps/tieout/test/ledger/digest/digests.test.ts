// Proves that whatever a row holds otherwise than it was stored is found when a ledger is opened, and by what name.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { assert, describe, expect, it } from "@effect/vitest";
import { Data, Effect } from "effect";
import * as Reactivity from "effect/reactivity/Reactivity";
import * as SqlClient from "effect/sql/SqlClient";
import { beforeAll } from "vitest";
import { checkDigests, checkEveryRow } from "../../../src/ledger/digest/check-digests.ts";
import { DIGESTED_TABLES } from "../../../src/ledger/digest/digested-tables.ts";
import { rowDigest } from "../../../src/ledger/digest/row-digest.ts";
import { Ledger } from "../../../src/ledger/Ledger.ts";
import { readOnlyLedger, sqliteLedger } from "../../../src/ledger/sqlite/open-ledger.ts";
import { sqliteClient } from "../../../src/ledger/sqlite/sqlite-client.ts";
import { lastingDirectory } from "../../e2e/lasting-directory.ts";
import { afterThreeNights } from "../../e2e/three-nights.ts";
import { newFile } from "../opened-ledger.ts";
import { rewrite } from "../rewrite.ts";

/** A ledger of three nights, in which no table is empty. */
const made = join(afterThreeNights(lastingDirectory()), "tieout.db");

const opened = (file: string, open: typeof sqliteLedger) =>
  Effect.gen(function* () {
    yield* Ledger;
    return "opened";
  }).pipe(
    Effect.provide(open(file)),
    Effect.catch((failed) => Effect.succeed(failed.message)),
  );

beforeAll(async () => {
  expect(await Effect.runPromise(opened(made, sqliteLedger))).toBe("opened");
  rewrite(
    made,
    `INSERT INTO refusal (book, kind, entity, day) VALUES ('acme', 'settlement', 'b1', '2026-11-18');
     INSERT INTO report_convention (report, processor, total, basis) VALUES (1, 'TSYS', 'captured', 'gross');
     INSERT INTO outcome (book, started_at, ended_at, exit_code) VALUES ('acme', '2026-11-18', '2026-11-18', 75);
     INSERT INTO side_report (book, place, revision, outline) VALUES ('acme', '2026-11-18', 0, '{}');
     INSERT INTO decision (book, exception_id, decided_at, body) VALUES ('acme', 'x_1', '2026-11-18', '{}');
     INSERT INTO decision_end (report, decision, state) VALUES (1, 1, 'ended_until')`,
  );
  // Pages that are free hold what was there before, and nobody reads them.
  const db = new DatabaseSync(made);
  db.exec("VACUUM");
  db.close();
});

/** Asks the ledger by a connection that keeps no digests, as damage does. */
const asking = <A, E>(use: (sql: SqlClient.SqlClient) => Effect.Effect<A, E, SqlClient.SqlClient>) =>
  Effect.gen(function* () {
    return yield* use(yield* SqlClient.SqlClient);
  }).pipe(
    Effect.provideServiceEffect(SqlClient.SqlClient, sqliteClient(made)),
    Effect.scoped,
    Effect.provide(Reactivity.layer),
  );

class Found extends Data.TaggedError("Found")<{
  readonly row: string | number | undefined;
  readonly said: string;
}> {}

describe("the digest of a row", () => {
  it("is another one when a value, a type or the place of a value is another one", () => {
    const rows = [
      [1n],
      ["1"],
      [1.5],
      [null],
      [""],
      [new Uint8Array([49])],
      ["1", ""],
      ["", "1"],
      ["1", null],
    ];
    expect(new Set(rows.map(rowDigest)).size).toBe(rows.length);
  });
});

/** Tables of more rows than are looked at at once, with and without numbers of their rows. */
const LONG = [
  {
    table: "reading",
    insert: (at: string) =>
      `INSERT INTO reading (book, kind, entity, run, day, read_at, is_whole, email_rule)
       VALUES ('long', 'settlement', '${at}', 1, '2026-11-18', '2026-11-18', 1, 1)`,
    named: (at: string) => `settlement ${at}`,
  },
  {
    table: "refusal",
    insert: (at: string) =>
      `INSERT INTO refusal (book, kind, entity, day) VALUES ('long', 'settlement', '${at}', '2026-11-18')`,
    named: (at: string) => `settlement ${at} of 2026-11-18`,
  },
];
const ROWS = 1200;

describe.each(LONG)("a changed row of the table $table, which has many", ({ table, insert, named }) => {
  it("is found wherever it stands, also after the digests were made anew", async () => {
    const file = join(lastingDirectory(), "tieout.db");
    writeFileSync(file, readFileSync(made));
    const ids = Array.from({ length: ROWS }, (_, at) => String(at).padStart(4, "0"));
    rewrite(file, ids.map(insert).join(";"));
    expect(await Effect.runPromise(opened(file, sqliteLedger))).toBe("opened");
    const { key = [] } = DIGESTED_TABLES.find(({ name }) => name === table) ?? {};
    // At the ends of what is looked at at once, and at those of the table.
    for (const place of [499, 500, 999, 1000, ROWS - 1]) {
      const db = new DatabaseSync(file);
      const row = db
        .prepare(`SELECT entity FROM ${table} ORDER BY ${key.join(", ")} LIMIT 1 OFFSET ${place}`)
        .get();
      const at = String(row?.["entity"]);
      const shift = (by: string) =>
        db.exec(`UPDATE ${table} SET digest = digest ${by} WHERE entity = '${at}'`);
      shift("+ 1");
      expect(await Effect.runPromise(opened(file, sqliteLedger))).toContain(
        `row ${named(at)} of its table ${table} is damaged`,
      );
      shift("- 1");
      db.close();
    }
    expect(await Effect.runPromise(opened(file, sqliteLedger))).toBe("opened");
  });
});

describe.each(DIGESTED_TABLES)("a changed value of the table $name", ({ name, rowName, key }) => {
  it.effect("is found in whatever column, and its row is named", () =>
    asking((sql) =>
      Effect.gen(function* () {
        const columns = yield* sql<{ name: string }>`SELECT name FROM pragma_table_info(${name})`;
        const newest = `(${key.join(", ")}) = (SELECT ${key.join(", ")} FROM ${name} ORDER BY 1 DESC LIMIT 1)`;
        expect(columns.map((column) => column.name)).toContain("digest");
        for (const { name: column } of columns) {
          const { row, said } = yield* Effect.gen(function* () {
            yield* sql`PRAGMA defer_foreign_keys = ON`;
            const [changed] = yield* sql.unsafe<{ row: string | number }>(
              `UPDATE ${name} SET "${column}" = CASE typeof("${column}")
                 WHEN 'null' THEN 1 WHEN 'integer' THEN "${column}" + 1 ELSE "${column}" || '1' END
               WHERE ${newest} RETURNING ${rowName} AS "row"`,
            );
            const { message } = yield* Effect.flip(checkDigests);
            // The change is taken back with the failure.
            return yield* Effect.fail(new Found({ row: changed?.row, said: message }));
          }).pipe(
            sql.withTransaction,
            Effect.catch((found) => (found instanceof Found ? Effect.succeed(found) : Effect.fail(found))),
          );
          const expected = `row ${row} of its table ${name} is damaged; restore the ledger and its key from a backup`;
          assert.strictEqual(said, expected, column);
        }
      }),
    ),
  );
});

describe("a look at every row", () => {
  it.effect("finds nothing in a whole ledger, and damaged details and lists of them by their rows", () =>
    asking((sql) =>
      Effect.gen(function* () {
        yield* checkEveryRow;
        const changes = {
          blob: "UPDATE blob SET body = substr(body, 1, length(body) - 1) WHERE id = 7",
          listing: "UPDATE listing SET events = x'0000000000000000' WHERE details = 7",
        };
        for (const [table, change] of Object.entries(changes)) {
          const { said } = yield* Effect.gen(function* () {
            yield* sql.unsafe(change);
            const { message } = yield* Effect.flip(checkEveryRow);
            return yield* Effect.fail(new Found({ row: 7, said: message }));
          }).pipe(
            sql.withTransaction,
            Effect.catch((found) => (found instanceof Found ? Effect.succeed(found) : Effect.fail(found))),
          );
          expect(said).toBe(
            `row 7 of its table ${table} is damaged; restore the ledger and its key from a backup`,
          );
        }
      }),
    ),
  );
});

it.effect("every table has digests, but those of which it is said why not", () =>
  asking((sql) =>
    Effect.gen(function* () {
      const tables = yield* sql<{ name: string }>`SELECT name FROM sqlite_schema WHERE type = 'table'`;
      assert.sameMembers(
        tables.map(({ name }) => name),
        [
          ...DIGESTED_TABLES.map(({ name }) => name),
          // Looked at when they are read.
          ...["blob", "listing"],
          // Derived, and made anew.
          "conclusion",
          // Nothing rests on it.
          "lease",
          // It is what digests are compared with.
          "table_digest",
        ],
      );
    }),
  ),
);

/** A copy of the ledger with other bytes. */
const copy = (bytes = readFileSync(made)): string => {
  const file = newFile();
  writeFileSync(file, bytes);
  return file;
};

/** A copy of the ledger that somebody changed past tieout. */
const edited = (statements: string): string => {
  const file = copy();
  const db = new DatabaseSync(file, { defensive: false });
  db.exec(`PRAGMA writable_schema = ON; ${statements}`);
  db.close();
  return file;
};

const rowsIn = (file: string): ReadonlyArray<unknown> => {
  const db = new DatabaseSync(file);
  try {
    return ["rowid", "book, kind, entity, run"].flatMap((order) =>
      ["observation", "reading"].map((table) => db.prepare(`SELECT * FROM ${table} ORDER BY ${order}`).all()),
    );
  } finally {
    db.close();
  }
};

/** Of the hundreds of places where a key stands, so many are passed over. */
const EVERY = 50;

describe("a changed ledger", () => {
  it.effect.each([
    {
      what: "definition of a table",
      change: "UPDATE sqlite_schema SET sql = replace(sql, 'DEFAULT 0', 'DEFAULT 1') WHERE name = 'report'",
      row: "report of its table sqlite_schema",
    },
    {
      what: "version, which makes it seem newer",
      change: "UPDATE migration SET migration_id = 99 WHERE migration_id = 15",
      row: "99 of its table migration",
    },
  ])("is refused by whoever opens it: by another $what", ({ change, row }) =>
    Effect.gen(function* () {
      const file = edited(change);
      for (const open of [sqliteLedger, readOnlyLedger])
        expect(yield* opened(file, open)).toBe(
          `The ledger ${file} could not be read: row ${row} is damaged; restore the ledger and its key from a backup`,
        );
    }),
  );

  it.effect("whose index would pass over a row is refused with the name of the table", () =>
    Effect.gen(function* () {
      const bytes = readFileSync(made);
      const places: Array<number> = [];
      for (let at = bytes.indexOf("acmesettlement"); at >= 0; at = bytes.indexOf("acmesettlement", at + 1))
        places.push(at);
      const said: Array<string> = [];
      for (const at of places.filter((_, index) => index % EVERY === 0)) {
        const changed = Buffer.from(bytes);
        changed.write("b", at);
        const file = copy(changed);
        said.push(yield* opened(file, sqliteLedger));
        // Nobody reads what stands in free space, or is only a cached result.
        if (said.at(-1) === "opened") expect(rowsIn(file)).toEqual(rowsIn(made));
        else expect(said.at(-1)).toMatch(/is damaged.*; restore the ledger and its key from a backup$/);
      }
      expect(said).toContainEqual(
        expect.stringMatching(/its table (observation|reading) is damaged \(.*index/),
      );
    }),
  );

  it.effect("is not found where the digest of its row was made anew", () =>
    Effect.gen(function* () {
      const file = copy();
      rewrite(file, "UPDATE observation SET header = replace(header, '1', '2')");
      expect(rowsIn(file)).not.toEqual(rowsIn(made));
      expect(yield* opened(file, sqliteLedger)).toBe("opened");
    }),
  );
});
