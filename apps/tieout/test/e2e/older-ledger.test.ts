import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, it, onTestFinished } from "vitest";
import { temporaryDirectory } from "../temporary-directory.ts";
import { tieout } from "./bundle.ts";
import { cell, csv, namesIn } from "./published.ts";
import { startSandboxProcess } from "./sandbox-process.ts";
import { afterThreeNights, FIXTURE, NEXT, NIGHTS, PUBLISHED, WORLD } from "./three-nights.ts";

// What these tests prove: a ledger of an older tieout opens, goes on, and gives the bytes that were published from it.

/** The text of each file of a report but `run.json`, by name. */
const textsOf = (report: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    namesIn(report)
      .filter((name) => name !== "run.json")
      .map((name) => [name, readFileSync(join(report, name), "utf8")]),
  );

/** What a ledger keeps of nights, as far as it is compared with what a later night sees or hashed. */
const KEPT = [
  `SELECT kind, entity, run, header, hash, hex(keys) AS keys FROM observation
   LEFT JOIN blob ON blob.id = observation.details LEFT JOIN listing ON listing.details = blob.id
   ORDER BY kind, entity, run`,
  "SELECT kind, entity, run, day, is_whole FROM reading ORDER BY kind, entity",
  "SELECT day, exception_id, body FROM report_exception JOIN report ON report.id = report ORDER BY day, exception_id",
  "SELECT day, name, body FROM figure JOIN report ON report.id = report ORDER BY day, name",
];

const keptIn = (cwd: string) => {
  const db = new DatabaseSync(join(cwd, "tieout.db"), { readOnly: true });
  try {
    return KEPT.map((query) => db.prepare(query).all());
  } finally {
    db.close();
  }
};

it("makes every report of the older tieout again, byte for byte", async () => {
  const cwd = afterThreeNights();
  for (const { day, asOf } of NIGHTS) {
    const ended = await tieout(["report", "--quiet", "--as-of", asOf, "--out", "again"], { cwd });
    expect(ended).toEqual({ code: 0, stdout: "", stderr: expect.stringMatching(/^Warning: .*\n$/) });
    expect(textsOf(join(cwd, "again/acme", day, "r1"))).toEqual(textsOf(join(PUBLISHED, day, "r1")));
  }
});

it("goes on with the next night, and publishes what the older tieout did", async () => {
  const sandbox = await startSandboxProcess(...WORLD, "--night", "4");
  onTestFinished(() => sandbox.kill());
  const cwd = afterThreeNights();
  const ended = await tieout(["run", "--quiet", "--as-of", NEXT.asOf], { cwd, env: sandbox.env });
  expect(ended).toMatchObject({ code: 0, stdout: "" });
  expect(textsOf(join(cwd, "out/acme/latest"))).toEqual(textsOf(join(PUBLISHED, NEXT.day, "r1")));

  const verified = await tieout(["verify", "out/acme"], { cwd });
  expect(verified.code).toBe(0);
  expect(verified.stdout.match(/ verifies: /g)).toHaveLength(NIGHTS.length + 1);
});

it("keeps of the same nights what the older tieout kept: headers, hashes of details, exceptions and figures", async () => {
  const sandbox = await startSandboxProcess(...WORLD);
  onTestFinished(() => sandbox.kill());
  const older = afterThreeNights();
  const cwd = temporaryDirectory();
  for (const name of ["tieout.config.json", "roster.csv", "tieout.db.key"])
    cpSync(join(older, name), join(cwd, name));
  for (const [index, { asOf }] of NIGHTS.entries()) {
    await sandbox.night(index + 1);
    const { code } = await tieout(["run", "--quiet", "--as-of", asOf], { cwd, env: sandbox.env });
    expect(code).toBe(0);
  }
  // Members stand in these texts in the order in which they are compared and hashed.
  expect(keptIn(cwd)).toEqual(keptIn(older));
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
