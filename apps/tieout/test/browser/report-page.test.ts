import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "../docs/repository.ts";
import { tieout } from "../e2e/bundle.ts";
import { lastingDirectory } from "../e2e/lasting-directory.ts";
import { cell, csv, json } from "../e2e/published.ts";
import { opened, startChromium } from "./chromium.ts";
import { expectedFrom, figure as figureOf } from "./expected.ts";
import { HOSTILE, writePages } from "./pages.ts";
import { shownBy } from "./shown.ts";

// What these tests prove: people can read a report's page in a browser, whatever stands in it, and every figure on it
// is that of the CSVs.

const home = lastingDirectory();
const latest = join(home, "tieout-demo/out/default/latest");
const pages = new Map<string, string>();
let browser: Browser;

/** A report after those of the demo, once somebody decided about an exception of it. */
const decided = async (): Promise<string> => {
  const ledger = ["--ledger", "sqlite:tieout-demo/tieout.db"];
  const [row] = csv(latest, "exceptions.csv").filter((one) => cell(one, "code") === "PARTIALLY_ACCEPTED");
  const id = cell(row ?? {}, "exception_id");
  const words = [
    "--as",
    "assigned",
    "--to",
    "Ben <b>",
    "--by",
    "Ana",
    "--reason",
    "Ticket 4711",
    "--until",
    "2026-12-01",
  ];
  const when = ["--as-of", "2026-11-20T12:00:00Z"];
  expect(await tieout(["decide", id, ...words, ...ledger, ...when], { cwd: home })).toMatchObject({
    code: 0,
  });
  mkdirSync(join(home, "decided"));
  writeFileSync(join(home, "decided/index.html"), "<h1>Somebody's own page</h1>");
  const again = ["report", "--as-of", "2026-11-21T02:00:00Z", "--out", "decided"];
  const { code, stderr } = await tieout([...again, ...ledger], { cwd: home });
  expect(code).toBe(0);
  expect(stderr).toContain("decided/index.html was made by somebody else and is left as it is");
  expect(readFileSync(join(home, "decided/index.html"), "utf8")).toBe("<h1>Somebody's own page</h1>");
  return join(home, "decided/default/latest");
};

beforeAll(async () => {
  expect((await tieout(["demo"], { cwd: home })).code).toBe(0);
  browser = await startChromium();
  pages.set("the demo", pathToFileURL(join(latest, "report.html")).href);
  pages.set("all nights of the demo", pathToFileURL(join(home, "tieout-demo/out/index.html")).href);
  for (const [name, address] of Object.entries(writePages(home))) pages.set(name, address);
});
afterAll(() => browser.close());

const NAMES = ["the demo", "an empty night", "1,000 exceptions", "hostile names", "five years"];
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
        // A4 less the margins: what is wider is cut off on paper, where nobody can scroll.
        await page.emulateMedia({ media: "print" });
        await page.setViewportSize({ width: 702, height: 1000 });
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(702);
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
    expect(await page.locator("table").last().isVisible()).toBe(true);
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

it("lists what somebody decided about last, with who and why", async () => {
  const report = await decided();
  const { page } = await opened(browser, pathToFileURL(join(report, "report.html")).href);
  const items = await page.locator(".decided li").allTextContents();
  expect(items).toEqual([
    expect.stringMatching(
      /^high PARTIALLY_ACCEPTED: batch .* · assigned to Ben <b> by Ana, until 2026-12-01: Ticket 4711 · x_/,
    ),
  ]);
  expect((await page.locator("article h3").allTextContents()).join()).not.toContain("PARTIALLY_ACCEPTED");
  expect(await tieout(["verify", report], { cwd: home })).toMatchObject({ code: 0, stderr: "" });
  await page.context().close();
});

it("is what the pictures in the README show, and so is the page of all nights", async () => {
  const pictures = [
    { picture: "report.png", of: "the demo", viewport: { width: 1040, height: 1150 } },
    { picture: "index.png", of: "all nights of the demo", viewport: { width: 1040, height: 860 } },
  ];
  if (process.env["TIEOUT_PICTURES"] === "make")
    for (const { picture, of, viewport } of pictures) {
      const { page } = await opened(browser, addressOf(of), { viewport });
      await page.screenshot({ path: join(ROOT, "docs/pictures", picture) });
      await page.context().close();
    }
  const shown = pictures.map(({ picture, of }) => {
    const sha256 = createHash("sha256")
      .update(readFileSync(fileURLToPath(addressOf(of))))
      .digest("hex");
    return `${picture} shows the page with the SHA-256 ${sha256}\n`;
  });
  const mend = "To fix this, run: pnpm build && pnpm --filter tieout pictures (and look at what changed)";
  await expect(shown.join(""), mend).toMatchFileSnapshot(join(ROOT, "docs/pictures/pages.txt"));
});

describe("the page of all nights", () => {
  it("leads to each report that is there, and shows the nights that are not", async () => {
    const { page, complaints } = await opened(browser, addressOf("all nights of the demo"));
    expect(await page.locator("main").textContent()).toContain("No night is missing.");
    const { exceptions, verdict, totals } = json(latest, "manifest.json");
    const settled = Object.entries<Record<string, { net_computed: string }>>(totals.settlements).flatMap(
      ([currency, { final }]) => (final === undefined ? [] : [`${figureOf(final.net_computed)} ${currency}`]),
    );
    const row = page.locator(".nights tbody tr").first();
    expect(await row.locator("th, td").allTextContents()).toEqual([
      ...["2026-11-19", verdict],
      ...["critical", "high", "medium", "low", "info"].map((severity) =>
        String(exceptions.by_severity[severity]),
      ),
      ...["0", settled.join(""), "17.27 USD", "1"],
    ]);
    await row.locator("a").click();
    expect(await page.title()).toBe("default, 2026-11-19: provisional");
    expect(complaints).toEqual([`asked for ${page.url()}`]);
    await page.context().close();
  });

  it("names nights that are missing, and leads to no report that is not there", async () => {
    const { page } = await opened(browser, addressOf("five years"));
    expect(await page.locator(".month").count()).toBe(60);
    expect(await page.locator(".missing").allTextContents()).toEqual(["2missing", "17missing"]);
    expect(await page.locator(".verdict").allTextContents()).toEqual([
      "2 nights have no report: 2026-11-02, 2024-02-17.",
      "Of 1 night something was left unread: 2026-11-05.",
      "A run was begun for this book, and no report came of any.",
    ]);
    expect(await page.locator(".month .incomplete").allTextContents()).toEqual(["5unread"]);
    expect(await page.locator(".month a").count()).toBe(1823);
    expect(await page.locator(".nights tbody tr").count()).toBe(60);
    expect(await page.locator("h2").allTextContents()).toEqual([
      ...["<b>another", "default", "never"],
      "Books of other ledgers",
    ]);
    expect(await page.locator(".windows tbody tr").count()).toBe(61);
    expect(await page.locator(".windows th[scope=row]").nth(1).textContent()).toBe(
      "2026-03-04 to 2026-04-03",
    );
    expect(await page.locator(".windows a").count()).toBe(60);
    expect(await page.locator(".more").textContent()).toBe("2 older windows are not listed here.");
    await page.context().close();
  });
});

describe("long lists", () => {
  it("of 1,000 exceptions make a page below 300 kB that leaves out no critical one and says what it does leave out", async () => {
    const address = addressOf("1,000 exceptions");
    expect(statSync(fileURLToPath(address)).size).toBeLessThan(300_000);
    const { page } = await opened(browser, address);
    expect(await page.locator("article").count()).toBe(200 + 25);
    expect(await page.locator("article pre").count()).toBe(25);
    const text = (await page.locator("main").textContent()) ?? "";
    for (let at = 0; at < 950; at += 1) expect(text).toContain(`x_${at.toString(16).padStart(12, "0")}`);
    expect(text).toContain("50 more: exceptions.csv has all 1000.");
    expect(text).toContain("175 more rows, of which tieout show gives the arithmetic");
    expect(text).toContain("800 more: settlement-by-batch.csv has all 1000.");
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
    for (const link of links) expect(link).toMatch(/^[a-z-]+\.(?:csv|json|xlsx)$/);
    expect(HOSTILE.length).toBeGreaterThan(5);
    await page.context().close();
  });
});
