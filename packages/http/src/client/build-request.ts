import type { BytesBody } from "../body-types.ts";
import { letGo, orElse } from "../caller-code.ts";
import { RequestInvalid } from "../errors/api-errors.ts";
import { kindOf } from "../errors/clean-text.ts";
import { OptionInvalid } from "../errors/OptionInvalid.ts";
import type { CallInit, Operation } from "../operation.ts";
import { areAlternatives, HEADERS } from "../operation-rules.ts";
import { invalid } from "../validate/check-request.ts";
import type { CheckContext } from "../validate/validator.ts";
import type { Credentials, SecurityTexts } from "./Credentials.ts";
import { serialisedParameters } from "./serialise-parameters.ts";

/** What holds for every request of a client. */
export interface RequestDefaults {
  /** Where the paths of the spec begin; a slash at its end makes no difference. */
  readonly baseUrl: string;
  /** Sent with every request that has none of the same name. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The keys of operations. Without it none is sent but what stands in `headers`. */
  readonly credentials?: Credentials | undefined;
  /**
   * In place of the addresses that single operations name ({@link Operation.server}). Once it is given, an operation
   * whose address is not in it is not sent, so that a sandbox lets nothing through to the real host.
   */
  readonly servers?: Readonly<Record<string, string>> | undefined;
}

/**
 * Builds the request of a call, and says whether its body can be sent but once. Throws `RequestInvalid` for parameters that cannot be written, for a body that JSON would
 * change or drop something of, and for cookies where the platform keeps them back, as browsers do.
 */
export const buildRequest = async (
  operation: Operation,
  {
    body,
    next,
    ...init
  }: Omit<CallInit, "headers"> & {
    readonly headers: Readonly<Record<string, string>>;
    /** An address in the place of the parameters: that of another page of the same list. */
    readonly next?: string | undefined;
  },
  { context, ...defaults }: RequestDefaults & { readonly context: CheckContext },
): Promise<{ readonly request: Request; readonly isStream: boolean }> => {
  const parameters = serialisedParameters(operation, init, context);
  const written = writtenBody(operation, body, context);
  const base = baseOf(operation, defaults, context);
  const keys = await keysOf(operation, defaults.credentials, context);

  const headers = new Headers({
    accept: operation.accept ?? "application/json",
    ...defaults.headers,
    ...keys.headers,
  });
  if (written.contentType !== undefined) headers.set("content-type", written.contentType);
  for (const [name, value] of Object.entries({ ...parameters.headers, ...init.headers }))
    headers.set(name, value);
  const cookies = joined(headers.get("cookie"), keys.cookies, "; ");
  if (cookies) headers.set("cookie", cookies);
  const place = `${base}${parameters.path}`;
  const asked = next === undefined ? parameters.query : withoutKeys(queryOf(next, place, context), keys);
  const query = joined(asked, keys.query, "&");
  const url = `${place}${query && `?${query}`}`;
  const request = orElse(
    () => new Request(url, { method: operation.method, headers, body: written.body, ...HALF }),
    () => {
      const [expected, actual] = ["a method and an address that the platform can send", "others"];
      throw invalid(context, { path: "operation", expected, actual });
    },
  );
  if (cookies && !request.headers.has("cookie")) {
    throw invalid(context, {
      path: "cookie",
      expected: "a platform that sends the cookies it is given",
      actual: "one that keeps them back",
    });
  }
  return { request, isStream: written.body instanceof ReadableStream };
};

const writtenBody = (
  { writes, contentType = "application/json" }: Operation,
  body: unknown,
  context: CheckContext,
): { readonly body: string | FormData | BytesBody | null; readonly contentType: string | undefined } => {
  if (body === undefined) return { body: null, contentType: undefined };
  if (writes === undefined) return { body: JSON.stringify(body), contentType };
  return orElse(
    () => {
      const given: unknown = writes(body, context);
      letGo(given);
      return { body: null, contentType: undefined, ...Object(given) };
    },
    (error) => {
      if (error instanceof RequestInvalid) throw error;
      throw invalid(context, { path: "operation.writes", expected: "a writer of bodies", actual: "another" });
    },
  );
};

/** What platforms want to be told with a stream, and take with anything else; the types of some do not have it. */
const HALF = { duplex: "half" } as const;

/** What the address of a page asks for. It has to be of the same list: whatever else it led to would be sent the key. */
const queryOf = (next: string, place: string, { api, operation, errors }: CheckContext): string => {
  const target = orElse(
    () => new URL(next, place),
    () => undefined,
  );
  const own = new URL(place);
  if (target?.origin === own.origin && target.pathname === own.pathname) return target.search.slice(1);
  const expected = "a link to another page of the same list";
  throw new errors.contractBroken({ api, operation, path: "$", expected, actual: "another link" });
};

/** Links may repeat the key that they were asked with. The rest stays as it was written, which a server may have signed. */
const withoutKeys = (query: string, keys: SecurityTexts): string =>
  query
    .split("&")
    .filter((part) => !keys.query.some(([name]) => new URLSearchParams(part).has(name)))
    .join("&");

const NO_KEYS: SecurityTexts = { headers: {}, query: [], cookies: [] };

/** The keys of one call. Another installed copy may have made the credentials, so what they give is looked at. */
const keysOf = async (
  operation: Operation,
  credentials: Credentials | undefined,
  context: CheckContext,
): Promise<SecurityTexts> => {
  if (credentials === undefined) return NO_KEYS;
  const keys = await credentials.of(operation, context);
  const areTexts = orElse(
    () =>
      HEADERS.takes(keys.headers) &&
      [keys.query, keys.cookies].every((pairs) => areAlternatives(pairs) && pairs.every(isPair)),
    () => false,
  );
  // Entries leave out what is no text, which a header cannot be called by.
  if (areTexts) return { ...keys, headers: Object.fromEntries(Object.entries(keys.headers)) };
  const expected = "Credentials, which give headers, query and cookies";
  throw new OptionInvalid({ of: "bindOperations", option: "credentials", expected, actual: kindOf(keys) });
};

const isPair = (names: readonly string[]): boolean => names.length === 2;

/** What is there already and the keys, `between` any two. */
const joined = (there: string | null, keys: SecurityTexts["query"], between: string): string =>
  [there, ...keys.map((pair) => pair.map(encodeURIComponent).join("="))].filter(Boolean).join(between);

/** Where the path of an operation begins, without slash at its end. */
const baseOf = (
  { server }: Operation,
  { baseUrl, servers }: RequestDefaults,
  context: CheckContext,
): string => {
  if (server === undefined) return baseUrl.replace(/\/$/, "");
  const given = servers === undefined ? server : servers[server];
  if (given === undefined) {
    throw invalid(context, { path: "servers", expected: `an address in place of ${server}`, actual: "none" });
  }
  return new URL(given, baseUrl).href.replace(/\/$/, "");
};
