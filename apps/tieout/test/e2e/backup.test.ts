// Proves that a backup is one of a moment, also while a run goes on, that it is gone back to without a word lost, and that
// reports which are not what the ledger published are found by it.

import { appendFileSync, copyFileSync, cpSync, existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryDirectory } from "../temporary-directory.ts";
import { type Ended, tieout } from "./bundle.ts";
import { lastingDirectory } from "./lasting-directory.ts";
import { fingerprint } from "./published.ts";
import { type SandboxProcess, startSandboxProcess } from "./sandbox-process.ts";

const home = lastingDirectory();
let sandbox: SandboxProcess;
beforeAll(async () => {
  sandbox = await startSandboxProcess("--batches", "8", "--cohorts", "3", "--transactions", "4");
  expect(await night(home, 1)).toMatchObject({ code: 0 });
  expect(await call(home, "backup", "after-1.db")).toMatchObject({ code: 0 });
  expect(await night(home, 2)).toMatchObject({ code: 0 });
  expect(await night(home, 3)).toMatchObject({ code: 0 });
});
afterAll(() => sandbox.kill());

const call = (cwd: string, ...args: readonly string[]): Promise<Ended> => tieout([...args], { cwd });

const night = async (cwd: string, nth: number): Promise<Ended> => {
  await sandbox.night(nth);
  const asOf = `2026-11-${17 + nth}T02:00:00Z`;
  return tieout(["run", "--as-of", asOf], { cwd, env: sandbox.env });
};

/** A copy of everything after three nights, for taking apart. */
const copied = (): string => {
  const cwd = temporaryDirectory();
  cpSync(home, cwd, { recursive: true, verbatimSymlinks: true });
  return cwd;
};

/** Puts a backup where the ledger was, as the runbook says. */
const restore = (cwd: string, file: string): void => {
  for (const end of ["", "-wal", "-shm", ".key"]) rmSync(join(cwd, `tieout.db${end}`), { force: true });
  for (const end of ["", ".key"]) copyFileSync(join(cwd, `${file}${end}`), join(cwd, `tieout.db${end}`));
};

/** Changes a ledger past tieout. */
const change = (cwd: string, sql: string): void => {
  const db = new DatabaseSync(join(cwd, "tieout.db"));
  try {
    db.exec(sql);
  } finally {
    db.close();
  }
};

describe("a backup", () => {
  it("is two files for their owner alone, and replaces nothing", async () => {
    const cwd = copied();
    for (const name of ["after-1.db", "after-1.db.key"])
      expect(statSync(join(cwd, name)).mode & 0o777).toBe(0o600);
    expect(await call(cwd, "backup", "after-1.db")).toMatchObject({
      code: 73,
      stderr: expect.stringContaining("it is there already"),
    });
    expect(await call(cwd, "backup", "no/where.db")).toMatchObject({ code: 73 });
    const { backed_up_at: made } = JSON.parse((await call(cwd, "status", "--json")).stdout);
    expect((await call(cwd, "status")).stdout).toContain(`made ${made}`);
    const restored = await call(cwd, "status", "--json", "--ledger", "sqlite:after-1.db");
    expect(JSON.parse(restored.stdout)).toMatchObject({ backed_up_at: null });
    expect(readdirSync(cwd).filter((name) => name.includes(".new"))).toEqual([]);
  });

  it("is not made of a ledger that is damaged or lacks its key, and nothing is left", async () => {
    const [damaged, keyless] = [copied(), copied()];
    change(damaged, "UPDATE blob SET body = substr(body, 1, length(body) - 1)");
    rmSync(join(keyless, "tieout.db.key"));
    for (const cwd of [damaged, keyless]) {
      const before = readdirSync(cwd);
      const ended = await call(cwd, "backup", "new.db");
      expect(ended).toMatchObject({ code: 74, stdout: "" });
      expect(ended.stderr).toMatch(
        /^The ledger \.\/tieout\.db .*(row 1 of its table blob is damaged|key is missing)/,
      );
      expect(readdirSync(cwd)).toEqual(before);
    }
    expect(await call(damaged, "verify", "--ledger", "sqlite:tieout.db")).toMatchObject({ code: 74 });
  });

  it("is whole, also while a run goes on, and held by nobody", async () => {
    const cwd = copied();
    const running = night(cwd, 4);
    const copies: Ended[] = [];
    for (let nth = 1; nth <= 2; nth += 1) copies.push(await call(cwd, "backup", `during-${nth}.db`));
    expect(await running).toMatchObject({ code: 0 });
    for (const [at, copy] of copies.entries()) {
      expect(copy).toMatchObject({ code: 0 });
      const file = `during-${at + 1}.db`;
      expect(existsSync(join(cwd, `${file}-wal`))).toBe(false);
      expect(await call(cwd, "verify", "--ledger", `sqlite:${file}`)).toMatchObject({
        code: 0,
        stdout: expect.stringContaining("is whole"),
      });
      expect((await call(cwd, "status", "--ledger", `sqlite:${file}`)).stdout).toContain(
        "nobody writes to it",
      );
    }
  });

  it("of today goes on with the same bytes", async () => {
    const [undisturbed, restored] = [copied(), copied()];
    expect(await call(restored, "backup", "today.db")).toMatchObject({ code: 0 });
    restore(restored, "today.db");
    for (const cwd of [undisturbed, restored]) expect(await night(cwd, 4)).toMatchObject({ code: 0 });
    const place = "out/default/2026-11-20/r1";
    expect(fingerprint(join(restored, place))).toEqual(fingerprint(join(undisturbed, place)));
  });

  it("of two nights ago takes in the reports that it lacks, and says so", async () => {
    const [undisturbed, cwd] = [copied(), copied()];
    restore(cwd, "after-1.db");
    expect(await night(undisturbed, 4)).toMatchObject({ code: 0 });
    const ended = await night(cwd, 4);
    expect(ended).toMatchObject({ code: 0 });
    expect(`${ended.stdout}${ended.stderr}`).toContain(
      "did not know 2026-11-18/r1, 2026-11-19/r1 of default",
    );
    const place = "out/default/2026-11-20/r1";
    expect(fingerprint(join(cwd, place))).toEqual(fingerprint(join(undisturbed, place)));
    expect(await call(cwd, "verify", "out", "--ledger", "sqlite:tieout.db")).toMatchObject({ code: 0 });
  });
});

describe("reports held against their ledger", () => {
  const verify = (cwd: string) => call(cwd, "verify", "out", "--ledger", "sqlite:tieout.db");

  it("are as it published them", async () => {
    const { code, stdout } = await verify(copied());
    expect(code).toBe(0);
    expect(stdout).toMatch(/The newest report of default is 2026-11-19\/r1, .* SHA-256 [0-9a-f]{64}/);
  });

  it("lack one that was taken away", async () => {
    const cwd = copied();
    rmSync(join(cwd, "out/default/2026-11-17"), { recursive: true });
    const ended = await verify(cwd);
    expect(ended.code).toBe(65);
    expect(ended.stderr).toContain("2026-11-17/r1 is missing, and the ledger published it");
  });

  it("are others where a manifest was changed, or one was made up", async () => {
    const cwd = copied();
    appendFileSync(join(cwd, "out/default/2026-11-19/r1/manifest.json"), "\n");
    cpSync(join(cwd, "out/default/2026-11-18/r1"), join(cwd, "out/default/2026-11-18/r2"), {
      recursive: true,
    });
    const ended = await verify(cwd);
    expect(ended.code).toBe(65);
    expect(ended.stderr).toContain("2026-11-19/r1 is not the report that the ledger published there");
    expect(ended.stderr).toContain("2026-11-18/r2 is no report that the ledger published");
  });

  it("are not looked at where there is no ledger, nor made one", async () => {
    const cwd = copied();
    expect(await call(cwd, "verify", "out", "--ledger", "sqlite:none.db")).toMatchObject({ code: 64 });
    expect(existsSync(join(cwd, "none.db"))).toBe(false);
    expect(await call(cwd, "verify")).toMatchObject({ code: 64 });
    const ledger = ["--ledger", "sqlite:tieout.db"];
    expect(await call(cwd, "verify", "out/default/latest", ...ledger)).toMatchObject({
      code: 64,
      stderr: expect.stringContaining("is neither"),
    });
    expect(await call(cwd, "verify", ...ledger, "--allowed-signers", "signers")).toMatchObject({
      code: 64,
      stderr: expect.stringContaining("--allowed-signers is about reports"),
    });
  });
});
