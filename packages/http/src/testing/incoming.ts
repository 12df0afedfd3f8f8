import { apiErrors, RequestInvalid } from "../errors/api-errors.ts";
import type { Operation } from "../operation.ts";
import type { OperationValidators, Validator } from "../validate/validator.ts";

/** What a spec holds about requests, as the generated half of a client holds it. */
export interface RequestRules {
  /** The API's name in messages. */
  readonly api: string;
  /** What stands before the spec's paths in the address of its server; a request may leave it out. */
  readonly basePath?: string;
  readonly operations: Readonly<Record<string, Operation>>;
  readonly validators: Readonly<Record<string, OperationValidators>>;
  /** Hold the query of a URL against the spec, by `operationId`. */
  readonly queries: Readonly<Record<string, Validator>>;
}

/** A request as it came in. */
export interface Asked {
  /** The `operationId`. */
  readonly operation: string;
  readonly path: Readonly<Record<string, string>>;
  /** As the spec types it: numbers, booleans and lists, no longer texts. */
  readonly query: Readonly<Record<string, unknown>>;
  /**
   * Parsed; `undefined` where there was none. A form by its members, as texts; parts as `FormData`; of bytes a `Blob`, of
   * other media types the text. These the client has held against the spec before it wrote them, and nobody does so again.
   */
  readonly body: unknown;
  readonly headers: Headers;
}

/** Reads a request, or reports in `fault` how it breaks the spec. */
export const readIncoming = async (
  rules: RequestRules,
  request: Request,
): Promise<{ readonly asked: Asked; readonly operation: Operation } | { readonly fault: string }> => {
  const { pathname, searchParams } = new URL(request.url);
  const base = rules.basePath ?? "";
  const place = pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : pathname;
  const route = routeOf(Object.values(rules.operations), request.method, place);
  if (route === undefined) return { fault: `the spec of ${rules.api} has no ${request.method} ${pathname}` };

  const { operation, path } = route;
  const query = queryOf(searchParams);
  const body = await bodyOf(request, operation);
  const fault = queryFault(query, rules.queries[operation.id]) ?? bodyFault(body, operation, rules);
  if (fault !== undefined) return { fault: `${operation.id}: ${fault}` };
  return { asked: { operation: operation.id, path, query, body, headers: request.headers }, operation };
};

interface Route {
  readonly operation: Operation;
  readonly path: Readonly<Record<string, string>>;
}

/** Of the templates that fit, the one with the fewest parameters: `/batches/open` is no batch called "open". */
const routeOf = (operations: readonly Operation[], method: string, place: string): Route | undefined => {
  const fitting = operations.flatMap((operation): Route[] => {
    const pattern = operation.path
      .replaceAll(/[.*+?^$()|[\]\\]/g, "\\$&")
      .replaceAll(/\{(\w+)\}/g, "(?<$1>[^/]+)");
    const found = operation.method === method ? new RegExp(`^${pattern}$`).exec(place) : null;
    if (found === null) return [];
    const given = Object.entries(found.groups ?? {});
    return [
      { operation, path: Object.fromEntries(given.map(([name, id]) => [name, decodeURIComponent(id)])) },
    ];
  });
  const parameters = ({ path }: Route): number => Object.keys(path).length;
  return fitting.sort((one, other) => parameters(one) - parameters(other))[0];
};

const queryOf = (given: URLSearchParams): Record<string, unknown> => {
  const names = [...new Set(given.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = given.getAll(name);
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
};

/** Also turns the texts of the query into what the spec wants there. */
const queryFault = (query: Record<string, unknown>, validator: Validator | undefined): string | undefined => {
  if (validator === undefined || validator(query)) return undefined;
  const [issue] = validator.errors ?? [];
  const unknown = issue?.params["additionalProperty"];
  if (typeof unknown === "string") return `the spec has no query parameter ${unknown}`;
  return `query${issue?.instancePath.replaceAll("/", ".")} ${issue?.message ?? "breaks the spec"}`;
};

/** What was sent, as its media type says it. */
const bodyOf = async (request: Request, { writes }: Operation): Promise<unknown> => {
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength === 0) return undefined;
  const text = new TextDecoder().decode(bytes);
  if (writes === undefined) return parsed(text);
  const type = request.headers.get("content-type") ?? "";
  if (/^multipart\/form-data\b/i.test(type))
    return new Response(bytes, { headers: { "content-type": type } }).formData();
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) return queryOf(new URLSearchParams(text));
  return isText(type) ? text : new Blob([bytes], { type });
};

const isText = (type: string): boolean =>
  /^(?:text\/|application\/(?:[\w.+-]+\+)?(?:xml|yaml)\b|application\/x-ndjson\b)/i.test(type);

const bodyFault = (
  body: unknown,
  operation: Operation,
  { api, validators }: RequestRules,
): string | undefined => {
  if (body === undefined) return operation.bodyRequired ? "the spec wants a body" : undefined;
  if (operation.writes !== undefined) return undefined;
  const check = validators[operation.id]?.request;
  if (check === undefined) return "the spec knows no body";
  try {
    check(body, { api, operation: operation.id, errors: apiErrors });
    return undefined;
  } catch (error) {
    if (!(error instanceof RequestInvalid)) throw error;
    return `${error.path}: expected ${error.expected}, got ${error.actual}`;
  }
};

/** A text that is no JSON stands for itself, and no schema of ours takes a bare text. */
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};
