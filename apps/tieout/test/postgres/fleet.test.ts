// Proves that runners which share the books of a fleet report on each once, as `tieout run` would.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { type Place, type Started, tieout } from "../e2e/bundle.ts";
import { disturbedFleet, openFleetWorld, startRunner } from "../e2e/fleet/disturbed-fleet.ts";
import { AS_OF, batchIds, KEY, startKoard } from "../e2e/wire/koard-server.ts";
import { temporaryDirectory } from "../temporary-directory.ts";
import { startPostgres } from "./server.ts";

/** A runner that has joined; it is gone when the test is. */
const joined = async (place: Place): Promise<Started> => {
  const runner = await startRunner(place);
  onTestFinished(async () => {
    runner.child.kill("SIGKILL");
    await runner.ended;
  });
  return runner;
};

it("a fleet hands each book over once, says which failed and why, and asks again only for those", async () => {
  const postgres = await startPostgres();
  const koard = await startKoard({ ids: batchIds(2) });
  const refusing = await startKoard({
    ids: batchIds(1),
    misbehave: ({ response }) => response.writeHead(401).end(),
  });
  const cwd = temporaryDirectory();
  const bookOf = (name: string, baseUrl: string) => ({ name, koard: { baseUrl } });
  const books = [bookOf("acme", koard.url), bookOf("beta", refusing.url), bookOf("gamma", koard.url)];
  const configure = (file: string, all: readonly object[]): void =>
    writeFileSync(join(cwd, file), JSON.stringify({ books: all }));
  configure("tieout.config.json", books);
  const shared = { TIEOUT_AS_OF: AS_OF, TIEOUT_LEDGER: postgres.url };
  const env = { ...shared, KOARD_API_KEY: KEY, TIEOUT_HASH_KEY_FILE: join(cwd, "hash-key") };
  const place = { cwd, env };
  // Who hands over needs no key of a source.
  const fleet = (...options: readonly string[]) => tieout(["fleet", ...options], { cwd, env: shared });

  const alone = await fleet("--deadline", "3s");
  expect(alone.code).toBe(75);
  expect(alone.stdout).toBe("3 books: 0 done, 3 not\n");
  expect(alone.stderr).toContain(
    `Warning: No runner is there, in ${postgres.url.replace("tieout@", "")}: start \`tieout runner\``,
  );
  expect(alone.stderr).toContain("No runner came; nothing was begun");
  expect(koard.asked).toEqual([]);

  const runner = await joined(place);
  const first = await fleet();
  expect(first).toMatchObject({ code: 77, stdout: "3 books: 2 done, on 1 runner, 1 not\n" });
  expect(first.stderr.trim().split("\n")).toEqual([expect.stringMatching(/^beta: Koard .*401/)]);
  // Two books read both batches, each once.
  const details = () => koard.asked.filter((one) => one.startsWith("getBatch")).length;
  expect([details(), refusing.asked.length]).toEqual([4, 1]);

  // The second one of the day asks for the book again that failed, and for no other.
  const second = await fleet("--json");
  expect(second.code).toBe(77);
  const said = JSON.parse(second.stdout);
  expect(said.books.map(({ earlier }: { readonly earlier: boolean }) => earlier)).toEqual([
    true,
    false,
    true,
  ]);
  expect(said.error).toMatchObject({ exit: 77, kind: "fleet" });
  expect([details(), refusing.asked.length]).toEqual([4, 2]);

  // Who hands over and who works must mean the same book.
  configure("other.json", [
    { ...bookOf("acme", koard.url), timezone: "Asia/Tokyo" },
    bookOf("delta", koard.url),
  ]);
  const other = await fleet("--config", "other.json");
  expect(other.code).toBe(78);
  expect(other.stderr).toMatch(
    /^acme: The configuration is another one on the runner \S+: give it the same/m,
  );
  expect(other.stderr).toMatch(/^delta: The configuration does not name it on the runner/m);
  expect([details(), refusing.asked.length]).toEqual([4, 2]);

  runner.child.kill("SIGTERM");
  const ended = await runner.ended;
  expect(ended.code).toBe(75);
  expect(ended.stdout).toContain("acme, 2026-11-17: ended with 0\n");

  // The tables of the engine are apart from all others, and what is old goes.
  expect(postgres.ask("SELECT DISTINCT schemaname FROM pg_tables WHERE tablename LIKE 'cluster%'")).toBe(
    "tieout_fleet",
  );
  const kept = () => Number(postgres.ask("SELECT count(*) FROM tieout_fleet.cluster_messages"));
  expect(kept()).toBeGreaterThan(1);
  const days8 = (8n * 86_400_000n) << 22n;
  for (const [table, column] of [
    ["cluster_messages", "request_id"],
    ["cluster_replies", "request_id"],
  ])
    postgres.ask(`UPDATE tieout_fleet.${table} SET ${column} = ${column} - ${days8}`);
  await fleet("--deadline", "1s", "--book", "beta");
  // But for what it has just handed over itself.
  expect(kept()).toBeLessThanOrEqual(1);

  // Reports are what a run publishes, byte for byte.
  const plain = { cwd: temporaryDirectory(), env: { TIEOUT_AS_OF: AS_OF, KOARD_API_KEY: KEY } };
  writeFileSync(join(plain.cwd, "tieout.config.json"), readFileSync(join(cwd, "tieout.config.json")));
  await tieout(["run"], plain);
  for (const book of ["acme", "gamma"])
    expect(readFileSync(join(cwd, "out", book, "latest/SHA256SUMS"), "utf8")).toBe(
      readFileSync(join(plain.cwd, "out", book, "latest/SHA256SUMS"), "utf8"),
    );
});

it("a runner or PostgreSQL that is killed costs no book, none is published twice, and each is what a run publishes", async () => {
  const postgres = await startPostgres();
  const directory = temporaryDirectory();
  const world = await openFleetWorld(directory, 6, "--latency", "150", "--batches", "12", "--cohorts", "3");
  onTestFinished(world.sandbox.kill);
  const place = { postgres, cwd: join(directory, "fleet"), database: "disturbed" };
  const { fleet, wrong } = await disturbedFleet(world, place, async ({ runners, join: another }) => {
    await sleep(3000);
    runners[0]?.child.kill("SIGKILL");
    await sleep(1500);
    await postgres.kill();
    await postgres.start();
    await another();
  });
  expect(wrong).toEqual([]);
  expect(fleet).toMatchObject({ code: 0, stdout: expect.stringMatching(/^6 books: 6 done/) });
});

it("a database that cannot be used is named in a sentence, with the exit code of what is wrong", async () => {
  const cwd = temporaryDirectory();
  const at = (ledger: string) => ({ cwd, env: { TIEOUT_LEDGER: ledger } });
  const nobody = await tieout(["fleet"], at("postgres://tieout:geheim@127.0.0.1:1/postgres"));
  expect(nobody).toMatchObject({ code: 69, stdout: "" });
  expect(nobody.stderr).toMatch(
    /^The database of the fleet could not be used: nobody answers there .*ECONNREFUSED[^\n]*\n$/,
  );
  expect(nobody.stderr).not.toContain("geheim");
  const none = await tieout(["runner"], { cwd, env: { KOARD_API_KEY: KEY } });
  expect(none.code).toBe(78);
  expect(none.stderr).toContain("tieout.db is a file, and runners share one in PostgreSQL");
});
