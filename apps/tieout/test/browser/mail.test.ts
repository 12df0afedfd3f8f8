import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, it } from "vitest";
import { tieout } from "../e2e/bundle.ts";
import { cell, csv, json } from "../e2e/published.ts";
import { AS_OF, batchIds, type Exchange, startKoard } from "../e2e/wire/koard-server.ts";
import { startMailServer } from "../mail-server.ts";
import { unguard } from "../publish/unguard.ts";
import { temporaryDirectory } from "../temporary-directory.ts";
import { opened, startChromium } from "./chromium.ts";

// What this test proves: people can read the mail of a run in a browser, its figures are those of the report, and a name
// from outside is text in it.

const HOSTILE = `</p><script>alert(1)</script><img src="http://127.0.0.1:9/seen" onerror=alert(2)>`;

/** Rows of a type that nobody knows, whose ids would be markup. */
const hostile = ({ body, response }: Exchange): void => {
  const text = body()
    .replaceAll('"transaction_type":"sale"', '"transaction_type":"tip"')
    .replaceAll('"transaction_id":"', `"transaction_id":${JSON.stringify(HOSTILE).slice(0, -1)}`);
  response.writeHead(200, { "content-type": "application/json" }).end(text);
};

/** The HTML of a mail, which is one of its two parts. */
const htmlOf = (mail: string): string => {
  const [, boundary = ""] = /boundary="([^"]+)"/.exec(mail) ?? [];
  const part = mail.split(`--${boundary}`).find((one) => /^content-type: text\/html/im.test(one)) ?? "";
  const [head = "", ...lines] = part.split("\r\n\r\n");
  const encoded = lines.join("\r\n\r\n");
  if (/^content-transfer-encoding: base64/im.test(head)) return Buffer.from(encoded, "base64").toString();
  const bytes = encoded
    .replaceAll("=\r\n", "")
    .replaceAll(/=([\dA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(bytes, "latin1").toString();
};

it("the mail of a run shows its figures in a browser, asks for nothing, and takes no name for markup", async () => {
  const koard = await startKoard({ ids: batchIds(2), misbehave: hostile });
  const { mails, address } = await startMailServer();
  const cwd = temporaryDirectory();
  const mail = {
    TIEOUT_SMTP_URL: address,
    TIEOUT_MAIL_FROM: "tieout@acme.test",
    TIEOUT_MAIL_TO: "finance@acme.test",
    TIEOUT_NOTIFY: "low",
    TIEOUT_PUBLIC_URL: "https://reports.acme.test/out/",
  };
  const env = { ...koard.env, ...mail };
  expect(await tieout(["run", "--quiet", "--as-of", AS_OF], { cwd, env })).toMatchObject({ code: 0 });
  expect(mails).toHaveLength(1);
  const file = join(cwd, "mail.html");
  writeFileSync(file, htmlOf(mails[0] ?? ""));

  const report = join(cwd, "out/default/latest");
  const expected = csv(report, "exceptions.csv").map((row) => {
    const money = cell(row, "money_at_stake");
    const stake = money === "" ? "" : `, ${money} ${cell(row, "currency")}`;
    const id = unguard(cell(row, "entity_id")).slice(0, 100);
    return `new: ${cell(row, "severity")} ${cell(row, "code")}, ${id}${stake} (${cell(row, "exception_id")})`;
  });
  expect(expected.filter((line) => line.includes(HOSTILE)).length).toBeGreaterThan(0);
  expect(expected.filter((line) => line.includes(", 10.00 USD ")).length).toBeGreaterThan(0);
  const link = "https://reports.acme.test/out/default/2026-11-17/r1/report.html";

  const browser = await startChromium();
  try {
    for (const options of [{}, { colorScheme: "dark", viewport: { width: 360, height: 740 } }] as const) {
      const { page, complaints } = await opened(browser, pathToFileURL(file).href, options);
      expect(await page.locator("h1").textContent()).toBe(`default 2026-11-17: ${expected.length} new`);
      const lines = await page.locator("p").allTextContents();
      expect(lines.slice(0, expected.length)).toEqual(expected);
      expect(lines.slice(expected.length)).toEqual([
        expect.stringMatching(/^Report 2026-11-17\/r1, \w+; manifest [0-9a-f]{64}$/),
        link,
      ]);
      expect(lines.join()).toContain(`, ${json(report, "manifest.json").verdict}; `);
      const links = await page.locator("a").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
      expect(links).toEqual([link]);
      expect(await page.locator("script, img, [onerror]").count()).toBe(0);
      const [width, room] = await page.evaluate<[number, number]>(
        "[document.documentElement.scrollWidth, document.documentElement.clientWidth]",
      );
      expect(width).toBeLessThanOrEqual(room);
      expect(complaints).toEqual([]);
      await page.context().close();
    }
    const { page } = await opened(browser, pathToFileURL(file).href);
    const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  } finally {
    await browser.close();
  }
});
