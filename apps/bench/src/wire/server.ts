import { createServer, type ServerResponse } from "node:http";
import { parseArgs } from "node:util";
import { koardBodies } from "./koard-bodies.ts";
import { recordBodies } from "./record-bodies.ts";
import { RECIPIENTS_A_BATCH, TRANSACTIONS_A_BATCH } from "./shape.ts";

const { values } = parseArgs({
  options: {
    settlements: { type: "string", default: "100" },
    "credential-batches": { type: "string", default: "50" },
    "latency-ms": { type: "string", default: "0" },
  },
});

const latencyMs = Number(values["latency-ms"]);
const shape = {
  settlements: Number(values.settlements),
  transactions: TRANSACTIONS_A_BATCH,
  credentialBatches: Number(values["credential-batches"]),
  recipients: RECIPIENTS_A_BATCH,
};
const koard = koardBodies(shape);
const record = recordBodies(shape);

const PAGE_ROWS = 100;
const traffic = { requests: 0, bytes: 0 };

const numberIn = (path: string, pattern: RegExp): number =>
  Number.parseInt(pattern.exec(path)?.[1] ?? "ffffffff", 16);

const bodyFor = ({ pathname, searchParams }: URL): Buffer | undefined => {
  if (pathname === "/programs") return record.programs;
  if (pathname === "/credentials") return record.list;
  if (pathname.startsWith("/credentials/"))
    return record.batch(numberIn(pathname, /^\/credentials\/batch_([0-9a-f]{8})$/));
  if (pathname === "/v1/batches") {
    const limit = Number(searchParams.get("limit") ?? PAGE_ROWS);
    return koard.page(Number(searchParams.get("offset") ?? 0), limit);
  }
  return koard.batch(numberIn(pathname, /^\/v1\/batches\/([0-9a-f]{8})-0000-4000-a000-000000000000$/));
};

const answer = (response: ServerResponse, status: number, body: Buffer): void => {
  response.writeHead(status, { "content-type": "application/json", "content-length": body.length });
  response.end(body);
};

/** What the server itself took, and what it sent: asking for it begins the count anew. */
const stats = (): Buffer => {
  const { user, system } = process.cpuUsage();
  const told = { ...traffic, cpuMs: (user + system) / 1000 };
  traffic.requests = 0;
  traffic.bytes = 0;
  return Buffer.from(JSON.stringify(told));
};

const server = createServer((request, response) => {
  const url = new URL(request.url ?? "/", "http://localhost");
  if (url.pathname === "/stats") return answer(response, 200, stats());
  const body = bodyFor(url);
  if (body === undefined) return answer(response, 404, Buffer.from('{"detail":"Not found"}'));
  traffic.requests += 1;
  traffic.bytes += body.length;
  if (latencyMs === 0) answer(response, 200, body);
  else setTimeout(() => answer(response, 200, body), latencyMs);
});

server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const { bytesOfBatch: batchBytes } = koard;
  const credentialBatchBytes = record.batch(0)?.length ?? 0;
  process.stdout.write(`${JSON.stringify({ port, batchBytes, credentialBatchBytes })}\n`);
});
