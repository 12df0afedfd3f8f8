import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { start } from "../bundle.ts";
import { expectedRows, publishedRows } from "../expected-figures.ts";
import { csv, json } from "../published.ts";
import { type SandboxProcess, type SandboxStats, startSandboxProcess } from "../sandbox-process.ts";

/** What is pulled, through what. */
export interface Soak {
  readonly seed: number;
  /** Settlement batches; each has few transactions. */
  readonly batches: number;
  /** As `tieout sandbox --faults` takes them. */
  readonly faults: string;
  /** What the sandbox allows, in requests a second. */
  readonly limitPerSecond: number;
  /** Of the runs; they know nothing of the limit. */
  readonly concurrency: number;
}

/** One `tieout run` of a soak. */
export interface SoakedRun {
  readonly code: number | null;
  readonly stderr: string;
  /** How many details of settlement batches it was answered as they are. */
  readonly details: number;
}

/** What came of a soak. */
export interface Soaked {
  /** Each goes on with the one before; the last one left nothing to read. */
  readonly runs: readonly SoakedRun[];
  /** Of the last report and the truth: a sentence for each kind of row that differs. */
  readonly differences: readonly string[];
  readonly stats: SandboxStats;
  /** How long details were asked for, until {@link BUSY} of all had been read, and what the limit let through meanwhile. */
  readonly busy: { readonly spanMs: number; readonly passed: number };
}

/** Runs after which nobody would go on: something is not got over. */
const MOST_RUNS = 5;

/** Towards the end the last waits are waited for, and there is nothing else to ask for meanwhile. */
const BUSY = 0.95;

const SAMPLE_MS = 250;

const answers = ({ answers: all }: SandboxStats, isMeant: (how: string) => boolean): number =>
  Object.values(all)
    .flatMap((counts) => Object.entries(counts))
    .reduce((sum, [how, count]) => (isMeant(how) ? sum + count : sum), 0);

/** How many answers the limit refused. */
export const limited = (stats: SandboxStats): number => answers(stats, (how) => how === "limited");

/** How many requests the limit let through, whatever became of them. */
export const passed = (stats: SandboxStats): number => answers(stats, (how) => how !== "limited");

/** How many times details of a settlement batch were answered as they are. */
export const detailsServed = (stats: SandboxStats): number => stats.answers["getBatch"]?.["served"] ?? 0;

const differencesOf = async (sandbox: SandboxProcess, directory: string): Promise<readonly string[]> => {
  const { window } = json(directory, "manifest.json");
  const expected = expectedRows(await sandbox.truth({ ...window }));
  const published = publishedRows(
    {
      settlements: csv(directory, "settlement-by-batch.csv"),
      days: csv(directory, "settlement-by-day.csv"),
      cohorts: csv(directory, "credentials-by-cohort.csv"),
    },
    expected,
  );
  return (["settlements", "days", "cohorts"] as const).flatMap((file) => {
    const told = new Set(published[file].map((row) => JSON.stringify(row)));
    const right = expected[file].map((row) => JSON.stringify(row));
    const missing = right.filter((row) => !told.has(row));
    if (missing.length === 0 && published[file].length === right.length) return [];
    return `${file}: ${published[file].length} rows, and ${missing.length} of the ${right.length} right ones not among them: ${missing[0] ?? ""}`;
  });
};

/**
 * Remembers from when to when there was enough to ask for, until it is stopped. Before that the lists are walked, one
 * page after the other.
 */
const watch = (sandbox: SandboxProcess, batches: number) => {
  let first: SandboxStats | undefined;
  let busy: Soaked["busy"] = { spanMs: 0, passed: 0 };
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      const stats = await sandbox.stats();
      if (detailsServed(stats) > batches * BUSY) return;
      if (detailsServed(stats) > 0) first ??= stats;
      if (first !== undefined)
        busy = { spanMs: stats.spanMs - first.spanMs, passed: passed(stats) - passed(first) };
      await sleep(SAMPLE_MS);
    }
  })();
  return async (): Promise<Soaked["busy"]> => {
    isOver = true;
    await watching;
    return busy;
  };
};

const runOnce = async (sandbox: SandboxProcess, cwd: string, concurrency: number): Promise<SoakedRun> => {
  const before = detailsServed(await sandbox.stats());
  const { child, ended } = start(
    ["run", "--quiet", "--as-of", sandbox.asOf, "--concurrency", String(concurrency)],
    { cwd, env: sandbox.env },
  );
  const { code, stderr } = await ended;
  const details = detailsServed(await sandbox.stats()) - before;
  return { code, stderr: stderr.trim() || (child.signalCode ?? ""), details };
};

/** Runs on one ledger until a report is right, {@link MOST_RUNS} times at most. */
const pulled = async (
  sandbox: SandboxProcess,
  { batches, concurrency }: Soak,
  cwd: string,
): Promise<Soaked> => {
  const busy = watch(sandbox, batches);
  const runs: SoakedRun[] = [];
  let differences: readonly string[] = ["there is no report"];
  while (differences.length > 0 && runs.length < MOST_RUNS) {
    const run = await runOnce(sandbox, cwd, concurrency);
    runs.push(run);
    if (run.code === 0) differences = await differencesOf(sandbox, join(cwd, "out/default/latest"));
  }
  return { runs, differences, stats: await sandbox.stats(), busy: await busy() };
};

/** Pulls a world through faults and a limit into an empty directory, and compares the report with the truth. */
export const soakedPull = async (soak: Soak, cwd: string): Promise<Soaked> => {
  const { seed, batches, faults, limitPerSecond } = soak;
  const sandbox = await startSandboxProcess(
    ...["--seed", String(seed), "--batches", String(batches), "--transactions", "3", "--cohorts", "6"],
    ...["--rate-limit", String(limitPerSecond), "--faults", faults],
  );
  let isOver = false;
  const endedEarly = sandbox.ended.then(({ code, stderr }) => {
    if (!isOver) throw new Error(`the sandbox ended with ${code}: ${stderr}`);
  });
  try {
    const soaked = pulled(sandbox, soak, cwd);
    await Promise.race([soaked, endedEarly]);
    return await soaked;
  } finally {
    isOver = true;
    await sandbox.kill();
  }
};
