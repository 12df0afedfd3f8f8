import { readFileSync } from "node:fs";
import { createServer as createTlsServer } from "node:https";
import { fileURLToPath } from "node:url";
import { Secret } from "@tieout/http";
import { exceptionRow } from "@tieout/reconcile/testing";
import { Effect } from "effect";
import { Webhook } from "standardwebhooks";
import { describe, expect, it } from "vitest";
import type { MessageSettings } from "../../../src/config/message-settings.ts";
import { deliver } from "../../../src/operate/tell/deliver.ts";
import { deliveriesOf } from "../../../src/operate/tell/deliveries.ts";
import type { Message } from "../../../src/operate/tell/Message.ts";
import { listening } from "../../listening.ts";
import { startMailServer } from "../../mail-server.ts";
import { startReceiver } from "../../receiver.ts";

const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const NOW = new Date();

const MESSAGE: Message = {
  ...{ occasion: "changed", book: "acme", exit: 0, problem: null },
  report: {
    ...{ day: "2026-11-17", revision: 2, verdict: "final", manifestSha256: "ab12", restatements: 0 },
    link: "https://reports.test/out/acme/2026-11-17/r2/report.html",
  },
  changes: Array.from({ length: 12 }, (_, at) => ({
    kind: "new" as const,
    row: exceptionRow(`x_${at}`, { entityId: "<b>*&_1", status: "new" }),
  })),
};

const NOBODY: MessageSettings = {
  ...{ notify: "high", publicUrl: null, ping: null },
  ...{ webhook: null, slack: null, teams: null, mail: null, metricsFile: null },
};

const receiver = async () => {
  const { got, origin } = await startReceiver();
  return { got, at: (path: string) => new Secret(`${origin}${path}`) };
};

const tls = (name: string): Buffer =>
  readFileSync(fileURLToPath(new URL(`../../e2e/wire/tls/${name}.pem`, import.meta.url)));

const send = (settings: Partial<MessageSettings>) =>
  Effect.runPromise(deliver(deliveriesOf({ ...NOBODY, ...settings }, MESSAGE, NOW)));

describe("a message", () => {
  it("reaches each kind of receiver once, in the form that it reads", async () => {
    const { got, at } = await receiver();
    const { mails, address } = await startMailServer();
    const smtp = new Secret(address);
    const mail = { smtp, from: "tieout@acme.test", to: "ana@acme.test, ben@acme.test" };
    const webhook = { url: at("/ok/hook"), secret: new Secret(SECRET) };
    expect(await send({ webhook, slack: at("/ok/slack"), teams: at("/ok/teams"), mail })).toEqual([]);
    const body = (path: string) => {
      const all = got.filter((one) => one.path === path);
      expect(all).toHaveLength(1);
      return all[0] ?? { path, headers: {}, body: "" };
    };
    const hook = body("/ok/hook");
    const headers = Object.fromEntries(
      Object.entries(hook.headers).map(([name, value]) => [name, String(value)]),
    );
    const signed = new Webhook(SECRET).verify(hook.body, headers);
    expect(signed).toMatchObject({
      type: "report.changed",
      data: { book: "acme", changes: 12, report: { manifest_sha256: "ab12", verdict: "final" } },
    });
    expect(JSON.parse(hook.body).data.exceptions).toHaveLength(10);

    const slack = JSON.parse(body("/ok/slack").body);
    expect(slack.text).toBe("acme 2026-11-17: 12 new");
    expect(slack.blocks[1].text.text).toContain(
      "new: critical CAPTURED_MISMATCH, &lt;b&gt;*&amp;_1, 2.00 USD (x_0)",
    );
    expect(slack.blocks[1].text.text).toContain("and 2 more\nReport 2026-11-17/r2, final; manifest ab12");

    const [attachment] = JSON.parse(body("/ok/teams").body).attachments;
    expect(attachment.contentType).toBe("application/vnd.microsoft.card.adaptive");
    expect(attachment.content.actions[0].url).toBe(MESSAGE.report?.link);
    expect(JSON.stringify(attachment.content.body)).toContain("<b>\\\\*&\\\\_1, 2.00 USD");

    expect(mails).toHaveLength(1);
    expect(mails[0]).toContain("Subject: acme 2026-11-17: 12 new");
    expect(mails[0]).toContain("To: ana@acme.test, ben@acme.test");
    expect(mails[0]).toContain("&lt;b&gt;*&amp;_1");
  });

  it("that does not arrive is one sentence, without the address: tried twice where that may help, and given up", async () => {
    const { got, at } = await receiver();
    const secure = await listening(
      createTlsServer({ key: tls("server-key"), cert: tls("server") }, (_, response) => response.end()),
    );
    const webhook = { url: at("/500/s3cret"), secret: new Secret(SECRET) };
    const slack = at("/302/s3cret");
    expect((await send({ webhook, slack, teams: at("/404/s3cret") })).toSorted()).toEqual([
      "Slack of acme was not reached: it redirects (302), which is not followed",
      "Teams of acme was not reached: it answered 404",
      "The webhook of acme was not reached: it answered 500",
    ]);
    const asked = Map.groupBy(got, ({ path }) => path);
    expect([...asked].map(([path, all]) => [path, all.length]).toSorted()).toEqual([
      ["/302/s3cret", 1],
      ["/404/s3cret", 1],
      ["/500/s3cret", 2],
    ]);
    const ids = new Set(asked.get("/500/s3cret")?.map(({ headers }) => headers["webhook-id"]));
    expect(ids.size).toBe(1);

    const teams = new Secret(`https://127.0.0.1:${secure}/s3cret`);
    const mail = { smtp: new Secret("smtp://127.0.0.1:9"), from: "a@b.test", to: "c@d.test" };
    expect((await send({ slack: at("/hang/s3cret"), teams, mail })).toSorted()).toEqual([
      "Mail of acme was not reached: ESOCKET",
      "Slack of acme was not reached: no answer within 3.5 s",
      expect.stringMatching(/^Teams of acme was not reached: its certificate is not trusted \([A-Z_]+\)$/),
    ]);
  });
});
