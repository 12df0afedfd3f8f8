import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryDirectory } from "../temporary-directory.ts";
import { start, tieout } from "./bundle.ts";
import { csv, json, namesIn } from "./published.ts";
import { type SandboxProcess, startSandboxProcess } from "./sandbox-process.ts";

let sandbox: SandboxProcess;
beforeAll(async () => {
  sandbox = await startSandboxProcess("--batches", "12", "--transactions", "3");
});
afterAll(() => sandbox.kill());

/** Keys for a run that must end before it asks anybody anything: nobody listens there. */
const KEYS = {
  RECORD_API_TOKEN: "sk_live_unused",
  RECORD_BASE_URL: "http://127.0.0.1:9",
  KOARD_API_KEY: "unused",
  KOARD_BASE_URL: "http://127.0.0.1:9",
};

const wrong = async (args: readonly string[], env: Readonly<Record<string, string>> = KEYS) => {
  const cwd = temporaryDirectory();
  const ended = await tieout(args, { cwd, env });
  expect(ended.stdout).toBe("");
  // A command that cannot be carried out leaves nothing behind, not even a ledger.
  expect(namesIn(cwd)).toEqual([]);
  return { code: ended.code, lines: ended.stderr.trimEnd().split("\n") };
};

describe("wrong usage is told in a sentence, with exit 64", () => {
  const MISTAKES = [
    { args: ["run", "--nope"], says: [/--nope/, /tieout run --help/] },
    { args: ["reconcile"], says: [/reconcile/, /tieout --help/] },
    { args: ["run", "--cutoff", "25:00"], says: [/^--cutoff is "25:00"; expected .*02:30/] },
    { args: ["run", "--from", "2026-11-02", "--to", "2026-11-01"], says: [/^--from is 2026-11-02/] },
    { args: ["run", "--from", "2026-11-01", "--to", "2026-11-01"], says: [/^--from is 2026-11-01/] },
    {
      args: ["run", "--as-of", "2026-11-18T02:00:00Z", "--from", "2026-11-01", "--to", "2026-11-20"],
      says: [/^--to is 2026-11-20, after the day that follows the business day 2026-11-18/],
    },
    { args: ["run", "--to", "2026-11-01"], says: [/^--to is 2026-11-01; name the first day as well/] },
    { args: ["report", "--month", "2026-13"], says: [/^--month is "2026-13"; expected a month such as/] },
    {
      args: ["run", "--days", "0", "--only", "stripe"],
      says: [/^--days is "0"; expected a whole number from 1/, /^--only is "stripe"; expected one of record/],
    },
    {
      args: ["run", "--timezone", "Mars/Olympus", "--concurrency", "0", "--fail-on", "worst"],
      says: [/^--timezone is "Mars\/Olympus"/, /^--concurrency is "0"/, /^--fail-on is "worst"/],
    },
    { args: ["sandbox", "--today", "yesterday"], says: [/^--today is yesterday/] },
    { args: ["sandbox", "--batches", "-1"], says: [/batches must be a whole number/] },
  ];
  it.each(MISTAKES.map((mistake) => ({ ...mistake, command: mistake.args.join(" ") })))(
    "tieout $command",
    async ({ args, says }) => {
      const { code, lines } = await wrong(args);
      expect(code).toBe(64);
      expect(lines).toHaveLength(says.length);
      expect(lines).toEqual(expect.arrayContaining(says.map((pattern) => expect.stringMatching(pattern))));
    },
  );

  it("refuses to empty a directory that no demo made", async () => {
    const cwd = temporaryDirectory();
    writeFileSync(join(cwd, "letter.txt"), "dear finance team");
    const { code, stderr } = await tieout(["demo", "--dir", "."], { cwd });
    expect(code).toBe(64);
    expect(stderr).toMatch(/^--dir is ., which holds other files/);
    expect(namesIn(cwd)).toEqual(["letter.txt"]);
  });

  it("writes a config file to begin with that commands take, and never over one that is there", async () => {
    const cwd = temporaryDirectory();
    const first = await tieout(["init"], { cwd });
    expect(first).toMatchObject({ code: 0, stderr: "" });
    expect(first.stdout).toMatch(
      /^Wrote \.\/tieout\.config\.json\. Next:\n1\. (?:.*\n)*.*RECORD_API_TOKEN_FILE/,
    );
    expect(await tieout(["status"], { cwd })).toMatchObject({ code: 0, stderr: "" });

    const text = readFileSync(join(cwd, "tieout.config.json"), "utf8");
    const again = await tieout(["init"], { cwd });
    expect(again).toMatchObject({
      code: 64,
      stdout: "",
      stderr: "./tieout.config.json is there already, and was left as it is\n",
    });
    expect(readFileSync(join(cwd, "tieout.config.json"), "utf8")).toBe(text);
    const nowhere = await tieout(["init"], { cwd, env: { TIEOUT_CONFIG: "no/such/place.json" } });
    expect(nowhere.code).toBe(73);
    expect(nowhere.stderr).toMatch(/^no\/such\/place\.json could not be created: ENOENT/);
  });

  it("names a port that is taken", async () => {
    const { code, lines } = await wrong(["sandbox", "--port", String(sandbox.port)]);
    expect(code).toBe(64);
    expect(lines).toEqual([expect.stringMatching(/^--port is in use/)]);
  });
});

describe("wrong configuration is told in a sentence a fault, with exit 78", () => {
  it("names both keys when neither is there", async () => {
    const { code, lines } = await wrong(["run"], {});
    expect(code).toBe(78);
    expect(lines).toEqual([expect.stringMatching(/RECORD_API_TOKEN and KOARD_API_KEY are both missing/)]);
  });

  it("names every fault at once", async () => {
    const { code, lines } = await wrong(["run"], {
      ...KEYS,
      RECORD_BASE_URL: "api.getrecord.in",
      KOARD_ASSUME_CURRENCY: "euros",
      TIEOUT_DEADLINE: "soon",
      TIEOUT_FAILON: "high",
    });
    expect(code).toBe(78);
    expect(lines.sort()).toEqual([
      expect.stringMatching(/^KOARD_ASSUME_CURRENCY is "euros"/),
      expect.stringMatching(/^RECORD_BASE_URL is "api.getrecord.in"; expected an address/),
      expect.stringMatching(/^TIEOUT_DEADLINE is "soon"/),
      "TIEOUT_FAILON is not a variable that tieout knows; did you mean TIEOUT_FAIL_ON?",
    ]);
  });
});

describe("an output directory that cannot be written", () => {
  it.each([
    ["/proc/tieout/out", "mkdir '/proc/tieout'"],
    ["/dev/null/out", "mkdir '/dev/null'"],
  ])("is known before any source is asked, with exit 73: %s", async (out, reason) => {
    const cwd = temporaryDirectory();
    const before = await sandbox.requests();
    const ended = await tieout(["run", "--out", out], { cwd, env: sandbox.env });
    expect([ended.code, ended.stderr]).toEqual([
      73,
      expect.stringMatching(
        /^The report in \S+\/out\/default could not be created: .*; the last report is untouched\n$/,
      ),
    ]);
    expect(ended.stderr).toContain(reason);
    expect(await sandbox.requests()).toEqual(before);
  });
});

describe("help", () => {
  it.each([[[]], [["run"]], [["demo"]], [["sandbox"]]])(
    "of %j is on standard output, with exit 0",
    async (command) => {
      const { code, stdout, stderr } = await tieout([...command, "--help"], { cwd: temporaryDirectory() });
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout).toContain("USAGE");
      if (command.length === 0) for (const name of ["run", "demo", "sandbox"]) expect(stdout).toContain(name);
    },
  );

  it("tells the version", async () => {
    const { code, stdout } = await tieout(["--version"], { cwd: temporaryDirectory() });
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/\d+\.\d+\.\d+/) });
  });
});

describe("output for machines", () => {
  const run = (cwd: string, ...options: readonly string[]) =>
    tieout(["run", "--as-of", sandbox.asOf, ...options], { cwd, env: sandbox.env });

  it("is one JSON object and nothing else with --json", async () => {
    const { code, stdout, stderr } = await run(temporaryDirectory(), "--json");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.trimEnd().split("\n")).toHaveLength(1);
    expect(JSON.parse(stdout)).toMatchObject({
      books: [{ book: "default", day: "2026-11-17", published: true }],
    });
  });

  it("says with --json what failed as data, and the same in a sentence on standard error", async () => {
    const failed = async (env: Readonly<Record<string, string>>) => {
      const { code, stdout, stderr } = await tieout(["run", "--json", "--as-of", sandbox.asOf], {
        cwd: temporaryDirectory(),
        env: { ...sandbox.env, ...env },
      });
      expect(stdout.trimEnd().split("\n")).toHaveLength(1);
      const { books, error } = JSON.parse(stdout);
      expect([books, error.exit, `${error.message}\n`]).toEqual([[], code, stderr]);
      return error;
    };
    expect(await failed({ KOARD_API_KEY: "another" })).toMatchObject({
      ...{ source: "koard", kind: "key", exit: 77, retry_after: null },
      operation: expect.stringMatching(/^[a-z]+[A-Z]\w+$/),
    });
    expect(await failed({ TIEOUT_DEADLINE: "soon" })).toMatchObject({
      ...{ source: null, operation: null, kind: "configuration", exit: 78 },
    });
  });

  it("sums up what the files say", async () => {
    const cwd = temporaryDirectory();
    const [summary] = JSON.parse((await run(cwd, "--json")).stdout).books;
    const latest = join(cwd, "out/default/latest");
    const cohorts = csv(latest, "credentials-by-cohort.csv");
    const sum = (column: string): number => cohorts.reduce((total, row) => total + Number(row[column]), 0);
    expect(summary.credentials).toEqual({
      cohorts: cohorts.length,
      batches: sum("batches"),
      declared: sum("credentials_declared"),
      issued: sum("credentials_issued"),
      issued_in_window: sum("issued_in_window"),
      unproven: cohorts.filter(({ state }) => state === "unproven").length,
    });
    const statuses = csv(latest, "exceptions.csv").map(({ status }) => status);
    expect(summary.exceptions.new).toBe(statuses.filter((status) => status === "new").length);
    expect(summary.exceptions.open).toBe(statuses.filter((status) => status !== "resolved").length);
  });

  it("is nothing with --quiet, and no progress when it is piped", async () => {
    expect(await run(temporaryDirectory(), "--quiet")).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(await run(temporaryDirectory())).toMatchObject({ code: 0, stderr: "" });
  });

  it("is one line with --quiet, where several things are wrong", async () => {
    const { code, lines } = await wrong([
      "run",
      "--quiet",
      "--timezone",
      "Mars/Olympus",
      "--concurrency",
      "0",
    ]);
    expect([code, lines]).toEqual([
      64,
      [expect.stringMatching(/^(?=.*--timezone is)(?=.*--concurrency is).*; /)],
    ]);
  });

  it("exits 2 when an open exception reaches --fail-on, after it has published", async () => {
    const cwd = temporaryDirectory();
    const severities = async (...options: readonly string[]) => (await run(cwd, "--quiet", ...options)).code;
    expect(await run(cwd, "--quiet", "--fail-on", "critical")).toEqual({
      code: 2,
      stdout: "",
      stderr: expect.stringMatching(
        /^default: what is open is as severe as --fail-on says: .*\/r1\/exceptions\.csv\n$/,
      ),
    });
    expect(csv(join(cwd, "out/default/latest"), "exceptions.csv").map(({ severity }) => severity)).toContain(
      "critical",
    );
    expect(await severities("--fail-on", "never")).toBe(0);
    expect(await severities()).toBe(0);
  });
});

describe("settings from the environment", () => {
  it("count when no flag says otherwise, and keys may come from files", async () => {
    const cwd = temporaryDirectory();
    const { RECORD_API_TOKEN, KOARD_API_KEY, ...addresses } = sandbox.env;
    writeFileSync(join(cwd, "token"), `${RECORD_API_TOKEN}\n`);
    writeFileSync(join(cwd, "key"), `${KOARD_API_KEY}\n`);
    const env = {
      ...addresses,
      RECORD_API_TOKEN_FILE: "token",
      KOARD_API_KEY_FILE: join(cwd, "key"),
      TIEOUT_AS_OF: sandbox.asOf,
      TIEOUT_LEDGER: "sqlite:the-ledger.db",
      TIEOUT_OUT: "the-reports",
      TIEOUT_TIMEZONE: "Asia/Kolkata",
      TIEOUT_CUTOFF: "06:00",
    };
    const { code } = await tieout(["run", "--quiet", "--cutoff", "05:30"], { cwd, env });
    expect(code).toBe(0);
    expect(namesIn(cwd)).toEqual(expect.arrayContaining(["the-ledger.db", "the-reports"]));
    const { window } = json(join(cwd, "the-reports/default/latest"), "manifest.json");
    expect(window).toMatchObject({ timezone: "Asia/Kolkata", cutoff: "05:30" });
  });
});

describe("one source alone", () => {
  const COHORTS = ["credentials-by-cohort.csv"];
  const SETTLEMENTS = ["settlement-by-batch.csv", "settlement-by-day.csv"];

  it.each([
    { source: "record", names: ["RECORD_API_TOKEN", "RECORD_BASE_URL"], files: COHORTS, others: SETTLEMENTS },
    { source: "koard", names: ["KOARD_API_KEY", "KOARD_BASE_URL"], files: SETTLEMENTS, others: COHORTS },
  ])(
    "$source gives its own files only, and the manifest says so",
    async ({ source, names, files, others }) => {
      const cwd = temporaryDirectory();
      const env = Object.fromEntries(Object.entries(sandbox.env).filter(([name]) => names.includes(name)));
      const { code } = await tieout(["run", "--as-of", sandbox.asOf, "--quiet"], { cwd, env });
      expect(code).toBe(0);
      const directory = join(cwd, "out/default/latest");
      const written = namesIn(directory);
      expect(written).toEqual(expect.arrayContaining([...files, "exceptions.csv"]));
      expect(written.filter((name) => others.includes(name))).toEqual([]);
      const { sources } = json(directory, "manifest.json");
      for (const name of ["record", "koard"]) expect(sources[name].configured).toBe(name === source);
      const about = new Set(csv(directory, "exceptions.csv").map((row) => row["source"]));
      expect(about).toEqual(new Set([source]));
    },
  );
});

describe("the sandbox command", () => {
  it("stops when it is asked to", async () => {
    const { child, ended } = start(["sandbox", "--json"], { cwd: temporaryDirectory() });
    await new Promise((resolve) => child.stdout?.once("data", resolve));
    child.kill("SIGTERM");
    expect((await ended).stderr).toBe("");
  });
});
