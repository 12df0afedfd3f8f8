import { createHash } from "node:crypto";
import { cpSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { temporaryDirectory } from "../temporary-directory.ts";
import { tieout } from "./bundle.ts";
import { edit, forge } from "./forge/forging.ts";
import { lastingDirectory } from "./lasting-directory.ts";
import { json, namesIn } from "./published.ts";

const DAYS = ["2026-11-17", "2026-11-18", "2026-11-19"];
const NEWEST = "default/2026-11-19/r1";

// Three real nights for the whole file; each test breaks a copy.
const home = lastingDirectory();
beforeAll(async () => {
  expect((await tieout(["demo"], { cwd: home })).code).toBe(0);
});

/** A copy of the three reports, for breaking. */
const copied = (): string => {
  const out = join(temporaryDirectory(), "out");
  cpSync(join(home, "tieout-demo/out"), out, { recursive: true, verbatimSymlinks: true });
  return out;
};

const verify = (...args: readonly string[]) => tieout(["verify", ...args], { cwd: "/" });

const lines = (text: string): readonly string[] => text.trimEnd().split("\n");

const swapped = (first: number, second: number) => (text: string) => {
  const rows = text.split("\n");
  [rows[first], rows[second]] = [rows[second] ?? "", rows[first] ?? ""];
  return rows.join("\n");
};

/** Changes one amount of the first row that has a `net_computed`, by one minor unit. */
const shifted = (text: string): string => {
  const [header = "", ...rows] = text.split("\n");
  const column = header.split(",").indexOf("captured_computed");
  const at = rows.findIndex((row) => /\.\d\d$/.test(row.split(",")[column] ?? ""));
  const cells = (rows[at] ?? "").split(",");
  cells[column] = (cells[column] ?? "").replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
  rows[at] = cells.join(",");
  return [header, ...rows].join("\n");
};

describe("reports as they were published", () => {
  it("verify: one, the newest of a day, `latest`, a book, and everything", async () => {
    const out = join(home, "tieout-demo/out");
    for (const dir of [NEWEST, "default/2026-11-19", "default/latest"]) {
      const { code, stdout, stderr } = await verify(join(out, dir));
      expect([code, stderr]).toEqual([0, ""]);
      expect(lines(stdout)).toHaveLength(1);
    }
    for (const dir of ["default", ""]) {
      const { code, stdout, stderr } = await verify(join(out, dir));
      expect([code, stderr]).toEqual([0, ""]);
      const manifest = createHash("sha256")
        .update(readFileSync(join(out, NEWEST, "manifest.json")))
        .digest("hex");
      expect(lines(stdout).map((line) => line.replace(/:.*/, ""))).toEqual([
        ...DAYS.map((day) => `${join(out, "default", day, "r1")} verifies`),
        `The newest report of default is 2026-11-19/r1, and its manifest.json has the SHA-256 ${manifest}`,
      ]);
    }
  });

  it("verify in Excel's dialect", async () => {
    const out = join(temporaryDirectory(), "excel");
    const ledger = `sqlite:${join(home, "tieout-demo/tieout.db")}`;
    const report = ["report", "--quiet", "--excel", "--ledger", ledger, "--out", out, "--as-of"];
    expect((await tieout([...report, "2026-11-18T02:00:00Z"], { cwd: home })).code).toBe(0);
    expect(await verify(out)).toMatchObject({ code: 0, stderr: "" });
  });

  it("are counted for a machine, and silent where nothing is wrong and `--quiet` was given", async () => {
    const report = join(home, "tieout-demo/out", NEWEST);
    const told = JSON.parse((await verify(report, "--json")).stdout);
    const { files } = json(report, "manifest.json");
    expect(told).toEqual({
      verified: true,
      problems: [],
      heads: [],
      reports: [
        {
          directory: report,
          verified: true,
          files: files.length,
          rows: files.reduce((sum: number, { rows }: { rows: number | null }) => sum + (rows ?? 0), 0),
          problems: [],
          notes: [],
          signed: false,
          signed_by: null,
        },
      ],
    });
    expect(await verify(report, "--quiet")).toEqual({ code: 0, stdout: "", stderr: "" });
  });

  it("verify by themselves, saying that the chain could not be checked", async () => {
    const [out, alone] = [copied(), join(temporaryDirectory(), "sent-by-mail")];
    renameSync(join(out, NEWEST), alone);
    expect(await verify(alone)).toMatchObject({
      code: 0,
      stderr: "",
      stdout: expect.stringContaining("cannot be checked"),
    });
    rmSync(join(out, "default/2026-11-17"), { recursive: true });
    const { code, stdout } = await verify(join(out, "default/2026-11-18/r1"));
    expect(code).toBe(0);
    expect(stdout).toContain("The chain to 2026-11-17/r1 cannot be checked: that report is not there");
  });
});

/** What was done to a report, and what has to be said of it. */
type Break = readonly [name: string, breakIt: (report: string) => void, said: RegExp];

const BREAKS: readonly Break[] = [
  [
    "a cell edited",
    (dir) => edit(join(dir, "settlement-by-batch.csv"), shifted),
    /settlement-by-batch\.csv is not as it was published: its SHA-256 is not the one in manifest\.json and SHA256SUMS/,
  ],
  [
    "a line appended",
    (dir) => edit(join(dir, "exceptions.csv"), (text) => `${text}\n`),
    /exceptions\.csv cannot be read as CSV after row \d+/,
  ],
  [
    "a manifest's number edited",
    (dir) => edit(join(dir, "manifest.json"), (text) => text.replace(/"declared": \d+/, '"declared": 7')),
    /manifest\.json is not as it was published.*\n.*says 7 of credentials, declared/,
  ],
  [
    "a file removed",
    (dir) => rmSync(join(dir, "settlement-by-day.csv")),
    /settlement-by-day\.csv is missing/,
  ],
  [
    "other settings shown than the figures were made with",
    (dir) => forge(dir, "config.json", (text) => text.replace(/"pending_days": \d+/, '"pending_days": 9')),
    /manifest\.json has a config_sha256 that is not the SHA-256 of config\.json/,
  ],
  [
    "a figure of the page, hashes and all",
    (dir) =>
      forge(dir, "report.html", (text) =>
        text.replace(/(data-stated="USD final net_computed" value="\d)/, "$19"),
      ),
    /report\.html shows [\d,.]+ as USD final net_computed, and the manifest says \d/,
  ],
  [
    "a figure taken off the page, hashes and all",
    (dir) =>
      forge(dir, "report.html", (text) =>
        text.replace(/<data data-stated="USD final net_computed".*?<\/data>/, ""),
      ),
    /report\.html does not show USD final net_computed, which the manifest states/,
  ],
  ["the manifest removed", (dir) => rmSync(join(dir, "manifest.json")), /manifest\.json is missing/],
  ["the sums removed", (dir) => rmSync(join(dir, "SHA256SUMS")), /SHA256SUMS is missing/],
  [
    "a file too many",
    (dir) => writeFileSync(join(dir, "notes.txt"), ""),
    /notes\.txt is no file of this report/,
  ],
  [
    "a manifest that is no JSON",
    (dir) => writeFileSync(join(dir, "manifest.json"), "{"),
    /manifest\.json is not JSON/,
  ],
  [
    "two rows swapped, hashes and all",
    (dir) => forge(dir, "settlement-by-batch.csv", swapped(2, 5)),
    /settlement-by-batch\.csv row 3: does not come after row 2 in the order of the file/,
  ],
  [
    "two exceptions swapped, hashes and all",
    (dir) => forge(dir, "exceptions.csv", swapped(1, 4)),
    /exceptions\.csv row 2: does not come after row 1/,
  ],
  [
    "two restatements swapped, hashes and all",
    (dir) => forge(dir, "restatements.csv", swapped(1, 2)),
    /restatements\.csv row 2: does not come after row 1/,
  ],
  [
    "a row doubled, hashes and all",
    (dir) => forge(dir, "credentials-by-cohort.csv", (text) => text.replace(/\n(.*)\n/, "\n$1\n$1\n")),
    /credentials-by-cohort\.csv has \d+ rows, and the manifest says \d+[\s\S]*row 2: does not come after row 1/,
  ],
  [
    "an amount of a batch, hashes and all",
    (dir) => forge(dir, "settlement-by-batch.csv", shifted),
    /row \d+: net_computed is .*, and captured_computed less refunded_computed is something else[\s\S]*settlement-by-day\.csv says captured_computed .* add up to[\s\S]*manifest\.json says .* of captured_computed in/,
  ],
  [
    "an amount of a day, hashes and all",
    (dir) => forge(dir, "settlement-by-day.csv", shifted),
    /settlement-by-day\.csv says captured_computed .*; the rows of settlement-by-batch\.csv add up to/,
  ],
  [
    "a column renamed, hashes and all",
    (dir) => forge(dir, "settlement-by-day.csv", (text) => text.replace("account_id", "account")),
    /settlement-by-day\.csv has account as column 3 where account_id belongs/,
  ],
  [
    "an amount that is none, hashes and all",
    (dir) => forge(dir, "settlement-by-day.csv", (text) => text.replace(/,(\d+)\.(\d)\d,/, ",$1.$2,")),
    /settlement-by-day\.csv row 1: .* is no amount in/,
  ],
  [
    "another verdict, hashes and all",
    (dir) => forge(dir, "manifest.json", (text) => text.replace('"provisional"', '"final"')),
    /manifest\.json says that the verdict is final; the states of the rows make it provisional/,
  ],
  [
    "fewer exceptions, hashes and all",
    (dir) => forge(dir, "manifest.json", (text) => text.replace(/"critical": \d+/, '"critical": 0')),
    /manifest\.json says 0 of open exceptions that are critical/,
  ],
  [
    "a file unnamed, hashes and all",
    (dir) => forge(dir, "manifest.json", (text) => text.replace("exceptions.csv", "more.csv")),
    /manifest\.json does not name exceptions\.csv, which this report has to have/,
  ],
  [
    "another day, hashes and all",
    (dir) =>
      forge(dir, "manifest.json", (text) => text.replace('"day": "2026-11-19"', '"day": "2026-11-20"')),
    /manifest\.json says that the report is 2026-11-20\/r1, and it stands in 2026-11-19\/r1/,
  ],
  [
    "a manifest that leads elsewhere",
    (dir) => forge(dir, "manifest.json", (text) => text.replace('"exceptions.csv"', '"../../../x.csv"')),
    /manifest\.json is not the manifest of a report/,
  ],
  [
    "another previous report, hashes and all",
    (dir) => forge(dir, "manifest.json", (text) => text.replace(/("manifest_sha256": ")../, "$1ff")),
    /manifest\.json follows another 2026-11-18\/r1 than the one that is there: the chain is broken/,
  ],
];

describe("a report that somebody broke does not verify, and what is wrong is named", () => {
  it.each(BREAKS)("%s", async (_name, breakIt, said) => {
    const out = copied();
    breakIt(join(out, NEWEST));
    const { code, stdout, stderr } = await verify(join(out, "default/latest"));
    expect(code).toBe(65);
    expect(stdout).toBe("");
    expect(stderr).toMatch(said);
    expect(lines(stderr).at(-1)).toBe("1 of 1 report does not verify");
    expect(lines(stderr).length).toBeLessThan(30);
  });
});

describe("the chain over a book", () => {
  it("is not broken by one report that is, and the others verify", async () => {
    const out = copied();
    rmSync(join(out, NEWEST, "exceptions.csv"));
    expect((await verify(join(out, "default/2026-11-18"))).code).toBe(0);
    const { code, stdout, stderr } = await verify(out, "--quiet");
    expect([code, stdout]).toEqual([65, ""]);
    expect(lines(stderr)).toEqual([
      `${join(out, NEWEST)}/exceptions.csv is missing`,
      "1 of 3 reports do not verify",
    ]);
  });

  it("breaks where a report was changed with everything that vouches for it", async () => {
    const out = copied();
    forge(join(out, "default/2026-11-18/r1"), "manifest.json", (text) =>
      text.replace(/"as_of": "2026/, '"as_of": "2025'),
    );
    expect((await verify(join(out, "default/2026-11-18/r1"))).code).toBe(0);
    const { code, stdout, stderr } = await verify(join(out, "default"));
    expect(code).toBe(65);
    expect(stderr).toContain(
      `${join(out, NEWEST)}/manifest.json follows another 2026-11-18/r1 than the one that is there`,
    );
    expect(lines(stdout)).toHaveLength(2);
  });

  it("breaks where a report was taken out of the middle, and not where the oldest were moved away", async () => {
    const out = copied();
    rmSync(join(out, "default/2026-11-18"), { recursive: true });
    const middle = await verify(out);
    expect([middle.code, middle.stderr]).toEqual([
      65,
      expect.stringContaining("follows 2026-11-18/r1, which is missing: the chain is broken"),
    ]);
    rmSync(join(out, "default/2026-11-17"), { recursive: true });
    expect(await verify(out)).toMatchObject({ code: 0, stderr: "" });
  });

  it("names a revision that is missing before a later one, and a `latest` that leads nowhere", async () => {
    const out = copied();
    const day = join(out, "default/2026-11-17");
    cpSync(join(day, "r1"), join(day, "r3"), { recursive: true });
    rmSync(join(out, "default/latest"));
    symlinkSync("2026-11-20/r1", join(out, "default/latest"));
    const { code, stderr } = await verify(out);
    expect(code).toBe(65);
    expect(stderr).toContain(`${join(day, "r2")} is missing, and a later revision is there`);
    expect(stderr).toContain(
      `${join(out, "default/latest")} leads to 2026-11-20/r1, and not to the newest report, 2026-11-19/r1`,
    );
    expect(stderr).toContain("says that the report is 2026-11-17/r1, and it stands in 2026-11-17/r3");
    expect((await verify(join(out, "default/latest"))).code).toBe(65);
  });

  it("is of nothing where there is no report", async () => {
    const empty = temporaryDirectory();
    expect(await verify(empty)).toMatchObject({ code: 65, stderr: `${empty} holds no report\n` });
    expect((await verify(join(empty, "nowhere"))).code).toBe(64);
    expect(namesIn(empty)).toEqual([]);
  });
});
