import {
  A_KEY,
  type ClientOptions,
  Credentials,
  checkClientOptions,
  oneOf,
  openClient,
  type Secret,
} from "@tieout/http";
import manifest from "../package.json" with { type: "json" };
import { errors } from "./errors.ts";
import { type Methods, operations, security } from "./generated/operations.ts";
import { validators } from "./generated/validators.js";

const HOSTS = { production: "https://api.koard.com", uat: "https://api.uat.koard.com" } as const;

/** Koard's API, one method an operation of the spec. */
export type KoardClient = Methods;

/** How a client reaches Koard. Everything but the key has a default; times and retries are those of `@tieout/http`. */
export interface KoardClientOptions extends ClientOptions {
  /** Sent as `x-koard-apikey`, and shown nowhere else. What it may see follows from the account it belongs to. */
  readonly apiKey: string | Secret;
  /** `uat` is Koard's sandbox, where no money moves. Default: `production`. */
  readonly environment?: keyof typeof HOSTS | undefined;
}

/**
 * Opens a client for one API key. Sends nothing by itself.
 *
 * Every method answers `{ data, response, leftOut }` or throws `KoardRefused`, `KoardUnreachable`,
 * `KoardBrokeContract` or `KoardRequestInvalid`. Throws `OptionInvalid`, a `TypeError`, for an option that it cannot take,
 * such as a key that no header can carry.
 */
export const createKoardClient = (options: KoardClientOptions): KoardClient => {
  const {
    apiKey,
    environment = "production",
    ...chosen
  } = checkClientOptions("createKoardClient", options, {
    apiKey: A_KEY,
    environment: oneOf(...Object.keys(HOSTS)),
  });
  return openClient<Methods>(
    {
      ...{ api: "Koard", product: `tieout-koard/${manifest.version}`, baseUrl: HOSTS[environment] },
      ...{ errors, operations, validators, credentials: new Credentials(security, { apiKey }) },
    },
    chosen,
  );
};
