import { mkdirSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { asideName, sweepAside } from "../../src/publish/aside.ts";
import { namesIn } from "../e2e/published.ts";
import { temporaryDirectory } from "../temporary-directory.ts";

// What this test proves: what a killed process left aside is swept, and what a living one, or one that cannot be looked
// at from here, is writing is not.

const PREFIX = ".staging-";
const DAY_MS = 24 * 60 * 60 * 1000;

/** No process has this number: Linux numbers them up to 4,194,304. */
const NOBODY = "4194305";

it("no two names are the same, whatever process makes them", () => {
  expect(asideName(PREFIX)).not.toBe(asideName(PREFIX));
  expect(asideName(PREFIX)).toMatch(new RegExp(`^\\.staging-[0-9a-f]{8}-${process.pid}-\\d+-[0-9a-f]{8}$`));
});

it("sweeps what is of nobody, of another process with the same number, or of elsewhere and a day old", async () => {
  const dir = temporaryDirectory();
  const [place = "", pid = "", started = ""] = asideName("").split("-");
  const elsewhere = place === "00000000" ? "11111111" : "00000000";
  const kept = {
    own: `${place}-${pid}-${started}-aaaaaaaa`,
    foreign: `${elsewhere}-${NOBODY}-7-bbbbbbbb`,
    unmarked: "4711",
  };
  const swept = {
    dead: `${place}-${NOBODY}-7-aaaaaaaa`,
    reused: `${place}-${pid}-7-aaaaaaaa`,
    foreign: `${elsewhere}-${NOBODY}-7-aaaaaaaa`,
    unmarked: "4712",
  };
  for (const mark of [...Object.values(kept), ...Object.values(swept)]) {
    const made = join(dir, `${PREFIX}${mark}`);
    mkdirSync(made);
    writeFileSync(join(made, "settlement-by-batch.csv"), "half a fi");
  }
  symlinkSync("nowhere", join(dir, `${PREFIX}${place}-${NOBODY}-8-aaaaaaaa`));
  writeFileSync(join(dir, "stays"), "");
  const longAgo = new Date(Date.now() - 2 * DAY_MS);
  for (const mark of [swept.foreign, swept.unmarked, kept.own])
    utimesSync(join(dir, `${PREFIX}${mark}`), longAgo, longAgo);
  await sweepAside(dir, PREFIX, Date.now());
  expect(namesIn(dir)).toEqual([...Object.values(kept).map((mark) => `${PREFIX}${mark}`), "stays"].sort());
});
