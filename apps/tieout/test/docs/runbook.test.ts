// Proves that what the runbook tells somebody to type about a ledger's life does what it says: backups, pruning, moving,
// restoring, upgrading, another key, a person forgotten.

import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { holding, leftBehind } from "../e2e/left-behind.ts";
import { namesIn } from "../e2e/published.ts";
import { batchIds, startKoard } from "../e2e/wire/koard-server.ts";
import { olderLedger } from "../ledger/older-ledger.ts";
import { listening } from "../listening.ts";
import { blocksOf } from "./markdown.ts";
import { read } from "./repository.ts";
import { workplace } from "./shell.ts";

const NAMED = "tested as ";

/** What the runbook shows, by the name that stands above it. */
const SHOWN = new Map(
  blocksOf(read("docs/runbook.md")).flatMap(({ directive, text }) =>
    directive.startsWith(NAMED) ? [[directive.slice(NAMED.length), text] as const] : [],
  ),
);

const place = workplace(`#!/bin/sh\nexec node /srv/tieout/apps/tieout/dist/bin.mjs "$@"`);
const elsewhere = workplace(`#!/bin/sh\nexec node /srv/tieout/apps/tieout/dist/bin.mjs "$@"`);
afterAll(() => {
  place.remove();
  elsewhere.remove();
});

const BATCH = {
  batchId: "batch_1",
  programId: "prog_1",
  batchName: "Spring Cohort",
  orgId: "org_1",
  mode: "live",
  status: "issued",
  issuedAt: "2025-02-27T10:00:00.000Z",
};

const recipient = (name: string) => ({
  recipientId: `rec_${name}`,
  name,
  email: `${name}@learners.example`,
  credentialUrl: `https://record.test/${name}`,
});

/** A Record with one batch, that takes one token. */
const startRecord = async () => {
  const world = { token: "sk_live_old", recipients: ["alice", "bob"].map(recipient) };
  const program = { programId: "prog_1", name: "Programme", orgId: "org_1", mode: "live" };
  const times = { createdAt: BATCH.issuedAt, updatedAt: BATCH.issuedAt };
  const answer = (response: ServerResponse, status: number, body: object): void => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  };
  const server = createServer(({ url = "", headers }, response) => {
    if (headers.authorization !== `Bearer ${world.token}`)
      return answer(response, 401, { success: false, error: { code: "UNAUTHORIZED", message: "no" } });
    const [, root, id] = url.replace(/\?.*$/, "").split("/");
    const data =
      root === "programs"
        ? [{ ...program, ...times, description: "" }]
        : id === undefined
          ? [{ ...BATCH, recipientCount: world.recipients.length }]
          : { ...BATCH, recipients: world.recipients };
    answer(response, 200, { success: true, message: "", data });
  });
  return { world, url: `http://127.0.0.1:${await listening(server)}` };
};

it("what the runbook says to type about backups, pruning, moving, restoring, upgrading, keys and people does that", async () => {
  const { world, url } = await startRecord();
  const koard = await startKoard({ ids: batchIds(2) });
  for (const { dir } of [place, elsewhere]) writeFileSync(join(dir, "token"), world.token, { mode: 0o600 });
  const { dir } = place;
  const env = { ...koard.env, RECORD_BASE_URL: url, RECORD_API_TOKEN_FILE: "token" };
  const tried = new Set<string>();
  const shown = async (name: string, day: string, { at = place, code = 0, FILE = "" } = {}) => {
    tried.add(name);
    const more = { FILE, TIEOUT_AS_OF: `${day}T02:00:00Z` };
    const script = SHOWN.get(name) ?? `echo there is no ${name}; false`;
    const said = await at.shell(script, { ...env, ...more });
    expect({ ...said, name }).toMatchObject({ name, code });
    return said;
  };
  const run = async (day: string): Promise<void> => {
    const asOf = `${day}T02:00:00Z`;
    expect(await place.run("tieout", ["run", "--quiet", "--as-of", asOf], env)).toMatchObject({ code: 0 });
  };
  const knows = (name: string): boolean => holding(leftBehind(dir), `rec_${name}`).length > 0;

  // Two reports of long ago, of which the newer is what the first of these days is compared with.
  for (const day of ["2025-03-01", "2025-03-02", "2026-11-17", "2026-11-18"]) await run(day);
  expect((await shown("backup", "2026-11-18")).stdout).toContain("is whole: every row was read");
  const [backup = ""] = namesIn(join(dir, "backups"));
  expect(namesIn(join(dir, "backups"))).toEqual([backup, `${backup}.key`]);
  const pruned = await shown("prune", "2026-11-18");
  expect(pruned.stdout).toContain("the reports of 1 day in the output directory, out/default/2025-02-28\n");
  expect(namesIn(join(dir, "out/default"))).toEqual(["2025-03-01", "2026-11-16", "2026-11-17", "latest"]);

  await run("2026-11-19");
  // What was pruned since is missed, and pruned again.
  const restored = await shown("restore", "2026-11-20", { FILE: join("backups", backup), code: 65 });
  expect(restored.stderr).toContain("did not know 2026-11-18/r1 of default, which it had published");
  expect(restored.stderr).toContain("2025-02-28/r1 is missing, and the ledger published it");
  expect(restored.stdout).toContain("2026-11-19/r1 verifies");
  await shown("prune", "2026-11-20");

  await shown("before-upgrade", "2026-11-20");
  olderLedger(join(dir, "tieout.db"), 14);
  const upgraded = await shown("after-upgrade", "2026-11-21");
  expect(upgraded.stdout).toMatch(/^warn +ledger .* has the tables of an older tieout/m);
  expect(upgraded.stdout).toContain("default, 2026-11-20, revision 1");

  await shown("pack", "2026-11-21");
  cpSync(join(dir, "tieout.tar"), join(elsewhere.dir, "tieout.tar"));
  const moved = await shown("unpack", "2026-11-22", { at: elsewhere });
  expect(moved.stdout).not.toMatch(/^(?:warn|fail)/m);
  expect(readFileSync(join(elsewhere.dir, "out/default/latest/manifest.json"), "utf8")).toContain(
    `"report": "2026-11-20/r1"`,
  );

  world.token = "sk_live_new";
  writeFileSync(join(dir, "new-token"), "sk_live_wrong");
  expect((await shown("other-key", "2026-11-22", { code: 77 })).stdout).toMatch(/^fail +Record of default/m);
  writeFileSync(join(dir, "new-token"), world.token);
  await shown("other-key", "2026-11-22");

  world.recipients.shift();
  // Copies hold what they held.
  expect((await place.shell(`mv lost backups before-upgrade.db* tieout.tar ${elsewhere.dir}`)).code).toBe(0);
  await shown("forget", "2026-11-22");
  expect(knows("alice")).toBe(true);
  await shown("forget", "2026-12-30");
  expect([knows("alice"), knows("bob")]).toEqual([false, true]);
  expect([...SHOWN.keys()].toSorted()).toEqual([...tried].toSorted());
});
