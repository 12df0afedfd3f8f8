import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { zstdDecompressSync } from "node:zlib";
import { expect, it, onTestFinished } from "vitest";
import { temporaryDirectory } from "../temporary-directory.ts";
import { tieout } from "./bundle.ts";
import { cell, csv, namesIn } from "./published.ts";
import { startSandboxProcess } from "./sandbox-process.ts";

// What these tests prove: a ledger of an older tieout opens, goes on, and gives the bytes that were published from it.
// The fixture's README says how it was made.

const FIXTURE = fileURLToPath(new URL("../fixtures/three-nights", import.meta.url));
const PUBLISHED = join(FIXTURE, "golden/acme");

/** The nights that the ledger holds, by the day of their report. */
const NIGHTS = [
  { day: "2026-11-17", asOf: "2026-11-18T02:00:00Z" },
  { day: "2026-11-18", asOf: "2026-11-19T02:00:00Z" },
  { day: "2026-11-19", asOf: "2026-11-20T02:00:00Z" },
] as const;
const NEXT = { day: "2026-11-20", asOf: "2026-11-21T02:00:00Z" } as const;

/** The sandbox of the fixture, as its README has it. */
const WORLD = /tieout sandbox --port 4010 ([^&]+) &/
  .exec(readFileSync(join(FIXTURE, "README.md"), "utf8"))?.[1]
  ?.split(/[\s\\]+/);

/** A working directory as it was after the third night: configuration, ledger, key, and reports. */
const afterThreeNights = (): string => {
  const cwd = temporaryDirectory();
  for (const name of ["tieout.config.json", "roster.csv"]) cpSync(join(FIXTURE, name), join(cwd, name));
  writeFileSync(join(cwd, "tieout.db"), zstdDecompressSync(readFileSync(join(FIXTURE, "ledger.zst"))));
  cpSync(join(FIXTURE, "ledger.key"), join(cwd, "tieout.db.key"));
  mkdirSync(join(cwd, "out/acme"), { recursive: true });
  for (const { day } of NIGHTS) cpSync(join(PUBLISHED, day), join(cwd, "out/acme", day), { recursive: true });
  symlinkSync("2026-11-19/r1", join(cwd, "out/acme/latest"));
  return cwd;
};

/** The text of each file of a report but `run.json`, by name. */
const textsOf = (report: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    namesIn(report)
      .filter((name) => name !== "run.json")
      .map((name) => [name, readFileSync(join(report, name), "utf8")]),
  );

it("makes every report of the older tieout again, byte for byte", async () => {
  const cwd = afterThreeNights();
  for (const { day, asOf } of NIGHTS) {
    const ended = await tieout(["report", "--quiet", "--as-of", asOf, "--out", "again"], { cwd });
    expect(ended).toEqual({ code: 0, stdout: "", stderr: expect.stringMatching(/^Warning: .*\n$/) });
    expect(textsOf(join(cwd, "again/acme", day, "r1"))).toEqual(textsOf(join(PUBLISHED, day, "r1")));
  }
});

it("goes on with the next night, and publishes what the older tieout did", async () => {
  const sandbox = await startSandboxProcess(...(WORLD ?? []), "--night", "4");
  onTestFinished(() => sandbox.kill());
  const cwd = afterThreeNights();
  const ended = await tieout(["run", "--quiet", "--as-of", NEXT.asOf], { cwd, env: sandbox.env });
  expect(ended).toMatchObject({ code: 0, stdout: "" });
  expect(textsOf(join(cwd, "out/acme/latest"))).toEqual(textsOf(join(PUBLISHED, NEXT.day, "r1")));

  const verified = await tieout(["verify", "out/acme"], { cwd });
  expect(verified.code).toBe(0);
  expect(verified.stdout.match(/ verifies: /g)).toHaveLength(NIGHTS.length + 1);
});

it("says the same of it, in the summary of a report and in the explanation of one exception of each code", async () => {
  const cwd = afterThreeNights();
  const exceptions = csv(join(PUBLISHED, "2026-11-19/r1"), "exceptions.csv");
  const oneOfEach = new Map(exceptions.map((row) => [cell(row, "code"), cell(row, "exception_id")]));
  const commands = [
    ["report", "--as-of", NIGHTS[2].asOf, "--out", "again"],
    ["verify", "out/acme"],
    ...[...oneOfEach.values()].toSorted().map((id) => ["explain", id]),
  ];
  let said = "";
  for (const command of commands) {
    const { code, stdout, stderr } = await tieout(command, { cwd });
    said += `$ tieout ${command.join(" ")}\n${stdout}${stderr}exit ${code}\n\n`;
  }
  await expect(said).toMatchFileSnapshot(join(FIXTURE, "golden/said.txt"));
});
