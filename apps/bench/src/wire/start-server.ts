import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { Schema } from "effect";
import type { Shape } from "./shape.ts";

/** What the server sent since it was last asked, and the processor time that it has taken since its start. */
interface ServerStats {
  readonly requests: number;
  /** Of the requests, those that were one too many. */
  readonly refused: number;
  readonly bytes: number;
  readonly cpuMs: number;
}

/** A server in a process of its own, with everything it will ever send ready. */
export interface WireServer {
  /** What tieout has to be given to read it; the other contestants take the same. */
  readonly env: Readonly<Record<string, string>>;
  readonly bytesOfBatch: number;
  readonly bytesOfCredentialBatch: number;
  readonly stats: () => Promise<ServerStats>;
  readonly stop: () => Promise<void>;
}

/** What the server prints once it listens. */
const decodeAnnouncement = Schema.decodeUnknownSync(
  Schema.fromJsonString(
    Schema.Struct({ port: Schema.Int, batchBytes: Schema.Int, credentialBatchBytes: Schema.Int }),
  ),
);

const SERVER = fileURLToPath(new URL("./server.ts", import.meta.url));

/** How a server answers. */
interface Manner {
  /** What each answer waits for first. */
  readonly latencyMs?: number;
  /** Requests a second that each API answers. */
  readonly limit?: number;
  /** Transactions of the first settlement batch. */
  readonly large?: number;
  /** Transactions of each settlement batch. */
  readonly transactions?: number;
}

/** Starts a server for a world. */
export const startServer = async (
  shape: Pick<Shape, "settlements" | "credentialBatches">,
  { latencyMs = 0, limit, large, transactions }: Manner = {},
): Promise<WireServer> => {
  const child = spawn(
    process.execPath,
    [
      SERVER,
      ...["--settlements", String(shape.settlements)],
      ...["--credential-batches", String(shape.credentialBatches)],
      ...["--latency-ms", String(latencyMs)],
      ...(limit === undefined ? [] : ["--limit", String(limit)]),
      ...(large === undefined ? [] : ["--large", String(large)]),
      ...(transactions === undefined ? [] : ["--transactions", String(transactions)]),
    ],
    { stdio: ["pipe", "pipe", "inherit"] },
  );
  const [line] = await once(createInterface(child.stdout), "line");
  const { port, batchBytes, credentialBatchBytes } = decodeAnnouncement(String(line));
  const baseUrl = `http://127.0.0.1:${port}`;
  return {
    env: {
      RECORD_BASE_URL: baseUrl,
      RECORD_API_TOKEN: "sk_live_bench",
      KOARD_BASE_URL: baseUrl,
      KOARD_API_KEY: "koard_bench",
    },
    bytesOfBatch: batchBytes,
    bytesOfCredentialBatch: credentialBatchBytes,
    // What our own server answers.
    stats: async () => (await (await fetch(`${baseUrl}/stats`)).json()) as ServerStats,
    stop: async () => {
      child.kill();
      await once(child, "close");
    },
  };
};
