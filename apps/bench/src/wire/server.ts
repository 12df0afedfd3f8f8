import { createServer, type ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { parseArgs } from "node:util";
import { koardBodies } from "./koard-bodies.ts";
import type { PiecedBody } from "./pieced-body.ts";
import { recordBodies } from "./record-bodies.ts";
import { requestLimit } from "./request-limit.ts";
import { RECIPIENTS_A_BATCH, TRANSACTIONS_A_BATCH } from "./shape.ts";

const { values } = parseArgs({
  options: {
    settlements: { type: "string", default: "100" },
    "credential-batches": { type: "string", default: "50" },
    transactions: { type: "string", default: String(TRANSACTIONS_A_BATCH) },
    /** So many transactions in the first settlement batch. */
    large: { type: "string" },
    "latency-ms": { type: "string", default: "0" },
    /** Requests a second that each of the two APIs answers; the others get a 429. */
    limit: { type: "string", default: "Infinity" },
  },
});

const latencyMs = Number(values["latency-ms"]);
const koard = koardBodies(
  { settlements: Number(values.settlements), transactions: Number(values.transactions) },
  values.large === undefined ? undefined : Number(values.large),
);
const record = recordBodies({
  credentialBatches: Number(values["credential-batches"]),
  recipients: RECIPIENTS_A_BATCH,
});
const limits = { koard: requestLimit(Number(values.limit)), record: requestLimit(Number(values.limit)) };

const PAGE_ROWS = 100;
const traffic = { requests: 0, refused: 0, bytes: 0 };

const numberIn = (path: string, pattern: RegExp): number =>
  Number.parseInt(pattern.exec(path)?.[1] ?? "ffffffff", 16);

const bodyFor = ({ pathname, searchParams }: URL): Buffer | PiecedBody | undefined => {
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

const answer = (response: ServerResponse, status: number, body: Buffer | PiecedBody): void => {
  const isWhole = Buffer.isBuffer(body);
  const length = isWhole ? body.length : body.bytes;
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": length,
    ...(status === 429 && { "retry-after": "1" }),
  });
  if (isWhole) response.end(body);
  // Whoever has had enough goes away in the middle.
  else
    Readable.from(body.pieces())
      .on("error", () => response.destroy())
      .pipe(response);
};

/** What the server itself took, and what it sent: asking for it begins the count anew. */
const stats = (): Buffer => {
  const { user, system } = process.cpuUsage();
  const told = { ...traffic, cpuMs: (user + system) / 1000 };
  Object.assign(traffic, { requests: 0, refused: 0, bytes: 0 });
  return Buffer.from(JSON.stringify(told));
};

const server = createServer((request, response) => {
  const url = new URL(request.url ?? "/", "http://localhost");
  if (url.pathname === "/stats") return answer(response, 200, stats());
  traffic.requests += 1;
  const limit = url.pathname.startsWith("/v1/") ? limits.koard : limits.record;
  if (!limit.take(performance.now())) {
    traffic.refused += 1;
    return answer(response, 429, Buffer.from('{"detail":"Too many requests"}'));
  }
  const body = bodyFor(url);
  if (body === undefined) return answer(response, 404, Buffer.from('{"detail":"Not found"}'));
  traffic.bytes += Buffer.isBuffer(body) ? body.length : body.bytes;
  if (latencyMs === 0) answer(response, 200, body);
  else setTimeout(() => answer(response, 200, body), latencyMs);
});

// A contestant that computes for long between two requests is not measured by whether its connection survived that.
server.keepAliveTimeout = 3_600_000;
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const { bytesOfBatch: batchBytes } = koard;
  const credentialBatchBytes = record.batch(0)?.length ?? 0;
  process.stdout.write(`${JSON.stringify({ port, batchBytes, credentialBatchBytes })}\n`);
});

// Whoever started it holds the other end: a bench that dies, however it dies, leaves no server behind.
process.stdin.on("end", () => process.exit()).resume();
