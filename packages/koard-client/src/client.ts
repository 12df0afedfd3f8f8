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

const HOSTS = { production: "https://api.koard.com", uat: "https://api.uat.koard.com" } as const;

/** Koard's API, one method an operation of the spec. */
export type KoardClient = Methods;

/** How a client reaches Koard. Everything but the key has a default; times and retries are those of `@tieout/http`. */
export interface KoardClientOptions extends Omit<TransportOptions, "api" | "secrets" | "errors"> {
  /** Sent as `x-koard-apikey`, and shown nowhere else. What it may see follows from the account it belongs to. */
  readonly apiKey: string | Secret;
  /** `uat` is Koard's sandbox, where no money moves. Default: `production`. */
  readonly environment?: keyof typeof HOSTS;
  /** In place of the environment's host, such as a sandbox on loopback. */
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
 * Opens a client for one API key. Sends nothing by itself.
 *
 * Every method answers `{ data, response, leftOut }` or throws `KoardRefused`, `KoardUnreachable`,
 * `KoardBrokeContract` or `KoardRequestInvalid`. Throws a `TypeError` for a key that no header can carry.
 */
export const createKoardClient = (options: KoardClientOptions): KoardClient => {
  const { apiKey, environment = "production", baseUrl = HOSTS[environment], onViolation, ...wire } = options;
  const credentials = new Credentials(security, { apiKey });
  const own = { api: "Koard", errors, secrets: credentials.secrets };
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
