import { getHttpOperationsFromSpec } from "@stoplight/prism-http";
import { createServer } from "@stoplight/prism-http-server";
import { onTestFinished } from "vitest";

/** An answer that came through Prism, as far as a test looks at it. */
interface Seen {
  /** Method and path, without the query. */
  readonly call: string;
  readonly status: number;
  /** What Prism holds against the request or the answer, whatever it thinks of its weight; `""` for nothing. */
  readonly objection: string;
}

/** A running Prism, and a `fetch` that keeps what it said of every answer. */
export interface Prism {
  readonly baseUrl: string;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly seen: readonly Seen[];
}

// Prism says everything in its answers as well, so nobody listens to its log.
const silent = {
  child: () => silent,
  debug: () => undefined,
  error: () => undefined,
  info: () => undefined,
  success: () => undefined,
  warn: () => undefined,
};

const CHECKS = {
  checkSecurity: true,
  validateRequest: true,
  validateResponse: true,
  // An answer that breaks the spec is withheld, and a problem with status 500 sent in its place.
  errors: true,
  upstreamProxy: undefined,
  mock: { dynamic: false },
};

/** Violations stand in a header, unless Prism answers itself: then the body is a problem of its own. */
const objectionIn = async (response: Response): Promise<string> =>
  response.headers.get("content-type") === "application/problem+json"
    ? response.clone().text()
    : (response.headers.get("sl-violations") ?? "");

type Config = Parameters<typeof createServer>[1]["config"];

type Operations = Parameters<typeof createServer>[0];

/** A spec as Prism reads it. */
export const readByPrism = (spec: object): Promise<Operations> =>
  // References are resolved in place, and the spec belongs to others, too.
  getHttpOperationsFromSpec(structuredClone(spec));

const prism = async (operations: Operations, config: Config): Promise<Prism> => {
  const server = createServer(operations, { cors: false, components: { logger: silent }, config });
  const baseUrl = await server.listen(0, "127.0.0.1");
  onTestFinished(() => server.close());
  const seen: Seen[] = [];
  return {
    baseUrl,
    seen,
    fetch: async (request) => {
      const response = await fetch(request);
      const call = `${request.method} ${new URL(request.url).pathname}`;
      seen.push({ call, status: response.status, objection: await objectionIn(response) });
      return response;
    },
  };
};

/** Prism between a client and a server: what passes is held against the spec in both directions. */
export const proxyTo = (
  upstream: string,
  operations: Operations,
  checks: Partial<typeof CHECKS> = {},
): Promise<Prism> => prism(operations, { ...CHECKS, ...checks, isProxy: true, upstream: new URL(upstream) });

/** Prism in a server's place: it answers from the spec's examples, unless a request asks for something else. */
export const mockOf = (operations: Operations): Promise<Prism> =>
  prism(operations, { ...CHECKS, isProxy: false });

/** Where Prism objected, one line each. */
export const objections = ({ seen }: Prism): readonly string[] =>
  seen.flatMap(({ call, status, objection }) => (objection === "" ? [] : [`${call} ${status} ${objection}`]));
