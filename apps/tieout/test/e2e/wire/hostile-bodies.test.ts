import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryDirectory } from "../../temporary-directory.ts";
import { measured } from "../bundle.ts";
import { cell, csv } from "../published.ts";
import { answerHostile, HOSTILE_BODIES } from "./hostile-answers.ts";
import { AS_OF, batchIds, startKoard } from "./koard-server.ts";

const MIB = 1024 * 1024;

/** Below the least memory that a machine for this is likely to have. */
const PEAK_MAX_MIB = 512;

/** Eight bodies of 31 MiB through one processor that others use as well. */
const PATIENCE_MS = 300_000;

/** Each kind in its turn. */
const hostile = answerHostile((id) => {
  const kinds = Object.values(HOSTILE_BODIES);
  return kinds[Number(id.slice(1)) % kinds.length];
});

it(
  "eight bodies of 31 MiB at once, nested, of empty objects, one long text and rows, stay below 512 MiB, and each costs its batch at most",
  async () => {
    const ids = batchIds(8);
    const koard = await startKoard({ ids, misbehave: hostile });
    const cwd = temporaryDirectory();
    const place = { cwd, env: koard.env };
    const ended = await measured(["run", "--quiet", "--concurrency", "8", "--as-of", AS_OF], place);
    expect([ended.code, ended.stderr]).toEqual([0, ""]);
    process.stdout.write(`eight hostile bodies at once: ${Math.round(ended.peakKib / 1024)} MiB at most\n`);
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
