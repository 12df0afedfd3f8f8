import { readFileSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, it } from "vitest";
import { temporaryDirectory } from "../../temporary-directory.ts";
import { tieout } from "../bundle.ts";
import { AS_OF, batchIds, KEY, startKoard } from "../wire/koard-server.ts";
import { freeze } from "./freeze.ts";

const CAPTURED = /("captured_amount":\s*\d+)/;

/** The id of the first exception in the newest report of a book. */
const exceptionOf = (cwd: string, book: string): string =>
  /^x_\w+/m.exec(readFileSync(join(cwd, "out", book, "latest/exceptions.csv"), "utf8"))?.[0] ?? "";

const ACCEPTED = ["--as", "accepted", "--by", "Ana", "--reason", "Known"] as const;

// Several processes on one ledger, each with books of its own.

it("two books at once both work; a run of a book that is held ends with 75 and names its holder", async () => {
  const ids = batchIds(3);
  const koard = await startKoard({
    ids,
    // One batch of each book does not tie out.
    misbehave: ({ operation, id, response, body, answer }) =>
      operation === "getBatch" && id === ids[0]
        ? response.setHeader("content-type", "application/json").end(body().replace(CAPTURED, "$11"))
        : answer(),
  });
  const cwd = temporaryDirectory();
  const books = ["acme", "beta"].map((name) => ({ name, koard: { baseUrl: koard.url } }));
  writeFileSync(join(cwd, "tieout.config.json"), JSON.stringify({ books }));
  const env = { KOARD_API_KEY: KEY, TIEOUT_AS_OF: AS_OF };
  const of = (...args: ReadonlyArray<string>) => tieout(args, { cwd, env });
  const pulling = { step: "^http .*/batches/", nth: 2 };
  const first = await freeze({ env, asOf: AS_OF }, cwd, pulling, "--book", "acme");
  // Of a clock that was wrong: it counts as of now to whoever looks, however slow this machine is.
  const showHeartbeat = (): void => {
    const db = new DatabaseSync(join(cwd, "tieout.db"));
    db.exec("UPDATE lease SET beat_at_ms = 4000000000000 WHERE book = 'acme'");
    db.close();
  };
  showHeartbeat();
  const named = `in use by process ${first.child.pid} on ${hostname()} since 20`;

  // On a ledger that the first one has made just now.
  const [beta, status] = await Promise.all([of("run", "--quiet", "--book", "beta"), of("status", "--json")]);
  expect(beta).toEqual({ code: 0, stdout: "", stderr: "" });
  expect(JSON.parse(status.stdout).holders).toContainEqual(
    expect.objectContaining({ pid: first.child.pid, books: ["acme"] }),
  );
  showHeartbeat();
  const [same, all, prune, doctor] = await Promise.all([
    of("run", "--book", "acme"),
    of("pull"),
    of("prune", "--keep", "90d", "--yes"),
    of("doctor", "--book", "beta"),
  ]);
  for (const { code, stderr } of [same, all, prune]) {
    expect(code).toBe(75);
    expect(stderr).toContain(named);
    expect(stderr).toContain(", for the book acme: run again");
  }
  const decided = await of("decide", exceptionOf(cwd, "beta"), ...ACCEPTED);
  expect({ code: decided.code, stderr: decided.stderr }).toEqual({ code: 0, stderr: "" });
  expect(doctor.stdout).toMatch(/^ok +ledger .*, and is in use by process .*, for the book acme$/m);

  first.child.kill("SIGCONT");
  expect(await first.ended).toEqual({ code: 0, stdout: "", stderr: "" });
  const page = readFileSync(join(cwd, "out/index.html"), "utf8");
  for (const { name } of books) expect(page).toContain(`<a href="${name}/2026-11-17/r1/report.html">`);

  const again = await freeze({ env, asOf: AS_OF }, cwd, pulling, "--book", "acme", "--full");
  showHeartbeat();
  const refused = await of("decide", exceptionOf(cwd, "acme"), ...ACCEPTED);
  expect(refused.code).toBe(75);
  expect(refused.stderr).toContain(`in use by process ${again.child.pid} on ${hostname()} since 20`);
  again.child.kill("SIGCONT");
  expect((await again.ended).code).toBe(0);
  expect((await of("verify", "out", "--ledger", "sqlite:./tieout.db")).code).toBe(0);
});
