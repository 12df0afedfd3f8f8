import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Effect } from "effect";
import { inject } from "vitest";
import {
  type LedgerPlace,
  type PostgresPlace,
  placeOfFile,
  readPostgresAddress,
} from "../../src/config/ledger-place.ts";
import { Ledger } from "../../src/ledger/Ledger.ts";
import { openLedger } from "../../src/ledger/open-ledger.ts";
import { programs } from "../postgres/launch.ts";
import { temporaryDirectory } from "../temporary-directory.ts";

/** Where a ledger may be, in a directory that is gone when the test is. */
export const newFile = (): string => join(temporaryDirectory(), "tieout.db");

/** Where the ledger is in the database of that address. */
export const placeAt = (url: string): PostgresPlace => {
  const read = readPostgresAddress(url);
  if (!("address" in read)) throw new Error(read.expected);
  const { givenPassword: _, ...address } = read.address;
  return { ...address, password: null, keyFile: join(temporaryDirectory(), "hash.key") };
};

/** Asks the server itself, as anybody with psql could. */
const psql = (url: string, statement: string): string =>
  execFileSync(join(programs(), "psql"), ["-qtAX", "-v", "ON_ERROR_STOP=1", url, "-c", statement], {
    encoding: "utf8",
  }).trim();

/** Where a ledger may be, in the database that these tests run on: a file, or an empty database of a server. */
export const newLedger = (): LedgerPlace => {
  const url = inject("postgresUrl");
  if (url === undefined) return placeOfFile(newFile());
  const name = `l_${randomUUID().replaceAll("-", "")}`;
  psql(url, `CREATE DATABASE ${name}`);
  return placeAt(url.replace(/[^/]*$/, name));
};

const urlOf = ({ user, host, port, databaseName }: PostgresPlace): string =>
  `postgres://${user}@${host}:${port}/${databaseName}`;

/** How often a property is tried: what it is about is one code for both databases, and a server takes its time. */
export const tries = (onFiles: number): number =>
  inject("postgresUrl") === undefined ? onFiles : Math.ceil(onFiles / 6);

/** Changes what a ledger holds past tieout. */
export const change = (place: LedgerPlace, statements: string): void => {
  if (place.database === "postgres") return void psql(urlOf(place), statements);
  const db = new DatabaseSync(place.file);
  db.exec(statements);
  db.close();
};

/** What a ledger holds, past tieout. */
export const query = (
  place: LedgerPlace,
  select: string,
): ReadonlyArray<Readonly<Record<string, unknown>>> => {
  if (place.database === "postgres")
    return JSON.parse(psql(urlOf(place), `SELECT coalesce(json_agg(found), '[]') FROM (${select}) found`));
  const db = new DatabaseSync(place.file);
  try {
    return db.prepare(select).all();
  } finally {
    db.close();
  }
};

/** Opens a ledger, holds it, uses it, and closes it: each call is a process of its own to the database. */
export const using = <A, E>(
  place: LedgerPlace | string,
  use: (ledger: Ledger["Service"]) => Effect.Effect<A, E>,
) =>
  Effect.gen(function* () {
    const ledger = yield* Ledger;
    yield* ledger.acquireLease;
    return yield* use(ledger);
  }).pipe(Effect.scoped, Effect.provide(openLedger(typeof place === "string" ? placeOfFile(place) : place)));
