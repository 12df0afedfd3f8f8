import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryDirectory } from "../../temporary-directory.ts";
import { type Started, start, tieout } from "../bundle.ts";
import { disturbed } from "./disturbance.ts";
import { freeze } from "./freeze.ts";
import { faultsUnder, published } from "./whole.ts";
import { startWorlds, type Worlds } from "./worlds.ts";

let worlds: Worlds;
beforeAll(async () => {
  worlds = await startWorlds(
    [1, 2],
    "--seed",
    "6",
    "--batches",
    "12",
    "--transactions",
    "3",
    "--latency",
    "10",
  );
});
afterAll(() => worlds.close());

const arguments_ = (night: number): readonly string[] => ["run", "--quiet", "--as-of", worlds.on(night).asOf];

const run = (night: number, cwd: string) => tieout(arguments_(night), { cwd, env: worlds.on(night).env });

const frozen = (night: number, cwd: string, step: string, nth = 1): Promise<Started> =>
  freeze(worlds.on(night), cwd, { step, nth });

/** Makes the heart of a ledger's holder look as if it had not beaten for longer than a lease lasts. */
const letLeaseExpire = (cwd: string): void => {
  const db = new DatabaseSync(join(cwd, "tieout.db"));
  db.exec("UPDATE lease SET beat_at_ms = beat_at_ms - 31000");
  db.close();
};

/** Every row of a ledger but the lease: what was stored and published, as anybody could read it. */
const rows = (cwd: string): unknown => {
  const db = new DatabaseSync(join(cwd, "tieout.db"));
  const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'lease'").all();
  const all = tables.map(({ name }) => db.prepare(`SELECT * FROM "${name}"`).all());
  db.close();
  return all;
};

const book = (cwd: string): string => join(cwd, "out/default");

describe("a run that stood still for longer than its lease, and wakes up", () => {
  it.each([
    { where: "in the middle of the pull", step: "^http .*/batches/", nth: 5 },
    { where: "after the pull, with a report to publish", step: "^fs mkdir .staging-", nth: 1 },
    { where: "with everything written but nothing recorded", step: "^fs open SHA256SUMS", nth: 1 },
  ])("stores and publishes nothing: frozen $where", async ({ step, nth }) => {
    const cwd = temporaryDirectory();
    const first = await frozen(1, cwd, step, nth);
    letLeaseExpire(cwd);
    expect(await run(2, cwd)).toEqual({ code: 0, stdout: "", stderr: "" });
    const before = { rows: rows(cwd), published: published(book(cwd)) };
    expect(before.published["latest"]).toBe("2026-11-18/r1");

    first.child.kill("SIGCONT");
    const { code, stdout, stderr } = await first.ended;
    expect({ code, stdout }).toEqual({ code: 75, stdout: "" });
    expect(stderr).toMatch(/^Another run took the ledger .* over .*nothing of it is published: run again\n$/);
    expect({ rows: rows(cwd), published: published(book(cwd)) }).toEqual(before);
  });

  it("says so even where it would have published what the other one did", async () => {
    const cwd = temporaryDirectory();
    const first = await frozen(1, cwd, "^fs mkdir .staging-");
    letLeaseExpire(cwd);
    expect((await run(1, cwd)).code).toBe(0);
    const before = published(book(cwd));
    first.child.kill("SIGCONT");
    expect((await first.ended).code).toBe(75);
    expect(published(book(cwd))).toEqual(before);
  });
});

describe("a run that stands still while it moves its files", () => {
  it("keeps everybody else out, who name it, and goes on when it wakes up", async () => {
    const places = [
      { cwd: temporaryDirectory(), step: "^fs rename .staging- r1" },
      { cwd: temporaryDirectory(), step: "^fs rename .staging- latest" },
    ];
    // Side by side: each of the second runs waits for some seconds before it gives up.
    await Promise.all(
      places.map(async ({ cwd, step }) => {
        const first = await frozen(1, cwd, step);
        // However long it stands still: as it is in the middle of a write, nobody can take over from it.
        expect(() => letLeaseExpire(cwd)).toThrow("database is locked");
        const second = await run(2, cwd);
        expect(second.code).toBe(75);
        expect(second.stderr).toContain(`in use by process ${first.child.pid} on ${hostname()}`);
        first.child.kill("SIGCONT");
        expect(await first.ended).toEqual({ code: 0, stdout: "", stderr: "" });
        expect((await run(2, cwd)).code).toBe(0);
        expect(faultsUnder(book(cwd))).toEqual([]);
        expect(published(book(cwd))["latest"]).toBe("2026-11-18/r1");
      }),
    );
  });
});

/** Runs a command as the first process of a PID namespace of its own, as a container does; the host name stays. */
const IN_A_NAMESPACE = ["unshare", "--pid", "--fork", "--mount-proc"] as const;

/** Making a namespace is a right that not every machine gives to whoever runs tests. */
const MAY_UNSHARE = spawnSync(IN_A_NAMESPACE[0], [...IN_A_NAMESPACE.slice(1), "true"]).status === 0;

describe.runIf(MAY_UNSHARE)(
  "a run in another PID namespace (where one may be made), in which the holder's number is nobody's",
  () => {
    it("leaves a live holder what he has, and takes it when he has been silent", async () => {
      const cwd = temporaryDirectory();
      const first = await frozen(1, cwd, "^http .*/batches/", 5);
      const contained = () =>
        start(arguments_(2), { cwd, env: worlds.on(2).env, under: IN_A_NAMESPACE }).ended;
      const second = await contained();
      expect(second.code).toBe(75);
      expect(second.stderr).toContain(`in use by process ${first.child.pid} on ${hostname()}`);
      letLeaseExpire(cwd);
      expect(await contained()).toEqual({ code: 0, stdout: "", stderr: "" });
      first.child.kill("SIGCONT");
      expect((await first.ended).code).toBe(75);
      expect(published(book(cwd))["latest"]).toBe("2026-11-18/r1");
    });
  },
);

/** Starts a run that kills itself, and becomes what waits for that and reaps nobody. */
const AFTER_A_ZOMBIE = '"$@" & unset NODE_OPTIONS DISTURBANCE; exec "$0" "$AFTER" $! "$@"';

const AFTER = fileURLToPath(new URL("./after-a-zombie.ts", import.meta.url));

describe.runIf(MAY_UNSHARE)("a run whose container's first process asks for nobody that has ended", () => {
  it("takes the ledger from a holder that was killed a moment ago, and finishes what he began", async () => {
    const cwd = temporaryDirectory();
    const reached = join(cwd, "reached");
    const killed = disturbed({ at: { step: "^http .*/batches/", nth: 5, signal: "SIGKILL" }, reached });
    const under = [...IN_A_NAMESPACE, "sh", "-c", AFTER_A_ZOMBIE, process.execPath];
    const env = { ...worlds.on(1).env, ...killed, AFTER };
    const ended = await start(arguments_(1), { cwd, env, under }).ended;
    expect(ended).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(readFileSync(reached, "utf8")).not.toBe("");
    expect(faultsUnder(book(cwd))).toEqual([]);
  });
});

describe("two runs that start in the same second", () => {
  it("on a new ledger: one works, the other names its host and process and exits 75", async () => {
    const cwd = temporaryDirectory();
    const started = [1, 2].map(() => start(arguments_(1), { cwd, env: worlds.on(1).env }));
    const ended = await Promise.all(
      started.map(async (one) => ({ pid: one.child.pid, ...(await one.ended) })),
    );
    const [worked, refused] = ended.toSorted((a, b) => (a.code ?? 0) - (b.code ?? 0));
    expect(worked).toMatchObject({ code: 0, stderr: "" });
    expect(refused?.code).toBe(75);
    expect(refused?.stderr).toContain(`in use by process ${worked?.pid} on ${hostname()} since 20`);
    expect(refused?.stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(faultsUnder(book(cwd))).toEqual([]);
  });
});
