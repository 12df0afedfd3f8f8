import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { onTestFinished } from "vitest";
import { temporaryDirectory } from "../temporary-directory.ts";
import { freePort } from "./free-port.ts";
import { asItsUser, type PostgresServer } from "./launch.ts";

const TRIES = 200;
const TRIED_EVERY_MS = 20;

const listens = async (port: number): Promise<boolean> => {
  const socket = connect(port, "127.0.0.1");
  const found = await Promise.race([
    once(socket, "connect").then(() => true),
    once(socket, "error").then(() => false),
  ]).catch(() => false);
  socket.destroy();
  return found;
};

/**
 * Starts PgBouncer before a server: each transaction gets another session, in turn, and what a session is to begin with is
 * left out, as whoever runs one often has it. Gives its address, without a database; gone when the test is.
 */
export const startPooler = async (server: PostgresServer): Promise<string> => {
  const [home, port] = [temporaryDirectory(), await freePort()];
  chmodSync(home, 0o755);
  writeFileSync(join(home, "users"), '"tieout" ""\n');
  writeFileSync(
    join(home, "pooler.ini"),
    `[databases]
* = host=127.0.0.1 port=${new URL(server.url).port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = trust
auth_file = ${join(home, "users")}
pool_mode = transaction
default_pool_size = 4
server_round_robin = 1
ignore_startup_parameters = search_path
`,
  );
  const [command = "", ...rest] = [...asItsUser().under, "pgbouncer", "-q", join(home, "pooler.ini")];
  const pooler = spawn(command, rest, { cwd: "/", stdio: "ignore" });
  const ended = once(pooler, "close");
  onTestFinished(async () => {
    pooler.kill("SIGKILL");
    await ended;
  });
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (await listens(port)) return `postgres://tieout@127.0.0.1:${port}`;
    await sleep(TRIED_EVERY_MS);
  }
  throw new Error("PgBouncer does not listen");
};
