import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryDirectory } from "../../temporary-directory.ts";
import { tieout } from "../bundle.ts";
import { cell, csv, json, namesIn } from "../published.ts";
import { type SandboxProcess, startSandboxProcess } from "../sandbox-process.ts";
import { WITHOUT_OWN_WAITS } from "../wire/running.ts";

// What these tests prove: a source that was not asked is not a source that lost everything, whether its key is missing, it
// was left out on purpose, or it is down.

const DAY_MS = 86_400_000;

/** Nobody listens there. */
const NOBODY = "http://127.0.0.1:9";

let sandbox: SandboxProcess;
beforeAll(async () => {
  sandbox = await startSandboxProcess("--seed", "7", "--batches", "12", "--transactions", "6");
});
afterAll(() => sandbox.kill());

const nightAsOf = (night: number): string =>
  new Date(Date.parse(sandbox.asOf) + (night - 1) * DAY_MS).toISOString();

const nightly = (cwd: string, night: number, { env = {}, options = [] as readonly string[] } = {}) =>
  tieout(["run", "--quiet", "--as-of", nightAsOf(night), ...options], {
    cwd,
    env: { ...sandbox.env, ...WITHOUT_OWN_WAITS, ...env },
  });

const latest = (cwd: string) => join(cwd, "out/default/latest");

const exceptions = (cwd: string) => csv(latest(cwd), "exceptions.csv");

/** What is open of a source, by id, with the figures last seen. */
const openOf = (cwd: string, source: string) =>
  exceptions(cwd).flatMap((row) =>
    cell(row, "source") === source && cell(row, "status") !== "resolved" && cell(row, "entity") !== "source"
      ? [["exception_id", "expected", "actual", "money_at_stake"].map((name) => cell(row, name)).join(" ")]
      : [],
  );

/** A first night of both sources. */
const firstNight = async (): Promise<string> => {
  const cwd = temporaryDirectory();
  expect((await nightly(cwd, 1)).code).toBe(0);
  return cwd;
};

describe("a key that is missing where reports show its source", () => {
  it("ends the run with exit 78, names the source and what to do, and publishes nothing", async () => {
    const cwd = await firstNight();
    const ended = await nightly(cwd, 2, { env: { KOARD_API_KEY: "" } });
    expect([ended.code, ended.stdout]).toEqual([78, ""]);
    expect(ended.stderr).toMatch(/^Koard is not configured .*last asked on 2026-11-18.*--only record/);
    expect(namesIn(join(cwd, "out/default"))).toEqual(["2026-11-17", "latest"]);
  });
});

describe("a source that is left out with --only", () => {
  it("loses nothing: files from what is known, exceptions that stay open, and a report that says so", async () => {
    const cwd = await firstNight();
    const before = openOf(cwd, "koard");
    expect(before.length).toBeGreaterThan(0);
    const { code } = await nightly(cwd, 2, { env: { KOARD_API_KEY: "" }, options: ["--only", "record"] });
    expect(code).toBe(0);
    expect(openOf(cwd, "koard")).toEqual(before);
    expect(
      new Set(
        exceptions(cwd).flatMap((row) => (cell(row, "source") === "koard" ? [cell(row, "nights")] : [])),
      ),
    ).toEqual(new Set(["1", "2"]));
    expect(csv(latest(cwd), "settlement-by-batch.csv").length).toBeGreaterThan(0);
    expect(csv(latest(cwd), "restatements.csv").filter((row) => cell(row, "source") === "koard")).toEqual([]);
    const [said] = exceptions(cwd).filter((row) => cell(row, "code") === "SOURCE_NOT_ASKED");
    expect(said && [cell(said, "severity"), cell(said, "entity_id"), cell(said, "expected")]).toEqual([
      "medium",
      "koard",
      "2026-11-18",
    ]);
    const manifest = json(latest(cwd), "manifest.json");
    expect(manifest.verdict).toBe("provisional");
    expect(manifest.sources.koard).toMatchObject({
      configured: false,
      asked: false,
      last_asked: "2026-11-18",
    });
    expect(manifest.sources.record).toMatchObject({ asked: true, last_asked: "2026-11-19" });
    expect((await tieout(["verify", join(cwd, "out/default")], { cwd })).code).toBe(0);
  });

  it("is asked again the night after: nothing of it is late, and the exception is resolved", async () => {
    const cwd = await firstNight();
    await nightly(cwd, 2, { options: ["--only", "record"] });
    expect((await nightly(cwd, 3)).code).toBe(0);
    const asking = exceptions(cwd).filter((row) => cell(row, "code") === "SOURCE_NOT_ASKED");
    expect(asking.map((row) => cell(row, "status"))).toEqual(["resolved"]);
    const causes = csv(latest(cwd), "restatements.csv").map((row) => cell(row, "cause"));
    expect(causes).not.toContain("appeared_late");
    expect(causes).not.toContain("vanished");
  });

  it("on a second run of the day changes nothing", async () => {
    const cwd = await firstNight();
    const ended = await nightly(cwd, 1, { options: ["--only", "record"] });
    expect(ended.code).toBe(0);
    expect(namesIn(join(cwd, "out/default/2026-11-17"))).toEqual(["r1"]);
  });

  it("has no files where it was never asked", async () => {
    const cwd = temporaryDirectory();
    expect((await nightly(cwd, 1, { options: ["--only", "record"] })).code).toBe(0);
    expect(namesIn(latest(cwd))).not.toContain("settlement-by-batch.csv");
    expect(exceptions(cwd).map((row) => cell(row, "code"))).not.toContain("SOURCE_NOT_ASKED");
    expect(json(latest(cwd), "manifest.json").sources.koard).toMatchObject({
      configured: true,
      asked: false,
      last_asked: null,
    });
    expect(json(latest(cwd), "manifest.json").verdict).toBe("provisional");
    expect((await tieout(["verify", join(cwd, "out/default")], { cwd })).code).toBe(0);
  });
});

describe("a source that is down", () => {
  it("costs exit 69, and what the other one answered is kept and shown as incomplete", async () => {
    const cwd = await firstNight();
    const ended = await nightly(cwd, 2, { env: { KOARD_BASE_URL: NOBODY } });
    expect(ended.code).toBe(69);
    expect(ended.stderr).toContain("Koard is unreachable");
    expect(namesIn(join(cwd, "out/default/2026-11-18"))).toEqual(["incomplete"]);
    const directory = join(cwd, "out/default/2026-11-18/incomplete");
    const manifest = json(directory, "manifest.json");
    expect(manifest.verdict).toBe("incomplete");
    expect((await tieout(["verify", "--quiet", "out"], { cwd })).code).toBe(0);
    expect(manifest.sources).toMatchObject({
      record: { asked: true },
      koard: { asked: false, last_asked: "2026-11-18" },
    });
    expect(csv(directory, "exceptions.csv").map((row) => cell(row, "code"))).not.toContain("BATCH_VANISHED");
    const index = () => readFileSync(join(cwd, "out/index.html"), "utf8");
    const page = '<a href="default/2026-11-18/incomplete/report.html">';
    expect(index()).toContain("Of 1 night something was left unread: 2026-11-18.");
    expect(index()).toContain(`<td class="incomplete">${page}18<small>unread</small></a></td>`);
    // The next run of the day has to ask it for everything, and the other one only for what may have changed.
    expect((await nightly(cwd, 2)).code).toBe(0);
    expect(namesIn(join(cwd, "out/default/2026-11-18"))).toEqual(["r1"]);
    expect(index()).not.toContain("incomplete/");
    expect(index()).toContain("No night is missing.");
  });
});
