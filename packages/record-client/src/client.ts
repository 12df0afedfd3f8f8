import {
  bindOperations,
  Credentials,
  type OnViolation,
  type Secret,
  type Transport,
  type TransportOptions,
  transport,
} from "@tieout/http";
import { errors } from "./errors.ts";
import { type Methods, operations, security } from "./generated/operations.ts";
import { validators } from "./generated/validators.js";

const BASE_URL = "https://api.getrecord.in/api/external/issuance";

/** Record's issuance API, one method an operation of the spec. */
export type RecordClient = Methods;

/** How a client reaches Record. Everything but the token has a default; times and retries are those of `@tieout/http`. */
export interface RecordClientOptions extends Omit<TransportOptions, "api" | "secrets" | "errors"> {
  /** Selects organisation and mode (see {@link modeOf}), and is shown nowhere. */
  readonly token: string | Secret;
  /** The header that carries the token: `Authorization: Bearer …` or a bare `X-Api-Key`. Default: `authorization`. */
  readonly keyHeader?: "authorization" | "x-api-key";
  /** Test and live share one host, so this is only for something in its place, such as a sandbox on loopback. */
  readonly baseUrl?: string;
  /**
   * Is told about every record or member left out of an answer because it breaks the spec.
   * Without it, a broken record fails its whole call.
   */
  readonly onViolation?: OnViolation;
  /** In place of the transport made from the other options, to share one between clients. */
  readonly transport?: Transport;
}

/**
 * Opens a client for one token. Sends nothing by itself.
 *
 * Every method answers `{ data, response, leftOut }`, `data` being Record's envelope with its own `data` inside, or throws
 * `RecordRefused`, `RecordUnreachable`, `RecordBrokeContract` or `RecordRequestInvalid`.
 * Throws a `TypeError` for a token that no header can carry.
 */
export const createRecordClient = (options: RecordClientOptions): RecordClient => {
  const { token, keyHeader = "authorization", baseUrl = BASE_URL, onViolation, ...wire } = options;
  const scheme = keyHeader === "authorization" ? "bearerToken" : "apiKeyHeader";
  const credentials = new Credentials(security, { [scheme]: token });
  const own = { api: "Record", errors, secrets: credentials.secrets };
  return bindOperations<Methods>({
    ...own,
    operations,
    validators,
    baseUrl,
    credentials,
    transport: wire.transport ?? transport({ ...wire, ...own }),
    ...(onViolation ? { onViolation } : {}),
  });
};
