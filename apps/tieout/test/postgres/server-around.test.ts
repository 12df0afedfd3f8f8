// Proves what becomes of nights where a pooler, a standby or a certificate stands between tieout and its server, and where
// the server's disk is full.

import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, chownSync, copyFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { tieout } from "../e2e/bundle.ts";
import { fingerprint } from "../e2e/published.ts";
import { startSandboxProcess } from "../e2e/sandbox-process.ts";
import { temporaryDirectory } from "../temporary-directory.ts";
import { asItsUser, type PostgresServer } from "./launch.ts";
import { startPooler } from "./pooler.ts";
import { startPostgres, startStandby } from "./server.ts";

const addressOf = ({ url }: PostgresServer, database: string): string => new URL(`/${database}`, url).href;

/** Two nights of one world, for as many ledgers as a test asks for, all of which have one key. */
const twoNights = async () => {
  const sandbox = await startSandboxProcess("--batches", "12", "--cohorts", "3");
  onTestFinished(sandbox.kill);
  const cwd = temporaryDirectory();
  const env = { ...sandbox.env, TIEOUT_HASH_KEY_FILE: "hash.key" };
  const run = (night: number, ledger: string, out: string) =>
    tieout(["run", "--quiet", "--out", out, "--as-of", `2026-11-${18 + night}T02:00:00Z`], {
      cwd,
      env: { ...env, TIEOUT_LEDGER: ledger },
    });
  const published = (out: string) =>
    [1, 2].map((night) => fingerprint(join(cwd, out, "default", `2026-11-${17 + night}`, "r1")));
  return { sandbox, cwd, env, run, published };
};

/** Mounting is a right that not everybody has who runs tests. */
const MAY_MOUNT = spawnSync("unshare", ["--mount", "mount", "-t", "tmpfs", "none", tmpdir()]).status === 0;

/** A place for tables that holds a few megabytes, and what fills it. */
const smallDisk = (postgres: PostgresServer) => {
  const disk = temporaryDirectory();
  const [uid, gid] = asItsUser().ids ?? [];
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=12m,uid=${uid},gid=${gid},mode=0700`, "none", disk]);
  onTestFinished(async () => {
    await postgres.kill();
    // The last processes of a server that was killed hold their files for a moment longer.
    execFileSync("umount", ["--lazy", disk]);
  });
  postgres.ask(`CREATE TABLESPACE small LOCATION '${disk}'`);
  const ballast = join(disk, "ballast");
  return {
    fill: () => spawnSync("dd", ["if=/dev/zero", `of=${ballast}`, "bs=4k"]),
    clear: () => spawnSync("rm", [ballast]),
  };
};

const ONLY_READS = /: it is a standby, or set to read; the address has to lead to the server that writes$/;

it("a pooler, a standby that takes over and a disk that was full change no byte of what is published", async () => {
  const postgres = await startPostgres();
  const { sandbox, cwd, env, run, published } = await twoNights();
  const disk = MAY_MOUNT ? smallDisk(postgres) : undefined;
  for (const name of ["plain", "pooled"]) postgres.ask(`CREATE DATABASE ${name}`);
  postgres.ask(`CREATE DATABASE small ${disk === undefined ? "" : "TABLESPACE small"}`);
  const pooler = await startPooler(postgres);
  const ledgers = {
    plain: addressOf(postgres, "plain"),
    pooled: `${pooler}/pooled?prepare=false`,
    small: addressOf(postgres, "small"),
  };
  for (const [out, ledger] of Object.entries(ledgers))
    expect(await run(1, ledger, out)).toEqual({ code: 0, stdout: "", stderr: "" });

  // A statement that was prepared in another session is no reason to try again.
  const preparing = await run(1, `${pooler}/pooled`, "none");
  expect(preparing.code).toBe(78);
  expect(preparing.stderr).toMatch(
    /prepared statement .* does not exist: behind a pooler .* add prepare=false/,
  );
  // What runners hold would be held by others, and their tables be made among those of the ledger.
  for (const command of [["fleet", "--deadline", "3s"], ["runner"]]) {
    const kept = { cwd, env: { ...env, TIEOUT_LEDGER: ledgers.pooled } };
    expect(await tieout(command, kept)).toMatchObject({
      code: 78,
      stderr:
        "The database of the fleet could not be used: a pooler answers there, and a runner holds locks that it would give to others: name the server itself in TIEOUT_FLEET_DATABASE\n",
    });
    expect(postgres.ask("SELECT count(*) FROM pg_tables WHERE tablename LIKE 'cluster%'", "pooled")).toBe(
      "0",
    );
  }

  await sandbox.night(2);
  for (const out of ["plain", "pooled"] as const)
    expect(await run(2, ledgers[out], out)).toEqual({ code: 0, stdout: "", stderr: "" });
  if (disk !== undefined) {
    disk.fill();
    const full = await run(2, ledgers.small, "small");
    expect(full.code).toBe(74);
    expect(full.stderr).toMatch(/^The ledger \S+ could not .*: could not extend file .*\n$/);
    expect(published("small")).toEqual([published("plain")[0], {}]);
    disk.clear();
  }
  expect(await run(2, ledgers.small, "small")).toEqual({ code: 0, stdout: "", stderr: "" });
  expect(published("pooled")).toEqual(published("plain"));
  expect(published("small")).toEqual(published("plain"));
});

it("a standby is looked at and not written to, and takes over when it is promoted", async () => {
  const postgres = await startPostgres();
  const { sandbox, cwd, env, run, published } = await twoNights();
  postgres.ask("CREATE DATABASE plain");
  postgres.ask("CREATE DATABASE moved");
  for (const name of ["plain", "moved"])
    expect(await run(1, addressOf(postgres, name), name)).toMatchObject({ code: 0 });
  const standby = await startStandby(postgres);
  const there = addressOf(standby, "moved");
  const reading = { cwd, env: { ...env, TIEOUT_LEDGER: there } };

  expect((await tieout(["verify", "moved", "--ledger", there], reading)).code).toBe(0);
  const refused = [await run(2, there, "moved"), await tieout(["fleet"], reading)];
  for (const { code, stderr } of refused) {
    expect(code).toBe(78);
    expect(stderr.trimEnd()).toMatch(ONLY_READS);
    expect(stderr.match(/\n/g)).toHaveLength(1);
  }
  const seen = await tieout(["doctor", "--out", "moved"], reading);
  expect(seen.code).toBe(78);
  expect(seen.stdout).toMatch(/^fail +ledger +.* can only be read: it is a standby, or set to read/m);
  const several = await tieout(["status"], {
    cwd,
    env: { TIEOUT_LEDGER: there.replace("127.0.0.1:", "127.0.0.1,127.0.0.2:") },
  });
  expect(several.code).toBe(78);
  expect(several.stderr).toContain("expected one host, or an address that leads to the server that writes");

  await sandbox.night(2);
  expect(await run(2, addressOf(postgres, "plain"), "plain")).toMatchObject({ code: 0 });
  await postgres.kill();
  expect(standby.ask("SELECT pg_promote()")).toBe("t");
  expect(await run(2, there, "moved")).toEqual({ code: 0, stdout: "", stderr: "" });
  expect(published("moved")).toEqual(published("plain"));
  expect((await tieout(["verify", "moved", "--ledger", there], reading)).code).toBe(0);
});

/** Makes who signs certificates, and one of a server that is called localhost, in a directory. */
const certify = (home: string): void => {
  const openssl = (...args: readonly string[]) =>
    execFileSync("openssl", args, { cwd: home, stdio: "ignore" });
  const made = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"];
  for (const name of ["ours", "other"])
    openssl("req", "-x509", ...made, "-keyout", `${name}.key`, "-out", `${name}.pem`, "-subj", `/CN=${name}`);
  const name = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
  openssl("req", ...made.slice(0, -2), "-keyout", "server.key", "-out", "server.csr", ...name);
  const by = ["-CA", "ours.pem", "-CAkey", "ours.key", "-CAcreateserial", "-copy_extensions", "copy"];
  openssl("x509", "-req", "-in", "server.csr", ...by, "-days", "2", "-out", "server.pem");
};

it("a server is believed by its certificate, and what is wrong with that, or with whom it is to be signed by, is said", async () => {
  const postgres = await startPostgres();
  const cwd = temporaryDirectory();
  certify(cwd);
  const data = postgres.ask("SHOW data_directory");
  const { ids } = asItsUser();
  for (const [given, file] of [
    ["server.key", "server.key"],
    ["server.pem", "server.crt"],
  ] as const) {
    copyFileSync(join(cwd, given), join(data, file));
    chmodSync(join(data, file), 0o600);
    if (ids !== null) chownSync(join(data, file), ...ids);
  }
  postgres.ask("ALTER SYSTEM SET ssl = on");
  postgres.ask("SELECT pg_reload_conf()");
  writeFileSync(join(cwd, "none.pem"), "nothing\n");
  const port = new URL(postgres.url).port;
  const looked = (host: string, parameters: string) =>
    tieout(["status"], {
      cwd,
      env: { TIEOUT_LEDGER: `postgres://tieout@${host}:${port}/postgres?${parameters}` },
    });
  const inside = { code: 0, stderr: "", stdout: expect.stringContaining("There is no ledger at") };
  const saying = (sentence: RegExp) => ({ code: 78, stderr: expect.stringMatching(sentence) });
  const full = (file: string): string => `sslmode=verify-full&sslrootcert=${file}`;
  const cases = [
    ["localhost", full("ours.pem"), inside],
    ["127.0.0.1", "sslmode=require", inside],
    ["localhost", "sslmode=disable", inside],
    ["127.0.0.1", full("ours.pem"), saying(/by TLS .*127\.0\.0\.1 is not in the cert's list.*sslrootcert/)],
    ["localhost", full("other.pem"), saying(/by TLS .*unable to verify.*sslrootcert/)],
    ["localhost", "sslmode=verify-full", saying(/by TLS .*unable to verify.*sslrootcert/)],
    ["localhost", full("none.pem"), saying(/sslrootcert names none\.pem, which holds no certificate/)],
    ["localhost", full("gone.pem"), saying(/sslrootcert names gone\.pem, which cannot be read \(ENOENT/)],
    ["localhost", "sslmode=verify-ca", saying(/sslmode to be one of disable, require, verify-full/)],
  ] as const;
  for (const [host, parameters, expected] of cases)
    expect({ host, parameters, ...(await looked(host, parameters)) }).toMatchObject({
      ...{ host, parameters },
      ...expected,
    });
  // Only who insists on it would notice that nothing is encrypted.
  postgres.ask(
    `COPY (VALUES ('hostssl all all all trust'), ('local all all trust')) TO '${postgres.ask("SHOW hba_file")}'`,
  );
  postgres.ask("SELECT pg_reload_conf()");
  expect(await looked("localhost", full("ours.pem"))).toMatchObject(inside);
  expect(await looked("localhost", "sslmode=disable")).toMatchObject({ code: 77 });
});
