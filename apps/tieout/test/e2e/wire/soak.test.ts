// Proves that a pull through a fifth of spoilt answers and a limit ends with the report that the truth is, and that
// nothing is left out or counted twice. `pnpm --filter @tieout/bench soak:wire` does the same at full size.
import { expect, it } from "vitest";
import { temporaryDirectory } from "../../temporary-directory.ts";
import { hostileMix } from "./hostile-mix.ts";
import { detailsServed, passed, soakedPull } from "./soaked-pull.ts";

const BATCHES = 200;

/** Each silence costs a client its whole patience; that it is survived is shown elsewhere. */
const SILENT = ["stall", "hang"];

/** Some ten seconds on two idle cores. */
const PATIENCE_MS = 300_000;

it(
  "loses nothing to faults of all kinds and a limit that it does not know",
  async () => {
    const { runs, differences, stats } = await soakedPull(
      {
        seed: 1,
        batches: BATCHES,
        faults: hostileMix({ without: SILENT }),
        limitPerSecond: 60,
        concurrency: 16,
      },
      temporaryDirectory(),
    );
    expect({ differences, last: runs.at(-1) }).toMatchObject({
      differences: [],
      last: { code: 0, stderr: "" },
    });
    expect(detailsServed(stats)).toBeGreaterThanOrEqual(BATCHES);
    // Or it was not hostile.
    const kinds = new Set(Object.values(stats.answers).flatMap((counts) => Object.keys(counts)));
    expect(kinds.size).toBeGreaterThan(10);
    expect(passed(stats)).toBeGreaterThan(BATCHES * 1.15);
  },
  PATIENCE_MS,
);
