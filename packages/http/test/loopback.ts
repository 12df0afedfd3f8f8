import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { onTestFinished } from "vitest";

/** What a server does with its request number `nth`, from 1. */
export type Handler = (request: IncomingMessage, response: ServerResponse, nth: number) => void;

/** A server on loopback that is gone when the test is. */
export interface Loopback {
  readonly url: string;
  readonly bodies: string[];
  readonly count: () => number;
}

/** Serves with `handle` on a free port; request bodies are read before it is called. */
export const serve = async (handle: Handler): Promise<Loopback> => {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (piece: string) => {
      body += piece;
    });
    request.on("end", () => handle(request, response, bodies.push(body)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, bodies, count: () => bodies.length };
};

/** Answers with JSON. */
export const json = (
  response: ServerResponse,
  body: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): void => {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
};
