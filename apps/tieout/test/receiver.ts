import { createServer } from "node:http";
import { listening } from "./listening.ts";

/** What a receiver got. */
interface Got {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/**
 * A receiver that answers what begins with a status with that, `/hang` and the
 * beginning of `/late` never, and all else with 200.
 */
export const startReceiver = async () => {
  const got: Array<Got> = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const piece of request) body += piece;
    const path = request.url ?? "";
    got.push({ path, headers: request.headers, body });
    if (path.startsWith("/hang") || path === "/late/start") return;
    const status = Number(/^\/(\d{3})/.exec(path)?.[1] ?? 200);
    response.writeHead(status, status === 302 ? { location: "/ok" } : {}).end("thank you");
  });
  return { got, origin: `http://127.0.0.1:${await listening(server)}` };
};
