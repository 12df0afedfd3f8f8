// Proves that a ledger in PostgreSQL gives the reports of one in a file, byte for byte, also after it was moved from one to
// the other, or its server was killed; and that what is wrong with a server is said in one sentence and told apart.

import { copyFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { start, tieout } from "../e2e/bundle.ts";
import { fingerprint } from "../e2e/published.ts";
import { startSandboxProcess } from "../e2e/sandbox-process.ts";
import { temporaryDirectory } from "../temporary-directory.ts";
import { freePort } from "./free-port.ts";
import { startPostgres } from "./server.ts";

const NIGHTS = [1, 2, 3, 4];
const asOf = (night: number) => `2026-11-${18 + night}T02:00:00Z`;
const dayOf = (night: number) => `2026-11-${17 + night}`;

const startSandbox = async (...options: readonly string[]) => {
  const sandbox = await startSandboxProcess("--batches", "30", ...options);
  onTestFinished(sandbox.kill);
  return sandbox;
};

it("nights on either database, and on a ledger that is moved there and back, publish the same bytes", async () => {
  const [postgres, sandbox] = [await startPostgres(), await startSandbox()];
  const cwd = temporaryDirectory();
  for (const name of ["whole", "moved"]) postgres.ask(`CREATE DATABASE ${name}`);
  const [whole, moved] = ["whole", "moved"].map((name) => postgres.url.replace(/[^/]*$/, name));
  const run = (ledger: string | undefined, out: string, night: number, key = "shared.key") =>
    tieout(["run", "--quiet", "--out", out, "--as-of", asOf(night)], {
      cwd,
      env: { ...sandbox.env, TIEOUT_LEDGER: ledger ?? "", TIEOUT_HASH_KEY_FILE: key },
    });
  const move = (from: string | undefined, to: string | undefined) =>
    tieout(["ledger", "copy", from ?? "", to ?? ""], { cwd, env: { TIEOUT_HASH_KEY_FILE: "moved.key" } });
  // The key is made by the first of them, which is in a file, and lies beside that.
  for (const night of NIGHTS) {
    await sandbox.night(night);
    const onFile = await tieout(["run", "--quiet", "--out", "file", "--as-of", asOf(night)], {
      cwd,
      env: sandbox.env,
    });
    expect(onFile).toMatchObject({ code: 0 });
    if (night === 1) copyFileSync(join(cwd, "tieout.db.key"), join(cwd, "shared.key"));
    expect(await run(whole, "server", night)).toMatchObject({ code: 0, stderr: "" });
    if (night === 2) {
      // Where the key cannot be placed nothing is copied, or the next try would find something there.
      const keyless = await tieout(["ledger", "copy", "sqlite:./tieout.db", moved ?? ""], {
        cwd,
        env: { TIEOUT_HASH_KEY_FILE: "nowhere/moved.key" },
      });
      expect(keyless).toMatchObject({ code: 73, stderr: expect.stringContaining("nowhere/moved.key") });
      const copied = await move("sqlite:./tieout.db", moved);
      expect(copied.stdout).toMatch(
        /2 runs, 2 reports, .*\nCompared +\d+ rows, each read back\nIts key +moved.key\n/,
      );
      expect(await move("sqlite:./tieout.db", moved)).toMatchObject({
        code: 78,
        stderr: expect.stringContaining("holds something already, and a copy replaces nothing"),
      });
    }
    if (night === 3) {
      expect(await run(moved, "moved", night, "moved.key")).toMatchObject({ code: 0 });
      expect(await move(moved, "sqlite:./back.db")).toMatchObject({ code: 0 });
    }
    if (night === 4)
      expect(await run("sqlite:./back.db", "moved", night, "back.db.key")).toMatchObject({ code: 0 });
  }
  const published = (out: string, night: number) =>
    fingerprint(join(cwd, out, "default", dayOf(night), "r1"));
  for (const night of NIGHTS) {
    expect(Object.keys(published("file", night)).length).toBeGreaterThan(8);
    expect(published("server", night)).toEqual(published("file", night));
    if (night > 2) expect(published("moved", night)).toEqual(published("file", night));
  }
  const verified = await tieout(["verify", "server", "--ledger", whole ?? ""], { cwd });
  expect(verified).toMatchObject({ code: 0, stdout: expect.stringContaining(`${dayOf(4)}/r1 verifies`) });
});

it("a server that is killed in the middle of a run ends it with one sentence, and the next one publishes all the same", async () => {
  const postgres = await startPostgres();
  const sandbox = await startSandbox("--latency", "15");
  const cwd = temporaryDirectory();
  postgres.ask("CREATE DATABASE calm");
  const calm = postgres.url.replace(/[^/]*$/, "calm");
  const place = (url: string) => ({
    cwd,
    env: { ...sandbox.env, TIEOUT_LEDGER: url, TIEOUT_HASH_KEY_FILE: "hash.key", TIEOUT_CONCURRENCY: "1" },
  });
  const options = (out: string) => ["run", "--quiet", "--out", out, "--as-of", asOf(1)];
  expect(await tieout(options("calm"), place(calm))).toMatchObject({ code: 0 });
  const read = () => Number(postgres.ask("SELECT count(*) FROM reading"));
  const isMade = () => postgres.ask("SELECT count(*) FROM pg_tables WHERE tablename = 'reading'") === "1";
  for (const atLeast of [1, 30]) {
    const { ended } = start(options("killed"), place(postgres.url));
    while (!isMade() || read() < atLeast) await sleep(20);
    await postgres.kill();
    const { code, stderr } = await ended;
    expect([69, 75], stderr).toContain(code);
    expect(stderr.trim().split("\n")).toEqual([
      expect.stringMatching(
        /^The ledger postgres:\/\/127\.0\.0\.1:\d+\/postgres (could not|cannot) .*: (nobody answers there \(.*\)|.*run again|.*system is .*|terminating connection .*)$/,
      ),
    ]);
    expect(existsSync(join(cwd, "killed/default", dayOf(1)))).toBe(false);
    await postgres.start();
  }
  expect(await tieout(options("killed"), place(postgres.url))).toMatchObject({ code: 0 });
  const published = (out: string) => fingerprint(join(cwd, out, "default", dayOf(1), "r1"));
  expect(published("killed")).toEqual(published("calm"));
});

it("a run that is frozen for longer than its lease, and wakes, publishes and stores nothing of what another one did", async () => {
  const postgres = await startPostgres();
  const sandbox = await startSandbox("--latency", "150");
  const cwd = temporaryDirectory();
  const env = {
    ...sandbox.env,
    ...{ TIEOUT_LEDGER: postgres.url, TIEOUT_HASH_KEY_FILE: "hash.key", TIEOUT_CONCURRENCY: "2" },
  };
  const args = ["run", "--quiet", "--as-of", asOf(1)];
  const { child, ended } = start(args, { cwd, env });
  const isReading = () =>
    postgres.ask("SELECT count(*) FROM pg_tables WHERE tablename = 'reading'") === "1" &&
    Number(postgres.ask("SELECT count(*) FROM reading")) > 3;
  while (!isReading()) await sleep(20);
  // In the middle of a write nobody could take over: it is frozen while it waits for a source.
  const isWriting = () =>
    postgres.ask(
      "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'tieout' AND (xact_start IS NOT NULL OR state = 'active')",
    ) !== "0";
  child.kill("SIGSTOP");
  while (isWriting()) {
    child.kill("SIGCONT");
    await sleep(20);
    child.kill("SIGSTOP");
  }
  expect(await tieout(args, { cwd, env })).toMatchObject({
    code: 75,
    stderr: expect.stringContaining(`is in use by process ${child.pid} on `),
  });
  postgres.ask("UPDATE lease SET beat_at_ms = beat_at_ms - 31000");
  expect(await tieout(args, { cwd, env })).toEqual({ code: 0, stdout: "", stderr: "" });
  const left = () => [
    fingerprint(join(cwd, "out/default", dayOf(1), "r1")),
    existsSync(join(cwd, "out/default", dayOf(1), "r2")),
    postgres.ask(
      "SELECT (SELECT count(*) FROM reading), (SELECT count(*) FROM run), (SELECT count(*) FROM report)",
    ),
  ];
  const before = left();
  child.kill("SIGCONT");
  expect(await ended).toMatchObject({
    code: 75,
    stderr: expect.stringMatching(
      /^Another run took the ledger \S+ over while this one stood still; nothing of it is published: run again\n$/,
    ),
  });
  expect(left()).toEqual(before);
  expect((await tieout(["verify", "out", "--ledger", postgres.url], { cwd, env })).code).toBe(0);
});

it("what is wrong with a server, a role or what stands there is said in one sentence, without the password", async () => {
  const postgres = await startPostgres();
  const cwd = temporaryDirectory();
  const port = new URL(postgres.url).port;
  const at = (rest: string) => `postgres://${rest.replace("PORT", port)}`;
  const PASSWORD = "hush-hush-4711";
  postgres.ask(
    `COPY (VALUES ('host all locked all scram-sha-256'), ('host all all all trust')) TO '${postgres.ask("SHOW hba_file")}'`,
  );
  postgres.ask("SELECT pg_reload_conf()");
  for (const role of ["locked", "looker", "hurried"])
    postgres.ask(`CREATE ROLE ${role} LOGIN PASSWORD 'another'`);
  postgres.ask("ALTER ROLE hurried SUPERUSER");
  for (const name of ["kept", "newer", "changed", "others", "frozen", "fresh"])
    postgres.ask(`CREATE DATABASE ${name}`);
  const env = {
    KOARD_API_KEY: "k",
    KOARD_BASE_URL: `http://127.0.0.1:${await freePort()}`,
    TIEOUT_HASH_KEY_FILE: "hash.key",
  };
  const run = (ledger: string, more: Readonly<Record<string, string>> = {}) =>
    tieout(["run", "--as-of", asOf(1)], { cwd, env: { ...env, TIEOUT_LEDGER: ledger, ...more } });
  // A ledger each, made by a run that asked nobody.
  for (const name of ["kept", "newer", "changed", "frozen"])
    expect(await run(at(`tieout@127.0.0.1:PORT/${name}`))).toMatchObject({ code: 69 });
  const on = (name: string, statement: string) => postgres.ask(statement, name);
  on("newer", "INSERT INTO migration (migration_id, name) VALUES (99, 'from_the_future')");
  on("changed", "UPDATE run SET day = '2026-11-01'");
  on("others", "CREATE TABLE run (of_somebody text)");
  on("kept", "GRANT SELECT ON ALL TABLES IN SCHEMA public TO looker");
  postgres.ask("ALTER DATABASE frozen SET default_transaction_read_only = on");
  postgres.ask("ALTER ROLE hurried SET statement_timeout = '1ms'");
  const cases = [
    ["locked@127.0.0.1:PORT/kept", 77, /cannot be opened: password authentication failed for user "locked"/],
    ["locked@127.0.0.1:PORT/kept", 77, /./, {}],
    [
      `tieout@127.0.0.1:${await freePort()}/kept`,
      69,
      /cannot be opened: nobody answers there \(.*ECONNREFUSED/,
    ],
    ["tieout@nowhere.invalid:PORT/kept?sslmode=disable", 69, /nobody answers there/],
    ["tieout@127.0.0.1:PORT/nothing", 78, /cannot be opened: database "nothing" does not exist/],
    [
      "tieout@127.0.0.1:PORT/kept?sslmode=verify-full",
      78,
      /by TLS as sslmode says \(The server does not support TLS\)/,
    ],
    ["looker@127.0.0.1:PORT/kept", 78, /could not .*: permission denied for table lease/],
    [
      "looker@127.0.0.1:PORT/fresh",
      78,
      /could not be brought up to date: permission denied for schema public/,
    ],
    ["tieout@127.0.0.1:PORT/frozen", 78, /cannot execute .* in a read-only transaction/],
    ["tieout@127.0.0.1:PORT/newer", 74, /was written by a newer tieout \(its version is 99, .*update tieout/],
    ["tieout@127.0.0.1:PORT/changed", 74, /row 1 of its table run is damaged; restore the ledger/],
    ["tieout@127.0.0.1:PORT/others", 78, /is a database of another program.*nothing was written to it/],
    ["hurried@127.0.0.1:PORT/kept", 75, /canceling statement due to statement timeout/],
  ] as const;
  for (const [address, code, sentence, more = { TIEOUT_LEDGER_PASSWORD: PASSWORD }] of cases) {
    const found = await run(at(address), more);
    expect({ address, code: found.code, said: found.stderr.trim().split("\n") }).toEqual({
      address,
      code,
      said: [expect.stringMatching(sentence)],
    });
    expect(found.stderr + found.stdout).not.toContain(PASSWORD);
  }
  const { TIEOUT_HASH_KEY_FILE: _, ...keyless } = env;
  const kept = at("tieout@127.0.0.1:PORT/kept");
  expect(await tieout(["run"], { cwd, env: { ...keyless, TIEOUT_LEDGER: kept } })).toMatchObject({
    code: 78,
    stderr: expect.stringContaining("TIEOUT_HASH_KEY_FILE is missing: the ledger postgres://127.0.0.1"),
  });
  const shown = await tieout(["status", "--ledger", at(`tieout:${PASSWORD}@127.0.0.1:PORT/kept`)], { cwd });
  expect(shown).toMatchObject({
    code: 78,
    stderr: expect.stringContaining("holds a password, where others can read it"),
  });
  expect(shown.stderr).not.toContain(PASSWORD);
  expect(await tieout(["backup", "b.db", "--ledger", kept], { cwd })).toMatchObject({
    code: 64,
    stderr: expect.stringContaining("back it up with pg_dump"),
  });
  expect(existsSync(join(cwd, "b.db"))).toBe(false);
  expect((await tieout(["status", "--ledger", kept], { cwd })).stdout).toMatch(/^Backup +by pg_dump/m);
});
