import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer as createTlsServer } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { listening } from "../listening.ts";
import { startMailServer } from "../mail-server.ts";
import { startReceiver } from "../receiver.ts";
import { temporaryDirectory } from "../temporary-directory.ts";
import { start, tieout } from "./bundle.ts";
import { filesUnder } from "./published.ts";
import { batchIds, startKoard } from "./wire/koard-server.ts";
import { WITHOUT_OWN_WAITS } from "./wire/running.ts";

// What these tests prove: of each fault that is planted `tieout doctor` says one true sentence, its exit code is the one
// that `tieout run` then ends with, and it changes nothing.

const HOUR_MS = 3_600_000;
const POLL_MS = 20;

/** A server whose clock and list a test may change, and a directory with its first night. */
const firstNight = async () => {
  const world = { ids: batchIds(30), aheadMs: 0, holdsUp: false };
  const { ids } = world;
  const koard = await startKoard({
    ids,
    misbehave: ({ response, operation, answer }) => {
      response.setHeader("date", new Date(Date.now() + world.aheadMs).toUTCString());
      if (operation === "getBatch" && world.holdsUp) return;
      answer();
    },
  });
  const cwd = temporaryDirectory();
  const env = { ...koard.env, ...WITHOUT_OWN_WAITS };
  expect((await tieout(["run", "--quiet"], { cwd, env })).code).toBe(0);
  return { world, koard, cwd, env };
};

/** Options of a file system whose links nobody follows. */
const UNFOLLOWED = ["mount", "-t", "tmpfs", "-o", "nosymfollow", "none"] as const;

/** Runs a command with such a file system in the place of `out`; nobody else sees it. */
const WITHOUT_LINKS = ["unshare", "--mount", "sh", "-c", `${UNFOLLOWED.join(" ")} out && exec "$@"`, "sh"];

/** Mounting is a right that not everybody has who runs tests. */
const MAY_MOUNT = spawnSync("unshare", ["--mount", ...UNFOLLOWED, tmpdir()]).status === 0;

interface Plant {
  readonly name: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly exit: number;
  /** The one line that is not `ok`, or all of them; null where all is well. */
  readonly says: RegExp | readonly RegExp[] | null;
  /** Makes the fault, and gives what takes it back. */
  readonly make?: () => () => void;
}

/** Puts other contents into a file until they are taken back. */
const altered = (file: string, alter: (bytes: Buffer) => Buffer) => () => {
  const before = readFileSync(file);
  writeFileSync(file, alter(Buffer.from(before)));
  return () => writeFileSync(file, before);
};

/** Moves something away until it is taken back, with whatever stands in its place by then. */
const movedAway = (cwd: string, name: string) => () => {
  const [place, aside] = [join(cwd, name), join(cwd, "aside")];
  renameSync(place, aside);
  return () => {
    rmSync(place, { recursive: true, force: true });
    renameSync(aside, place);
  };
};

describe("tieout doctor", () => {
  it("says of each fault one true sentence, and ends as the run does", async () => {
    const { world, koard, cwd, env } = await firstNight();
    writeFileSync(
      join(cwd, "roster.json"),
      JSON.stringify({
        books: [{ name: "default", koard: {}, rosters: [{ program: "p", cohort: "c", file: "none.csv" }] }],
      }),
    );
    const { got, origin } = await startReceiver();
    const { address, mails } = await startMailServer();
    const receivers = { TIEOUT_PING_URL: `${origin}/u/s3cret`, TIEOUT_SMTP_URL: address };
    const tls = (name: string) => readFileSync(new URL(`wire/tls/${name}.pem`, import.meta.url));
    const unknownAuthority = await listening(
      createTlsServer({ key: tls("server-key"), cert: tls("server") }, (_, response) => response.end()),
    );
    const plants: ReadonlyArray<Plant> = [
      { name: "nothing", exit: 0, says: null },
      {
        name: "no key",
        env: { KOARD_API_KEY: "" },
        exit: 78,
        says: /^fail +settings +RECORD_API_TOKEN and KOARD_API_KEY are both missing for the book default/,
      },
      {
        name: "an address that nobody answers at",
        env: { KOARD_BASE_URL: "http://127.0.0.1:9" },
        exit: 69,
        says: /^fail +Koard of default +Koard is unreachable for listBatches: ECONNREFUSED \(1 attempt\); asked 127\.0\.0\.1:9 \(KOARD_BASE_URL\) -> look at address/,
      },
      {
        name: "a certificate of an authority that nobody here knows",
        env: { KOARD_BASE_URL: `https://127.0.0.1:${unknownAuthority}` },
        exit: 69,
        says: /^fail +Koard of default +Koard is unreachable for listBatches: its certificate is not trusted \([A-Z_]+\) .* -> look at .*certificate/,
      },
      {
        name: "a key to sign with that is not there",
        env: { TIEOUT_SIGN_KEY_FILE: "none.key" },
        exit: 78,
        says: /^fail +settings +TIEOUT_SIGN_KEY_FILE names none\.key, which cannot be read: ENOENT/,
      },
      {
        name: "receivers that answer",
        env: { ...receivers, TIEOUT_MAIL_FROM: "a@acme.test", TIEOUT_MAIL_TO: "b@acme.test" },
        exit: 0,
        says: null,
      },
      {
        name: "a ping that nobody answers at",
        env: { TIEOUT_PING_URL: "http://127.0.0.1:9/s3cret" },
        exit: 0,
        says: /^warn +ping of default +The ping was not reached: ECONNREFUSED; a run goes on without it ->/,
      },
      {
        name: "a collector that nobody answers at",
        env: { OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:9" },
        exit: 0,
        says: /^warn +OTLP +OTLP was not reached: ECONNREFUSED; a run goes on without it ->/,
      },
      {
        name: "a proxy in the way",
        env: {
          KOARD_ALLOW_HTTP: "1",
          KOARD_BASE_URL: "http://koard.test",
          HTTP_PROXY: "http://u:c4n4ry@127.0.0.1:9",
        },
        exit: 69,
        says: /^fail +Koard of default .* asked koard\.test:80 \(KOARD_BASE_URL\) through the proxy 127\.0\.0\.1:9 \(HTTP_PROXY\) ->/,
      },
      {
        name: "an account that has none of the batches",
        make: () => {
          const own = world.ids.splice(0, world.ids.length, ...batchIds(60).slice(30));
          return () => world.ids.splice(0, world.ids.length, ...own);
        },
        exit: 65,
        says: /^fail +Koard of default +Koard lists 30 of the 30 batches no more that it had/,
      },
      {
        name: "a clock an hour off",
        make: () => {
          world.aheadMs = HOUR_MS;
          return () => (world.aheadMs = 0);
        },
        exit: 0,
        says: /^warn +Koard of default +This machine's clock is 1 h 0 min behind that of Koard: set it right ->/,
      },
      {
        name: "a clock a day off",
        make: () => {
          world.aheadMs = -24 * HOUR_MS;
          return () => (world.aheadMs = 0);
        },
        exit: 78,
        says: /^fail +Koard of default +This machine's clock is 24 h 0 min ahead of that of Koard by its answers' Date/,
      },
      {
        name: "a zone that this Node does not know",
        env: { TIEOUT_TIMEZONE: "Europe/Atlantis" },
        exit: 78,
        says: /^fail +settings +TIEOUT_TIMEZONE is "Europe\/Atlantis"; expected an IANA zone/,
      },
      {
        name: "a roster that cannot be read",
        env: { TIEOUT_CONFIG: "roster.json" },
        exit: 78,
        says: /^fail +rosters of default +none\.csv cannot be read: ENOENT/,
      },
      {
        name: "a damaged ledger",
        make: altered(join(cwd, "tieout.db"), (bytes) => bytes.fill(0x58, 8192)),
        exit: 74,
        says: /^fail +ledger +The ledger \.\/tieout\.db .*malformed.* -> make room, or restore what is damaged from a backup/,
      },
      {
        name: "a key that is gone",
        make: movedAway(cwd, "tieout.db.key"),
        exit: 74,
        says: /^fail +ledger +The ledger \.\/tieout\.db has no usable e-mail key: .*tieout\.db\.key is missing/,
      },
      {
        name: "a ledger that is gone",
        make: movedAway(cwd, "tieout.db"),
        exit: 78,
        says: /^fail +reports of default +The ledger \.\/tieout\.db knows none of the reports of default/,
      },
      {
        name: "modes that let others read ledger and key",
        make: () => {
          const files = [join(cwd, "tieout.db"), join(cwd, "tieout.db.key")];
          for (const file of files) chmodSync(file, 0o644);
          return () => {
            for (const file of files) chmodSync(file, 0o600);
          };
        },
        exit: 0,
        says: [/^warn +ledger +\.\/tieout\.db has the mode 0644/, /^warn +ledger +\.\/tieout\.db\.key has/],
      },
      {
        name: "such modes, and an account that has none of the batches",
        make: () => {
          chmodSync(join(cwd, "tieout.db"), 0o644);
          const own = world.ids.splice(0, world.ids.length, ...batchIds(60).slice(30));
          return () => {
            chmodSync(join(cwd, "tieout.db"), 0o600);
            world.ids.splice(0, world.ids.length, ...own);
          };
        },
        exit: 65,
        says: [/^warn +ledger +/, /^fail +Koard of default +Koard lists 30 of the 30 batches no more/],
      },
      {
        name: "a directory in the place of latest",
        make: () => {
          const takeBack = movedAway(cwd, "out/default/latest")();
          mkdirSync(join(cwd, "out/default/latest"));
          return takeBack;
        },
        exit: 73,
        says: /^fail +reports of default +The report in out\/default\/latest could not be created: the name is taken by a directory/,
      },
      {
        name: "an output that cannot be made",
        env: { TIEOUT_OUT: "/proc/tieout" },
        exit: 73,
        says: /^fail +output of default +The report in \/proc\/tieout\/default could not be created: /,
      },
    ];
    const before = filesUnder(cwd);
    const look = async ({ name, env: own = {}, exit, says }: Plant) => {
      const { code, stdout, stderr } = await tieout(["doctor"], { cwd, env: { ...env, ...own } });
      const wrong = stdout.split("\n").filter((line) => line !== "" && !line.startsWith("ok"));
      const patterns = [says ?? []].flat();
      expect([name, code, stderr, wrong.length]).toEqual([name, exit, "", patterns.length]);
      for (const [at, pattern] of patterns.entries()) expect(wrong[at]).toMatch(pattern);
      expect(stdout).not.toMatch(/c4n4ry|s3cret/);
    };
    // What a run ends with where nothing is changed on purpose is held by other tests.
    await Promise.all(plants.filter(({ make }) => make === undefined).map(look));
    // Whoever answers was sent nothing: no ping, no mail.
    expect([got.map(({ path }) => path), mails]).toEqual([["/"], []]);
    for (const plant of plants) {
      if (plant.make === undefined) continue;
      const takeBack = plant.make();
      await look(plant);
      expect([plant.name, (await tieout(["run", "--quiet"], { cwd, env })).code]).toEqual([
        plant.name,
        plant.exit,
      ]);
      takeBack();
    }
    expect(filesUnder(cwd)).toEqual(before);

    world.holdsUp = true;
    world.ids.push("b999");
    const held = start(["run", "--quiet"], { cwd, env });
    while (!koard.asked.includes("getBatch b999")) await sleep(POLL_MS);
    await look({
      name: "a ledger that a run holds",
      exit: 75,
      says: new RegExp(
        `^fail +ledger +The ledger \\./tieout\\.db is in use by process ${held.child.pid} on `,
      ),
    });
    held.child.kill("SIGKILL");
    await held.ended;
  });

  it.runIf(MAY_MOUNT)(
    "and a run name a file system whose links nobody follows (where one may be mounted)",
    async () => {
      const cwd = temporaryDirectory();
      mkdirSync(join(cwd, "out"));
      const env = { KOARD_API_KEY: "k", KOARD_BASE_URL: "http://127.0.0.1:9" };
      const place = { cwd, env, under: WITHOUT_LINKS };
      const sentence =
        /out\/default could not be created: its file system follows no symbolic links \(ELOOP\), by which reports/;
      const looked = await tieout(["doctor"], place);
      expect(looked.stdout).toMatch(sentence);
      expect([looked.code, await tieout(["run"], place)]).toEqual([
        73,
        { code: 73, stdout: "", stderr: expect.stringMatching(sentence) },
      ]);
    },
  );
});
