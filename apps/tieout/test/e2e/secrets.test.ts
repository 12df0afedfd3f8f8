import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startMailServer } from "../mail-server.ts";
import { startReceiver } from "../receiver.ts";
import { temporaryDirectory } from "../temporary-directory.ts";
import { tieout } from "./bundle.ts";
import { holding, leftBehind } from "./left-behind.ts";
import { type SandboxProcess, startSandboxProcess } from "./sandbox-process.ts";

let sandbox: SandboxProcess;
beforeAll(async () => {
  sandbox = await startSandboxProcess("--seed", "6");
});
afterAll(() => sandbox.kill());

describe("a key", () => {
  const KEY = "sk_live_c0rrect-h0rse-battery-staple";
  const FORMS = [
    KEY,
    Buffer.from(KEY).toString("base64"),
    Buffer.from(KEY).toString("base64url"),
    Buffer.from(KEY).toString("hex"),
  ];

  it.each([
    { name: "RECORD_API_TOKEN", source: "Record" },
    { name: "KOARD_API_KEY", source: "Koard" },
  ])("that $source refuses ends the run with exit 77, and stands nowhere", async ({ name, source }) => {
    const cwd = temporaryDirectory();
    const { got, origin } = await startReceiver();
    const collector = { OTEL_EXPORTER_OTLP_ENDPOINT: origin, TIEOUT_METRICS_FILE: "tieout.prom" };
    const env = { ...sandbox.env, ...collector, [name]: KEY };
    const { code, stdout, stderr } = await tieout(["run", "--as-of", sandbox.asOf], { cwd, env });
    expect(code).toBe(77);
    expect(stdout).toBe("");
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(stderr).toContain(source);
    expect(stderr).toContain("401");
    // What the API itself said may name people: it is said here, and kept nowhere.
    const said = /401 (?<words>\S.+)/.exec(stderr)?.groups?.["words"] ?? "";
    expect(said.length).toBeGreaterThan(3);
    const sent = got.map(({ body }) => body).join("\n");
    expect(sent).toContain(`${source} refused `);
    expect(sent).not.toContain(said);
    const left = leftBehind(cwd);
    expect(holding(left, said)).toEqual([]);
    expect([...left.keys()]).toEqual(expect.arrayContaining(["tieout.db", "tieout.prom"]));
    expect([...left.keys()].filter((file) => file.startsWith("out"))).toEqual([]);
    for (const form of FORMS) {
      expect(stderr + sent).not.toContain(form);
      expect(holding(left, form)).toEqual([]);
    }
  });

  it("that works stands nowhere either", async () => {
    const cwd = temporaryDirectory();
    const said = await tieout(["run", "--as-of", sandbox.asOf], { cwd, env: sandbox.env });
    expect(said.code).toBe(0);
    for (const key of [sandbox.env.RECORD_API_TOKEN, sandbox.env.KOARD_API_KEY]) {
      expect(said.stdout + said.stderr).not.toContain(key);
      expect(holding(leftBehind(cwd), key)).toEqual([]);
    }
  });

  it.each(["two words", "line\nbreak", "schlüssel"])(
    "that cannot be one (%j) is not shown in the message",
    async (key) => {
      const cwd = temporaryDirectory();
      const { code, stderr } = await tieout(["run"], { cwd, env: { ...sandbox.env, KOARD_API_KEY: key } });
      expect(code).toBe(78);
      expect(stderr).toContain("KOARD_API_KEY");
      expect(stderr).not.toContain(key);
    },
  );
});

describe("personal data", () => {
  interface Answers {
    readonly ids: ReadonlySet<string>;
    readonly personal: ReadonlySet<string>;
  }

  const ask = async (base: string, path: string, key: string) =>
    JSON.parse(
      await (
        await fetch(`${base}${path}`, { headers: { authorization: `Bearer ${key}`, "x-koard-apikey": key } })
      ).text(),
    );

  /** The names, addresses and links of everybody, as Record itself tells them. */
  const people = async (): Promise<Answers> => {
    const { RECORD_BASE_URL: base, RECORD_API_TOKEN: key } = sandbox.env;
    const [ids, personal] = [new Set<string>(), new Set<string>()];
    for (const { batchId } of (await ask(base, "/credentials", key)).data) {
      const { recipients } = (await ask(base, `/credentials/${batchId}`, key)).data;
      for (const { recipientId, name, email, credentialUrl } of recipients) {
        ids.add(recipientId);
        for (const text of [name, email, email.trim(), email.trim().toLowerCase(), credentialUrl])
          personal.add(text);
      }
    }
    return { ids, personal };
  };

  /** What Koard tells of cards, readers and devices. */
  const cards = async (): Promise<Answers> => {
    const { KOARD_BASE_URL: base, KOARD_API_KEY: key } = sandbox.env;
    const [ids, personal] = [new Set<string>(), new Set<string>()];
    const page = await ask(base, "/v1/batches?limit=500", key);
    for (const { id } of page.batches) {
      const { transactions } = await ask(base, `/v1/batches/${id}?include_transactions=true`, key);
      for (const row of transactions ?? []) {
        ids.add(row.transaction_id);
        for (const text of [row.card, row.reader_identifier, row.device_id, row.merchant_name])
          personal.add(text);
        personal.add(String(row.card).replaceAll("*", ""));
      }
    }
    return { ids, personal };
  };

  it("of nobody is in any byte of the ledger or of a report, nor of what is measured and sent, and no key of a receiver", async () => {
    const cwd = temporaryDirectory();
    const { got, origin } = await startReceiver();
    const { mails, address } = await startMailServer();
    const secrets = ["p1ng-addr3ss", "c0llector-k3y", "sl4ck-addr3ss", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"];
    const [ping = "", collector = "", slack = "", webhook = ""] = secrets;
    const sending = {
      TIEOUT_METRICS_FILE: "tieout.prom",
      TIEOUT_NOTIFY: "info",
      TIEOUT_PING_URL: `${origin}/ok/${ping}`,
      TIEOUT_SLACK_URL: `${origin}/ok/${slack}`,
      TIEOUT_TEAMS_URL: `${origin}/ok/teams`,
      TIEOUT_WEBHOOK_URL: `${origin}/ok/webhook`,
      TIEOUT_WEBHOOK_SECRET: `whsec_${webhook}`,
      TIEOUT_SMTP_URL: address,
      TIEOUT_MAIL_FROM: "tieout@acme.test",
      TIEOUT_MAIL_TO: "finance@acme.test",
      OTEL_EXPORTER_OTLP_ENDPOINT: `${origin}/otlp`,
      OTEL_EXPORTER_OTLP_HEADERS: `api-key=${collector}`,
    };
    const env = { ...sandbox.env, ...sending };
    const run = await tieout(["run", "--as-of", sandbox.asOf, "--log-level", "all"], { cwd, env });
    expect(run.code).toBe(0);
    const left = leftBehind(cwd);
    // A mail breaks its lines with a sign of its own.
    const sent = [...got.map(({ body }) => body), ...mails.map((mail) => mail.replaceAll("=\r\n", ""))];
    // Two pings, three messages and a mail, spans, measures and lines of a log: all of it is searched.
    for (const part of ["Report        default", "exception_id", "adaptive", "MIME-Version"])
      expect(sent.join("\n")).toContain(part);
    for (const part of ["getCredentialBatch", "tieout_listed", "begun"])
      expect(sent.join("\n")).toContain(part);
    expect([...left.keys()]).toContain("tieout.prom");
    const outside = Buffer.from([...sent, run.stdout, run.stderr].join("\n"));
    const all = Buffer.concat([...left.values(), outside]);
    const keys = [sandbox.env.RECORD_API_TOKEN, sandbox.env.KOARD_API_KEY, ...secrets];
    expect(keys.filter((key) => all.includes(key))).toEqual([]);
    expect(got.map(({ headers }) => headers["api-key"])).toContain(collector);
    for (const { ids, personal } of [await people(), await cards()]) {
      expect(ids.size).toBeGreaterThan(100);
      expect(personal.size).toBeGreaterThan(100);
      // The search can find what is there: every credential and transaction is, by its id.
      expect([...ids].filter((id) => !all.includes(id))).toEqual([]);
      expect([...personal].filter((text) => text.length > 3 && all.includes(text))).toEqual([]);
    }
  });
});
