/**
 * Loaded into a tieout process before its bundle (`node --import`): numbers the steps that leave a trace
 * outside of the process (requests, statements, file operations) and disturbs it at one of them.
 *
 * Nothing is replaced: every step still happens as it would, in the built bundle, by the real system.
 * What is asked for stands in `DISTURBANCE`, as {@link Disturbance} in JSON.
 */
import fs, { appendFileSync, writeFileSync } from "node:fs";
import promises, { type FileHandle } from "node:fs/promises";
import http from "node:http";
import { syncBuiltinESMExports } from "node:module";
import { basename } from "node:path";
import { DatabaseSync, StatementSync } from "node:sqlite";
import type { Disturbance } from "./disturbance.ts";

// Written by `disturbance.ts`, of this very type.
const asked = JSON.parse(process.env["DISTURBANCE"] ?? "{}") as Disturbance;
const pattern = asked.at === undefined ? undefined : new RegExp(asked.at.step);
let [steps, matching] = [0, 0];

const step = (label: string): void => {
  steps += 1;
  if (asked.trace !== undefined) appendFileSync(asked.trace, `${label}\n`);
  if (asked.at === undefined || !pattern?.test(label)) return;
  matching += 1;
  if (matching !== asked.at.nth) return;
  if (asked.reached !== undefined) writeFileSync(asked.reached, `${steps} ${label}\n`);
  process.kill(process.pid, asked.at.signal);
};

/** A path as a label: its last part, without what marks it as some process's. */
const placed = (path: unknown): string =>
  typeof path === "string" ? basename(path).replace(/^(\.staging-)[\da-f-]+$/, "$1") : "";

type AnyFunction = (this: unknown, ...args: unknown[]) => unknown;

/** Makes a step of calling each of these methods of a built-in. */
const watch = (
  owner: object,
  kind: string,
  names: ReadonlyArray<string>,
  label: (...args: ReadonlyArray<unknown>) => string,
): void => {
  for (const name of names) {
    // A method of a built-in, whatever it takes: it is called with what it was given.
    const original = Reflect.get(owner, name) as AnyFunction;
    const watched: AnyFunction = function (...args) {
      step(`${kind} ${name} ${label(...args)}`);
      return original.apply(this, args);
    };
    Reflect.set(owner, name, watched);
  }
};

/** As they are before anything is watched. */
const { closeSync, openSync } = fs;

/**
 * Lets chosen files be made and sends what is written to them to the device that is always full: the system itself
 * refuses it, and the files stay empty.
 */
const fill = (owner: object, names: ReadonlyArray<string>, files: RegExp): void => {
  for (const name of names) {
    const original = Reflect.get(owner, name) as AnyFunction;
    const filled: AnyFunction = function (path, flags, ...rest) {
      if (typeof path !== "string" || typeof flags !== "string" || flags === "r" || !files.test(path))
        return original.call(this, path, flags, ...rest);
      closeSync(openSync(path, flags));
      return original.call(this, "/dev/full", "w", ...rest);
    };
    Reflect.set(owner, name, filled);
  }
};

const watchHandles = async (): Promise<void> => {
  const handle: FileHandle = await promises.open("/dev/null", "r");
  watch(Object.getPrototypeOf(handle), "fs", ["sync", "writeFile"], () => "");
  await handle.close();
};

/** Statements are told apart by their text, which node:sqlite does not give back. */
const watchStatements = (): void => {
  const texts = new WeakMap<object, string>();
  const prepare = DatabaseSync.prototype.prepare;
  DatabaseSync.prototype.prepare = function (sql, ...rest) {
    const statement = prepare.call(this, sql, ...rest);
    texts.set(statement, sql.replace(/\s+/g, " ").trim().slice(0, 60));
    return statement;
  };
  for (const name of ["all", "run"] as const) {
    const original = Reflect.get(StatementSync.prototype, name) as AnyFunction;
    const watched: AnyFunction = function (...args) {
      step(`sql ${texts.get(Object(this)) ?? ""}`);
      return original.apply(this, args);
    };
    Reflect.set(StatementSync.prototype, name, watched);
  }
};

/** What SQLite does on a full disk, it does at a limit of its own as well: the limit belongs to a connection. */
const limitPages = (pages: number): void => {
  const exec = DatabaseSync.prototype.exec;
  DatabaseSync.prototype.exec = function (sql) {
    exec.call(this, sql);
    if (sql.startsWith("PRAGMA foreign_keys")) exec.call(this, `PRAGMA max_page_count = ${pages}`);
  };
};

// Where the system limits the size of files it sends a signal that would end the process: the write is to fail.
process.on("SIGXFSZ", () => {});
await watchHandles();
if (asked.ledgerPages !== undefined) limitPages(asked.ledgerPages);
if (asked.full !== undefined) {
  const files = new RegExp(asked.full);
  fill(fs, ["open", "openSync"], files);
  fill(promises, ["open"], files);
}
watch(fs, "fs", ["open", "write", "writev", "fsync"], placed);
watch(fs, "fs", ["openSync", "writeSync", "fsyncSync", "renameSync", "rmSync"], placed);
watch(promises, "fs", ["mkdir", "open", "rm", "readdir"], placed);
watch(promises, "fs", ["rename", "symlink"], (from, to) => `${placed(from)} ${placed(to)}`);
watch(DatabaseSync.prototype, "sql", ["exec"], String);
watchStatements();
watch(http, "http", ["request"], (url) => new URL(String(url)).pathname);
syncBuiltinESMExports();
