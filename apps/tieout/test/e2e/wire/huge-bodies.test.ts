import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { temporaryDirectory } from "../../temporary-directory.ts";
import { measured } from "../bundle.ts";
import { cell, csv } from "../published.ts";
import { AS_OF, batchIds, type Exchange, startKoard, transaction } from "./koard-server.ts";

const MIB = 1024 * 1024;
const MILLION = 1_000_000;

/** Room for a run over small batches and for one body at its maximum (64 MiB); less than the huge one alone. */
const PEAK_MAX_MIB = 400;

/** Sends a batch whose transactions go on and on, no faster than it is read; tells how many bytes went out. */
const sendHuge = async ({ id, body, response }: Exchange, count: number, sent: (bytes: number) => void) => {
  const chunkRows = 1000;
  const [before = ""] = body().split('"transactions":');
  const rows = Array.from({ length: chunkRows }, () => JSON.stringify(transaction(id, 1))).join(",");
  response.writeHead(200, { "content-type": "application/json" });
  response.write(`${before}"transactions":[`);
  let bytes = 0;
  for (let row = 0; row < count && !response.destroyed; row += chunkRows) {
    bytes += rows.length;
    if (!response.write(row === 0 ? rows : `,${rows}`)) await drained(response);
  }
  sent(bytes);
  response.end("]}");
};

const drained = async (response: ServerResponse): Promise<void> => {
  while (response.writableNeedDrain && !response.destroyed) await sleep(1);
};

it("a body of a million transactions, 450 MB, costs its batch and not the run: the batch is named, memory stays", async () => {
  let sent = 0;
  const koard = await startKoard({
    ids: batchIds(6),
    transactions: 50,
    misbehave: (exchange) => {
      if (exchange.id === "b003") sendHuge(exchange, MILLION, (bytes) => (sent = bytes));
      else exchange.answer();
    },
  });
  const cwd = temporaryDirectory();
  const ended = await measured(["run", "--quiet", "--as-of", AS_OF], { cwd, env: koard.env });
  expect([ended.code, ended.stderr]).toEqual([0, ""]);
  expect(ended.peakKib * 1024).toBeLessThan(PEAK_MAX_MIB * MIB);
  expect(koard.asked.filter((asked) => asked === "getBatch b003")).toHaveLength(1);
  // It was not read to its end.
  expect(sent).toBeGreaterThan(64 * MIB);
  expect(sent).toBeLessThan(200 * MIB);

  const report = join(cwd, "out/default/latest");
  const states = csv(report, "settlement-by-batch.csv").map((row) => [
    cell(row, "batch_id"),
    cell(row, "state"),
  ]);
  expect(states.sort()).toEqual(batchIds(6).map((id) => [id, id === "b003" ? "unproven" : "final"]));
  const named = csv(report, "exceptions.csv").filter((row) => row["code"] === "INVALID_RECORD");
  expect(named).toHaveLength(1);
  expect(JSON.stringify(named)).toContain("expected a body of at most 67108864 bytes, got a longer one");
});
