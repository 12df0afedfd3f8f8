// Proves that runners which share the books of a fleet report on each once, as `tieout run` would.

import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, it, onTestFinished } from "vitest";
import { type Place, start, tieout } from "../e2e/bundle.ts";
import { AS_OF, batchIds, KEY, startKoard } from "../e2e/wire/koard-server.ts";
import { temporaryDirectory } from "../temporary-directory.ts";
import { startPostgres } from "./server.ts";

/** A runner that has joined; it is gone when the test is. */
const startRunner = async (place: Place, ...options: readonly string[]) => {
  const { child, ended } = start(["runner", ...options], place);
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  if (child.stdout === null) throw new Error("the runner has no standard output");
  await once(createInterface(child.stdout), "line");
  return { child, ended };
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
  const env = { KOARD_API_KEY: KEY, TIEOUT_AS_OF: AS_OF, TIEOUT_FLEET_DATABASE: postgres.url };
  const place = { cwd, env };
  // Who hands over needs no key of a source.
  const fleet = (...options: readonly string[]) =>
    tieout(["fleet", ...options], { cwd, env: { TIEOUT_AS_OF: AS_OF, TIEOUT_FLEET_DATABASE: postgres.url } });

  const alone = await fleet("--deadline", "3s");
  expect(alone.code).toBe(75);
  expect(alone.stdout).toBe("3 books: 0 done, 3 not\n");
  expect(alone.stderr).toContain("Warning: No runner is there: start `tieout runner`");
  expect(alone.stderr).toContain("No runner came; nothing was begun");
  expect(koard.asked).toEqual([]);

  const runner = await startRunner(place, "--books-at-once", "1");
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
  expect(kept()).toBeGreaterThan(0);
  const days8 = (8n * 86_400_000n) << 22n;
  for (const [table, column] of [
    ["cluster_messages", "request_id"],
    ["cluster_replies", "request_id"],
  ])
    postgres.ask(`UPDATE tieout_fleet.${table} SET ${column} = ${column} - ${days8}`);
  await fleet("--deadline", "1s", "--book", "beta");
  expect(kept()).toBe(1);

  // Reports are what a run publishes, byte for byte.
  const plain = { ...place, cwd: temporaryDirectory() };
  writeFileSync(join(plain.cwd, "tieout.config.json"), readFileSync(join(cwd, "tieout.config.json")));
  await tieout(["run"], plain);
  for (const book of ["acme", "gamma"])
    expect(readFileSync(join(cwd, "out", book, "latest/SHA256SUMS"), "utf8")).toBe(
      readFileSync(join(plain.cwd, "out", book, "latest/SHA256SUMS"), "utf8"),
    );
});

it("a database that cannot be used is named in a sentence, with the exit code of what is wrong", async () => {
  const cwd = temporaryDirectory();
  const at = (database: string) => ({ cwd, env: { KOARD_API_KEY: KEY, TIEOUT_FLEET_DATABASE: database } });
  const nobody = await tieout(["fleet"], at("postgres://tieout:geheim@127.0.0.1:1/postgres"));
  expect(nobody).toMatchObject({ code: 69, stdout: "" });
  expect(nobody.stderr).toMatch(/^What the runners share cannot be reached: .*ECONNREFUSED[^\n]*\n$/);
  expect(nobody.stderr).not.toContain("geheim");
  const none = await tieout(["runner"], { cwd, env: { KOARD_API_KEY: KEY } });
  expect(none.code).toBe(78);
  expect(none.stderr).toContain("TIEOUT_FLEET_DATABASE is not set");
});
