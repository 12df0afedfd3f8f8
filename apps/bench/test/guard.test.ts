import { expect, it } from "vitest";
import { ratioOf, spend } from "../src/parts/guard.ts";

// What this test proves: tieout has not become slower, against the reference and by processor time, than it was when
// this ratio was written down. Whoever makes it faster writes down the new one; `docs/performance.md` says how.

/**
 * In the middle of five trials on 2026-12-02, of 2.38 to 2.82: a run writes page, workbook and metadata by now, which is
 * the greater part of what was added to 1.76. Half of a run this small is the start of the program and code that ran once.
 */
const RECORDED_RATIO = 2.59;

const WORSE_BY_MAX = 1.25;

const ROUNDS = 4;

/** Only when the first few were too bad: chance does not survive these as well. */
const MORE_ROUNDS = 10;

const SLOWER =
  "tieout became slower than the reference allows; to see by how much, run `pnpm bench --parts pull --sizes 1000`; docs/performance.md says how to find what did it";

/** This only ends a guard that hangs, on however busy a machine. */
const PATIENCE_MS = 900_000;

it(
  "spends at most a quarter more of the processor, against the reference, than when it was last measured",
  async () => {
    const limit = RECORDED_RATIO * WORSE_BY_MAX;
    const first = await spend(ROUNDS);
    if (ratioOf(first) > limit) {
      const more = await spend(MORE_ROUNDS);
      expect(ratioOf(more), SLOWER).toBeLessThan(limit);
    }
    expect(first.referenceMs).toBeGreaterThan(0);
  },
  PATIENCE_MS,
);
