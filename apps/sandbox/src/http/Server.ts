import {
  createServer,
  type Server as HttpServer,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { Faults } from "../faults/Faults.ts";
import type { Target } from "../faults/fault-kinds.ts";
import { type HttpFault, pageFaultOf } from "../faults/fault-kinds.ts";
import { retryAfterOf, statusOf } from "../faults/refusal-faults.ts";
import { sendSpoilt } from "../faults/send-spoilt.ts";
import type { Api, Asked } from "./Api.ts";
import { elapsedMs, wait } from "./clock.ts";
import { RateLimit } from "./RateLimit.ts";
import { RequestCounts } from "./RequestCounts.ts";
import { Refused, type Reply, textOf } from "./reply.ts";
import { send } from "./send.ts";

/** One API at its base path, such as `/koard`. */
export interface Mount {
  readonly base: string;
  readonly api: Api;
  readonly refusal: (refused: Refused) => Reply;
}

/** What the server needs beside its APIs. */
export interface ServerOptions {
  readonly mounts: readonly Mount[];
  /** Answers what is no API: the truth, the counters, the next night, faults to come. `undefined` where there is nothing. */
  readonly control: (method: string, url: URL, body: string) => Reply | undefined;
  readonly port: number;
  readonly latencyMs: number;
  readonly rateLimit: number;
  readonly faults: readonly HttpFault[];
  readonly faultSeed: number;
  readonly validateResponses: boolean;
}

const MOST_BODY_BYTES = 8 * 1024 * 1024;

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of request) {
    if (!Buffer.isBuffer(piece)) continue;
    bytes += piece.length;
    if (bytes > MOST_BODY_BYTES)
      throw new Refused(413, "Request body is too large", { code: "PAYLOAD_TOO_LARGE" });
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
};

/** Both APIs on one port of 127.0.0.1, with latency, a rate limit, faults, and a count of what was asked and answered. */
export class Server {
  readonly faults: Faults;
  readonly counts = new RequestCounts();
  readonly #options: ServerOptions;
  readonly #http: HttpServer;
  readonly #limit: RateLimit;
  readonly #closing = new AbortController();

  constructor(options: ServerOptions) {
    this.#options = options;
    this.#limit = new RateLimit(options.rateLimit, elapsedMs);
    this.faults = new Faults(options.faultSeed);
    for (const fault of options.faults) this.faults.add(fault);
    this.#http = createServer((request, response) => {
      this.#serve(request, response).catch((error: unknown) => this.#fail(response, error));
    });
    // Longer than a client keeps an idle connection, so that none is closed while a request is on its way.
    this.#http.keepAliveTimeout = 65_000;
  }

  /** Starts to listen; the answer is the URL without a path. */
  async listen(): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.#http.once("error", reject);
      this.#http.listen(this.#options.port, "127.0.0.1", () => resolve());
    });
    // A TCP server's address is an object; only pipes have a text.
    const { port } = this.#http.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** Stops, and cuts whatever is still open: hanging answers as well. */
  async close(): Promise<void> {
    this.#closing.abort();
    const closed = new Promise<void>((resolve) => this.#http.close(() => resolve()));
    this.#http.closeAllConnections();
    await closed;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method ?? "GET";
    const target = request.url ?? "/";
    const mount = this.#options.mounts.find(({ base }) => target === base || target.startsWith(`${base}/`));
    if (mount === undefined) {
      const body = await bodyOf(request);
      const reply = this.#options.control(method, new URL(target, "http://127.0.0.1"), body);
      return send(response, reply ?? { status: 404, pieces: () => ['{"error":"not found"}'] });
    }
    const path = target.slice(mount.base.length) || "/";
    const { operation, page } = mount.api.route(method, path);
    this.counts.asked(operation, elapsedMs());
    await wait(this.#options.latencyMs, this.#closing.signal);
    // The body is read even where nobody looks at it, so that the connection can be used again.
    const body = await bodyOf(request).catch((error: unknown) =>
      error instanceof Refused ? error : Promise.reject(error),
    );
    if (body instanceof Refused) return send(response, mount.refusal(body));
    const asked = { method, path, headers: request.headers, body };
    return this.#answer(mount, { asked, target: { operation, path, body, page: page(body) } }, response);
  }

  /** The limit stands before everything else, as in a gateway: what it refuses meets no fault. */
  async #answer(
    mount: Mount,
    { asked, target }: { readonly asked: Asked; readonly target: Target },
    response: ServerResponse,
  ): Promise<void> {
    const { operation } = target;
    const waitS = this.#limit.take();
    if (waitS !== undefined) {
      this.counts.answered(operation, "limited");
      return send(response, refusedWith(mount, 429, "Too many requests", String(waitS)));
    }
    const fault = this.faults.next(target);
    this.counts.answered(operation, fault?.kind ?? "served");
    const status = fault && statusOf(fault);
    if (fault !== undefined && status !== undefined)
      return send(
        response,
        refusedWith(mount, status, TEXTS[status] ?? "Fault on demand", retryAfterOf(fault)),
      );
    const reply = await mount.api.answer(asked, pageFaultOf(fault?.kind));
    const shown = this.#options.validateResponses ? checked(mount, operation, reply) : reply;
    return fault === undefined ? send(response, shown) : sendSpoilt(response, shown, fault);
  }

  #fail(response: ServerResponse, error: unknown): void {
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const message = error instanceof Error ? error.message : String(error);
    response.writeHead(500, { "content-type": "application/json" }).end(JSON.stringify({ detail: message }));
  }
}

const TEXTS: Readonly<Record<number, string>> = {
  401: "Invalid API key",
  404: "Not Found",
  429: "Too many requests",
  500: "Internal server error",
  503: "Service unavailable",
};

const CODES: Readonly<Record<number, string>> = {
  401: "UNAUTHORIZED",
  403: "FORBIDDEN",
  404: "NOT_FOUND",
  429: "TOO_MANY_REQUESTS",
};

const refusedWith = (mount: Mount, status: number, text: string, retryAfter: string | undefined): Reply => {
  const reply = mount.refusal(new Refused(status, text, { code: CODES[status] ?? "INTERNAL_ERROR" }));
  return retryAfter === undefined
    ? reply
    : { ...reply, headers: { ...reply.headers, "retry-after": retryAfter } };
};

const checked = (mount: Mount, operation: string, reply: Reply): Reply => {
  const text = textOf(reply);
  const faults = operation === "unknown" ? [] : mount.api.faultsOf(operation, reply.status, JSON.parse(text));
  if (faults.length === 0) return { ...reply, pieces: () => [text] };
  const list = faults.slice(0, 3).map(({ at, message }) => `${at} ${message}`);
  return mount.refusal(new Refused(500, `${operation} breaks its spec: ${list.join("; ")}`));
};
