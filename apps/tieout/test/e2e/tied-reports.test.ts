// Proves that ledger, key and reports that do not belong together are found before a source is asked, and that a report
// which was changed is neither overwritten nor called unchanged.

import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryDirectory } from "../temporary-directory.ts";
import { type Ended, tieout } from "./bundle.ts";
import { lastingDirectory } from "./lasting-directory.ts";
import { fingerprint, json, namesIn } from "./published.ts";
import { type SandboxProcess, startSandboxProcess } from "./sandbox-process.ts";

const DAY = "2026-11-17";
const AGAIN = "2026-11-18T02:00:00Z";
const NEXT = "2026-11-19T02:00:00Z";
const REPORT = `out/default/${DAY}/r1`;
const MONTH = "out/default/2026-10-01_2026-11-01/r1";

let sandbox: SandboxProcess;
const home = lastingDirectory();
beforeAll(async () => {
  sandbox = await startSandboxProcess("--batches", "8", "--cohorts", "3", "--transactions", "4");
  expect(await run(home)).toMatchObject({ code: 0 });
  expect(await run(home, "--month", "2026-10")).toMatchObject({ code: 0 });
});
afterAll(() => sandbox.kill());

const run = (cwd: string, ...args: readonly string[]): Promise<Ended> => {
  const asOf = args.includes("--as-of") ? [] : ["--as-of", AGAIN];
  return tieout(["run", "--quiet", ...asOf, ...args], { cwd, env: sandbox.env });
};

/** A copy of the first night, for taking apart. */
const copied = (): string => {
  const cwd = temporaryDirectory();
  cpSync(home, cwd, { recursive: true, verbatimSymlinks: true });
  return cwd;
};

/** Runs, and expects to be refused before anything is asked. */
const refusedBeforeAsking = async (cwd: string, ...args: readonly string[]) => {
  const before = await sandbox.requests();
  const { code, stdout, stderr } = await run(cwd, ...args);
  expect(await sandbox.requests()).toEqual(before);
  expect(stdout).toBe("");
  return { code, stderr };
};

describe("a ledger and its key", () => {
  it("belong together: a missing or another key is exit 74, and none is made", async () => {
    const cwd = copied();
    rmSync(join(cwd, "tieout.db.key"));
    const missing = await refusedBeforeAsking(cwd);
    expect(missing.code).toBe(74);
    expect(missing.stderr).toContain("./tieout.db.key is missing");
    expect(namesIn(cwd)).not.toContain("tieout.db.key");
    writeFileSync(join(cwd, "tieout.db.key"), `${"0".repeat(64)}\n`);
    const other = await refusedBeforeAsking(cwd);
    expect(other.code).toBe(74);
    expect(other.stderr).toContain("./tieout.db.key is not the key that the ledger hashed with; restore");
  });
});

describe("a ledger and its reports", () => {
  it("belong together: one that knows none is exit 78 unless it is meant, and then the old one is", async () => {
    const cwd = copied();
    const lost = ["--ledger", "sqlite:new.db"];
    const { code, stderr } = await refusedBeforeAsking(cwd, ...lost);
    expect(code).toBe(78);
    expect(stderr).toBe(
      `The ledger new.db knows none of the reports of default that stand in out/default, the newest of them ${DAY}/r1: ` +
        "name the right ledger with --ledger, or restore it from a backup; with --new-ledger it begins anew beside them\n",
    );
    // None is made in its place, nor in an emptied one, which would look like a ledger from then on.
    expect(namesIn(cwd).filter((name) => name.startsWith("new.db"))).toEqual([]);
    writeFileSync(join(cwd, "new.db"), "");
    expect(await refusedBeforeAsking(cwd, ...lost)).toEqual({ code, stderr });
    expect(readFileSync(join(cwd, "new.db"))).toHaveLength(0);
    expect((await tieout(["doctor", ...lost], { cwd, env: sandbox.env })).code).toBe(78);
    const meant = await tieout(["run", "--new-ledger", ...lost, "--as-of", NEXT], { cwd, env: sandbox.env });
    expect(meant.code).toBe(0);
    expect(meant.stderr).toContain(
      `A new ledger begins beside the reports of default, the newest of them ${DAY}/r1`,
    );
    expect(await run(cwd, ...lost, "--as-of", NEXT)).toMatchObject({ code: 0, stderr: "" });
    expect(json(join(cwd, REPORT), "run.json").ledger).not.toBe(
      json(join(cwd, "out/default/latest"), "run.json").ledger,
    );
    const old = await refusedBeforeAsking(cwd, "--as-of", NEXT);
    expect(old.code).toBe(78);
    expect(old.stderr).toContain(
      "did not publish out/default/2026-11-18/r1, the newest report of default, which was written from another ledger",
    );
    // It is no new ledger any more, whatever is said.
    expect((await refusedBeforeAsking(cwd, "--as-of", NEXT, "--new-ledger")).code).toBe(78);
  });
});

describe("the name of `latest`", () => {
  it("that is taken by a directory or a file is exit 73 before anything is asked", async () => {
    const cwd = copied();
    const latest = join(cwd, "out/default/latest");
    for (const [what, take] of [
      ["a directory", () => mkdirSync(latest)],
      ["a file", () => writeFileSync(latest, "")],
    ] as const) {
      rmSync(latest, { recursive: true, force: true });
      take();
      const { code, stderr } = await refusedBeforeAsking(cwd);
      expect(code).toBe(73);
      expect(stderr).toContain(`out/default/latest could not be created: the name is taken by ${what}`);
    }
    // A link that leads nowhere is mended.
    rmSync(latest);
    symlinkSync("2026-01-01/r9", latest);
    expect(await run(cwd)).toMatchObject({ code: 0 });
    expect(fingerprint(latest)).toEqual(fingerprint(join(cwd, REPORT)));
  });
});

/** Ways of changing a report, each noticed by something else. */
const CHANGES: ReadonlyArray<(report: string) => void> = [
  (report) => writeFileSync(join(report, "settlement-by-day.csv"), "edited\n"),
  (report) => rmSync(join(report, "report.html")),
  (report) => writeFileSync(join(report, "note.txt"), "by hand"),
  (report) => {
    renameSync(join(report, "exceptions.csv"), `${report}.csv`);
    symlinkSync(`${report}.csv`, join(report, "exceptions.csv"));
  },
];

describe("a published report that was changed since", () => {
  it("is named when its day is run again, exit 65, and stands as it is: edited, short of a file, one too many, a link", async () => {
    const cwd = copied();
    const report = join(cwd, REPORT);
    for (const change of CHANGES) {
      rmSync(report, { recursive: true });
      cpSync(join(home, REPORT), report, { recursive: true });
      change(report);
      const changed = fingerprint(report);
      const { code, stderr } = await refusedBeforeAsking(cwd);
      expect(code).toBe(65);
      expect(stderr).toContain(`The report ${REPORT} is not as it was published: `);
      expect(fingerprint(report)).toEqual(changed);
    }
    // Another day is not in its way.
    expect((await run(cwd, "--as-of", NEXT)).code).toBe(0);
  });

  it("is found where hashes were made anew, is rebuilt by the command that is printed, or published anew", async () => {
    const cwd = copied();
    const report = join(cwd, REPORT);
    const published = fingerprint(report);
    const manifest = readFileSync(join(report, "manifest.json"), "utf8");
    // A manifest that says something else, and sums that vouch for it.
    const forged = manifest.replace('"verdict": "provisional"', '"verdict": "final"');
    expect(forged).not.toBe(manifest);
    writeFileSync(join(report, "manifest.json"), forged);
    const sums = readFileSync(join(report, "SHA256SUMS"), "utf8");
    const hash = fingerprint(report)["manifest.json"] ?? "";
    writeFileSync(join(report, "SHA256SUMS"), sums.replace(/^[0-9a-f]+(?= {2}manifest\.json)/m, hash));
    const { code, stderr } = await refusedBeforeAsking(cwd);
    expect(code).toBe(65);
    expect(stderr).toContain("manifest.json is not the one that the ledger knows. Put back");
    const [, command = ""] = /`tieout ([^`]*)`/.exec(stderr) ?? [];
    expect(await tieout([...command.replace("DIR", "rebuilt").split(" "), "--quiet"], { cwd })).toMatchObject(
      {
        code: 0,
        stderr: "",
      },
    );
    const rebuilt = join(cwd, "rebuilt/default", DAY, "r1");
    expect(fingerprint(rebuilt)).toEqual(published);
    // Out of the way: the day is published anew, with its number.
    rmSync(report, { recursive: true });
    expect(await run(cwd)).toMatchObject({ code: 0, stderr: "" });
    expect(fingerprint(report)).toEqual(published);
    // Put back: unchanged.
    rmSync(report, { recursive: true });
    cpSync(rebuilt, report, { recursive: true });
    const again = await tieout(["run", "--json", "--as-of", AGAIN], { cwd, env: sandbox.env });
    expect(JSON.parse(again.stdout).books[0]).toMatchObject({ published: false, revision: 1 });
  });

  it("may be one about a window of one's own", async () => {
    const cwd = copied();
    writeFileSync(join(cwd, MONTH, "settlement-by-day.csv"), "edited\n");
    expect((await run(cwd)).code).toBe(0);
    const { code, stderr } = await refusedBeforeAsking(cwd, "--month", "2026-10");
    expect([code, stderr]).toEqual([65, expect.stringContaining(`The report ${MONTH} is not as it was`)]);
  });
});

it("a second revision that is rebuilt elsewhere keeps its number, and what the ledger knows of it", async () => {
  const cwd = copied();
  // Other figures of the same day: it has the last word on which batches are overdue.
  expect((await run(cwd, "--days", "20")).code).toBe(0);
  const second = fingerprint(join(cwd, `out/default/${DAY}/r2`));
  const rebuild = (...args: readonly string[]) =>
    tieout(["report", "--as-of", AGAIN, "--out", "elsewhere", ...args], { cwd });
  expect(await rebuild("--days", "20")).toMatchObject({ code: 0 });
  expect(fingerprint(join(cwd, `elsewhere/default/${DAY}/r2`))).toEqual(second);
  // Another form of it is said to be one, and changes nothing that the next night is compared with.
  rmSync(join(cwd, "elsewhere"), { recursive: true });
  const other = await rebuild("--days", "20", "--excel");
  expect(other.stderr).toContain(`is not, to the byte, the ${DAY}/r2 that was published`);
  expect((await run(cwd, "--as-of", NEXT)).code).toBe(0);
  expect((await tieout(["verify", "--quiet", "out/default"], { cwd })).code).toBe(0);
});
