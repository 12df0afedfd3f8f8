import {
  A_KEY,
  type ClientOptions,
  type ClientParts,
  Credentials,
  checkClientOptions,
  type MethodsShape,
  oneOf,
  openClient,
  type PickedOperation,
  pickOperations,
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

/** What a client of this package is made of beside its operations. */
const openKoard = <Some extends MethodsShape<Some>>(
  of: string,
  parts: Pick<ClientParts<Some>, "operations" | "validators">,
  options: KoardClientOptions,
): Some => {
  const {
    apiKey,
    environment = "production",
    ...chosen
  } = checkClientOptions(of, options, {
    apiKey: A_KEY,
    environment: oneOf(...Object.keys(HOSTS)),
  });
  return openClient<Some>(
    {
      ...{ api: "Koard", product: `tieout-koard/${manifest.version}`, baseUrl: HOSTS[environment] },
      ...{ ...parts, errors, credentials: new Credentials(security, { apiKey }) },
    },
    chosen,
  );
};

/**
 * Opens a client for one API key. Sends nothing by itself.
 *
 * Every method answers `{ data, status, response, leftOut }` or throws `KoardRefused`, `KoardUnreachable`,
 * `KoardBrokeContract` or `KoardRequestInvalid`. Throws `OptionInvalid`, a `TypeError`, for an option that it cannot take,
 * such as a key that no header can carry.
 */
export const createKoardClient = (options: KoardClientOptions): KoardClient =>
  openKoard<Methods>("createKoardClient", { operations, validators }, options);

/**
 * Opens a client that has a few operations, those of `@tieout/koard/picks`, and is otherwise the same. A bundle of it holds
 * nothing of the others: neither what they are held against nor how they are sent.
 */
export const pickKoardClient = <Id extends keyof Methods>(
  picked: { readonly [Name in Id]: PickedOperation<Methods[Name]> },
  options: KoardClientOptions,
): Pick<Methods, Id> =>
  openKoard<Pick<Methods, Id>>("pickKoardClient", pickOperations("pickKoardClient", picked), options);
