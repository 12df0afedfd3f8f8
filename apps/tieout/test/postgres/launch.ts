import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** Where Debian's package has the programs of a server: of each version in a folder of its own, and none on the PATH. */
const VERSIONS = "/usr/lib/postgresql";

/** The folder with the programs of the newest version. */
export const programs = (): string => {
  const newest = readdirSync(VERSIONS).sort((one, other) => Number(other) - Number(one))[0] ?? "";
  return join(VERSIONS, newest, "bin");
};

/** The server refuses to run as root, so the user runs it that Debian's package made. */
export const asItsUser = (): {
  readonly under: readonly string[];
  readonly ids: readonly [number, number] | null;
} => {
  if (process.getuid?.() !== 0) return { under: [], ids: null };
  const [, uid = "", gid = ""] =
    /^postgres:[^:]*:(\d+):(\d+):/m.exec(readFileSync("/etc/passwd", "utf8")) ?? [];
  return {
    under: ["setpriv", `--reuid=${uid}`, `--regid=${gid}`, "--clear-groups"],
    ids: [Number(uid), Number(gid)],
  };
};

/** Faster where nobody needs what was written after a power cut; a kill loses nothing. */
const SETTINGS = ["listen_addresses=127.0.0.1", "fsync=off", "shared_buffers=32MB", "max_connections=60"];

const TRIES = 200;
const TRIED_EVERY_MS = 50;

/** A PostgreSQL server of a test's own, gone when the test is. */
export interface PostgresServer {
  /** The address of the database in which everything of it is. */
  readonly url: string;
  /** Runs a statement, and gives what psql prints of it. */
  readonly ask: (statement: string, database?: string) => string;
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>;
  /** Starts it again where it was. */
  readonly start: () => Promise<void>;
}

/** Its text is sorted by language, as that of most is. */
const MADE = [
  ...["initdb", "-U", "tieout", "--auth=trust", "--encoding=UTF8"],
  ...["--locale-provider=icu", "--icu-locale=en"],
];

/** A program that makes a server's directory, which its last argument names. */
type Making = readonly string[];

/** Makes a server that follows another one, as a standby does. */
export const followingAt = (port: number): Making => [
  ...["pg_basebackup", "-h", "127.0.0.1", "-p", String(port), "-U", "tieout"],
  ...["--checkpoint=fast", "--write-recovery-conf"],
];

/** Makes a server in a directory and starts it. */
export const launchPostgres = async (
  home: string,
  port: number,
  [making = "", ...made]: Making = MADE,
): Promise<PostgresServer> => {
  const { under, ids } = asItsUser();
  const bin = programs();
  const data = join(home, "data");
  mkdirSync(data, { mode: 0o700 });
  if (ids !== null) {
    chmodSync(home, 0o711);
    chownSync(data, ...ids);
  }
  const run = (program: string, ...args: readonly string[]): string => {
    const [command = "", ...rest] = [...under, join(bin, program), ...args];
    return execFileSync(command, rest, { cwd: "/", encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  };
  run(making, ...made, "-D", data);
  const ask = (statement: string, database = "postgres"): string =>
    run(
      "psql",
      "-qtAX",
      "-h",
      "127.0.0.1",
      "-p",
      String(port),
      "-U",
      "tieout",
      database,
      "-c",
      statement,
    ).trim();
  const answers = (): boolean => {
    try {
      return ask("SELECT 1") === "1";
    } catch {
      return false;
    }
  };
  let server: ReturnType<typeof spawn> | undefined;
  const kill = async (): Promise<void> => {
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
    server.kill("SIGKILL");
    await once(server, "close");
  };
  const start = async (): Promise<void> => {
    const settings = [...SETTINGS, `unix_socket_directories=${data}`].flatMap((one) => ["-c", one]);
    const [command = "", ...rest] = [
      ...under,
      join(bin, "postgres"),
      "-D",
      data,
      "-p",
      String(port),
      ...settings,
    ];
    for (let tries = 0; tries < TRIES; tries += 1) {
      // After a kill it does not begin before its own old processes have noticed.
      if (server === undefined || server.exitCode !== null || server.signalCode !== null)
        server = spawn(command, rest, { cwd: "/", stdio: "ignore" });
      if (answers()) return;
      await sleep(TRIED_EVERY_MS);
    }
    throw new Error("PostgreSQL does not answer");
  };
  await start();
  return { url: `postgres://tieout@127.0.0.1:${port}/postgres`, ask, kill, start };
};
