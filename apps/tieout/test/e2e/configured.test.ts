import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseAmount } from "@tieout/reconcile";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryDirectory } from "../temporary-directory.ts";
import { tieout } from "./bundle.ts";
import { cell, csv, json, namesIn } from "./published.ts";
import { type SandboxProcess, startSandboxProcess } from "./sandbox-process.ts";

// A config file with links and a roster, and the explanations of what comes of them.

let sandbox: SandboxProcess;
beforeAll(async () => {
  sandbox = await startSandboxProcess("--seed", "1", "--plant", "reissued");
});
afterAll(() => sandbox.kill());

/** Two people under a German header. */
const WORKBOOK = fileURLToPath(new URL("../fixtures/rosters/addresses.xlsx", import.meta.url));

const EVERYTHING = { timezone: "UTC", cutoff: "00:00", from: "2026-01-01", to: "2026-11-18" };

/** A working directory whose config file names one book with these members. */
const configured = (book: object): string => {
  const cwd = temporaryDirectory();
  const books = [{ name: "acme", record: {}, koard: {}, ...book }];
  writeFileSync(join(cwd, "tieout.config.json"), JSON.stringify({ books }));
  return cwd;
};

const run = (cwd: string) =>
  tieout(["run", "--as-of", sandbox.asOf, "--days", "321"], {
    cwd,
    env: sandbox.env,
  });

/** A programme of the world in which somebody holds two credentials, and an account with its currency that took money. */
const linked = async () => {
  const { cohorts, settlements } = await sandbox.truth(EVERYTHING);
  const paid = settlements.find(({ state, currency }) => state === "final" && currency === "USD");
  const programId = cohorts.find(({ reissued }) => reissued > 0)?.programId;
  if (paid === undefined || programId === undefined) throw new Error("the world has no money or no cohort");
  const sum = (cell: "credentialsIssued" | "reissued"): number =>
    cohorts
      .filter((cohort) => cohort.programId === programId)
      .reduce((total, cohort) => total + cohort[cell], 0);
  const issued = sum("credentialsIssued");
  const netMinor = settlements
    .filter(({ accountId, currency, state }) => {
      return accountId === paid.accountId && currency === "USD" && state !== "void";
    })
    .reduce((total, batch) => total + BigInt(batch.netComputed), 0n);
  // Everybody of this world has an address.
  return { programId, accountId: paid.accountId, issued, people: issued - sum("reissued"), netMinor };
};

const minor = (text: string): bigint => parseAmount(text, "USD") ?? -1n;

describe("a link", () => {
  it.each([
    { name: "person, unless it says otherwise", per: {}, noun: "people" },
    { name: "credential", per: { per: "credential" }, noun: "credentials" },
  ])(
    "ties what the truth says was issued to what it says was paid, a $name, and its variance can be explained",
    async ({ per, noun }) => {
      const { programId, accountId, issued, people, netMinor } = await linked();
      expect(people).toBeLessThan(issued);
      const charged = noun === "people" ? people : issued;
      const cwd = configured({
        links: [
          { program: programId, accounts: [accountId], price: "120.50", currency: "USD", ...per },
          { program: "prog_nobody", terminals: ["t0"], price: "1", currency: "EUR" },
        ],
      });
      const { code, stderr } = await run(cwd);
      expect([code, stderr]).toEqual([
        0,
        "Warning: A link of acme names the live programme prog_nobody, which Record does not list\n" +
          "Warning: A link of acme for live/prog_nobody/ names the terminal t0, where no settlement is known\n",
      ]);
      const report = join(cwd, "out/acme/latest");
      const row = csv(report, "cohort-payments.csv").find((one) => one["program_id"] === programId);
      if (row === undefined) throw new Error("the link has no row");
      expect(cell(row, "credentials_issued")).toBe(String(issued));
      expect(cell(row, "people")).toBe(String(people));
      expect(minor(cell(row, "expected"))).toBe(BigInt(charged) * 12_050n);
      expect(minor(cell(row, "net"))).toBe(netMinor);
      expect(minor(cell(row, "difference"))).toBe(netMinor - BigInt(charged) * 12_050n);
      expect(json(report, "manifest.json").links.cohorts_without_link).toBeGreaterThan(0);

      const variance = csv(report, "exceptions.csv").find((one) => one["code"] === "LINK_VARIANCE");
      if (variance === undefined) throw new Error("nobody noticed the variance");
      expect(cell(variance, "actual")).toBe(cell(row, "net"));
      const explained = await tieout(["explain", cell(variance, "exception_id")], { cwd });
      expect(explained.code).toBe(0);
      expect(explained.stdout).toContain(`${charged} ${noun} at 120.50 USD cost`);
      expect(explained.stdout).toContain(cell(row, "net"));
      expect(explained.stdout).toContain("2026-11-17/r1: new");
    },
  );
});

describe("a roster", () => {
  it("shows who is missing and who was not expected, as counts", async () => {
    const { cohorts } = await sandbox.truth(EVERYTHING);
    const cohort = cohorts.find(({ batches, otherStatus }) => batches === 1 && otherStatus === 0);
    if (cohort === undefined) throw new Error("the world has no plain cohort");
    const cwd = configured({
      rosters: [{ program: cohort.programId, cohort: cohort.cohort.toUpperCase(), file: "roster.csv" }],
    });
    writeFileSync(join(cwd, "roster.csv"), "email\nnobody@example.org\nno-one@example.org\n");
    expect((await run(cwd)).code).toBe(0);
    const report = join(cwd, "out/acme/latest");
    const row = csv(report, "credentials-by-cohort.csv").find((one) => one["cohort"] === cohort.cohort);
    expect(row).toMatchObject({
      expected: "2",
      missing: "2",
      unexpected: String(cohort.credentialsIssued),
    });
    const about = csv(report, "exceptions.csv").filter((one) => one["code"]?.startsWith("ROSTER_"));
    expect(about.map((one) => `${one["code"]} ${one["expected"]} ${one["actual"]}`).toSorted()).toEqual([
      "ROSTER_MISSING 2 0",
      `ROSTER_UNEXPECTED 0 ${cohort.credentialsIssued}`,
    ]);
  });

  it("is read in whatever form a spreadsheet saved it, and never as other letters (P23)", async () => {
    const TEXT = "Name;Adresse\r\nJörg;j@example.org\r\n;\r\n";
    const utf16 = Buffer.from(`\ufeff${TEXT}`, "utf16le");
    const forms = [
      { bytes: Buffer.from(TEXT) },
      { bytes: Buffer.from(`\ufeff${TEXT.replaceAll(";", ",")}`) },
      { bytes: Buffer.from(TEXT.replaceAll(";", "\t")) },
      { bytes: utf16 },
      { bytes: utf16.subarray(2), encoding: "utf-16le" },
      { bytes: Buffer.from(TEXT, "latin1"), encoding: "windows-1252" },
      { bytes: readFileSync(WORKBOOK), column: "E-Mail-Adresse", ending: "xlsx" },
    ] as const;
    const cohorts = (await sandbox.truth(EVERYTHING)).cohorts.filter(({ batches }) => batches === 1);
    const told = forms.map(({ bytes, ...form }, at) => {
      const ending = "ending" in form ? form.ending : "csv";
      const column = "column" in form ? form.column : "Adresse";
      const { programId: program = "", cohort = "" } = cohorts[at] ?? {};
      const named = "encoding" in form ? { encoding: form.encoding } : {};
      return { bytes, roster: { program, cohort, column, ...named, file: `roster-${at}.${ending}` } };
    });
    const cwd = configured({ rosters: told.map(({ roster }) => roster) });
    for (const { bytes, roster } of told) writeFileSync(join(cwd, roster.file), bytes);
    expect(await run(cwd)).toMatchObject({ code: 0, stderr: "" });
    const rows = csv(join(cwd, "out/acme/latest"), "credentials-by-cohort.csv");
    const missing = told.map(({ roster }) => {
      const row = rows.find((one) => one["program_id"] === roster.program && one["cohort"] === roster.cohort);
      return row && [row["expected"], row["missing"]];
    });
    expect(missing).toEqual(told.map((_, at) => (at === 6 ? ["2", "2"] : ["1", "1"])));
  });

  it("is refused where it is not certain what it says: exit 78, every file with line and column at once", async () => {
    const { cohorts } = await sandbox.truth(EVERYTHING);
    const wrong = [
      [
        Buffer.from("Name;email\r\nJörg;j@example.org\r\n", "latin1"),
        /^roster-0\.csv line 2, column 2: expected UTF-8; save it/,
      ],
      [
        Buffer.from("email;x\temail\n"),
        /^roster-1\.csv line 1: separates its cells by semicolons and by tabs/,
      ],
      [
        Buffer.from("Adresse\na@example.org\n"),
        /^roster-2\.csv line 1: expected a header with a column email/,
      ],
    ] as const;
    const rosters = wrong.map((_, at) => {
      const { programId: program = "", cohort = "" } = cohorts[at] ?? {};
      return { program, cohort, file: `roster-${at}.csv` };
    });
    const cwd = configured({ rosters });
    for (const [at, [bytes]] of wrong.entries()) writeFileSync(join(cwd, `roster-${at}.csv`), bytes);
    const { code, stdout, stderr } = await run(cwd);
    expect([code, stdout]).toEqual([78, ""]);
    expect(stderr.trimEnd().split("\n")).toEqual(wrong.map(([, says]) => expect.stringMatching(says)));
  });

  it("that meets no cohort is named, and so is a link that meets none and no account", async () => {
    const { cohorts } = await sandbox.truth(EVERYTHING);
    const programId = cohorts[0]?.programId ?? "";
    const link = { program: programId, cohort: "Never", accounts: ["a0"], price: "1", currency: "EUR" };
    const cwd = configured({
      rosters: [{ program: programId, cohort: "Nobody's", file: "roster.csv" }],
      links: [link],
    });
    writeFileSync(join(cwd, "roster.csv"), "email\nnobody@example.org\n");
    const name = `A link of acme for live/${programId}/never`;
    expect(await run(cwd)).toMatchObject({
      code: 0,
      stderr: [
        `${name} names a cohort that has no batch`,
        `${name} names the account a0, where no settlement is known`,
        `A roster of acme, roster.csv, is for the cohort live/${programId}/nobody's, which has no batch`,
      ]
        .map((line) => `Warning: ${line}\n`)
        .join(""),
    });
  });

  it("with a malformed line stops the run before it asks anybody: exit 78, nothing published", async () => {
    const cwd = configured({ rosters: [{ program: "p", cohort: "c", file: "roster.csv" }] });
    writeFileSync(join(cwd, "roster.csv"), "email\na@example.org\nsomebody without an address\n");
    const before = await sandbox.requests();
    expect(await run(cwd)).toEqual({
      code: 78,
      stdout: "",
      stderr: "roster.csv line 3: expected an e-mail address\n",
    });
    expect(await sandbox.requests()).toEqual(before);
    expect(namesIn(join(cwd, "out"))).toEqual([]);
  });
});

describe("an explanation", () => {
  it("shows the rule, the bases that were tried, by how much they missed, and the nights", async () => {
    const cwd = temporaryDirectory();
    expect((await run(cwd)).code).toBe(0);
    const rows = csv(join(cwd, "out/default/latest"), "exceptions.csv");
    const mismatch = rows.find((row) => row["code"] === "CAPTURED_MISMATCH");
    if (mismatch === undefined) throw new Error("the world has no captured mismatch");
    const { code, stdout } = await tieout(["explain", cell(mismatch, "exception_id")], { cwd });
    expect(code).toBe(0);
    for (const said of ["Rule", "Records", "Arithmetic", "Nights", "What to do", "gross (sum of the bases)"])
      expect(stdout).toContain(said);
    expect(stdout).toContain(`off by ${cell(mismatch, "money_at_stake")} USD`);
    expect(stdout).toContain(cell(mismatch, "what_happened"));
  });

  it("of every exception of a night is there", async () => {
    const cwd = temporaryDirectory();
    expect((await run(cwd)).code).toBe(0);
    for (const row of csv(join(cwd, "out/default/latest"), "exceptions.csv")) {
      const { code, stdout } = await tieout(["explain", "--json", cell(row, "exception_id")], { cwd });
      const { explanation } = JSON.parse(stdout);
      expect([code, explanation.code]).toEqual([0, cell(row, "code")]);
      expect(explanation.arithmetic.length, cell(row, "code")).toBeGreaterThan(0);
    }
  });

  it("of an id that no report has, or without a ledger, is one sentence", async () => {
    const cwd = temporaryDirectory();
    const without = await tieout(["explain", "x_000000000000"], { cwd });
    expect(without).toEqual({
      code: 78,
      stdout: "",
      stderr: "The ledger ./tieout.db is not there; `tieout run` or `tieout pull` makes one\n",
    });
    expect((await run(cwd)).code).toBe(0);
    const unknown = await tieout(["explain", "x_000000000000"], { cwd });
    expect([unknown.code, unknown.stderr]).toEqual([
      64,
      "x_000000000000 is in no report of this ledger; ids stand in the first column of exceptions.csv\n",
    ]);
  });
});
