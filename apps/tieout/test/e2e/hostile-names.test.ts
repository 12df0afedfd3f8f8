// Proves that no name from outside makes a terminal do something or forges a line, whichever command prints it.

import { appendFileSync, cpSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { startReceiver } from "../receiver.ts";
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

/** Batches of a status that nobody knows, and rows of such a type and id: they are named in what a run says. */
const hostile = ({ body, response }: Exchange): void => {
  const name = JSON.stringify(`${HOSTILE}${LINE}`);
  const text = body()
    .replaceAll('"status":"accepted"', `"status":${name}`)
    .replaceAll('"transaction_type":"sale"', `"transaction_type":${name}`)
    .replaceAll('"transaction_id":"', `"transaction_id":${name.slice(0, -1)}`);
  response.writeHead(200, { "content-type": "application/json" }).end(text);
};

/** What people read of the messages that were sent, but for those that programs read. */
const read = (got: Awaited<ReturnType<typeof startReceiver>>["got"]): string =>
  got
    .flatMap(({ path, body }) =>
      path === "/slack"
        ? [...body.matchAll(/"text":"(?:[^"\\]|\\.)*"/g)].map(([text]) => JSON.parse(`{${text}}`).text)
        : body,
    )
    .join("\n");

it("a summary, an explanation, a status, a verification, an error and a log show a hostile name and do nothing for it", async () => {
  const { got, origin } = await startReceiver();
  const koard = await startKoard({ ids: batchIds(2), misbehave: hostile });
  const cwd = temporaryDirectory();
  const told = {
    TIEOUT_SLACK_URL: `${origin}/slack`,
    TIEOUT_PING_URL: `${origin}/ping`,
    TIEOUT_NOTIFY: "low",
  };
  const at = { cwd, env: koard.env };
  const ledger = ["--ledger", `sqlite:./${HOSTILE}${LINE}.db`];

  const env = { ...koard.env, ...told };
  const run = await tieout(["run", "--log-level", "all", "--as-of", AS_OF, ...ledger], { cwd, env });
  expect(run.code).toBe(0);
  expectHarmless(run, SHOWN, `${SHOWN}\\u000aout verifies`);
  expect(got.map(({ path }) => path).toSorted()).toEqual(["/ping", "/ping/start", "/slack"]);
  expectHarmless(
    { code: 0, stdout: read(got), stderr: "" },
    `UNKNOWN_TYPE, ${SHOWN}\\u000aout verifiesb001-1`,
  );
  expectHarmless(await tieout(["run", "--json", "--as-of", AS_OF, ...ledger], at), SHOWN);

  const [named] = csv(join(cwd, "out/default/latest"), "exceptions.csv").filter(
    (row) => row["code"] === "UNKNOWN_STATUS",
  );
  const id = named === undefined ? "" : cell(named, "exception_id");
  expectHarmless(await tieout(["explain", id, ...ledger], at), `${SHOWN}\\u000aout verifies`);
  expectHarmless(await tieout(["explain", id, "--json", ...ledger], at), SHOWN);
  expectHarmless(await tieout(["status", ...ledger], at), SHOWN);
  expectHarmless(await tieout(["prune", "--keep", "1d", ...ledger], at), SHOWN);

  const by = `${HOSTILE}${LINE}`;
  const decided = await tieout(["decide", id, "--as", "accepted", "--by", by, "--reason", by, ...ledger], at);
  expectHarmless(decided, "--by has a character that nobody sees");
  expectHarmless(await tieout(["show", "b001", ...ledger], at), SHOWN);
  expectHarmless(await tieout(["doctor", ...ledger], at), SHOWN);
  expectHarmless(await tieout(["backup", `b${by}`, ...ledger], at), SHOWN);
  expectHarmless(await tieout(["report", "--as-of", AS_OF, "--out", by, ...ledger], at), SHOWN);

  // A book of somebody's naming, in which a file was edited.
  const copy = join(cwd, `out/${HOSTILE}${LINE}`);
  cpSync(join(cwd, "out/default"), copy, { recursive: true });
  appendFileSync(join(copy, "2026-11-17/r1/exceptions.csv"), "x\n");
  const edited = ["diff", "out/default/2026-11-17/r1", join(copy, "2026-11-17/r1")];
  expectHarmless(await tieout(edited, { cwd }));
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
