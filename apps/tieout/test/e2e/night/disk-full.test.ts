import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryDirectory } from "../../temporary-directory.ts";
import { type Ended, type Place, tieout } from "../bundle.ts";
import { filesUnder, namesIn } from "../published.ts";
import { disturbed } from "./disturbance.ts";
import { copied, faultsUnder, leftOvers, published } from "./whole.ts";
import { startWorlds, type Worlds } from "./worlds.ts";

let worlds: Worlds;
/** What one night publishes undisturbed, and what it and the second one do. */
let publishedOne: Readonly<Record<string, string>>;
let publishedBoth: Readonly<Record<string, string>>;

const prepared = mkdtempSync(join(tmpdir(), "tieout-"));
const nightOne = join(prepared, "one");

/** A directory of its own in which one night was run. */
const afterNightOne = (): string => copied(nightOne, temporaryDirectory());

beforeAll(async () => {
  worlds = await startWorlds([1, 2], "--seed", "7", "--batches", "24", "--transactions", "3");
  mkdirSync(nightOne);
  expect(await tell("run", 1, nightOne)).toEqual(succeeded);
  publishedOne = published(book(nightOne));
  const both = copied(nightOne, join(prepared, "both"));
  expect(await tell("run", 2, both)).toEqual(succeeded);
  publishedBoth = published(book(both));
});
afterAll(async () => {
  rmSync(prepared, { recursive: true, force: true });
  await worlds.close();
});

const tell = (
  command: "run" | "report" | "pull",
  night: number,
  cwd: string,
  place: Omit<Place, "cwd"> = {},
) => {
  const world = worlds.on(night);
  return tieout([command, "--quiet", "--as-of", world.asOf], {
    cwd,
    ...place,
    env: { ...world.env, ...place.env },
  });
};

const book = (cwd: string): string => join(cwd, "out/default");

const succeeded = { code: 0, stdout: "", stderr: "" };

/** What a run that could not write says: one sentence with the system's reason, and its exit code. */
const expectSentence = ({ code, stdout, stderr }: Ended, expected: { code: number; says: RegExp }): void => {
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  expect(stderr.length).toBeLessThan(400);
  expect(stderr).toMatch(expected.says);
  expect({ code, stdout }).toEqual({ code: expected.code, stdout: "" });
};

describe("a disk that is full", () => {
  it("at any file of a report: exit 74, `latest` untouched, and the next run with room publishes the same", async () => {
    const cwd = afterNightOne();
    const files = namesIn(join(book(cwd), "latest"));
    expect(files.length).toBeGreaterThanOrEqual(8);
    expect(await tell("pull", 2, cwd)).toEqual(succeeded);
    for (const name of files) {
      const env = disturbed({ full: `/\\.staging-[\\da-f-]+/${name.replaceAll(".", "\\.")}$` });
      expectSentence(await tell("report", 2, cwd, { env }), {
        code: 74,
        says: /^The report in .* could not be written: ENOSPC: no space left on device.*; it needs [1-9]\d{3,} bytes; the last report is untouched$/m,
      });
      expect([published(book(cwd)), leftOvers(book(cwd))]).toEqual([publishedOne, []]);
    }
    expect(await tell("report", 2, cwd)).toEqual(succeeded);
    expect(published(book(cwd))).toEqual(publishedBoth);
  });

  it("at the e-mail key of a new ledger: exit 74, and the next run makes a whole one", async () => {
    const cwd = temporaryDirectory();
    const env = disturbed({ full: "tieout\\.db\\.key" });
    expectSentence(await tell("run", 1, cwd, { env }), {
      code: 74,
      says: /has no usable e-mail key: ENOSPC/,
    });
    expect(await tell("run", 1, cwd)).toEqual(succeeded);
  });

  it("at the ledger: exit 74 or 73, nothing published, and the next run with room publishes the same", async () => {
    const cwd = temporaryDirectory();
    // In blocks of 512 bytes for any file: from nothing at all to what the first details need.
    for (const blocks of [0, 64, 200]) {
      const under = ["sh", "-c", `ulimit -f ${blocks} && exec "$@"`, "sh"];
      const isNew = !filesUnder(cwd).includes("tieout.db");
      // Node keeps compiled code after all else is done, and is killed where it meets such a limit then.
      const env = { ...disturbed({}), NODE_DISABLE_COMPILE_CACHE: "1" };
      expectSentence(await tell("run", 1, cwd, { under, env }), {
        code: isNew ? 73 : 74,
        says: /^The ledger .*: (disk I\/O error|database or disk is full)/,
      });
      expect(namesIn(join(cwd, "out"))).toEqual([]);
    }
    expect(await tell("run", 1, cwd)).toEqual(succeeded);
    expect(published(book(cwd))).toEqual(publishedOne);
    expectSentence(await tell("run", 2, cwd, { env: disturbed({ ledgerPages: 1 }) }), {
      code: 74,
      says: /^The ledger .*: database or disk is full/,
    });
    expect(published(book(cwd))).toEqual(publishedOne);
    expect(await tell("run", 2, cwd)).toEqual(succeeded);
    expect(published(book(cwd))).toEqual(publishedBoth);
  });
});

/** Rights as a user has them: root may write anywhere, so it gives that up. */
const asUser: readonly string[] =
  process.getuid?.() === 0 ? ["setpriv", "--bounding-set=-dac_override", "--inh-caps=-dac_override"] : [];

describe("a directory that may not be written to", () => {
  const CASES = [
    {
      what: "that of a new ledger",
      readOnly: ".",
      nights: 0,
      code: 73,
      says: /^The ledger .* cannot be created: /,
    },
    { what: "that of the ledger", readOnly: ".", nights: 1, code: 74, says: /^The ledger .*: / },
    {
      what: "the ledger itself",
      readOnly: "tieout.db",
      nights: 1,
      code: 74,
      says: /^The ledger .* cannot be opened: /,
    },
    {
      what: "that of all reports",
      readOnly: "out",
      nights: 0,
      code: 73,
      says: /^The report in .* could not be created: /,
    },
    {
      what: "that of a book",
      readOnly: "out/default",
      nights: 1,
      code: 73,
      says: /^The report in .* could not be created: /,
    },
  ];
  it.each(CASES)(
    "$what: exit $code, and what stands still stands",
    async ({ readOnly, nights, code, says }) => {
      const cwd = temporaryDirectory();
      mkdirSync(join(cwd, "out"));
      if (nights === 1) expect(await tell("run", 1, cwd)).toEqual(succeeded);
      const before = published(book(cwd));
      const path = join(cwd, readOnly);
      chmodSync(path, readOnly.endsWith(".db") ? 0o400 : 0o555);
      expectSentence(await tell("run", nights + 1, cwd, { under: asUser }), { code, says });
      expect([published(book(cwd)), leftOvers(book(cwd)), faultsUnder(book(cwd))]).toEqual([before, [], []]);
      chmodSync(path, readOnly.endsWith(".db") ? 0o600 : 0o755);
      expect(await tell("run", nights + 1, cwd)).toEqual(succeeded);
    },
  );

  it("that of a day, where the files would be moved to: exit 74, and the next run moves them", async () => {
    const cwd = afterNightOne();
    const day = join(book(cwd), "2026-11-17");
    chmodSync(day, 0o555);
    // Another window is another report of the same day.
    const again = ["report", "--quiet", "--as-of", worlds.on(1).asOf, "--days", "16"];
    expectSentence(await tieout(again, { cwd, env: worlds.on(1).env, under: asUser }), {
      code: 74,
      says: /^The report in .*r2 could not be written: EACCES.*; the last report is untouched$/m,
    });
    expect([published(book(cwd)), leftOvers(book(cwd))]).toEqual([publishedOne, []]);
    chmodSync(day, 0o755);
    expect(await tieout(again, { cwd, env: worlds.on(1).env })).toEqual(succeeded);
    expect(published(book(cwd))["latest"]).toBe("2026-11-17/r2");
    expect(faultsUnder(book(cwd))).toEqual([]);
  });
});
