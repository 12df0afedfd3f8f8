import { mkdtempSync, readlinkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addDays } from "@tieout/reconcile";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { temporaryDirectory } from "../../temporary-directory.ts";
import { tieout } from "../bundle.ts";
import { expectedRows, expectedTotals, publishedRows } from "../expected-figures.ts";
import { csv, json, namesIn } from "../published.ts";
import { type SandboxProcess, startSandboxProcess } from "../sandbox-process.ts";
import { disturbed } from "./disturbance.ts";
import { faultsUnder, published } from "./whole.ts";
import { startWorlds } from "./worlds.ts";

const SIZE = ["--seed", "8", "--batches", "60", "--transactions", "3"] as const;

const run = (world: SandboxProcess, cwd: string, env: Readonly<Record<string, string>> = {}) =>
  tieout(["run", "--quiet", "--as-of", world.asOf], { cwd, env: { ...world.env, ...env } });

const succeeded = { code: 0, stdout: "", stderr: "" };
const book = (cwd: string): string => join(cwd, "out/default");

/** What a run asked a sandbox for, by operation. */
const asked = async (world: SandboxProcess, work: () => Promise<unknown>) => {
  const before = await world.requests();
  await work();
  const after = Object.entries(await world.requests());
  return Object.fromEntries(
    after
      .map(([operation, count]) => [operation, count - (before[operation] ?? 0)])
      .filter(([, count]) => count !== 0),
  );
};

/** A list as the sandbox gives it to anybody with its key. */
const list = async (url: string, headers: Readonly<Record<string, string>>, member: string) => {
  const body = JSON.parse(await (await fetch(url, { headers })).text());
  return body[member] as ReadonlyArray<Readonly<Record<string, string>>>;
};

describe("a night that is run again without a change at the sources", () => {
  it("reads lists, batches that are not final and young credential batches, and publishes nothing", async () => {
    // Without anything planted: what is not whole is read again as well.
    const world = await startSandboxProcess("--clean", ...SIZE);
    onTestFinished(() => world.kill());
    const { env } = world;
    const batches = await list(
      `${env.KOARD_BASE_URL}/v1/batches?limit=500`,
      { "x-koard-apikey": env.KOARD_API_KEY },
      "batches",
    );
    const notFinal = batches.filter(
      ({ status }) => !["accepted", "rejected", "cancelled"].includes(status ?? ""),
    );
    const bearer = { authorization: `Bearer ${env.RECORD_API_TOKEN}` };
    const credentials = await list(`${env.RECORD_BASE_URL}/credentials`, bearer, "data");
    const weekAgo = addDays(world.asOf.slice(0, 10), -7);
    const young = credentials.filter(({ issuedAt }) => (issuedAt ?? "").slice(0, 10) > weekAgo);
    expect([notFinal.length, young.length].every((count) => count > 0)).toBe(true);

    const cwd = temporaryDirectory();
    const first = await asked(world, () => run(world, cwd));
    expect(first["getBatch"]).toBe(60);
    const before = published(book(cwd));
    const second = await asked(world, () => run(world, cwd));
    expect(published(book(cwd))).toEqual(before);
    expect(second).toEqual({
      listPrograms: first["listPrograms"],
      listCredentialBatches: first["listCredentialBatches"],
      listBatches: first["listBatches"],
      getBatch: notFinal.length,
      getCredentialBatch: young.length,
    });
  });
});

describe("nights that were missed", () => {
  it("are covered by one run", async () => {
    const worlds = await startWorlds([1, 6], ...SIZE);
    onTestFinished(() => worlds.close());
    const cwd = temporaryDirectory();
    for (const night of [1, 6]) expect(await run(worlds.on(night), cwd)).toEqual(succeeded);
    expect(namesIn(book(cwd))).toEqual(["2026-11-17", "2026-11-22", "latest"]);
    const directory = join(book(cwd), "latest");
    expect(readlinkSync(directory)).toBe("2026-11-22/r1");
    const { window, totals, previous } = json(directory, "manifest.json");
    expect(previous.report).toBe("2026-11-17/r1");
    const truth = await worlds
      .on(6)
      .truth({ timezone: "UTC", cutoff: "00:00", from: window.from, to: window.to });
    const expected = expectedRows(truth);
    const rows = {
      settlements: csv(directory, "settlement-by-batch.csv"),
      days: csv(directory, "settlement-by-day.csv"),
      cohorts: csv(directory, "credentials-by-cohort.csv"),
    };
    expect(publishedRows(rows, expected)).toEqual(expected);
    expect(totals.settlements).toEqual(expectedTotals(truth));
  });
});

describe("a source that had batches and answers with an empty list", () => {
  it.each([
    { source: "Koard", empty: ["--batches", "0", "--cohorts", "12"] },
    { source: "Record", empty: ["--batches", "12", "--cohorts", "0"] },
  ])("$source: exit 65, nothing published, and the next night goes on", async ({ source, empty }) => {
    const worlds = await startWorlds([1, 2], "--seed", "8", "--batches", "12", "--transactions", "3");
    onTestFinished(() => worlds.close());
    const emptied = await startSandboxProcess("--seed", "8", "--clean", "--night", "2", ...empty);
    onTestFinished(() => emptied.kill());
    const cwd = temporaryDirectory();
    expect(await run(worlds.on(1), cwd)).toEqual(succeeded);
    const before = published(book(cwd));
    const { code, stdout, stderr } = await run(emptied, cwd);
    expect({ code, stdout }).toEqual({ code: 65, stdout: "" });
    expect(stderr).toMatch(new RegExp(`^${source} lists no batches, and listed \\d+ before: .*\\n$`));
    expect(published(book(cwd))).toEqual(before);
    expect(await run(worlds.on(2), cwd)).toEqual(succeeded);
    expect(published(book(cwd))["latest"]).toBe("2026-11-18/r1");
  });
});

describe("a pull that is ended in the middle", () => {
  let world: SandboxProcess;
  let undisturbed: Readonly<Record<string, string>>;
  const directory = mkdtempSync(join(tmpdir(), "tieout-"));
  beforeAll(async () => {
    world = await startSandboxProcess(...SIZE, "--latency", "10");
    expect(await run(world, directory)).toEqual(succeeded);
    undisturbed = published(book(directory));
  });
  afterAll(async () => {
    rmSync(directory, { recursive: true, force: true });
    await world.kill();
  });

  it.each([
    { signal: "SIGKILL", code: null, says: /^$/ },
    {
      signal: "SIGTERM",
      code: 75,
      says: /^Stopped; what was read is kept, and so is each report that is out: run again\n$/,
    },
  ] as const)(
    "by $signal: the next run does not read again what it had read, and publishes the same",
    async (end) => {
      const cwd = temporaryDirectory();
      const at = { step: "^http request /koard/v1/batches/", nth: 45, signal: end.signal };
      const { code, stdout, stderr } = await run(world, cwd, disturbed({ at }));
      expect({ code, stdout }).toEqual({ code: end.code, stdout: "" });
      expect(stderr).toMatch(end.says);
      expect(namesIn(book(cwd))).toEqual([]);

      const { getBatch } = await asked(world, () => run(world, cwd));
      const { details } = json(join(book(cwd), "latest"), "run.json").sources.koard;
      expect(details.read_by_this_run).toBeGreaterThanOrEqual(20);
      expect(getBatch).toBe(60 - details.read_by_this_run);
      expect(faultsUnder(book(cwd))).toEqual([]);
      expect(published(book(cwd))).toEqual(undisturbed);
    },
  );
});
