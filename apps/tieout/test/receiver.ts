import { createServer, type Server } from "node:http";
import { onTestFinished } from "vitest";

/** What a receiver got. */
interface Got {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** The port of a server on loopback, once it listens; it is gone when the test is. */
export const listeningOn = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("the server has no port");
  return address.port;
};

/** A receiver that answers what begins with a status with that, `/hang` never, and all else with 200. */
export const startReceiver = async () => {
  const got: Array<Got> = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const piece of request) body += piece;
    const path = request.url ?? "";
    got.push({ path, headers: request.headers, body });
    if (path.startsWith("/hang")) return;
    const status = Number(/^\/(\d{3})/.exec(path)?.[1] ?? 200);
    response.writeHead(status, status === 302 ? { location: "/ok" } : {}).end("thank you");
  });
  return { got, origin: `http://127.0.0.1:${await listeningOn(server)}` };
};
