import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startReceiver } from "../../receiver.ts";
import { temporaryDirectory } from "../../temporary-directory.ts";
import { type Ended, tieout } from "../bundle.ts";
import { holding, leftBehind } from "../left-behind.ts";
import { disturbed } from "../night/disturbance.ts";
import { csv, json, namesIn } from "../published.ts";
import { type SandboxProcess, startSandboxProcess } from "../sandbox-process.ts";
import { SECRETS, startCanaries } from "./canaries.ts";
import { WITHOUT_OWN_WAITS } from "./running.ts";

const FAULTS = "503:4%,reset:3%,truncate:3%,html:2%,cut-length:2%,retry-after-past:2%";

const DAY_MS = 86_400_000;

let sandbox: SandboxProcess;
beforeAll(async () => {
  sandbox = await startSandboxProcess("--seed", "6", "--faults", FAULTS);
});
afterAll(() => sandbox.kill());

/** Every place in which a secret stands: what a run printed, and what it left on the disk, byte for byte. */
const found = (cwd: string, { stdout, stderr }: Ended): readonly string[] => {
  const left = new Map(leftBehind(cwd))
    .set("its output", Buffer.from(stdout))
    .set("its errors", Buffer.from(stderr));
  return SECRETS.flatMap((secret) => holding(left, secret).map((place) => `${secret} in ${place}`));
};

/** Runs at the highest log level, so many days after the sandbox's own. */
const run = (cwd: string, env: Readonly<Record<string, string>>, daysLater = 0): Promise<Ended> => {
  const asOf = new Date(Date.parse(sandbox.asOf) + daysLater * DAY_MS).toISOString();
  const options = ["--log-level", "all", "--as-of", asOf];
  return tieout(["run", ...options], { cwd, env: { ...WITHOUT_OWN_WAITS, ...env } });
};

describe("no key and nothing personal is in any output, file, log or error", () => {
  it("of a run through faults, whose ledger holds what came of every record", async () => {
    const cwd = temporaryDirectory();
    const { got, origin } = await startReceiver();
    const receivers = {
      TIEOUT_PING_URL: `${origin}/ping`,
      TIEOUT_WEBHOOK_URL: `${origin}/hook`,
      TIEOUT_WEBHOOK_SECRET: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
      TIEOUT_SLACK_URL: `${origin}/slack`,
      TIEOUT_TEAMS_URL: `${origin}/teams`,
    };
    const ended = await run(cwd, { ...(await startCanaries(sandbox)), ...receivers, TIEOUT_LOG: "json" });
    expect(got.map(({ path }) => path).toSorted()).toEqual([
      "/hook",
      "/ping",
      "/ping/start",
      "/slack",
      "/teams",
    ]);
    const sent = JSON.stringify(got);
    expect(SECRETS.filter((secret) => sent.includes(secret))).toEqual([]);
    expect(ended.code).toBe(0);
    const lines = ended.stderr
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    for (const line of lines)
      expect(line).toMatchObject({
        ...{
          time: expect.stringMatching(/^\d{4}-.*Z$/),
          level: expect.any(String),
          outcome: expect.any(String),
        },
        ...{ book: line.outcome === "said" ? null : "default" },
      });
    const count = (outcome: string, source: string): number =>
      lines.filter((line) => line.outcome === outcome && line.source === source && line.operation !== null)
        .length;
    const { koard, record } = json(join(cwd, "out/default/latest"), "run.json").sources;
    for (const [source, { requests }] of Object.entries({ koard, record })) {
      expect(count("waits", source)).toBe(requests.retries);
      expect(count("retry", source)).toBe(requests.retries);
      expect(count("answered", source)).toBe(requests.requests);
    }
    expect(json(join(cwd, "out/default/latest"), "run.json").sources.koard.requests.retries).toBeGreaterThan(
      0,
    );
    expect(found(cwd, ended)).toEqual([]);
    // The search finds what is there: the ledger was opened and its details unpacked.
    expect(holding(leftBehind(cwd), "emailHash").length).toBeGreaterThan(0);
  });

  it("of runs in which single batches cannot be read, though errors repeat the key and the person", async () => {
    const cwd = temporaryDirectory();
    const [unread = "", refused = ""] = await settlementBatches();
    let isHealed = false;
    const env = await startCanaries(sandbox, (url) => {
      if (url.includes(refused)) return 422;
      return url.includes(unread) && !isHealed ? 503 : undefined;
    });
    const incomplete = await run(cwd, env);
    expect(incomplete.code).toBe(75);
    const report = join(cwd, "out/default/2026-11-17/incomplete");
    // Not even what is left of what it said once it was masked.
    expect(json(report, "run.json").sources.koard.unread[unread]).toBe("Koard refused getBatch: 503");
    expect(found(cwd, incomplete)).toEqual([]);

    isHealed = true;
    // The one that is refused for good is given up on the third day.
    expect((await run(cwd, env, 1)).code).toBe(75);
    const whole = await run(cwd, env, 2);
    expect(whole.code).toBe(0);
    const named = csv(join(cwd, "out/default/latest"), "exceptions.csv").filter(
      (row) => row["code"] === "DETAIL_UNAVAILABLE" && JSON.stringify(row).includes(refused),
    );
    expect(JSON.stringify(named)).toContain("Koard refused getBatch: 422");
    expect(JSON.stringify(named)).not.toContain("may not see");
    expect(found(cwd, whole)).toEqual([]);
  });

  it("of a run that was killed while it stored: the ledger's log holds none either", async () => {
    const cwd = temporaryDirectory();
    const at = { step: "^sql INSERT INTO reading", nth: 2, signal: "SIGKILL" } as const;
    const env = await startCanaries(sandbox);
    const ended = await run(cwd, { ...env, ...disturbed({ at }) });
    expect(ended.code).toBeNull();
    expect(namesIn(cwd)).toContain("tieout.db-wal");
    expect(found(cwd, ended)).toEqual([]);
  });

  it.each([401, 418, 503])(
    "of a run whose lists are answered with %i and a careless body",
    async (status) => {
      const cwd = temporaryDirectory();
      const ended = await run(cwd, await startCanaries(sandbox, () => status));
      expect([77, 65, 69]).toContain(ended.code);
      expect(ended.stderr).toContain("[redacted]");
      // A line for the refusal, before the sentence that the run ends with.
      expect(ended.stderr).toMatch(
        new RegExp(
          `^\\S+Z warning default (record|koard) list\\w+ refused status=${status} attempts=\\d`,
          "m",
        ),
      );
      expect(found(cwd, ended)).toEqual([]);
    },
  );

  it("of a run in which Node tells all it does, in NODE_DEBUG and in a diagnostic report", async () => {
    const cwd = temporaryDirectory();
    const env = await startCanaries(sandbox);
    const { NODE_OPTIONS, ...disturbance } = disturbed({
      at: { step: "^sql INSERT INTO reading", nth: 1, signal: "SIGUSR2" },
    });
    const telling = { NODE_OPTIONS: `${NODE_OPTIONS} --report-on-signal`, NODE_DEBUG: "http,net,undici" };
    const ended = await run(cwd, { ...env, ...disturbance, ...telling });
    expect(ended.code).toBe(0);
    expect(ended.stderr).toContain("HTTP");
    expect(namesIn(cwd)).toContainEqual(expect.stringMatching(/^report\..*\.json$/));
    expect(found(cwd, ended)).toEqual([]);
  });
});

/** The ids of the first settlement batches that the sandbox lists. */
const settlementBatches = async (): Promise<readonly string[]> => {
  const { KOARD_BASE_URL, KOARD_API_KEY } = sandbox.env;
  for (;;) {
    const response = await fetch(`${KOARD_BASE_URL}/v1/batches?limit=5`, {
      headers: { "x-koard-apikey": KOARD_API_KEY },
    });
    // The sandbox's own faults hit this request as well.
    const text = await response.text().catch(() => "");
    if (response.ok && text.endsWith("}"))
      return JSON.parse(text).batches.map(({ id }: { readonly id: string }) => id);
  }
};
