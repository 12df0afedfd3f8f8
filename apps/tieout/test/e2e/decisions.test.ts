import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Ended, tieout } from "./bundle.ts";
import { plantedSandbox } from "./data-cases/planted-world.ts";
import { lastingDirectory } from "./lasting-directory.ts";
import { type CsvRow, cell, checkSums, csv, fingerprint, json, namesIn } from "./published.ts";
import type { SandboxProcess } from "./sandbox-process.ts";

// What these tests prove: what people decide is recorded whole or not at all, stands in the next report and touches no
// figure, ends when it has to and stays ended, is checked like every file, and was not known before it was made.

const cwd = lastingDirectory();
const book = join(cwd, "out/acme");

/** Nights long past by any machine's clock: a decision may not be dated before a report. */
const dayOf = (night: number): string => new Date(Date.UTC(2024, 10, 16 + night)).toISOString().slice(0, 10);
const asOf = (night: number): string => `${dayOf(night + 1)}T02:00:00Z`;
const morning = (night: number): string => `${dayOf(night + 1)}T09:00:00.000Z`;
const reportOf = (night: number): string => join(book, dayOf(night), "r1");

let sandbox: SandboxProcess;

/** Runs a night; what it says on standard error, and how it ended. */
const run = async (night: number, ...options: readonly string[]): Promise<Ended> => {
  await sandbox.night(night);
  return tieout(["run", "--json", "--as-of", asOf(night), ...options], { cwd, env: sandbox.env });
};

/** What somebody types the morning after a night. */
const decide = (night: number, ...typed: readonly string[]): Promise<Ended> =>
  tieout(["decide", "--as-of", morning(night), ...typed], { cwd });

const listed = async (night: number) =>
  JSON.parse((await decide(night, "--list", "--json")).stdout).decisions;

const roster = (...addresses: readonly string[]): void =>
  writeFileSync(join(cwd, "roster.csv"), ["email", ...addresses, ""].join("\n"));

/** The exceptions of a code, in the order of a report. */
const ofCode = (night: number, code: string): readonly string[] =>
  csv(reportOf(night), "exceptions.csv")
    .filter((row) => cell(row, "code") === code)
    .map((row) => cell(row, "exception_id"));

const id = (name: keyof typeof exceptions): string => exceptions[name];
const exceptions = { holds: "", until: "", replaced: "", withdrawn: "", changed: "", resolved: "", runs: "" };

/** How a report shows an exception: what was decided, and what its sentence says of a decision that ended. */
const shown = (night: number, name: keyof typeof exceptions) => {
  const row = csv(reportOf(night), "exceptions.csv").find((one) => cell(one, "exception_id") === id(name));
  if (row === undefined) return null;
  const [, said = ""] = /(What was decided at .*)$/.exec(cell(row, "what_happened")) ?? [];
  return [cell(row, "decision"), cell(row, "decision_until"), said.replace(/^[^)]*\) /, "")];
};

const states = (night: number, name: keyof typeof exceptions): readonly string[] =>
  csv(reportOf(night), "decisions.csv")
    .filter((row) => cell(row, "exception_id") === id(name))
    .map((row) => cell(row, "state"));

/** What a night's run came to, by night. */
const nights: Array<Ended> = [];
const wrong: Array<Ended> = [];

beforeAll(async () => {
  sandbox = await plantedSandbox(
    "captured-mismatch:4,program-missing,settlement-overdue",
    ...["--today", "2024-11-18", "--seed", "5", "--batches", "30", "--transactions", "4", "--cohorts", "6"],
  );
  const truth = await sandbox.truth({ timezone: "UTC", cutoff: "00:00", from: "2024-01-01", to: dayOf(2) });
  const cohort = truth.cohorts.find(({ batches, otherStatus }) => batches === 1 && otherStatus === 0);
  if (cohort === undefined) throw new Error("the world has no plain cohort");
  const rosters = [{ program: cohort.programId, cohort: cohort.cohort, file: "roster.csv" }];
  const books = [{ name: "acme", record: {}, koard: {}, rosters }];
  writeFileSync(join(cwd, "tieout.config.json"), JSON.stringify({ books }));

  roster("nobody@example.org");
  nights.push(await run(1, "--fail-on", "critical"));
  cpSync(reportOf(1), join(cwd, "first-night"), { recursive: true });
  const [holds = "", until = "", replaced = "", withdrawn = ""] = ofCode(1, "CAPTURED_MISMATCH");
  const one = (code: string): string => ofCode(1, code)[0] ?? "";
  Object.assign(exceptions, {
    ...{ holds, until, replaced, withdrawn },
    ...{ changed: one("ROSTER_MISSING"), resolved: one("UNKNOWN_PROGRAM"), runs: one("SETTLEMENT_OVERDUE") },
  });

  writeFileSync(
    join(cwd, "wrong.csv"),
    `exception_id;as;by;to;until;reason\n${holds};accepted;Ana;;;fine\n\n${until};acepted;;Ben;${dayOf(2)};\nx_000000000000;waiting;Ana;;;why\n`,
  );
  wrong.push(await decide(1, "--from", "wrong.csv"));
  writeFileSync(
    join(cwd, "twice.csv"),
    `exception_id,as,by,to,until,reason\n${`${holds},accepted,Ana,,,fine\n`.repeat(2)}`,
  );
  wrong.push(await decide(1, "--from", "twice.csv"));
  wrong.push(await decide(1, "--list"));

  for (const name of ["tieout.db", "tieout.db.key", "tieout.config.json", "out"])
    cpSync(join(cwd, name), join(cwd, "plain", name), { recursive: true });

  // As a spreadsheet writes it, with a formula for a name and a reason in two lines.
  writeFileSync(
    join(cwd, "decisions.csv"),
    [
      "\uFEFFexception_id,as,by,to,until,reason",
      `${holds},accepted,"=HYPERLINK(""http://x"",""a"")",,,"Written off,\r\nticket 4711"`,
      `${until},waiting,Ana,,${dayOf(3)},the processor looks into it`,
      `${replaced},assigned,Ana,Ben,,Please call the processor`,
      `${withdrawn},accepted,Ana,,,A mistake`,
      `${exceptions.changed},accepted,Ana,,,One is known to be missing`,
      `${exceptions.resolved},waiting,Ana,,,It will be listed`,
      `${exceptions.runs},waiting,Ana,,,The bank is slow`,
      "",
    ].join("\r\n"),
  );
  expect((await decide(1, "--from", "decisions.csv")).code).toBe(0);

  roster("nobody@example.org", "no-one@example.org");
  nights.push(await run(2, "--fail-on", "critical"));
  cpSync(join(cwd, "roster.csv"), join(cwd, "plain/roster.csv"));
  await tieout(["run", "--as-of", asOf(2)], { cwd: join(cwd, "plain"), env: sandbox.env });
  cpSync(reportOf(2), join(cwd, "second-night"), { recursive: true });
  await decide(2, replaced, "--as", "accepted", "--by", "Ben", "--reason", "Done");
  await decide(2, withdrawn, "--withdraw", "--by", "Ben");
  roster("nobody@example.org");
  nights.push(await run(3, "--fail-on", "critical"));
  nights.push(await run(4));
});
afterAll(() => sandbox.kill());

describe("a file of decisions", () => {
  it("with wrong lines names each line, and records nothing", () => {
    const [lines, twice, list] = wrong;
    expect(lines?.code).toBe(64);
    expect(lines?.stderr.trimEnd().split("\n")).toEqual([
      'wrong.csv line 4: as is "acepted"; expected one of accepted, waiting, assigned',
      "wrong.csv line 4: by is missing; say who decides",
      'wrong.csv line 4: to is "Ben"; only what is assigned has somebody to see to it',
      `wrong.csv line 4: until is "${dayOf(2)}"; expected a day after ${dayOf(2)}, the business day of the decision`,
      "wrong.csv line 4: reason is missing; say why",
      "wrong.csv line 5: exception_id is in no report of this ledger; ids stand in the first column of exceptions.csv",
    ]);
    expect([twice?.code, twice?.stderr]).toEqual([
      64,
      `twice.csv line 3: exception_id is ${id("holds")}, and so is twice.csv line 2: exception_id\n`,
    ]);
    expect(list?.stdout).toBe("Nothing was decided yet\n");
  });

  it("that is right stands in the next report, guarded like every text from outside", () => {
    const row = csv(reportOf(2), "decisions.csv").find((one) => cell(one, "exception_id") === id("holds"));
    expect(row).toMatchObject({
      ...{
        code: "CAPTURED_MISMATCH",
        entity: "batch",
        decided_at: morning(1),
        as: "accepted",
        to: "",
        until: "",
      },
      ...{ by: '\'=HYPERLINK("http://x","a")', reason: "Written off,\nticket 4711", state: "holds" },
    });
    expect(csv(reportOf(2), "decisions.csv")).toHaveLength(7);
    expect(csv(reportOf(1), "decisions.csv")).toEqual([]);
  });
});

describe("a decision", () => {
  it("holds while nothing ends it, whatever days go by that its figures count", () => {
    for (const night of [2, 3, 4]) {
      expect(shown(night, "holds")).toEqual(["accepted", "", ""]);
      expect(shown(night, "runs")).toEqual(["waiting", "", ""]);
    }
    const days = (night: number) =>
      csv(reportOf(night), "exceptions.csv").find((one) => cell(one, "exception_id") === id("runs"))?.[
        "actual"
      ];
    expect(Number(days(4))).toBe(Number(days(2)) + 2);
  });

  it("holds until the report of its day, and not again", () => {
    expect(shown(2, "until")).toEqual(["waiting", dayOf(3), ""]);
    for (const night of [3, 4]) {
      expect(shown(night, "until")).toEqual(["", "", `holds no longer: it was to hold until ${dayOf(3)}.`]);
      expect(states(night, "until")).toEqual(["ended_until"]);
    }
  });

  it("ends with the figures it was made on, and stays ended when they are back", () => {
    expect(shown(2, "changed")).toEqual(["", "", "holds no longer: expected was 1 and is 2."]);
    expect(shown(3, "changed")).toEqual(["", "", "holds no longer: its figures had changed."]);
    expect([states(2, "changed"), states(3, "changed")]).toEqual([["ended_changed"], ["ended_changed"]]);
  });

  it("ends when its exception is resolved", () => {
    expect(shown(2, "resolved")).toEqual(["", "", "holds no longer: the exception was resolved."]);
    expect(states(2, "resolved")).toEqual(["ended_resolved"]);
    expect(shown(3, "resolved")).toBeNull();
  });

  it("is replaced by a later one, or taken back, and both are kept", async () => {
    expect(shown(2, "replaced")).toEqual(["assigned", "", ""]);
    expect(shown(3, "replaced")).toEqual(["accepted", "", ""]);
    expect(states(3, "replaced")).toEqual(["replaced", "holds"]);
    expect(shown(3, "withdrawn")).toEqual(["", "", `was withdrawn at ${morning(2)}.`]);
    expect(states(3, "withdrawn")).toEqual(["withdrawn"]);
    expect(await listed(4)).toHaveLength(8);
    expect(
      (await listed(4)).find((one: { exception_id: string }) => one.exception_id === id("withdrawn")),
    ).toMatchObject({ by: "Ana", state: "withdrawn", next: { by: "Ben", as: "withdrawn", reason: null } });
    const { stdout } = await tieout(["explain", id("replaced"), "--json"], { cwd });
    expect(JSON.parse(stdout).decisions.map((one: { state: string }) => one.state)).toEqual([
      "replaced",
      "holds",
    ]);
  });

  it("leaves every figure, severity and the order as a night without it has them", async () => {
    const plain = reportOf(2).replace(book, join(cwd, "plain/out/acme"));
    for (const file of namesIn(plain).filter((name) => name.endsWith(".csv")))
      if (file !== "decisions.csv" && file !== "exceptions.csv")
        expect([file, readFileSync(join(reportOf(2), file), "utf8")]).toEqual([
          file,
          readFileSync(join(plain, file), "utf8"),
        ]);
    const without = (row: CsvRow): CsvRow => ({
      ...row,
      decision: "",
      decision_until: "",
      what_happened: "",
    });
    const rows = csv(reportOf(2), "exceptions.csv");
    expect(rows.map(without)).toEqual(csv(plain, "exceptions.csv").map(without));
    const { exceptions: counts, ...manifest } = json(reportOf(2), "manifest.json");
    const { exceptions: plainCounts, ...plainManifest } = json(plain, "manifest.json");
    const decided = rows.filter((row) => cell(row, "decision") !== "").length;
    expect(counts).toEqual({ ...plainCounts, decided });
    expect(decided).toBe(5);
    expect({ ...manifest, files: [] }).toEqual({ ...plainManifest, files: [] });
    const { stdout } = await tieout(["status", "--json", "--as-of", asOf(4)], { cwd });
    expect(JSON.parse(stdout).books[0].exceptions).toEqual(json(reportOf(4), "manifest.json").exceptions);
  });

  it("keeps --fail-on from ending a night with 2, for as long as it holds", () => {
    expect(nights.map(({ code }) => code)).toEqual([2, 0, 2, 0]);
  });
});

describe("a report with decisions", () => {
  it("is rebuilt byte for byte as it was known then, with what was decided until then", async () => {
    for (const [night, kept] of [
      [1, "first-night"],
      [2, "second-night"],
    ] as const) {
      if (night === 2) roster("nobody@example.org", "no-one@example.org");
      const out = `again-${night}`;
      await tieout(["report", "--quiet", "--as-of", asOf(night), "--out", out], { cwd });
      roster("nobody@example.org");
      const again = join(cwd, out, "acme", dayOf(night), "r1");
      expect(fingerprint(again)).toEqual(fingerprint(join(cwd, kept)));
      checkSums(again);
    }
    expect(json(reportOf(2), "manifest.json").files.map(({ name }: { name: string }) => name)).toContain(
      "decisions.csv",
    );
  });

  it("shows in a window of its own what holds, and ends nothing there", async () => {
    const window = ["--from", "2024-01-01", "--to", dayOf(4), "--as-of", asOf(3)];
    expect((await tieout(["report", "--quiet", ...window, "--out", "own"], { cwd })).code).toBe(0);
    const own = join(cwd, "own/acme", `2024-01-01_${dayOf(4)}`, "r1");
    const decided = new Map(
      csv(own, "decisions.csv").map((row) => [cell(row, "exception_id"), cell(row, "state")]),
    );
    expect([decided.get(id("holds")), decided.get(id("withdrawn")), decided.get(id("changed"))]).toEqual([
      "holds",
      "withdrawn",
      "ended_changed",
    ]);
    // The nightly series ends it with the report of this day, which a window goes before.
    expect(decided.get(id("until"))).toBe("ended_until");
    expect((await tieout(["verify", own], { cwd })).code).toBe(0);
  });

  it("verifies, and not where a decision was put in or taken out by hand", async () => {
    expect((await tieout(["verify", "--quiet", book], { cwd })).code).toBe(0);
    const forged = join(cwd, "forged");
    const verified = async (file: string, from: string, to: string) => {
      cpSync(reportOf(4), forged, { recursive: true, force: true });
      const path = join(forged, file);
      writeFileSync(path, readFileSync(path, "utf8").replace(from, to));
      return (await tieout(["verify", forged], { cwd })).stderr;
    };
    expect(await verified("exceptions.csv", ",accepted,,", ",,,")).toContain("decisions.csv says that ");
    expect(await verified("decisions.csv", ",holds", ",withdrawn")).toMatch(
      /exceptions.csv says that x_\w+ is (accepted|waiting); by decisions.csv it is not decided about/,
    );
    expect(await verified("manifest.json", '"decided": 3', '"decided": 4')).toContain(
      "manifest.json says 4 of exceptions that are decided about; the rows of exceptions.csv come to 3",
    );
  });
});

describe("what cannot be decided", () => {
  const accepted = ["--as", "accepted", "--by", "Ana", "--reason", "why"];
  it.each([
    ["nothing", [], /^EXCEPTION_ID is missing; name an exception, or a file with --from, or ask for --list$/],
    ["two things", ["x_1", "--list"], /^x_1 and --list are both given; keep one of them$/],
    ["a list with a reason", ["--list", "--reason", "x"], /^--reason is given, and says nothing to --list/],
    ["a file that is not there", ["--from", "none.csv"], /^none.csv cannot be read: ENOENT/],
    ["what no report has", ["x_1", ...accepted], /^x_1 is in no report of this ledger/],
  ])("%s is one sentence and exit 64", async (_, typed, says) => {
    const { code, stderr } = await decide(4, ...typed);
    expect([code, stderr.trimEnd()]).toEqual([64, expect.stringMatching(says)]);
  });

  it("is what is resolved, what holds no decision to withdraw, and what a report was made after", async () => {
    const said = async (night: number, ...typed: readonly string[]) => {
      const { code, stderr } = await decide(night, ...typed);
      return [code, stderr];
    };
    expect(await said(4, id("resolved"), ...accepted)).toEqual([
      64,
      `${id("resolved")} was last listed by the report of ${dayOf(2)}, as resolved; there is nothing left to decide\n`,
    ]);
    expect(await said(4, id("withdrawn"), "--withdraw", "--by", "Ana")).toEqual([
      64,
      `${id("withdrawn")} has no decision that holds; there is nothing to withdraw\n`,
    ]);
    expect(await said(4, id("holds"), "--withdraw", "--as", "waiting")).toEqual([
      64,
      `--as is "waiting"; what is withdrawn is decided no more\n--by is missing; say who withdraws it\n`,
    ]);
    expect(await said(2, id("replaced"), ...accepted)).toEqual([
      64,
      expect.stringContaining(`was decided about at ${morning(2)}; a later decision has a later instant`),
    ]);
    const lines = ["exception_id,as,by,to,until,reason", `${id("replaced")},accepted,Ana,,,why`];
    writeFileSync(join(cwd, "again.csv"), lines.join("\n"));
    expect(await said(2, "--from", "again.csv")).toEqual([
      64,
      expect.stringMatching(/^again\.csv line 2: exception_id was decided about at /),
    ]);
    expect(await said(2, id("until"), ...accepted)).toEqual([
      64,
      `--as-of is ${morning(2)}, before the report of ${dayOf(4)} as of ${asOf(4).replace("Z", ".000Z")}, which would then say something else; leave it out\n`,
    ]);
    expect(await listed(4)).toHaveLength(8);
    expect(namesIn(cwd)).not.toContain("tieout.db-wal");
  });
});
