import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryDirectory } from "../temporary-directory.ts";
import { start, tieout } from "./bundle.ts";
import { csv, json, namesIn } from "./published.ts";
import { type SandboxProcess, startSandboxProcess } from "./sandbox-process.ts";

// One world for the whole file; the tests only read it.
let sandbox: SandboxProcess;
beforeAll(async () => {
  sandbox = await startSandboxProcess("--seed", "12", "--latency", "20");
});
afterAll(() => sandbox.kill());

const asOf = (): readonly string[] => ["--as-of", sandbox.asOf];

/** How the ledger of a directory stands. No key and no address is given: neither is needed. */
const standing = async (cwd: string) =>
  JSON.parse((await tieout(["status", "--json", ...asOf()], { cwd })).stdout);

describe("the status of a ledger", () => {
  it("that is not there is a sentence, and makes none", async () => {
    const cwd = temporaryDirectory();
    expect(await tieout(["status"], { cwd })).toEqual({
      code: 0,
      stdout: "There is no ledger at ./tieout.db yet: nothing was read so far\n",
      stderr: "",
    });
    expect(JSON.parse((await tieout(["status", "--json"], { cwd })).stdout)).toEqual({
      ledger: null,
      books: [],
    });
    expect(namesIn(cwd)).toEqual([]);
  });

  it("says what the last report and the last run said, and leaves the ledger as it is", async () => {
    const cwd = temporaryDirectory();
    expect((await tieout(["run", ...asOf()], { cwd, env: sandbox.env })).code).toBe(0);
    const before = readFileSync(join(cwd, "tieout.db"));
    const report = join(cwd, "out/default/latest");
    const { books, contents, bytes, holders } = await standing(cwd);
    const [book] = books;
    const manifest = json(report, "manifest.json");
    expect(holders).toEqual([]);
    expect(bytes).toBe(before.length);
    expect(contents).toMatchObject({
      books: ["default"],
      runs: 1,
      reports: 1,
      settlements: manifest.sources.koard.listed,
    });
    expect(book.exceptions).toEqual(manifest.exceptions);
    expect(book.exceptions.open).toBe(csv(report, "exceptions.csv").length);
    expect(book.report).toEqual({ day: manifest.day, revision: 1, as_of: sandbox.asOf });
    expect(book.sources.koard.listed).toBe(manifest.sources.koard.listed);
    expect(book.sources.record.listed).toBe(manifest.sources.record.listed);
    expect(book.runs).toMatchObject([{ as_of: sandbox.asOf, finished_at: book.sources.koard.read_at }]);

    const { stdout } = await tieout(["status", ...asOf()], { cwd });
    expect(stdout).toContain("nobody writes to it");
    expect(stdout).toContain(`as of ${sandbox.asOf}: finished`);
    expect(stdout).toContain(`${manifest.exceptions.open} open: `);
    expect(namesIn(cwd)).toEqual(["out", "tieout.db", "tieout.db.key"]);
    expect(readFileSync(join(cwd, "tieout.db"))).toEqual(before);

    expect(book.last_run).toMatchObject({ exit: 0, problem: null, undelivered: null });
    const env = { ...sandbox.env, KOARD_API_KEY: "another" };
    expect((await tieout(["run", ...asOf(), "--only", "koard"], { cwd, env })).code).toBe(77);
    const failed = await tieout(["status", ...asOf()], { cwd });
    expect(failed.stdout).toMatch(
      /^ +the last one ended \S+ with exit 77: Koard refused listBatches: 401( \w+)?$/m,
    );
    expect((await standing(cwd)).books[0].last_run.exit).toBe(77);
  });

  it("says of a source that it is not configured, and not that it was never read", async () => {
    const cwd = temporaryDirectory();
    const env = { KOARD_BASE_URL: "http://127.0.0.1:9", KOARD_API_KEY: "unused", TIEOUT_DEADLINE: "1s" };
    const { code, stderr } = await tieout(["run"], { cwd, env });
    expect([code, stderr]).toEqual([
      75,
      expect.stringMatching(/; asked 127\.0\.0\.1:9 \(KOARD_BASE_URL\)\n$/),
    ]);
    const { stdout } = await tieout(["status"], { cwd, env });
    expect(stdout).toMatch(/^Record +not configured$/m);
    expect(stdout).toMatch(/^Koard +never read to its end$/m);
  });

  it("ends with exit 75 where the newest nightly report is older than --max-age, or there is none", async () => {
    const cwd = temporaryDirectory();
    const status = (...options: readonly string[]) =>
      tieout(["status", "--max-age", "26h", ...options], { cwd });
    expect(await status()).toMatchObject({ code: 75, stderr: "default: there is no nightly report yet\n" });
    expect((await tieout(["run", "--quiet", ...asOf()], { cwd, env: sandbox.env })).code).toBe(0);
    const at = (hours: number) => new Date(Date.parse(sandbox.asOf) + hours * 3_600_000).toISOString();
    expect(await status("--as-of", at(26))).toMatchObject({ code: 0, stderr: "" });
    expect(await status("--as-of", at(27))).toMatchObject({
      code: 75,
      stderr: `default: the newest nightly report is as of ${sandbox.asOf}, older than 26h\n`,
    });
    const wrong = await tieout(["status", "--max-age", "soon"], { cwd });
    expect([wrong.code, wrong.stderr]).toEqual([
      64,
      expect.stringMatching(/^--max-age is "soon"; expected a duration/),
    ]);
  });

  it("foretells what a run reads again, and why", async () => {
    const cwd = temporaryDirectory();
    await tieout(["pull", "--quiet", ...asOf()], { cwd, env: sandbox.env });
    const { next_run: next } = (await standing(cwd)).books[0];
    const [{ record, koard }] = JSON.parse(
      (await tieout(["pull", "--json", ...asOf()], { cwd, env: sandbox.env })).stdout,
    ).books;
    const { unchanged: settled, ...settlements } = koard.details;
    const { unchanged: old, ...credentials } = record.details;
    expect(settled + next.settlements.read).toBe(koard.listed);
    expect(next.settlements).toEqual({
      listed: koard.listed,
      read: koard.listed - settled,
      reasons: settlements,
    });
    expect(next.credential_batches).toEqual({
      listed: record.listed,
      read: record.listed - old,
      reasons: credentials,
    });
    expect(next.settlements.reasons.not_final).toBeGreaterThan(0);
    expect(next.credential_batches.reasons.young).toBeGreaterThan(0);
  });

  it("names the run that holds it, without waiting for its end, and one that was cut off", async () => {
    const cwd = temporaryDirectory();
    const run = start(["run", "--rate", "20", ...asOf()], { cwd, env: sandbox.env });
    let holders: ReadonlyArray<unknown> = [];
    while (holders.length === 0 && run.child.exitCode === null)
      holders = namesIn(cwd).includes("tieout.db.key") ? (await standing(cwd)).holders : [];
    expect(holders).toMatchObject([{ pid: run.child.pid, books: ["default"] }]);
    expect((await tieout(["status", ...asOf()], { cwd })).stdout).toContain(
      `in use by process ${run.child.pid} on `,
    );
    run.child.kill("SIGKILL");
    await run.ended;
    const { books, holders: after } = await standing(cwd);
    expect(after).toEqual([]);
    expect(books[0].runs).toMatchObject([{ finished_at: null }]);
    expect(books[0]).toMatchObject({
      report: null,
      exceptions: null,
      sources: { record: null, koard: null },
    });
    const { stdout } = await tieout(["status", ...asOf()], { cwd });
    expect(stdout).toMatch(/not finished; a run of 2026-11-18 goes on with it/);
  });

  it("cannot be told of a file that is none", async () => {
    const cwd = temporaryDirectory();
    writeFileSync(join(cwd, "tieout.db"), "certainly no ledger ".repeat(100));
    const { code, stderr } = await tieout(["status"], { cwd });
    expect([code, stderr]).toEqual([
      74,
      "The ledger ./tieout.db could not be read: file is not a database\n",
    ]);
  });
});
