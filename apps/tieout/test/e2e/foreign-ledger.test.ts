// Proves that nothing but a ledger is opened as one: no other database is written to, and no pipe is waited for.

import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, it } from "vitest";
import { temporaryDirectory } from "../temporary-directory.ts";
import { tieout } from "./bundle.ts";
import { namesIn } from "./published.ts";

/** Nobody answers there. */
const ENV = { KOARD_API_KEY: "k1", KOARD_BASE_URL: "http://127.0.0.1:9", RECORD_API_TOKEN: "sk_live_1" };

/** Makes a database of another program. */
const database = (file: string, ...statements: ReadonlyArray<string>): Buffer => {
  const db = new DatabaseSync(file);
  for (const statement of ["CREATE TABLE customer (id)", ...statements]) db.exec(statement);
  db.close();
  return readFileSync(file);
};

it.each([
  { what: "that names no application", statements: [] },
  {
    what: "that names another application",
    statements: ["PRAGMA application_id = 7", "CREATE TABLE lease (id)"],
  },
])("a database $what is exit 78 for whoever opens it, and keeps its bytes", async ({ statements }) => {
  const cwd = temporaryDirectory();
  const file = join(cwd, "tieout.db");
  const before = database(file, ...statements);
  for (const args of [["run", "--quiet"], ["status"], ["prune", "--keep", "1d", "--yes"], ["report"]]) {
    const { code, stdout, stderr } = await tieout(args, { cwd, env: ENV });
    expect([code, stdout, stderr], args.join(" ")).toEqual([
      78,
      "",
      "The ledger ./tieout.db is a database of another program, and nothing was written to it; name another file with --ledger\n",
    ]);
  }
  expect(readFileSync(file)).toEqual(before);
  expect(namesIn(cwd)).toEqual(["tieout.db"]);
});

it("a ledger that was emptied is named by whoever only looks at one, and stays empty", async () => {
  const cwd = temporaryDirectory();
  const file = join(cwd, "tieout.db");
  writeFileSync(file, "");
  const looking = [
    ["backup", "b.db"],
    ["prune", "--keep", "1d", "--yes"],
    ["decide", "--list"],
  ];
  for (const args of looking) {
    const { code, stdout, stderr } = await tieout(args, { cwd, env: ENV });
    const says = "The ledger ./tieout.db is an empty file; restore it from a backup\n";
    expect([code, stdout, stderr], args.join(" ")).toEqual([78, "", says]);
  }
  const status = await tieout(["status"], { cwd, env: ENV });
  expect([status.code, status.stderr]).toEqual([
    74,
    "The ledger ./tieout.db is empty; restore it from a backup\n",
  ]);
  expect(readFileSync(file)).toHaveLength(0);
  expect(namesIn(cwd)).toEqual(["tieout.db"]);
});

const PLANTED: Readonly<Record<string, (file: string) => void>> = {
  directory: (file) => void mkdirSync(file),
  pipe: (file) => void expect(spawnSync("mkfifo", [file]).status).toBe(0),
};

it.each([
  { what: "directory", says: "The ledger ./tieout.db is a directory, and not the file of a ledger\n" },
  { what: "pipe", says: "The ledger ./tieout.db is a pipe or a device, which holds no ledger\n" },
])("a $what in place of a ledger is named and not waited for, exit 74", async ({ what, says }) => {
  const cwd = temporaryDirectory();
  PLANTED[what]?.(join(cwd, "tieout.db"));
  for (const args of [["run", "--quiet"], ["status"]]) {
    const { code, stderr } = await tieout(args, { cwd, env: ENV });
    expect([code, stderr]).toEqual([74, says]);
  }
});

it.each(["directory", "pipe"])(
  "a %s in place of its key is named and not waited for, exit 74",
  async (what) => {
    const cwd = temporaryDirectory();
    PLANTED[what]?.(join(cwd, "tieout.db.key"));
    const { code, stderr } = await tieout(["run", "--quiet"], { cwd, env: ENV });
    expect([code, stderr]).toEqual([
      74,
      "The ledger ./tieout.db has no usable e-mail key: ./tieout.db.key is no file\n",
    ]);
  },
);
