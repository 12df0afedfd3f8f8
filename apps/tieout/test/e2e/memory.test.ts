import { expect, it } from "vitest";
import { temporaryDirectory } from "../temporary-directory.ts";
import { measured } from "./bundle.ts";
import { startSandboxProcess } from "./sandbox-process.ts";

const TRANSACTIONS_A_BATCH = 200;
const [FEW, MANY] = [150, 600] as const;

/**
 * In a heap this small the rows of all batches would not fit, and the collector works in both runs: a short
 * run would otherwise never reach the size at which a long one settles, and the two could not be compared.
 */
const HEAP_MB = 48;

/** Twelve seconds of work on two idle cores; where others work too it must not fail for want of time. */
const PATIENCE_MS = 300_000;

/** The most memory that a run over so many settlement batches held, in KiB. */
const peakKib = async (batches: number): Promise<number> => {
  const size = [
    "--batches",
    String(batches),
    "--transactions",
    String(TRANSACTIONS_A_BATCH),
    "--cohorts",
    "2",
  ];
  const sandbox = await startSandboxProcess(...size);
  const env = { ...sandbox.env, NODE_OPTIONS: `--max-old-space-size=${HEAP_MB} --max-semi-space-size=4` };
  const run = await measured(["run", "--quiet", "--as-of", sandbox.asOf], { cwd: temporaryDirectory(), env });
  await sandbox.kill();
  expect(run).toMatchObject({ code: 0, stderr: "" });
  return run.peakKib;
};

it(
  "holds no more for four times the transactions than their batches' headers need",
  async () => {
    const few = await peakKib(FEW);
    const many = await peakKib(MANY);
    expect(few).toBeGreaterThan(0);
    expect(many / few).toBeLessThan(1.25);
  },
  PATIENCE_MS,
);
