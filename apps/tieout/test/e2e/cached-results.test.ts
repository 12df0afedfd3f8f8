import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryDirectory } from "../temporary-directory.ts";
import { tieout } from "./bundle.ts";
import { fingerprint } from "./published.ts";
import { type SandboxProcess, startSandboxProcess } from "./sandbox-process.ts";

// What these tests prove: what a ledger keeps of earlier closes spares work, and changes no byte of a report.

/** The instants of three nights, between which most of what the sandbox plants happens. */
const NIGHTS = ["2026-11-18T02:00:00Z", "2026-11-19T02:00:00Z", "2026-11-20T02:00:00Z"] as const;
const DAYS = ["2026-11-17", "2026-11-18", "2026-11-19"] as const;

let sandbox: SandboxProcess;
beforeAll(async () => {
  sandbox = await startSandboxProcess("--seed", "1");
});
afterAll(() => sandbox.kill());

/** Runs the first so many nights over a ledger in a new directory. */
const afterNights = async (count: number): Promise<string> => {
  const cwd = temporaryDirectory();
  for (const [index, asOf] of NIGHTS.slice(0, count).entries()) {
    await sandbox.night(index + 1);
    const { code } = await tieout(["run", "--quiet", "--as-of", asOf], { cwd, env: sandbox.env });
    expect(code).toBe(0);
  }
  return cwd;
};

/** Changes a ledger behind tieout's back. */
const change = (cwd: string, sql: string): void => {
  const db = new DatabaseSync(join(cwd, "tieout.db"));
  try {
    db.exec(sql);
  } finally {
    db.close();
  }
};

const FORGET = "DELETE FROM conclusion";
/** All that nights leave in a ledger, in an order in which it can go. */
const EMPTIED = [
  ...["conclusion", "listing", "observation", "reading", "blob", "outcome"],
  ...["figure", "report_exception", "report_convention", "report", "run_session", "run"],
];
const DAMAGE_DETAILS = "UPDATE blob SET body = x'00'";

/** What a report from the ledger alone looks like, published into a directory of its own. */
const reported = async (cwd: string, out: string, day: string, options: readonly string[]) => {
  const { code, stderr } = await tieout(["report", "--quiet", "--out", out, ...options], { cwd });
  return { code, stderr, files: fingerprint(join(cwd, out, "default", day, "r1")) };
};

describe("what earlier closes concluded", () => {
  it("changes no byte of a report, on any night and by any configuration", async () => {
    const cwd = await afterNights(3);
    const anew = join(temporaryDirectory(), "anew");
    cpSync(cwd, anew, { recursive: true });
    for (const [index, asOf] of NIGHTS.entries()) {
      change(anew, FORGET);
      const day = DAYS[index] ?? "";
      const again = await reported(anew, "again", day, ["--as-of", asOf]);
      expect(again.code).toBe(0);
      expect(again.files).toEqual(fingerprint(join(cwd, "out/default", day, "r1")));
    }
    // Other days, and other batches in the window, over conclusions of the night before them.
    const otherwise = ["--as-of", NIGHTS[1], "--cutoff", "23:00", "--timezone", "Asia/Kolkata"];
    change(anew, FORGET);
    const expected = await reported(anew, "otherwise", DAYS[1], otherwise);
    expect(expected.code).toBe(0);
    expect(await reported(cwd, "otherwise", DAYS[1], otherwise)).toEqual(expected);
  });

  it("spares a first night the credentials that its pull has counted already", async () => {
    const cwd = await afterNights(1);
    const expected = fingerprint(join(cwd, "out/default", DAYS[0], "r1"));
    for (const table of EMPTIED) change(cwd, `DELETE FROM ${table}`);
    rmSync(join(cwd, "out"), { recursive: true });
    // The details of a credential batch are damaged as soon as they are stored.
    change(
      cwd,
      `CREATE TRIGGER damaged AFTER INSERT ON observation WHEN NEW.kind = 'credential_batch'
       BEGIN UPDATE blob SET body = x'00' WHERE id = NEW.details; END`,
    );
    await sandbox.night(1);
    const night = () => tieout(["run", "--quiet", "--as-of", NIGHTS[0]], { cwd, env: sandbox.env });
    expect((await night()).code).toBe(0);
    expect(fingerprint(join(cwd, "out/default", DAYS[0], "r1"))).toEqual(expected);
    change(cwd, FORGET);
    expect(await reported(cwd, "anew", DAYS[0], ["--as-of", NIGHTS[0]])).toMatchObject({ code: 74 });
  });

  it("spares reading the details that it was drawn from", async () => {
    const cwd = await afterNights(1);
    const options = ["--as-of", NIGHTS[0]];
    change(cwd, DAMAGE_DETAILS);
    const spared = await reported(cwd, "spared", DAYS[0], options);
    expect(spared).toMatchObject({ code: 0, files: fingerprint(join(cwd, "out/default", DAYS[0], "r1")) });
    change(cwd, FORGET);
    expect(await reported(cwd, "anew", DAYS[0], options)).toMatchObject({
      code: 74,
      stderr: expect.stringContaining("is damaged"),
    });
  });

  it("is passed over where somebody changed it, or drew it by other rules", async () => {
    const cwd = await afterNights(1);
    const options = ["--as-of", NIGHTS[0]];
    const expected = fingerprint(join(cwd, "out/default", DAYS[0], "r1"));
    change(cwd, `UPDATE conclusion SET body = replace(body, '"grossMinor":"', '$&1')`);
    expect((await reported(cwd, "changed", DAYS[0], options)).files).toEqual(expected);
    change(cwd, `UPDATE conclusion SET body = '{}', seal = 'by other rules'`);
    expect((await reported(cwd, "other-rules", DAYS[0], options)).files).toEqual(expected);
  });
});
