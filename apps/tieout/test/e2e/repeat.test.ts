import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryDirectory } from "../temporary-directory.ts";
import { tieout } from "./bundle.ts";
import { cell, checkSums, csv, fingerprint, json, namesIn } from "./published.ts";
import { type SandboxProcess, startSandboxProcess } from "./sandbox-process.ts";

// One world for the whole file; the tests only read it.
let sandbox: SandboxProcess;
beforeAll(async () => {
  sandbox = await startSandboxProcess("--seed", "11");
});
afterAll(() => sandbox.kill());

const report = (cwd: string, ...options: readonly string[]) =>
  tieout(["run", "--json", "--as-of", sandbox.asOf, ...options], { cwd, env: sandbox.env });

describe("the same night run again", () => {
  it("gives the same bytes into another directory from a fresh ledger", async () => {
    const [first, second] = [temporaryDirectory(), temporaryDirectory()];
    expect((await report(first)).code).toBe(0);
    const elsewhere = ["--ledger", "sqlite:other.db", "--out", "elsewhere", "--concurrency", "1"];
    expect((await report(second, ...elsewhere)).code).toBe(0);
    const bytes = fingerprint(join(first, "out/default/2026-11-17/r1"));
    expect(Object.keys(bytes)).toEqual(
      expect.arrayContaining([
        "SHA256SUMS",
        "credentials-by-cohort.csv",
        "exceptions.csv",
        "manifest.json",
        "settlement-by-batch.csv",
        "settlement-by-day.csv",
      ]),
    );
    expect(fingerprint(join(second, "elsewhere/default/2026-11-17/r1"))).toEqual(bytes);
  });

  it("publishes nothing when nothing changed, and says so", async () => {
    const cwd = temporaryDirectory();
    const first = await report(cwd);
    const before = readFileSync(join(cwd, "out/default/2026-11-17/r1/run.json"));
    const again = await report(cwd);
    expect([first.code, again.code]).toEqual([0, 0]);
    const [{ published, ...told }] = JSON.parse(first.stdout).books;
    expect([published, told.revision]).toEqual([true, 1]);
    expect(JSON.parse(again.stdout).books).toEqual([{ published: false, ...told }]);
    expect(namesIn(join(cwd, "out/default/2026-11-17"))).toEqual(["r1"]);
    expect(readFileSync(join(cwd, "out/default/2026-11-17/r1/run.json"))).toEqual(before);
    const said = await tieout(["run", "--as-of", sandbox.asOf], { cwd, env: sandbox.env });
    expect(said.stdout).toContain("(nothing changed since it was published)");
  });
});

describe("a published report", () => {
  it("checks out with sha256sum, and its manifest names the same hashes, sizes and row counts", async () => {
    const cwd = temporaryDirectory();
    await report(cwd);
    const directory = join(cwd, "out/default/latest");
    expect(() => checkSums(directory)).not.toThrow();
    const hashes = fingerprint(directory);
    const { files } = json(directory, "manifest.json");
    const listed: readonly string[] = files.map(({ name }: { readonly name: string }) => name);
    // Everything but the manifest itself, the sums, and what differs from run to run.
    const outside = new Set(["manifest.json", "SHA256SUMS", "run.json"]);
    expect(listed.toSorted()).toEqual(namesIn(directory).filter((name) => !outside.has(name)));
    for (const { name, sha256, bytes, rows } of files) {
      expect(sha256).toBe(hashes[name]);
      expect(bytes).toBe(readFileSync(join(directory, name)).length);
      if (name.endsWith(".csv")) expect(rows).toBe(csv(directory, name).length);
    }
  });

  it("opens in Excel's dialect with the same cells", async () => {
    const cwd = temporaryDirectory();
    await report(cwd, "--out", "plain");
    await report(cwd, "--out", "excel", "--excel");
    const [plain, excel] = [join(cwd, "plain/default/latest"), join(cwd, "excel/default/latest")];
    const bytes = readFileSync(join(excel, "exceptions.csv"));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.includes("\r\n")).toBe(true);
    for (const name of namesIn(plain).filter((one) => one.endsWith(".csv")))
      expect(csv(excel, name)).toEqual(csv(plain, name));
  });

  it("adds its days up to its batches", async () => {
    const cwd = temporaryDirectory();
    await report(cwd);
    const directory = join(cwd, "out/default/latest");
    const sum = (name: string) => {
      const sums = new Map<string, bigint>();
      for (const row of csv(directory, name)) {
        const key = `${cell(row, "business_date")} ${cell(row, "account_id")} ${cell(row, "currency")}`;
        const minor = BigInt(cell(row, "net_computed").replace(".", "") || "0");
        sums.set(key, (sums.get(key) ?? 0n) + minor);
      }
      return [...sums].sort();
    };
    expect(sum("settlement-by-day.csv")).toEqual(sum("settlement-by-batch.csv"));
  });
});
