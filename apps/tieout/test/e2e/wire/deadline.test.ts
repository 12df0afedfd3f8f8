import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { temporaryDirectory } from "../../temporary-directory.ts";
import { tieout } from "../bundle.ts";
import { freeze } from "../night/freeze.ts";
import { filesUnder, namesIn } from "../published.ts";
import { aStall, readBefore, startFailing } from "./failing-koard.ts";
import { AS_OF, batchIds, KEY, LIST_REQUESTS, startKoard } from "./koard-server.ts";
import { expectSentence, run } from "./running.ts";

// Each deadline is long enough to get to where it has to pass, on a busy machine as well.

it("the deadline ends a run that waits for a body: exit 75, all that was read is kept, and the book before is told", async () => {
  const quick = await startKoard({ ids: batchIds(1) });
  const { koard, heal } = await startFailing(aStall);
  const cwd = temporaryDirectory();
  const books = [
    { name: "quick", koard: { baseUrl: quick.url } },
    { name: "stalled", koard: { baseUrl: koard.url } },
  ];
  writeFileSync(join(cwd, "tieout.config.json"), JSON.stringify({ deadline: "9s", concurrency: 1, books }));
  const env = { KOARD_API_KEY: KEY };
  const ended = await tieout(["run", "--json", "--as-of", AS_OF], { cwd, env });
  expect(ended.code).toBe(75);
  expect(ended.stderr).toBe("The run did not end within 9 s; what was read is kept: run again\n");
  expect(JSON.parse(ended.stdout).books).toMatchObject([{ book: "quick", published: true }]);
  expect(namesIn(join(cwd, "out"))).toEqual(["index.html", "quick"]);
  const asked = koard.asked.length - LIST_REQUESTS;
  heal();
  expect(await readBefore({ env, cwd }, "stalled")).toBeGreaterThanOrEqual(asked - 1);
});

it("the deadline that passes while a report is written lets it be written whole, and ends the run with exit 75", async () => {
  const koard = await startKoard({ ids: batchIds(2) });
  const cwd = temporaryDirectory();
  const at = { step: "^fs open settlement-by-day.csv", nth: 1 };
  const { child, ended } = await freeze({ env: koard.env, asOf: AS_OF }, cwd, at, "--deadline", "9s");
  await sleep(9000);
  child.kill("SIGCONT");
  const stopped = await ended;
  expect(stopped.code).toBe(75);
  expectSentence(stopped);
  expect(stopped.stderr).toContain("did not end within 9 s");
  const published = (): readonly string[] => filesUnder(join(cwd, "out/default/latest"));
  const first = published();
  expect(first).toContain("manifest.json");
  const again = await run({ ...koard, cwd });
  expect([again.code, again.stderr]).toEqual([0, ""]);
  expect(namesIn(join(cwd, "out/default/2026-11-17"))).toEqual(["r1"]);
  expect(published()).toEqual(first);
});
