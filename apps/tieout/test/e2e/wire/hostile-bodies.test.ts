import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryDirectory } from "../../temporary-directory.ts";
import { measured } from "../bundle.ts";
import { cell, csv } from "../published.ts";
import { AS_OF, batch, batchIds, type Exchange, startKoard, transaction } from "./koard-server.ts";

const MIB = 1024 * 1024;

/** Just below what is read of a body at all. */
const BODY_BYTES = 31 * MIB;

/** Below the least memory that a machine for this is likely to have. */
const PEAK_MAX_MIB = 512;

/** Eight bodies of 31 MiB through one processor that others use as well. */
const PATIENCE_MS = 300_000;

const repeated = (text: string, bytes = BODY_BYTES): Buffer =>
  Buffer.alloc(Math.floor(bytes / text.length) * text.length, text);

const around = (id: string, members: string, inner: Buffer, end: string): Buffer =>
  Buffer.concat([
    Buffer.from(`${JSON.stringify(batch(id, 1)).slice(0, -1)},${members}`),
    inner,
    Buffer.from(end),
  ]);

const rows = (id: string): Buffer => {
  const all: Array<string> = [];
  for (let bytes = 0; bytes < BODY_BYTES; ) {
    const row = JSON.stringify(transaction(id, all.length + 1));
    bytes += row.length + 1;
    all.push(row);
  }
  return Buffer.from(all.join(","));
};

/** Bodies that cost more than their bytes, or as much as they can, by the batch that is answered with them. */
const BODIES: Readonly<Record<string, (id: string) => Buffer>> = {
  nested: (id) => {
    const half = BODY_BYTES / 2;
    return around(id, '"more":', Buffer.concat([repeated("[", half), repeated("]", half)]), "}");
  },
  empties: (id) => around(id, '"transactions":[', repeated("{},"), "{}]}"),
  text: (id) => around(id, '"transactions":[],"status":"', repeated("é"), '"}'),
  rows: (id) => around(id, '"transactions":[', rows(id), "]}"),
};

const hostile = ({ id, query, response, answer }: Exchange): void => {
  const kind = Object.values(BODIES)[Number(id.slice(1)) % Object.keys(BODIES).length];
  if (kind === undefined || query.get("include_transactions") !== "true") return void answer();
  const body = kind(id);
  response.writeHead(200, { "content-type": "application/json", "content-length": body.length }).end(body);
};

it(
  "eight bodies of 31 MiB at once, nested, of empty objects, one long text and rows, stay below 512 MiB, and each costs its batch at most",
  async () => {
    const ids = batchIds(8);
    const koard = await startKoard({ ids, misbehave: hostile });
    const cwd = temporaryDirectory();
    const place = { cwd, env: koard.env };
    const ended = await measured(["run", "--quiet", "--concurrency", "8", "--as-of", AS_OF], place);
    expect([ended.code, ended.stderr]).toEqual([0, ""]);
    expect(ended.peakKib * 1024).toBeLessThan(PEAK_MAX_MIB * MIB);
    const states = csv(join(cwd, "out/default/latest"), "settlement-by-batch.csv").map((row) => [
      cell(row, "batch_id"),
      cell(row, "state"),
    ]);
    // What no answer can hold was searched for; a text that is too long was said to be.
    expect(states.sort()).toEqual(
      ids.map((id) => [id, Number(id.slice(1)) % 4 === 2 ? "unproven" : "final"]),
    );
  },
  PATIENCE_MS,
);
