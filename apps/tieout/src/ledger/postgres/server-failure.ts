import { CodecError } from "@effect/sql-pg/PgTypes";
import { LockTimeoutError, SqlError, type SqlErrorReason, UnknownError } from "effect/sql/SqlError";
import { ServerFailed, type ServerFault } from "./ServerFailed.ts";

/** What a failure is, by PostgreSQL's code for it (SQLSTATE), or by the first two letters of that. */
const BY_CODE: Readonly<Record<string, ServerFault>> = {
  // There is no such database.
  "3D000": "misconfigured",
  // There is no schema in which tables could be made.
  "3F000": "misconfigured",
  // The role has no right to that.
  "42501": "misconfigured",
  // A setting that the session begins with is refused, as by a pooler.
  "08P01": "misconfigured",
  "28": "refused",
  "08": "interrupted",
  // Too many connections.
  "53300": "interrupted",
  // It shuts down, crashed, or is starting.
  "57": "interrupted",
  "55P03": "interrupted",
  "40": "interrupted",
  "25P03": "interrupted",
  XX001: "damaged",
  XX002: "damaged",
  // A text that is no JSON, though only JSON is stored there.
  "22P02": "damaged",
  "22P05": "damaged",
};

/** What TLS fails with where it is the configuration that is wrong, as Node's codes have it. */
const OF_CERTIFICATES = /^(?:CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_TLS_CERT|ERR_SSL|EPROTO)/;

const textOf = (cause: object, member: string): string | undefined => {
  const value: unknown = Reflect.get(cause, member);
  return typeof value === "string" && value !== "" ? value : undefined;
};

/** The innermost failure, which says what happened. */
const innermost = (cause: unknown): unknown =>
  cause instanceof Error && cause.cause instanceof Error ? innermost(cause.cause) : cause;

/** Some systems tell of several tries to connect at once: all failed, and the first says why as well as any. */
const wordsOf = (cause: unknown): string => {
  if (cause instanceof AggregateError) return wordsOf(cause.errors[0]);
  return cause instanceof Error ? cause.message : String(cause);
};

const NO_TLS = "The server does not support TLS";

/** What to do is never to look at less: whoever is on the way could say the same. */
const ofTls = (words: string): string => {
  const said = `the server is not to be spoken to by TLS as sslmode says (${words})`;
  if (words === NO_TLS) return `${said}; have the server use TLS, or say in the address that it does without`;
  return `${said}; look at the host in the address, at sslrootcert and at the server's certificate`;
};

/** A pooler hands each transaction another session of the server, which knows nothing of statements that were prepared. */
const OF_POOLERS: ReadonlyArray<string> = ["26000", "42P05"];

const OF_READERS = "25006";

/** Why nothing can be written where only reading is allowed, and what to do. */
export const ONLY_READS =
  "it is a standby, or set to read; the address has to lead to the server that writes";

const failedBy = (reason: SqlErrorReason): ServerFailed => {
  const cause = innermost(reason.cause);
  const words = wordsOf(cause);
  const code = cause instanceof Error ? (textOf(cause, "code") ?? "") : "";
  const isConnecting = reason.operation === "connect";
  if (isConnecting && (OF_CERTIFICATES.test(code) || words === NO_TLS))
    return new ServerFailed(ofTls(words), "misconfigured");
  if (cause instanceof CodecError) return new ServerFailed(words, "damaged");
  if (OF_POOLERS.includes(code))
    return new ServerFailed(
      `${words}: behind a pooler that hands out sessions, add prepare=false to the address`,
      "misconfigured",
    );
  if (code === OF_READERS) return new ServerFailed(`${words}: ${ONLY_READS}`, "misconfigured");
  const severity = cause instanceof Error ? textOf(cause, "severity") : undefined;
  if (severity !== undefined)
    return new ServerFailed(words, BY_CODE[code] ?? BY_CODE[code.slice(0, 2)] ?? "failed");
  if (reason._tag === "AuthenticationError") return new ServerFailed(words, "refused");
  if (reason._tag !== "ConnectionError") return new ServerFailed(words, "failed");
  return isConnecting
    ? new ServerFailed(`nobody answers there (${words})`, "unreachable")
    : new ServerFailed(`the server went away (${words}): run again`, "interrupted");
};

/** Says of a failure of the client what it is. One that waited for a lock stays one: whoever holds it can be named. */
export const namedFailure = (failed: SqlError): SqlError => {
  const { reason } = failed;
  if (reason.cause instanceof ServerFailed) return failed;
  const fields = { cause: failedBy(reason), message: reason.message, operation: reason.operation };
  return new SqlError({
    reason: reason._tag === "LockTimeoutError" ? new LockTimeoutError(fields) : new UnknownError(fields),
  });
};
