import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { drawsOf } from "../src/soak/draws.ts";
import { rotTrial } from "../src/soak/rot.ts";

// What this test proves: a ledger in whose file one bit or digit is another gives the report that it gave, or is named
// as damaged: never another figure, never exit 70. `pnpm --filter @tieout/bench soak --rot 2000` is the long form.

const SEED = 1;
const CHANGES = 100;

it(`gives no other report and no exit 70 from ${CHANGES} ledgers of one changed bit or digit, seed ${SEED}`, async () => {
  const directory = mkdtempSync(join(tmpdir(), "tieout-rot-"));
  const said: Array<string> = [];
  const { wrong } = await rotTrial({ moments: CHANGES, seed: SEED }, drawsOf(SEED), directory, (line) =>
    said.push(line),
  );
  rmSync(directory, { recursive: true, force: true });
  expect(wrong).toEqual([]);
  // Where nothing is noticed the ledger was not the one that was reported from.
  expect(said.join("")).toMatch(/^ {2}[1-9]\d* of 100 were noticed/);
});
