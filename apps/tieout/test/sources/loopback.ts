import { createServer, type IncomingMessage } from "node:http";
import { onTestFinished } from "vitest";

/** An answer made by hand: a status, and a body that is sent as JSON unless it is a text. */
interface Answer {
  readonly status?: number;
  readonly body: unknown;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request as a route sees it: which one of the route's it is, from 1, its query and its body. */
interface Asked {
  readonly nth: number;
  readonly query: URLSearchParams;
  readonly sent: string;
}

/** What a route answers, always the same or by the request. */
export type Route = Answer | ((asked: Asked) => Answer | Promise<Answer>);

/** A server on loopback that is gone when the test is. */
export interface Loopback {
  readonly url: string;
  /** The requests so far, as `GET /v1/batches?limit=500`. */
  readonly asked: readonly string[];
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const pieces: Buffer[] = [];
  for await (const piece of request) if (Buffer.isBuffer(piece)) pieces.push(piece);
  return Buffer.concat(pieces).toString("utf8");
};

/** Serves routes by `METHOD /path`, the query left aside; anything else is a 404. */
export const serve = async (routes: Readonly<Record<string, Route>>): Promise<Loopback> => {
  const asked: string[] = [];
  const counts = new Map<string, number>();
  const server = createServer(async (request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
    const name = `${request.method} ${pathname}`;
    const route = routes[name] ?? { status: 404, body: { detail: "Not Found", error: "not found" } };
    const nth = (counts.get(name) ?? 0) + 1;
    counts.set(name, nth);
    const sent = await bodyOf(request);
    const answer = typeof route === "function" ? await route({ nth, query: searchParams, sent }) : route;
    const isText = typeof answer.body === "string";
    const type = answer.type ?? (isText ? "text/html" : "application/json");
    response.writeHead(answer.status ?? 200, { "content-type": type, ...answer.headers });
    response.end(isText ? answer.body : JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, asked };
};
