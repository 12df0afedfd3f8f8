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

const BASE_URL = "https://api.getrecord.in/api/external/issuance";

/** Record's issuance API, one method an operation of the spec. */
export type RecordClient = Methods;

/**
 * How a client reaches Record. Everything but the token has a default; times and retries are those of `@tieout/http`.
 * Test and live share one host, so `baseUrl` is only for something in its place.
 */
export interface RecordClientOptions extends ClientOptions {
  /** Selects organisation and mode (see {@link modeOf}), and is shown nowhere. */
  readonly token: string | Secret;
  /** The header that carries the token: `Authorization: Bearer …` or a bare `X-Api-Key`. Default: `authorization`. */
  readonly keyHeader?: "authorization" | "x-api-key" | undefined;
}

/** What a client of this package is made of beside its operations. */
const openRecord = <Some extends MethodsShape<Some>>(
  of: string,
  parts: Pick<ClientParts<Some>, "operations" | "validators">,
  options: RecordClientOptions,
): Some => {
  const {
    token,
    keyHeader = "authorization",
    ...chosen
  } = checkClientOptions(of, options, {
    token: A_KEY,
    keyHeader: oneOf("authorization", "x-api-key"),
  });
  const scheme = keyHeader === "authorization" ? "bearerToken" : "apiKeyHeader";
  return openClient<Some>(
    {
      ...{ api: "Record", product: `tieout-record/${manifest.version}`, baseUrl: BASE_URL },
      ...{ ...parts, errors, credentials: new Credentials(security, { [scheme]: token }) },
    },
    chosen,
  );
};

/**
 * Opens a client for one token. Sends nothing by itself.
 *
 * Every method answers `{ data, status, response, leftOut }`, `data` being Record's envelope with its own `data` inside, or throws
 * `RecordRefused`, `RecordUnreachable`, `RecordBrokeContract` or `RecordRequestInvalid`.
 * Throws `OptionInvalid`, a `TypeError`, for an option that it cannot take, such as a token that no header can carry.
 */
export const createRecordClient = (options: RecordClientOptions): RecordClient =>
  openRecord<Methods>("createRecordClient", { operations, validators }, options);

/**
 * Opens a client that has a few operations, those of `@tieout/record/picks`, and is otherwise the same. A bundle of it holds
 * nothing of the others: neither what they are held against nor how they are sent.
 */
export const pickRecordClient = <Id extends keyof Methods>(
  picked: { readonly [Name in Id]: PickedOperation<Methods[Name]> },
  options: RecordClientOptions,
): Pick<Methods, Id> =>
  openRecord<Pick<Methods, Id>>("pickRecordClient", pickOperations("pickRecordClient", picked), options);
