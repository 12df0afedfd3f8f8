import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import type { PostgresServer } from "../../postgres/launch.ts";
import { type Ended, type Place, type Started, start } from "../bundle.ts";
import { faultsUnder, leftOvers, published } from "../night/whole.ts";
import { type SandboxProcess, startSandboxProcess } from "../sandbox-process.ts";

/** Books of one platform, and what is published of each where nobody disturbs it. */
export interface FleetWorld {
  readonly sandbox: SandboxProcess;
  readonly books: readonly string[];
  readonly expected: Readonly<Record<string, ReturnType<typeof published>>>;
}

/** Of what a fleet consists while it works. */
export interface FleetParts {
  readonly runners: readonly Started[];
  readonly postgres: PostgresServer;
  /** Starts one more runner. */
  readonly join: () => Promise<Started>;
}

/** What a fleet came to. */
export interface FleetTrial {
  readonly fleet: Ended;
  readonly tookMs: number;
  /** What was not as a plain run leaves it, a sentence each. */
  readonly wrong: readonly string[];
}

const configure = (cwd: string, books: readonly string[], { env }: SandboxProcess): void => {
  mkdirSync(cwd, { recursive: true });
  const all = books.map((name) => ({
    name,
    koard: { baseUrl: env.KOARD_BASE_URL },
    record: { baseUrl: env.RECORD_BASE_URL },
  }));
  writeFileSync(join(cwd, "tieout.config.json"), JSON.stringify({ books: all }));
};

const keysOf = ({ env, asOf }: SandboxProcess) => ({
  RECORD_API_TOKEN: env.RECORD_API_TOKEN,
  KOARD_API_KEY: env.KOARD_API_KEY,
  TIEOUT_AS_OF: asOf,
});

/** Starts a world of so many books, and runs it once as `tieout run` does. */
export const openFleetWorld = async (
  directory: string,
  count: number,
  ...options: readonly string[]
): Promise<FleetWorld> => {
  const sandbox = await startSandboxProcess(...options);
  const books = Array.from({ length: count }, (_, index) => `book-${index + 1}`);
  const cwd = join(directory, "undisturbed");
  configure(cwd, books, sandbox);
  const { code, stderr } = await start(["run", "--quiet"], { cwd, env: keysOf(sandbox) }).ended;
  if (code !== 0) throw new Error(`the undisturbed run ended with ${code}: ${stderr}`);
  const expected = Object.fromEntries(books.map((book) => [book, published(join(cwd, "out", book))]));
  return { sandbox, books, expected };
};

/** A runner that has joined. */
export const startRunner = async (place: Place, ...options: readonly string[]): Promise<Started> => {
  const runner = start(["runner", ...options], place);
  const { stdout } = runner.child;
  if (stdout === null) throw new Error("the runner has no standard output");
  const joined = once(createInterface(stdout), "line");
  const gone = runner.ended.then(({ stderr }) => {
    throw new Error(`the runner ended: ${stderr}`);
  });
  await Promise.race([joined, gone]);
  gone.catch(() => {});
  return runner;
};

/** What a scheduler runs again: PostgreSQL was away when it began. */
const AGAIN: ReadonlySet<number | null> = new Set([69, 75]);

const TRIES = 5;

/** Runs a fleet as a scheduler does. */
const untilDone = async (place: Place): Promise<Ended> => {
  let ended = await start(["fleet", "--deadline", "5m"], place).ended;
  for (let tries = 1; tries < TRIES && AGAIN.has(ended.code); tries += 1) {
    await sleep(1000);
    ended = await start(["fleet", "--deadline", "5m"], place).ended;
  }
  return ended;
};

/** Has two runners do all books in a database of their own while somebody disturbs them, and compares what comes of it. */
export const disturbedFleet = async (
  world: FleetWorld,
  {
    postgres,
    cwd,
    database,
  }: { readonly postgres: PostgresServer; readonly cwd: string; readonly database: string },
  disturb: (parts: FleetParts) => Promise<void>,
): Promise<FleetTrial> => {
  configure(cwd, world.books, world.sandbox);
  postgres.ask(`CREATE DATABASE ${database}`);
  const env = {
    ...keysOf(world.sandbox),
    TIEOUT_LEDGER: new URL(`/${database}`, postgres.url).href,
    TIEOUT_HASH_KEY_FILE: join(cwd, "hash-key"),
  };
  const place = { cwd, env };
  const runners: Started[] = [];
  const another = async (): Promise<Started> => {
    const runner = await startRunner(place, "--books-at-once", "2");
    runners.push(runner);
    return runner;
  };
  try {
    // One after the other: the first one makes what the other finds.
    await another();
    await another();
    const startedAt = performance.now();
    const done = untilDone(place);
    const took = done.then(() => performance.now() - startedAt);
    await Promise.all([done, disturb({ runners, postgres, join: another })]);
    const [tookMs, fleet] = [await took, await done];
    // One that has just woken takes away what it was about to publish: counted is what stays when all have ended.
    for (const { child } of runners) child.kill("SIGTERM");
    await Promise.all(runners.map(({ ended }) => ended));
    const wrong = world.books.flatMap((book) => {
      const out = join(cwd, "out", book);
      const isSame = JSON.stringify(published(out)) === JSON.stringify(world.expected[book]);
      return [
        ...(isSame ? [] : [`${book}: what is published differs`]),
        ...faultsUnder(out),
        ...leftOvers(out),
      ];
    });
    return { fleet, tookMs, wrong };
  } finally {
    for (const { child } of runners) child.kill("SIGKILL");
    await Promise.all(runners.map(({ ended }) => ended));
  }
};
