import { orElse } from "../caller-code.ts";
import { kindOf } from "../errors/clean-text.ts";
import { OptionInvalid } from "../errors/OptionInvalid.ts";
import {
  A_FUNCTION,
  A_RECORD,
  A_TEXT,
  ADDRESSES,
  AN_ADDRESS,
  ERRORS,
  hasMethods,
  required,
} from "../option-rules.ts";
import { checkOptions, type OptionRule, type OptionRules } from "../options.ts";
import { TRANSPORT_RULES } from "../send/settings.ts";
import { transport } from "../send/transport.ts";
import type { Transport, TransportOptions } from "../send/transport-options.ts";
import type { OnViolation } from "../validate/validator.ts";
import { bindOperations } from "./bind-operations.ts";
import type { BindOptions, MethodsShape } from "./bind-types.ts";
import type { Credentials } from "./Credentials.ts";

/** What everybody who opens a client may choose; each client adds its key, and what else is its own. */
export interface ClientOptions extends Omit<TransportOptions, "api" | "secrets" | "errors"> {
  /** In place of the API's host, such as a sandbox on loopback. May have a path, and neither query nor name and password. */
  readonly baseUrl?: string | undefined;
  /**
   * Receives every record or member left out of an answer because it breaks the spec.
   * Without it, a broken record fails its whole call.
   */
  readonly onViolation?: OnViolation | undefined;
  /** In place of the transport made from the other options, to share one between clients. */
  readonly transport?: Transport | undefined;
}

/** What a client is. */
export interface ClientParts<Methods>
  extends Required<Pick<BindOptions<Methods>, "api" | "errors" | "operations" | "validators">> {
  /** Name and version, as `User-Agent` has them: `tieout-koard/1.0.0`. */
  readonly product: string;
  /** Where the API is, where `baseUrl` does not give another place; the spec may name none. */
  readonly baseUrl?: string;
  readonly credentials?: Credentials;
  /** In place of the addresses that single operations name. */
  readonly servers?: Readonly<Record<string, string>> | undefined;
}

const clientRules = (own: OptionRules): OptionRules => {
  const { api: _api, secrets: _secrets, errors: _errors, ...shared } = TRANSPORT_RULES;
  return { ...shared, baseUrl: AN_ADDRESS, onViolation: A_FUNCTION, transport: A_FUNCTION, ...own };
};

/** They go with a transport of one's own; everything else would be ignored beside it. */
const BESIDE_TRANSPORT: readonly string[] = ["baseUrl", "onViolation", "transport"];

/**
 * The options that `of`, such as `createKoardClient`, was given, each read once. Throws `OptionInvalid` for the first that
 * it cannot take: one that is not what it has to be, that there is not, or that a `transport` of the caller's own leaves
 * without effect. `own` are the rules of those options that only this client has.
 */
export const checkClientOptions = <Options extends ClientOptions>(
  of: string,
  given: Options,
  own: OptionRules,
): Options => {
  const rules = orElse(
    () => clientRules(own),
    () => {
      const expected = "rules by option";
      throw new OptionInvalid({ of, option: "rules", expected, actual: kindOf(own) });
    },
  );
  const options = checkOptions(of, given, rules);
  if (options.transport === undefined) return options;
  const ignored = Object.entries(options).find(
    ([name]) => !BESIDE_TRANSPORT.includes(name) && !Object.hasOwn(own, name),
  );
  if (ignored === undefined) return options;
  const [option, value] = ignored;
  throw new OptionInvalid({ of, option, expected: "nothing beside transport", actual: kindOf(value) });
};

/** Of another installed copy too. */
const A_CREDENTIALS: OptionRule = {
  expected: "Credentials",
  takes: (value) => hasMethods("of")(value) && Array.isArray(Object(value).secrets),
};

/** Operations, validators and address are looked at by `bindOperations`, which is given them. */
const PARTS: OptionRules = {
  ...{ product: required(A_TEXT), api: required(A_TEXT), errors: ERRORS },
  ...{ operations: A_RECORD, validators: A_RECORD, baseUrl: AN_ADDRESS },
  ...{ credentials: A_CREDENTIALS, servers: ADDRESSES },
};

/** Makes a client of its parts and of what was chosen. Throws `OptionInvalid` for what of either it cannot take. */
export const openClient = <Methods extends MethodsShape<Methods>>(
  given: ClientParts<Methods>,
  chosen: ClientOptions,
): Methods => {
  const { product, ...parts } = checkOptions("openClient", given, PARTS);
  const {
    baseUrl = parts.baseUrl ?? "",
    onViolation,
    transport: own,
    ...wire
  } = checkClientOptions("openClient", chosen, {});
  const { api, errors, credentials } = parts;
  const secrets = credentials?.secrets ?? [];
  return bindOperations<Methods>({
    ...parts,
    ...{ secrets, baseUrl, onViolation },
    headers: { "user-agent": product },
    transport: own ?? transport({ ...wire, api, errors, secrets }),
  });
};
