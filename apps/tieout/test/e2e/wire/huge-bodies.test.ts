import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { temporaryDirectory } from "../../temporary-directory.ts";
import { measured } from "../bundle.ts";
import { cell, csv } from "../published.ts";
import { AS_OF, batch, batchIds, type Exchange, startKoard, transaction } from "./koard-server.ts";

const MIB = 1024 * 1024;
const MILLION = 1_000_000;

/** Room for a run over small batches and for one body at its maximum (32 MiB); less than the huge one alone. */
const PEAK_MAX_MIB = 400;

/**
 * What proving so many rows that were searched for may take: 205 to 245 MiB were seen of it, and once 260, since garbage
 * waits for longer on a busy machine. That no page is held is for a test of `searchedPages` to say, which looks at what
 * is held.
 */
const SEARCHED_PEAK_MAX_MIB = 320;
const SEARCHED = 50_000;

/** As many rows as are searched for. */
const MOST_SEARCHED = 150_000;

/** Sends a batch whose transactions go on and on, no faster than it is read; tells how many bytes went out. */
const sendHuge = async ({ id, response }: Exchange, count: number, sent: (bytes: number) => void) => {
  const chunkRows = 1000;
  const rows = Array.from({ length: chunkRows }, () => JSON.stringify(transaction(id, 1))).join(",");
  response.writeHead(200, { "content-type": "application/json" });
  response.write(`${JSON.stringify(batch(id, count)).slice(0, -1)},"transactions":[`);
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

const amountsOf = (report: string, id: string) =>
  csv(report, "settlement-by-batch.csv").flatMap((row) =>
    cell(row, "batch_id") === id
      ? [
          ["state", "transactions_captured", "captured_computed", "unexplained"].map((name) =>
            cell(row, name),
          ),
        ]
      : [],
  );

/** How often an operation was asked for. */
const times = (asked: readonly string[], what: string) => asked.filter((one) => one === what).length;

/** Whether a batch is asked for with its rows. */
const isWhole = ({ query }: Exchange): boolean => query.get("include_transactions") === "true";

// One of more rows than are searched for is refused before anything is.
it("a batch that is too large for one answer is read by searching, page by page, and proved", async () => {
  const koard = await startKoard({
    ids: batchIds(3),
    transactions: (id) => ({ b002: SEARCHED, b003: MOST_SEARCHED + 1 })[id] ?? 50,
    misbehave: (exchange) => {
      // Rows of a kind that makes 50,000 of them more than an answer may hold.
      if (exchange.id !== "b001" && isWhole(exchange)) sendHuge(exchange, MILLION, () => undefined);
      else exchange.answer();
    },
  });
  const cwd = temporaryDirectory();
  const ended = await measured(["run", "--quiet", "--as-of", AS_OF], { cwd, env: koard.env });
  expect([ended.code, ended.stderr]).toEqual([0, ""]);
  expect(ended.peakKib * 1024).toBeLessThan(SEARCHED_PEAK_MAX_MIB * MIB);
  // Whole once, and without its rows before and after they were searched for.
  expect(times(koard.asked, "getBatch b002")).toBe(3);
  expect(times(koard.asked, "searchTransactions b002")).toBeGreaterThan(SEARCHED / 101);
  expect(times(koard.asked, "searchTransactions b003")).toBe(0);
  const report = join(cwd, "out/default/latest");
  expect(amountsOf(report, "b002")).toEqual([["final", String(SEARCHED), `${SEARCHED * 10}.00`, "0.00"]]);
  expect(csv(report, "exceptions.csv").map((row) => [cell(row, "code"), cell(row, "entity_id")])).toEqual([
    ["INVALID_RECORD", "b003"],
  ]);
});

it("a batch of a million transactions, 450 MB, costs itself and not the run: it is named, memory stays", async () => {
  let sent = 0;
  const koard = await startKoard({
    ids: batchIds(6),
    transactions: (id) => (id === "b003" ? MILLION : 50),
    misbehave: (exchange) => {
      if (exchange.id === "b003" && isWhole(exchange)) sendHuge(exchange, MILLION, (bytes) => (sent = bytes));
      else exchange.answer();
    },
  });
  const cwd = temporaryDirectory();
  const ended = await measured(["run", "--quiet", "--as-of", AS_OF], { cwd, env: koard.env });
  expect([ended.code, ended.stderr]).toEqual([0, ""]);
  expect(ended.peakKib * 1024).toBeLessThan(PEAK_MAX_MIB * MIB);
  expect(times(koard.asked, "getBatch b003")).toBe(2);
  // It was not read to its end.
  expect(sent).toBeGreaterThan(32 * MIB);
  expect(sent).toBeLessThan(200 * MIB);

  const report = join(cwd, "out/default/latest");
  const states = csv(report, "settlement-by-batch.csv").map((row) => [
    cell(row, "batch_id"),
    cell(row, "state"),
  ]);
  expect(states.sort()).toEqual(batchIds(6).map((id) => [id, id === "b003" ? "unproven" : "final"]));
  const named = csv(report, "exceptions.csv").filter((row) => row["code"] === "INVALID_RECORD");
  expect(named).toHaveLength(1);
  expect(JSON.stringify(named)).toContain(
    "This is more than is read, and nothing of it was: expected a batch of at most 150000 transactions, got one of 1000000.",
  );
});
