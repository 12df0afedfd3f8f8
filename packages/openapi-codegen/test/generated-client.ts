import { writeFile } from "node:fs/promises";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  type Answer,
  bindOperations,
  type CallInit,
  Credentials,
  type GivenCredentials,
  type TransportOptions,
  transport,
} from "@tieout/http";
import { onTestFinished } from "vitest";
import { filesOf, type JsonObject } from "../src/index.ts";
import { type TinyWorkspace, tinyWorkspace } from "./workspace.ts";

/** A request as it arrived. */
interface Arrived {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

type Methods = Readonly<Record<string, (init?: CallInit) => Promise<Answer<unknown>>>>;

/** A client made of a document as `pnpm generate` makes it, and a server that keeps what arrives. */
export interface GeneratedClient {
  readonly call: (operation: string, init?: object) => Promise<Answer<unknown>>;
  /** What a walk of an operation yields: `items`, `pages`, `stream`. */
  readonly walk: (operation: string, walk: string, init: object) => AsyncIterable<unknown>;
  readonly arrived: readonly Arrived[];
}

/** The smallest document with one operation, of which `operation` says the rest. */
export const documentWith = (operation: JsonObject, rest: JsonObject = {}): JsonObject => ({
  openapi: "3.1.1",
  info: { title: "Till", version: "1.0.0" },
  servers: [{ url: "https://till.invalid" }],
  paths: {
    "/things": {
      get: {
        operationId: "findThings",
        "x-retry": "never",
        responses: { "204": { description: "" } },
        ...operation,
      },
    },
  },
  ...rest,
});

/** What a test may say of the client beside its document. */
export interface ClientSettings {
  /** Does what the server does; nothing with 204 where it is not given. */
  readonly answer?: (response: ServerResponse) => void;
  /** Keys by the name of their scheme. */
  readonly keys?: GivenCredentials;
  /** How the client reaches the server. */
  readonly wire?: Partial<TransportOptions>;
  /** In place of servers of single operations, from the address of the server. */
  readonly servers?: (baseUrl: string) => Readonly<Record<string, string>>;
}

/** Generates, binds, and answers every request. */
export const generatedClient = async (
  document: JsonObject,
  { answer = (response) => response.writeHead(204).end(), keys, servers, wire }: ClientSettings = {},
): Promise<GeneratedClient> => {
  const workspace = await tinyWorkspace();
  onTestFinished(() => workspace.remove());
  const made = await modulesOf(workspace, document);
  const arrived: Arrived[] = [];
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString("latin1");
    const { method = "", url = "", headers } = request;
    arrived.push({ method, url, headers, body });
    answer(response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const baseUrl = `http://127.0.0.1:${port}`;
  const credentials = keys === undefined ? undefined : new Credentials(made.security, keys);
  const methods = bindOperations<Methods>({
    api: "Till",
    operations: made.operations,
    validators: made.validators,
    baseUrl,
    transport: transport({ ...wire, api: "Till" }),
    ...(credentials && { credentials, secrets: credentials.secrets }),
    ...(servers && { servers: servers(baseUrl) }),
  });
  return {
    arrived,
    walk: (operation, walk, init) => Object(methods[operation])[walk](init),
    call: async (operation, init) => {
      const method = methods[operation];
      if (method === undefined) throw new Error(`no operation ${operation}`);
      return await method(init);
    },
  };
};

/** The generated modules that run, loaded. */
const modulesOf = async (workspace: TinyWorkspace, document: JsonObject) => {
  const files = await filesOf("tiny", document);
  const names = ["operations.ts", "validators.js"] as const;
  for (const name of names) await writeFile(join(workspace.packageFolder, name), files[name] ?? "");
  const [{ operations, security }, { validators }] = await Promise.all(
    names.map((name) => import(pathToFileURL(join(workspace.packageFolder, name)).href)),
  );
  return { operations, security, validators };
};
