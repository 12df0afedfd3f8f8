import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryDirectory } from "../temporary-directory.ts";
import { tieout } from "./bundle.ts";
import { namesIn } from "./published.ts";
import { AS_OF, batchIds, KEY, startKoard } from "./wire/koard-server.ts";

// Books that several machines share: each has a ledger of its own, and all may publish into one directory.

/** Their parts of three are 3, 2 and 1; a test of the hash holds that. */
const BOOKS = ["acme", "beta", "gamma"];

const planted = async () => {
  const koard = await startKoard({ ids: batchIds(1) });
  const cwd = temporaryDirectory();
  const books = BOOKS.map((name) => ({
    name,
    koard: { baseUrl: koard.url, keyVariable: `KEY_OF_${name.toUpperCase()}` },
  }));
  writeFileSync(join(cwd, "tieout.config.json"), JSON.stringify({ books }));
  /** A machine with a ledger of its own. */
  const machine = (ledger: string, env: Readonly<Record<string, string>> = {}) => ({
    cwd,
    env: { TIEOUT_AS_OF: AS_OF, TIEOUT_LEDGER: `sqlite:./${ledger}.db`, ...env },
  });
  return { cwd, machine };
};

it("machines that share the books by --shard report on each once, and publish beside one another", async () => {
  const { cwd, machine } = await planted();
  // A machine has the keys of its own books alone.
  const two = machine("two", { KEY_OF_BETA: KEY, TIEOUT_SHARD: "2/3" });
  const three = machine("three", { KEY_OF_ACME: KEY });
  const [second, third] = await Promise.all([
    tieout(["run", "--log", "json", "--json"], two),
    tieout(["run", "--shard", "3/3"], three),
  ]);
  expect([second.code, third.code]).toEqual([0, 0]);
  expect(third.stderr).toBe("Shard 3/3: 1 of 3 books\n");
  expect(JSON.parse(second.stdout).books.map(({ book }: { readonly book: string }) => book)).toEqual([
    "beta",
  ]);
  const [said] = second.stderr.split("\n").filter((line) => line.includes("Shard"));
  expect(JSON.parse(said ?? "")).toMatchObject({ level: "info", message: "Shard 2/3: 1 of 3 books" });

  // Another configuration knows the books, and has none in its part.
  const few = join(cwd, "few.json");
  writeFileSync(few, JSON.stringify({ books: [{ name: "acme", koard: {} }] }));
  const empty = machine("one", { TIEOUT_CONFIG: few, TIEOUT_SHARD: "1/3" });
  const nothing = { code: 0, stderr: "Shard 1/3: none of 1 book; there is nothing to do\n" };
  const ends = (args: ReadonlyArray<ReadonlyArray<string>>) =>
    Promise.all(args.map((one) => tieout(one, empty)));
  const [run, report, quiet, status, doctor] = await ends([
    ["run"],
    ["report"],
    ["run", "--quiet"],
    ["status", "--max-age", "26h"],
    ["doctor"],
  ]);
  for (const one of [run, report]) expect(one).toEqual({ ...nothing, stdout: "" });
  expect(quiet).toEqual({ code: 0, stdout: "", stderr: "" });
  expect(status).toMatchObject(nothing);
  expect(doctor?.stdout).toContain("no book is in this shard");
  expect(existsSync(join(cwd, "one.db"))).toBe(false);

  // Every machine makes the page, and it passes over no book that another one reports on.
  expect(namesIn(join(cwd, "out"))).toEqual(["acme", "beta", "index.html"]);
  expect((await tieout(["report"], two)).code).toBe(0);
  const page = readFileSync(join(cwd, "out/index.html"), "utf8");
  expect(page).toContain('<a href="beta/2026-11-17/r1/report.html">');
  expect(page).toContain('<a href="acme/latest/report.html">acme</a>');
  expect(page.match(/of other ledgers/g)).toHaveLength(1);
  expect((await tieout(["verify", "out"], { cwd })).code).toBe(0);

  // What is not of this machine is not missed there; what the ledger holds is shown whatever its part.
  const [fresh, shown] = await Promise.all([
    tieout(["status", "--max-age", "26h"], two),
    tieout(["show", "b001"], { ...two, env: { ...two.env, TIEOUT_SHARD: "1/3" } }),
  ]);
  expect(fresh.code).toBe(0);
  expect(shown).toMatchObject({ code: 0, stderr: "" });

  // With another number of parts a book would be looked for in a ledger that does not know it.
  const moved = await tieout(["run", "--shard", "1/1", "--book", "acme"], {
    ...two,
    env: { ...two.env, KEY_OF_ACME: KEY },
  });
  expect(moved.code).toBe(78);
  expect(moved.stderr).toContain("knows none of the reports of acme that stand in out/acme");
});
