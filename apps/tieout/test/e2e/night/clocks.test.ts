import { readlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { temporaryDirectory } from "../../temporary-directory.ts";
import { tieout } from "../bundle.ts";
import { cell, csv, json, namesIn } from "../published.ts";
import { startSandboxProcess } from "../sandbox-process.ts";

// What these tests prove: a clock that is wrong for one night (P14) pins nothing and loses no night, and one that the
// sources contradict publishes nothing.

const world = async (...options: readonly string[]) => {
  const sandbox = await startSandboxProcess(
    "--seed",
    "7",
    "--batches",
    "12",
    "--transactions",
    "4",
    ...options,
  );
  onTestFinished(() => sandbox.kill());
  const cwd = temporaryDirectory();
  const run = (...more: readonly string[]) => tieout(["run", "--json", ...more], { cwd, env: sandbox.env });
  const pull = () => tieout(["pull", "--json"], { cwd, env: sandbox.env });
  return { sandbox, cwd, run, pull, book: join(cwd, "out/default") };
};

describe("a night whose clock is a year ahead", () => {
  it("pins nothing, and is nothing that the next night is compared with", async () => {
    const { sandbox, cwd, run, book } = await world();
    // By this machine's clock the year's report is the newest until the next night.
    for (const asOf of ["2026-11-18T02:00:00Z", "2027-11-18T02:00:00Z"])
      expect((await run("--as-of", asOf)).code).toBe(0);
    expect(readlinkSync(join(book, "latest"))).toBe("2027-11-17/r1");
    await sandbox.night(2);
    const { code, stdout } = await run("--as-of", "2026-11-19T02:00:00Z");
    expect([code, JSON.parse(stdout).books[0].published]).toEqual([0, true]);
    expect(readlinkSync(join(book, "latest"))).toBe("2026-11-18/r1");
    const report = join(book, "latest");
    expect(json(report, "manifest.json").previous.report).toBe("2026-11-17/r1");
    const nights = csv(report, "exceptions.csv").flatMap((row) =>
      cell(row, "status") === "open" ? [cell(row, "nights")] : [],
    );
    expect(new Set(nights)).toEqual(new Set(["2"]));
    expect((await tieout(["verify", book], { cwd })).code).toBe(0);
  });
});

describe("a machine's clock", () => {
  it("that is more than 12 hours from a source's ends the run with exit 78, unless --as-of says when it is", async () => {
    const { run, cwd, book } = await world("--faults", "clock-ahead:100%");
    const wrong = await run();
    expect(wrong.code).toBe(78);
    expect(wrong.stderr).toMatch(
      /^This machine's clock is 1[23] h \d+ min behind that of (Koard|Record) by its answers' Date: set it right.*--as-of/,
    );
    expect(namesIn(join(cwd, "out"))).toEqual([]);
    const given = await run("--as-of", "2026-11-18T02:00:00Z");
    expect(given.code).toBe(0);
    expect(given.stderr).toMatch(
      /^Warning: This machine's clock is 1[23] h \d+ min behind that of Koard: set it right$/m,
    );
    expect(namesIn(book)).toContain("latest");
  });

  it("that is more than 10 minutes from a source's is said in the summary", async () => {
    const { run, pull } = await world("--faults", "clock-behind:100%");
    const { code, stdout, stderr } = await run();
    expect(code).toBe(0);
    const sentence = /This machine's clock is \d+ min ahead of that of Koard: set it right/;
    expect(stderr).toMatch(sentence);
    expect(JSON.parse(stdout).books[0].warnings.join()).toMatch(sentence);
    // Nobody has to be woken for it.
    expect((await run("--quiet")).stderr).toBe("");
    const pulled = await pull();
    expect(pulled.stderr).toMatch(sentence);
    expect(JSON.parse(pulled.stdout).books[0].warnings.join()).toMatch(sentence);
  });
});
