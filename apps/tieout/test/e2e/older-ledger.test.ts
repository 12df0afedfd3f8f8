import { cpSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, it, onTestFinished } from "vitest";
import { temporaryDirectory } from "../temporary-directory.ts";
import { tieout } from "./bundle.ts";
import { type CsvRow, cell, csv, fingerprint } from "./published.ts";
import { startSandboxProcess } from "./sandbox-process.ts";
import { afterThreeNights, NEXT, NIGHTS, PUBLISHED, WORLD } from "./three-nights.ts";

// What these tests prove: a ledger of an older tieout opens and goes on, and what the sources said of each batch stands
// in today's reports as it stood in those of that day. How it is counted is another matter: rules have changed since.

/** What a row says that its source said, and no rule of ours, by the file and what tells its entities apart. */
const SAID_BY_SOURCES = [
  {
    file: "settlement-by-batch.csv",
    entity: ["batch_id"],
    columns: [
      ...[
        "processor_batch_id",
        "account_id",
        "terminal_id",
        "processor_name",
        "status",
        "opened_at",
        "closed_at",
      ],
      ...["transactions_declared", "captured_declared", "refunded_declared"],
    ],
  },
  {
    file: "credentials-by-cohort.csv",
    entity: ["mode", "program_id", "cohort"],
    columns: [
      "program_name",
      "batches",
      "credentials_declared",
      "first_issued_at",
      "last_issued_at",
      "batch_ids",
    ],
  },
];

/** What the sources said of every entity that has one row: the rows of several currencies are a matter of counting. */
const saidIn = (report: string) =>
  SAID_BY_SOURCES.map(({ file, entity, columns }) => {
    const nameOf = (row: CsvRow) => entity.map((column) => cell(row, column)).join("/");
    const entities = Map.groupBy(csv(report, file), nameOf);
    return Object.fromEntries(
      [...entities].flatMap(([name, [row, ...others]]) =>
        row === undefined || others.length > 0 ? [] : [[name, columns.map((column) => cell(row, column))]],
      ),
    );
  });

/** What a ledger keeps of nights as its sources said it. */
const KEPT = [
  // Rows of settlements are kept with more members since, so what they are is held by their keys.
  `SELECT kind, entity, run, header, iif(kind = 'settlement', '', hash) AS hash, hex(keys) AS keys FROM observation
   LEFT JOIN blob ON blob.id = observation.details LEFT JOIN listing ON listing.details = blob.id
   ORDER BY kind, entity, run`,
  "SELECT kind, entity, run, day, is_whole FROM reading ORDER BY kind, entity",
];

const keptIn = (cwd: string) => {
  const db = new DatabaseSync(join(cwd, "tieout.db"), { readOnly: true });
  try {
    return KEPT.map((query) => db.prepare(query).all());
  } finally {
    db.close();
  }
};

it("makes a report of every night again, with all that the sources had said", async () => {
  const cwd = afterThreeNights();
  for (const { day, asOf } of NIGHTS) {
    const ended = await tieout(["report", "--quiet", "--as-of", asOf, "--out", "again"], { cwd });
    expect(ended).toMatchObject({ code: 0, stdout: "" });
    expect(saidIn(join(cwd, "again/acme", day, "r1"))).toMatchObject(saidIn(join(PUBLISHED, day, "r1")));
  }
});

it("makes them again alike, byte for byte, however often", async () => {
  const cwd = afterThreeNights();
  const { asOf, day } = NIGHTS[2];
  for (const out of ["once", "twice"])
    expect((await tieout(["report", "--quiet", "--as-of", asOf, "--out", out], { cwd })).code).toBe(0);
  expect(fingerprint(join(cwd, "twice/acme", day, "r1"))).toEqual(
    fingerprint(join(cwd, "once/acme", day, "r1")),
  );
});

it("goes on with the next night, whose report verifies", async () => {
  const sandbox = await startSandboxProcess(...WORLD, "--night", "4");
  onTestFinished(() => sandbox.kill());
  const cwd = afterThreeNights();
  const ended = await tieout(["run", "--quiet", "--as-of", NEXT.asOf], { cwd, env: sandbox.env });
  expect(ended).toMatchObject({ code: 0, stdout: "" });
  const report = join(cwd, "out/acme/latest");
  expect(saidIn(report)).toMatchObject(saidIn(join(PUBLISHED, NEXT.day, "r1")));
  expect((await tieout(["verify", report], { cwd })).code).toBe(0);
});

it("keeps of the same nights what the older tieout kept of its sources: headers, keys, and hashes of credentials", async () => {
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

it("explains one exception of each code that the older tieout had reported", async () => {
  const cwd = afterThreeNights();
  const exceptions = csv(join(PUBLISHED, "2026-11-19/r1"), "exceptions.csv");
  const oneOfEach = new Map(exceptions.map((row) => [cell(row, "code"), cell(row, "exception_id")]));
  for (const [code, id] of oneOfEach) {
    const ended = await tieout(["explain", id], { cwd });
    expect(ended).toMatchObject({ code: 0, stderr: "" });
    expect(ended.stdout).toContain(code);
  }
});
