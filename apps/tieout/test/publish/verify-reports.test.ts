import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startSandbox } from "@tieout/sandbox";
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { verifyReports } from "../../src/publish/verify/verify-reports.ts";
import { tieout } from "../e2e/bundle.ts";
import { temporaryDirectory } from "../temporary-directory.ts";

// What these tests prove: a directory verifies only where every report does, and everything between them as well.

const cwd = mkdtempSync(join(tmpdir(), "tieout-"));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

/** The days of three nights, each with a report that follows the one before. */
const DAYS = ["2026-11-17", "2026-11-18", "2026-11-19"];

beforeAll(async () => {
  const sandbox = await startSandbox({ today: "2026-11-18", batches: 8, transactions: 5, cohorts: 4 });
  for (const [at] of DAYS.entries()) {
    sandbox.setNight(at + 1);
    const { code } = await tieout(["run", "--quiet", "--as-of", sandbox.asOf], {
      cwd,
      env: {
        RECORD_BASE_URL: sandbox.recordBaseUrl,
        RECORD_API_TOKEN: sandbox.recordToken,
        KOARD_BASE_URL: sandbox.koardBaseUrl,
        KOARD_API_KEY: sandbox.koardKey,
      },
    });
    expect(code).toBe(0);
  }
  await sandbox.close();
});

const book = (): string => {
  const directory = join(temporaryDirectory(), "default");
  cpSync(join(cwd, "out/default"), directory, { recursive: true, verbatimSymlinks: true });
  return directory;
};

const verified = (directory: string) => Effect.runPromise(verifyReports(directory));

it("verifies a book whose reports and chain are whole", async () => {
  expect(await verified(book())).toMatchObject({ isVerified: true, problems: [] });
});

it("does not verify a book of which one file was changed, though nothing is wrong between its reports", async () => {
  const directory = book();
  appendFileSync(join(directory, "2026-11-19/r1/restatements.csv"), "\n");
  const { isVerified, problems, reports } = await verified(directory);
  expect({ isVerified, problems }).toEqual({ isVerified: false, problems: [] });
  expect(reports.map((report) => report.problems.length > 0)).toEqual([false, false, true]);
});

it("does not verify what holds no report", async () => {
  expect(await verified(temporaryDirectory())).toMatchObject({
    isVerified: false,
    reports: [],
    problems: [{ problem: "holds no report" }],
  });
});

it("does not verify a book out of which a report was taken, by the report after it", async () => {
  const directory = book();
  rmSync(join(directory, "2026-11-18"), { recursive: true });
  expect((await verified(directory)).isVerified).toBe(false);
});

describe("a manifest that does not name a file", () => {
  /** Which of the files that it was taken out of the list of the newest report's manifest is missed, source by source. */
  const missed = async (sources: Readonly<Record<string, object>> = {}): Promise<readonly string[]> => {
    const directory = book();
    const manifest = join(directory, "2026-11-19/r1/manifest.json");
    const stated: { readonly sources: object } = JSON.parse(readFileSync(manifest, "utf8"));
    writeFileSync(
      manifest,
      JSON.stringify({ ...stated, files: [], sources: { ...stated.sources, ...sources } }),
    );
    const { reports } = await verified(directory);
    const problems = reports.flatMap((report) => report.problems.map(({ problem }) => problem));
    return problems
      .flatMap((problem) => /^does not name (\S+), which this report has to have/.exec(problem)?.[1] ?? [])
      .sort();
  };
  const ALWAYS = [
    ...["config.json", "csv-metadata.json", "decisions.csv", "exceptions.csv", "report.html", "report.xlsx"],
    "restatements.csv",
  ];
  const OF_CREDENTIALS = ["credentials-by-cohort.csv"];
  const OF_SETTLEMENTS = ["settlement-by-batch.csv", "settlement-by-day.csv"];

  it("misses each that a report of both sources has, and none that takes a link", async () => {
    expect(await missed()).toEqual([...ALWAYS, ...OF_CREDENTIALS, ...OF_SETTLEMENTS].sort());
  });

  const rest = { mode: null, listed: 0, in_window: 0, before: 0, after: 0, invalid: 0 };
  it.each([
    [{ ...rest, configured: true, asked: false, last_asked: null }, false],
    [{ ...rest, configured: false, asked: false, last_asked: "2026-11-01" }, true],
    // As an older tieout wrote it.
    [{ ...rest, configured: true }, true],
    [{ ...rest, configured: false }, false],
  ])("of a source that is %j: misses its own: %s", async (source, isMissed) => {
    expect(await missed({ koard: source })).toEqual(
      [...ALWAYS, ...OF_CREDENTIALS, ...(isMissed ? OF_SETTLEMENTS : [])].sort(),
    );
    expect(await missed({ record: source })).toEqual(
      [...ALWAYS, ...OF_SETTLEMENTS, ...(isMissed ? OF_CREDENTIALS : [])].sort(),
    );
  });
});

describe("everything that a reader would open", () => {
  const pointed = (directory: string, target: string): void => {
    rmSync(join(directory, "latest"));
    symlinkSync(target, join(directory, "latest"));
  };

  /** What is wrong with a book that was tampered with, without the directory that it is in. */
  const faultsOf = async (tamper: (book: string) => void): Promise<ReadonlyArray<string>> => {
    const directory = book();
    tamper(directory);
    const { problems, reports, isVerified } = await verified(directory);
    expect(isVerified).toBe(false);
    return [
      ...problems.map(({ file, problem }) => `${file.slice(directory.length + 1)} ${problem}`),
      ...reports.flatMap((report) =>
        report.problems.map(
          ({ file, problem }) => `${report.directory.slice(directory.length + 1)}/${file} ${problem}`,
        ),
      ),
    ];
  };

  const copied = (from: string, to: string): void => cpSync(from, to, { recursive: true });

  it.each<[string, (book: string) => void, string]>([
    [
      "a `latest` that was rolled back",
      (dir) => pointed(dir, "2026-11-18/r1"),
      "latest leads to 2026-11-18/r1, and not to the newest report, 2026-11-19/r1",
    ],
    [
      "a `latest` that leads to a forged directory",
      (dir) => {
        copied(join(dir, "2026-11-19/r1"), join(dir, "../forged"));
        pointed(dir, "../forged");
      },
      "latest leads to ../forged, and not to the newest report, 2026-11-19/r1",
    ],
    [
      "a `latest` that leads nowhere",
      (dir) => pointed(dir, "2026-11-30/r1"),
      "latest leads to 2026-11-30/r1, and not to the newest report, 2026-11-19/r1",
    ],
    [
      "a `latest` that is a copy",
      (dir) => {
        rmSync(join(dir, "latest"));
        copied(join(dir, "2026-11-19/r1"), join(dir, "latest"));
      },
      "latest is no link to a report",
    ],
    [
      "a `latest` that was taken away",
      (dir) => rmSync(join(dir, "latest")),
      "latest is missing; the newest report is 2026-11-19/r1",
    ],
    [
      "a day that is a link",
      (dir) => {
        renameSync(join(dir, "2026-11-19"), join(dir, "../elsewhere"));
        symlinkSync("../elsewhere", join(dir, "2026-11-19"));
      },
      "2026-11-19 is a link in place of a directory",
    ],
    [
      "a newer revision that is a link to an edited copy",
      (dir) => {
        copied(join(dir, "2026-11-19/r1"), join(dir, "../edited"));
        symlinkSync("../../edited", join(dir, "2026-11-19/r2"));
      },
      "2026-11-19/r2 is a link in place of a directory",
    ],
    [
      "a directory that looks like a report",
      (dir) => copied(join(dir, "2026-11-19/r1"), join(dir, "2026-11-19/final")),
      "2026-11-19/final is a directory that is no part of published reports",
    ],
    [
      "a file beside reports",
      (dir) => writeFileSync(join(dir, "settlement-by-batch.csv.txt"), ""),
      "settlement-by-batch.csv.txt is a file that is no part of published reports",
    ],
    [
      "a file of a report that is a link to itself elsewhere",
      (dir) => {
        const file = join(dir, "2026-11-19/r1/exceptions.csv");
        renameSync(file, join(dir, "../exceptions.csv"));
        symlinkSync(join(dir, "../exceptions.csv"), file);
      },
      "2026-11-19/r1/exceptions.csv is a link in place of a file",
    ],
    ...["manifest.json", "SHA256SUMS", "exceptions.csv", "run.json"].map(
      (name): [string, (book: string) => void, string] => [
        `a pipe in place of ${name}`,
        (dir) => {
          rmSync(join(dir, "2026-11-19/r1", name));
          expect(spawnSync("mkfifo", [join(dir, "2026-11-19/r1", name)]).status).toBe(0);
        },
        `2026-11-19/r1/${name} is neither file nor directory in place of a file`,
      ],
    ),
  ])("%s is named", async (_, tamper, said) => {
    expect(await faultsOf(tamper)).toContain(said);
  });

  it("a manifest that is a pipe keeps the report after it waiting for nothing", async () => {
    const faults = await faultsOf((dir) => {
      rmSync(join(dir, "2026-11-18/r1/manifest.json"));
      spawnSync("mkfifo", [join(dir, "2026-11-18/r1/manifest.json")]);
    });
    expect(faults).toContain("2026-11-19/r1/manifest.json follows 2026-11-18/r1, whose manifest is no file");
  });

  it("is looked at over all books: what is no book, its page and a book without a whole report", async () => {
    const out = join(book(), "..");
    writeFileSync(join(out, "index.html"), "");
    mkdirSync(join(out, "young/2026-11-19/incomplete"), { recursive: true });
    mkdirSync(join(out, "default/.staging-7"));
    expect((await verified(out)).problems).toEqual([]);
    mkdirSync(join(out, "archive"));
    symlinkSync("default", join(out, "other"));
    expect((await verified(out)).problems).toEqual([
      { file: join(out, "archive"), problem: "is a directory that is no part of published reports" },
      { file: join(out, "other"), problem: "is a link that is no part of published reports" },
    ]);
  });

  it("a report of a day that is still to come may have `latest` as the last one published, and an older one may not", async () => {
    const directory = book();
    const on = (day: string) =>
      Effect.runPromise(
        TestClock.setTime(Date.parse(`${day}T12:00:00Z`)).pipe(
          Effect.andThen(verifyReports(directory)),
          Effect.map(({ problems }) => problems.map(({ problem }) => problem)),
          Effect.provide(TestClock.layer()),
        ),
      );
    for (const today of ["2026-11-19", "2026-11-18", "2026-01-01"]) expect(await on(today)).toEqual([]);
    rmSync(join(directory, "latest"));
    symlinkSync("2026-11-18/r1", join(directory, "latest"));
    expect(await on("2026-11-18")).toEqual([]);
    expect(await on("2026-11-19")).toEqual([
      "leads to 2026-11-18/r1, and not to the newest report, 2026-11-19/r1",
    ]);
  });
});
