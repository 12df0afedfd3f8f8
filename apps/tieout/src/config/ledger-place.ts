import type { Secret } from "@tieout/http";
import { isLoopback } from "./loopback.ts";

/** How a ledger is spoken to over the network: in clear, encrypted to whoever answers, or to who can prove its name. */
const TLS_MODES = ["disable", "require", "verify-full"] as const;

/** A ledger in an SQLite file. */
export interface SqlitePlace {
  readonly database: "sqlite";
  /** What sentences call it: its path. */
  readonly name: string;
  readonly file: string;
  /** The file of its key of hashing. */
  readonly keyFile: string;
}

/** The address of a PostgreSQL ledger, as a setting gives it. */
export interface PostgresAddress {
  readonly database: "postgres";
  /** What sentences call it: its host, port and database, without the role and its password. */
  readonly name: string;
  readonly host: string;
  /** Where the server's socket is, where it is on this machine and not asked over the network. */
  readonly socketDirectory: string | null;
  readonly port: number;
  readonly databaseName: string;
  readonly user: string;
  /** The password, where the address holds one. */
  readonly givenPassword: string | null;
  readonly tls: (typeof TLS_MODES)[number];
  /** A file of certificates that the server's is signed by; null for those that the platform trusts. */
  readonly rootCertificates: string | null;
  /** Whether statements are prepared by name, which a pooler that hands each transaction another session cannot do. */
  readonly isPreparing: boolean;
}

/** A ledger in a PostgreSQL database. */
export interface PostgresPlace extends Omit<PostgresAddress, "givenPassword"> {
  readonly password: Secret | null;
  /** The file of its key of hashing, which all runners share; null where none is named. */
  readonly keyFile: string | null;
}

/** Where a ledger is. */
export type LedgerPlace = SqlitePlace | PostgresPlace;

/** What a setting says of it. */
export type LedgerAddress = Pick<SqlitePlace, "database" | "file"> | PostgresAddress;

/** The key of hashing beside the file of a ledger. */
export const keyFileBeside = (file: string): string => `${file}.key`;

/** A ledger in a file, with its key beside it. */
export const placeOfFile = (file: string, keyFile = keyFileBeside(file)): SqlitePlace => ({
  ...{ database: "sqlite", name: file, file, keyFile },
});

type Parsed = { readonly address: PostgresAddress } | { readonly expected: string };

const wrong = (expected: string): Parsed => ({ expected });

const KNOWN: ReadonlySet<string> = new Set(["host", "sslmode", "sslrootcert", "prepare"]);

/** What the parameters of an address say, or what is wrong with them. */
const parametersOf = (given: URLSearchParams) => {
  const unknown = [...given.keys()].find((name) => !KNOWN.has(name));
  if (unknown !== undefined)
    return { expected: `no parameter ${unknown}: tieout knows ${[...KNOWN].join(", ")}` };
  const mode = given.get("sslmode");
  const tls = TLS_MODES.find((known) => known === mode);
  if (mode !== null && tls === undefined) return { expected: `sslmode to be one of ${TLS_MODES.join(", ")}` };
  const prepare = given.get("prepare") ?? "true";
  if (!/^(?:true|false)$/.test(prepare)) return { expected: "prepare to be true or false" };
  const socketDirectory = given.get("host");
  if (socketDirectory !== null && !socketDirectory.startsWith("/"))
    return { expected: "the host before the database; as a parameter it is the directory of a socket" };
  const rootCertificates = given.get("sslrootcert");
  return { tls, isPreparing: prepare === "true", socketDirectory, rootCertificates };
};

/** Whether an address is meant as one of PostgreSQL. Its text is not to be shown: it may hold a password. */
export const isPostgresAddress = (text: string): boolean => /^postgres(?:ql)?:/i.test(text);

const decoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
};

/**
 * Reads `postgres://role@host:5432/database?sslmode=verify-full`, or `postgres://role@/database?host=/var/run/postgresql`.
 * The role and the database have to be named: who they are is not left to the user that a process runs as.
 */
export const readPostgresAddress = (text: string): Parsed => {
  // Of a scheme that it does not know `URL` takes a missing host, and a user with it, for wrong.
  const hasHost = !/^[a-z]+:\/\/(?:[^/?#]*@)?\//i.test(text);
  const whole = hasHost ? text : text.replace(/^([a-z]+:\/\/(?:[^/?#]*@)?)\//i, "$1localhost/");
  if (/^[a-z]+:\/\/(?:[^/?#]*@)?[^/?#]*,/i.test(whole))
    return wrong(
      "one host, or an address that leads to the server that writes: of several tieout tries none",
    );
  if (!URL.canParse(whole)) return wrong("an address such as postgres://role@host:5432/database");
  const url = new URL(whole);
  const [user, givenPassword, databaseName] = [url.username, url.password, url.pathname.slice(1)].map(
    decoded,
  );
  if (user === undefined || givenPassword === undefined || databaseName === undefined)
    return wrong("percent signs only where they stand for a character, as %40 for @");
  if (user === "") return wrong("a role before the host, as in postgres://role@host:5432/database");
  if (databaseName === "" || databaseName.includes("/"))
    return wrong("a database after the host, as in postgres://role@host:5432/database");
  if (url.hash !== "") return wrong("no #; in a password it is written %23");
  const parameters = parametersOf(url.searchParams);
  if (parameters.expected !== undefined) return wrong(parameters.expected);
  const { tls, isPreparing, socketDirectory, rootCertificates } = parameters;
  if (!hasHost && socketDirectory === null)
    return wrong("a host, or a parameter host with the directory of the server's socket");
  if (hasHost && socketDirectory !== null) return wrong("one host: before the database, or as a parameter");
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const port = url.port === "" ? 5432 : Number(url.port);
  const isHere = socketDirectory !== null || isLoopback(url.href);
  if (rootCertificates !== null && tls !== "verify-full" && (tls !== undefined || isHere))
    return wrong("sslmode=verify-full beside sslrootcert, which nothing else looks at");
  const name =
    socketDirectory === null
      ? `postgres://${url.hostname}:${port}/${databaseName}`
      : `postgres:///${databaseName}?host=${socketDirectory}`;
  const address: PostgresAddress = {
    ...{ database: "postgres", name, host, socketDirectory, port, databaseName, user },
    givenPassword: givenPassword === "" ? null : givenPassword,
    // Whoever is on the way to another machine could read every person's hash, and write the next report.
    tls: tls ?? (isHere ? "disable" : "verify-full"),
    ...{ rootCertificates, isPreparing },
  };
  return { address };
};
