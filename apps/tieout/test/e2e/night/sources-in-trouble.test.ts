import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { temporaryDirectory } from "../../temporary-directory.ts";
import { tieout } from "../bundle.ts";
import { expectedSettlements, like } from "../data-cases/planted-rows.ts";
import { plantsOf } from "../data-cases/planted-world.ts";
import { cell, csv, json, namesIn } from "../published.ts";
import { startSandboxProcess } from "../sandbox-process.ts";
import { WITHOUT_OWN_WAITS } from "../wire/running.ts";

// What these tests prove against worlds whose truth is known: one bad record or one bad batch does not stop every night
// (P17, P18), a list is read to its end (P19), and what a list lost or forgot is told apart (P20, P26).

const dayOf = (night: number): string => new Date(Date.UTC(2026, 10, 16 + night)).toISOString().slice(0, 10);

const world = async (...options: readonly string[]) => {
  const sandbox = await startSandboxProcess("--cohorts", "2", "--clean", ...options);
  onTestFinished(() => sandbox.kill());
  const cwd = temporaryDirectory();
  const latest = join(cwd, "out/default/latest");
  const run = async (night: number, ...more: readonly string[]) => {
    await sandbox.night(night);
    const asOf = `${dayOf(night + 1)}T02:00:00Z`;
    const env = { ...sandbox.env, ...WITHOUT_OWN_WAITS };
    return tieout(["run", "--quiet", "--as-of", asOf, ...more], { cwd, env });
  };
  const truth = () => {
    const { from, to } = json(latest, "manifest.json").window;
    return sandbox.truth({ timezone: "UTC", cutoff: "00:00", from, to });
  };
  return {
    ...{ sandbox, cwd, latest, run, truth },
    rows: () => csv(latest, "settlement-by-batch.csv"),
    named: (code: string) =>
      csv(latest, "exceptions.csv").flatMap((row) =>
        cell(row, "code") === code ? [`${cell(row, "entity_id")} ${cell(row, "status")}`] : [],
      ),
  };
};

const idsOf = (rows: ReturnType<typeof csv>) => rows.map((row) => cell(row, "batch_id"));

describe("one batch that answers 500 every night, one invalid record, and a list of 130 that says it has 100", () => {
  it("cost two nights of exit 75; then all 130 are reported on, two of them named", async () => {
    const { sandbox, cwd, latest, run, truth, rows, named } = await world(
      ...["--seed", "11", "--batches", "130", "--transactions", "3"],
      ...["--plant", "header-bad-time", "--faults", "short-total:100%"],
    );
    const all = await sandbox.truth({
      timezone: "UTC",
      cutoff: "00:00",
      from: "2026-10-20",
      to: "2026-11-10",
    });
    const bad = all.settlements.find(({ state }) => state === "final")?.batchId ?? "";
    await sandbox.fail({ operation: "getBatch", kind: "500", path: bad, times: "all" });
    for (const night of [1, 2]) {
      expect((await run(night)).code).toBe(75);
      expect(namesIn(join(cwd, "out/default"))).not.toContain("latest");
    }
    expect(await run(3)).toEqual({ code: 0, stdout: "", stderr: "" });

    const expected = await truth();
    expect(idsOf(rows()).sort()).toEqual(expected.settlements.map(({ batchId }) => batchId).sort());
    const [invalid] = plantsOf({ truth: expected }, "header-bad-time");
    const manifest = json(latest, "manifest.json");
    expect(manifest.verdict).toBe("provisional");
    const whole = await sandbox.truth({
      timezone: "UTC",
      cutoff: "00:00",
      from: "2020-01-01",
      to: "2030-01-01",
    });
    const { listed, in_window, before, after } = manifest.sources.koard;
    expect(whole.settlements.length).toBeGreaterThan(130);
    expect([listed, in_window + before + after]).toEqual([
      whole.settlements.length + 1,
      whole.settlements.length,
    ]);
    expect(named("INVALID_RECORD")).toEqual([`${invalid?.entityId} new`]);
    expect(named("DETAIL_UNAVAILABLE")).toEqual([`${bad} new`]);
    const proved = expectedSettlements(expected).filter((row) => row["batch_id"] !== bad);
    const others = rows().filter((row) => row["batch_id"] !== bad);
    expect(like(others, proved)).toEqual(proved);
    expect(rows().find((row) => row["batch_id"] === bad)).toMatchObject({ state: "unproven" });

    await sandbox.heal();
    expect((await run(4)).code).toBe(0);
    expect(named("DETAIL_UNAVAILABLE")).toEqual([`${bad} resolved`]);
    const mended = expectedSettlements(await truth());
    expect(like(rows(), mended)).toEqual(mended);
  });
});

describe("a list of 30 that lost 16", () => {
  it("is not believed, and where that is accepted each of the 16 has vanished", async () => {
    const { cwd, run, truth, named } = await world(
      ...["--seed", "12", "--batches", "30", "--transactions", "2", "--plant", "batch-vanished:16"],
    );
    expect((await run(1)).code).toBe(0);
    const { code, stderr } = await run(3);
    expect(code).toBe(65);
    expect(stderr).toMatch(/^Koard lists 16 of the 30 batches no more .*--accept-loss if they are gone\n$/);
    expect(namesIn(join(cwd, "out/default"))).toEqual([dayOf(1), "latest"]);
    expect((await run(3, "--accept-loss")).code).toBe(0);
    const gone = plantsOf({ truth: await truth() }, "batch-vanished").map(
      ({ entityId }) => `${entityId} new`,
    );
    expect(gone).toHaveLength(16);
    expect(named("BATCH_VANISHED").sort()).toEqual(gone.sort());
  });
});

describe("a list that goes back only 20 days", () => {
  it("forgets batches every night: HORIZON_MOVED, info, and nothing vanished or lost its row", async () => {
    const { cwd, run, truth, rows, named } = await world(
      ...["--seed", "13", "--batches", "90", "--transactions", "2", "--list-days", "20"],
    );
    expect((await run(1)).code).toBe(0);
    expect(named("HORIZON_MOVED")).toEqual([]);
    const before = idsOf(rows());
    for (const [night, status] of [
      [4, "new"],
      [7, "open"],
    ] as const) {
      expect((await run(night)).code).toBe(0);
      expect(named("HORIZON_MOVED")).toEqual([`koard ${status}`]);
      expect(named("BATCH_VANISHED")).toEqual([]);
    }
    const known = new Set(idsOf(rows()));
    expect(before.filter((id) => !known.has(id))).toEqual([]);
    const expected = expectedSettlements(await truth()).filter((row) => known.has(row["batch_id"] ?? ""));
    expect(like(rows(), expected)).toEqual(expected);
    // Refunds on an original tell, and of a batch that the list forgot they teach no convention.
    const tells = rows().filter(
      (row) => cell(row, "state") === "final" && Number(cell(row, "refunded_computed")) !== 0,
    );
    const listed = tells.filter((row) => cell(row, "business_date") >= "2026-11-03");
    const { conventions } = json(join(cwd, "out/default/latest"), "manifest.json");
    const telling = conventions
      .filter(({ total }: { total: string }) => total === "refunded")
      .reduce((sum: number, one: { telling: number }) => sum + one.telling, 0);
    expect(telling).toBe(listed.length);
    expect(tells.length).toBeGreaterThan(listed.length);
  });
});
