// Proves that no name from outside makes a terminal do something or forges a line, whichever command prints it.

import { appendFileSync, cpSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryDirectory } from "../temporary-directory.ts";
import { type Ended, tieout } from "./bundle.ts";
import { cell, csv } from "./published.ts";
import { AS_OF, batchIds, type Exchange, startKoard } from "./wire/koard-server.ts";

/** Clears the screen, turns the line round, and begins one of its own. */
const HOSTILE = "x\u001b[2J\u202e\u009b\u0007\u2028y";
const SHOWN = String.raw`x\u001b[2J\u202e\u009b\u0007\u2028y`;
const LINE = "\nout verifies";

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
const UNSAFE = /(?!\n)[\u0000-\u001f\u007f-\u009f\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u;

const expectHarmless = ({ stdout, stderr }: Ended, ...says: ReadonlyArray<string>): void => {
  for (const printed of [stdout, stderr]) {
    expect(printed).not.toMatch(UNSAFE);
    expect(printed.split("\n").filter((line) => line.startsWith("out verifies"))).toEqual([]);
  }
  for (const text of says) expect(stdout + stderr).toContain(text);
};

/** Batches of a status that nobody knows, which is named in what a run says. */
const hostile = ({ body, response }: Exchange): void => {
  const status = JSON.stringify(`${HOSTILE}${LINE}`);
  response
    .writeHead(200, { "content-type": "application/json" })
    .end(body().replaceAll('"status":"accepted"', `"status":${status}`));
};

it("a summary, an explanation, a status, a verification, an error and a log show a hostile name and do nothing for it", async () => {
  const koard = await startKoard({ ids: batchIds(2), misbehave: hostile });
  const cwd = temporaryDirectory();
  const at = { cwd, env: koard.env };
  const ledger = ["--ledger", `sqlite:./${HOSTILE}${LINE}.db`];

  const run = await tieout(["run", "--log-level", "all", "--as-of", AS_OF, ...ledger], at);
  expect(run.code).toBe(0);
  expectHarmless(run, SHOWN, `${SHOWN}\\u000aout verifies`);
  expectHarmless(await tieout(["run", "--json", "--as-of", AS_OF, ...ledger], at), SHOWN);

  const [named] = csv(join(cwd, "out/default/latest"), "exceptions.csv").filter(
    (row) => row["code"] === "UNKNOWN_STATUS",
  );
  const id = named === undefined ? "" : cell(named, "exception_id");
  expectHarmless(await tieout(["explain", id, ...ledger], at), `${SHOWN}\\u000aout verifies`);
  expectHarmless(await tieout(["explain", id, "--json", ...ledger], at), SHOWN);
  expectHarmless(await tieout(["status", ...ledger], at), SHOWN);
  expectHarmless(await tieout(["prune", "--keep", "1d", ...ledger], at), SHOWN);

  // A book of somebody's naming, in which a file was edited.
  const copy = join(cwd, `out/${HOSTILE}${LINE}`);
  cpSync(join(cwd, "out/default"), copy, { recursive: true });
  appendFileSync(join(copy, "2026-11-17/r1/exceptions.csv"), "x\n");
  const verified = await tieout(["verify", "out"], { cwd });
  expect(verified.code).toBe(65);
  expectHarmless(verified, SHOWN);
  expectHarmless(await tieout(["verify", "out", "--json"], { cwd }), SHOWN);

  for (const wrong of [
    ["run", "--book", `${HOSTILE}${LINE}`],
    ["status", `--${HOSTILE}${LINE}`],
    ["explain", `${HOSTILE}${LINE}`, ...ledger],
  ]) {
    const ended = await tieout(wrong, at);
    expect(ended.code).toBe(64);
    expectHarmless(ended);
  }
});
