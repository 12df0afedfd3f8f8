import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { temporaryDirectory } from "../../temporary-directory.ts";
import { killedNights, type Moment, undisturbedNights } from "./kills.ts";
import { NIGHTS, startWorlds, type Worlds } from "./worlds.ts";

let worlds: Worlds;
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
});
afterAll(() => worlds.close());

/** By night: each part of a run that leaves a trace, once. What it is killed before stands first. */
const MOMENTS: Readonly<Record<number, readonly Moment[]>> = {
  1: [
    { step: "^http .*/batches$", nth: 1 },
    { step: "^http .*/batches/", nth: 17 },
    { step: "^sql INSERT INTO reading", nth: 15 },
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
  const expected = await undisturbedNights(worlds, temporaryDirectory());
  const { hits, differences } = await killedNights(
    worlds,
    expected,
    (night) => MOMENTS[night] ?? [],
    join(temporaryDirectory(), "killed"),
  );
  expect(differences).toEqual([]);
  expect(hits.filter(({ step }) => step === null)).toEqual([]);
});
