import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryDirectory } from "../../temporary-directory.ts";
import { tieout } from "../bundle.ts";
import { json } from "../published.ts";
import { disturbed } from "./disturbance.ts";
import { killedNights, type Moment, type Undisturbed, undisturbedNights } from "./kills.ts";
import { leftOvers, published } from "./whole.ts";
import { NIGHTS, startWorlds, type Worlds } from "./worlds.ts";

let worlds: Worlds;
let expected: readonly Undisturbed[];
const undisturbed = mkdtempSync(join(tmpdir(), "tieout-"));
beforeAll(async () => {
  worlds = await startWorlds(
    NIGHTS,
    "--seed",
    "5",
    "--batches",
    "24",
    "--transactions",
    "3",
    "--cohorts",
    "6",
  );
  expected = await undisturbedNights(worlds, undisturbed);
});
afterAll(async () => {
  rmSync(undisturbed, { recursive: true, force: true });
  await worlds.close();
});

/** By night: each part of a run that leaves a trace, once. What it is killed before stands first. */
const MOMENTS: Readonly<Record<number, readonly Moment[]>> = {
  1: [
    { step: "^http .*/batches$", nth: 1 },
    { step: "^http .*/batches/", nth: 17 },
    { step: "^sql INSERT INTO reading", nth: 2 },
    { step: "^fs open settlement-by-day.csv", nth: 1 },
  ],
  2: [
    { step: "^sql UPDATE run SET finished_at", nth: 1 },
    { step: "^sql INSERT INTO report ", nth: 1 },
    { step: "^fs rename .staging- r1", nth: 1 },
    { step: "^sql UPDATE report SET is_placed", nth: 1 },
  ],
  3: [{ step: "^fs rename .staging- latest", nth: 1 }],
};

it("kill -9 at any moment leaves `latest` whole, and the next run publishes what an undisturbed one does", async () => {
  const { hits, differences } = await killedNights(
    worlds,
    expected,
    (night) => MOMENTS[night] ?? [],
    join(temporaryDirectory(), "killed"),
  );
  expect(differences).toEqual([]);
  expect(hits.filter(({ step }) => step === null)).toEqual([]);
});

describe("a night that was killed and not run again", () => {
  /** Kills night 1 before a step, and runs night 2; what stands in the end. */
  const skipped = async (step: string) => {
    const cwd = temporaryDirectory();
    const run = (night: number, env: Readonly<Record<string, string>>) => {
      const world = worlds.on(night);
      return tieout(["run", "--quiet", "--as-of", world.asOf], { cwd, env: { ...world.env, ...env } });
    };
    const kill = disturbed({ at: { step, nth: 1, signal: "SIGKILL" } });
    expect((await run(1, kill)).code).toBeNull();
    expect(await run(2, {})).toEqual({ code: 0, stdout: "", stderr: "" });
    return join(cwd, "out/default");
  };

  it("is followed by the next one, once its files are in place", async () => {
    const book = await skipped("^sql UPDATE report SET is_placed");
    expect(published(book)).toEqual(expected[1]?.published);
  });

  it("is no report for the next one, where its files are not", async () => {
    const book = await skipped("^fs rename .staging- r1");
    expect(leftOvers(book)).toEqual([]);
    expect(Object.keys(published(book)).filter((path) => path.startsWith("2026-11-17"))).toEqual([]);
    expect(json(join(book, "latest"), "manifest.json").previous).toBeNull();
  });
});
