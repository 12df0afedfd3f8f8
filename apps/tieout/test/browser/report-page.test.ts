import { readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tieout } from "../e2e/bundle.ts";
import { lastingDirectory } from "../e2e/lasting-directory.ts";
import { cell, csv } from "../e2e/published.ts";
import { opened, startChromium } from "./chromium.ts";
import { expectedFrom } from "./expected.ts";
import { HOSTILE, writePages } from "./pages.ts";
import { shownBy } from "./shown.ts";

// What these tests prove: people can read a report's page in a browser, whatever stands in it, and every figure on it
// is that of the CSVs.

const home = lastingDirectory();
const latest = join(home, "tieout-demo/out/default/latest");
const pages = new Map<string, string>();
let browser: Browser;

beforeAll(async () => {
  expect((await tieout(["demo"], { cwd: home })).code).toBe(0);
  browser = await startChromium();
  pages.set("the demo", pathToFileURL(join(latest, "report.html")).href);
  for (const [name, address] of Object.entries(writePages(home))) pages.set(name, address);
});
afterAll(() => browser.close());

const NAMES = ["the demo", "an empty night", "1,000 exceptions", "hostile names"];
const addressOf = (name: string): string => pages.get(name) ?? "";

const VIEWS = [
  ["light", { colorScheme: "light" }],
  ["dark, as wide as a tablet", { colorScheme: "dark", viewport: { width: 800, height: 600 } }],
  ["at 360 pixels", { viewport: { width: 360, height: 740 } }],
] as const;

describe.each(NAMES)("the page of %s", (name) => {
  it.each(VIEWS)("is accessible, asks for nothing and scrolls one way: %s", async (_, options) => {
    const { page, complaints } = await opened(browser, addressOf(name), options);
    const [width, room] = await page.evaluate<[number, number]>(
      "[document.documentElement.scrollWidth, document.documentElement.clientWidth]",
    );
    expect(width).toBeLessThanOrEqual(room);
    const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("says the same without JavaScript, and on paper", async () => {
    const texts: string[] = [];
    for (const javaScriptEnabled of [true, false]) {
      const { page } = await opened(browser, addressOf(name), { javaScriptEnabled });
      texts.push((await page.locator("body").textContent()) ?? "");
      if (javaScriptEnabled) {
        const pdf = await page.pdf({ format: "A4" });
        expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
        await page.emulateMedia({ media: "print" });
        expect(await page.locator("h2").first().isVisible()).toBe(true);
      }
      await page.context().close();
    }
    expect(texts[1]).toBe(texts[0]);
    expect(texts[0]?.length).toBeGreaterThan(500);
  });

  it("can be read under Jenkins' policy, which takes its style away", async () => {
    const server: Server = createServer((_request, response) => {
      response.setHeader("content-type", "text/html");
      response.setHeader(
        "content-security-policy",
        "sandbox; default-src 'none'; img-src 'self'; style-src 'self';",
      );
      response.end(readFileSync(fileURLToPath(addressOf(name))));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" ? address?.port : undefined;
    const { page } = await opened(browser, `http://127.0.0.1:${port}/`);
    expect(await page.evaluate("getComputedStyle(document.body).maxWidth")).toBe("none");
    for (const heading of await page.locator("h1, h2").all()) expect(await heading.isVisible()).toBe(true);
    expect(await page.locator("table.counts").isVisible()).toBe(true);
    await page.context().close();
    server.close();
  });
});

describe("the page of the demo", () => {
  it("shows the figures of the CSVs, all of them and no other", async () => {
    const { page } = await opened(browser, addressOf("the demo"));
    const expected = expectedFrom(latest);
    const shown = await shownBy(page);
    expect(shown.tables).toEqual(expected.tables);
    for (const [section, articles] of Object.entries(expected.articles))
      expect(shown.articles[section]).toEqual(articles);
    expect(expected.tables.map(({ rows }) => rows.length)).not.toContain(0);
    expect(Object.values(expected.articles).map(({ length }) => length)).not.toContain(0);
    await page.context().close();
  });

  it.each([
    ["a total", /(data-stated="USD final net_computed"[^>]*>\d)(\d)/],
    ["a figure of a day", /(<table class="days">[\s\S]*?<td>\d)(\d)/],
    ["a figure of a cohort", /(<table class="cohorts">[\s\S]*?<td>)(\d)/],
    ["money at stake", /( · \d)(\d*[.,]\d+ USD at stake)/],
    ["a restated figure", /(<table class="changes">[\s\S]*?late_refund[\s\S]*?<td>\d,)(\d)/],
    ["arithmetic", /(not explained \d)(\d)/],
  ])("is told from one with another figure: %s", async (_, pattern) => {
    const html = readFileSync(join(latest, "report.html"), "utf8");
    const changed = html.replace(pattern, (_match, before: string, figure: string) => `${before}9${figure}`);
    expect(changed).not.toBe(html);
    const file = join(home, "changed.html");
    writeFileSync(file, changed);
    const { page } = await opened(browser, pathToFileURL(file).href);
    const { tables, articles } = expectedFrom(latest);
    const shown = await shownBy(page);
    const parts = Object.fromEntries(Object.keys(articles).map((name) => [name, shown.articles[name]]));
    expect({ tables: shown.tables, articles: parts }).not.toEqual({ tables, articles });
    await page.context().close();
  });

  it("gives the arithmetic of a batch as `tieout explain` does", async () => {
    const { page } = await opened(browser, addressOf("the demo"));
    const lines = (await page.locator("article pre").allTextContents()).join("").trimEnd().split("\n");
    expect(lines.length).toBeGreaterThan(5);
    const untied = csv(latest, "exceptions.csv").filter((row) => cell(row, "code") === "CAPTURED_MISMATCH");
    const explained: string[] = [];
    for (const row of untied) {
      const ledger = ["--ledger", "sqlite:tieout-demo/tieout.db"];
      explained.push((await tieout(["explain", cell(row, "exception_id"), ...ledger], { cwd: home })).stdout);
    }
    for (const line of lines) expect(explained.join("\n")).toContain(line.trim());
    await page.context().close();
  });
});

describe("long lists", () => {
  it("of 1,000 exceptions make a page below 300 kB that leaves out no critical one and says what it does leave out", async () => {
    const address = addressOf("1,000 exceptions");
    expect(statSync(fileURLToPath(address)).size).toBeLessThan(300_000);
    const { page } = await opened(browser, address);
    expect(await page.locator("article").count()).toBe(200);
    const text = (await page.locator("main").textContent()) ?? "";
    for (let at = 0; at < 400; at += 1) expect(text).toContain(`x_${at.toString(16).padStart(12, "0")}`);
    expect(text).toContain("600 more: exceptions.csv has all 1000.");
    await page.context().close();
  });
});

describe("hostile names", () => {
  it("are shown as text, cut where they are endless, and turn nothing around", async () => {
    const { page } = await opened(browser, addressOf("hostile names"));
    const text = (await page.locator("main").textContent()) ?? "";
    for (const one of [
      "<img src=x onerror=alert(1)>",
      "</style><script>alert(1)</script>",
      "]]><!--",
      "&lt;b&gt;",
    ])
      expect(text).toContain(one);
    expect(text).toContain("a⟨U+202E⟩evil⟨U+2066⟩");
    expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b]/);
    expect(text).not.toContain("x".repeat(301));
    expect(text).toContain(`${"x".repeat(300)}…`);
    expect(await page.locator("img, script, iframe, object, [onerror], [onmouseover], [style]").count()).toBe(
      0,
    );
    const links = await page.locator("a").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
    for (const link of links) expect(link).toMatch(/^[a-z-]+\.(?:csv|json)$/);
    expect(HOSTILE.length).toBeGreaterThan(5);
    await page.context().close();
  });
});
