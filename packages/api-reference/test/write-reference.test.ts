import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { writeReference } from "../src/write-reference.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..");
const PAGES = join(import.meta.dirname, "..", "dist");

describe("the reference that a build leaves", () => {
  it("has a page for every spec", () => {
    const specs = readdirSync(join(ROOT, "specs")).filter((name) =>
      existsSync(join(ROOT, "specs", name, "openapi.yaml")),
    );
    expect(specs.length).toBeGreaterThan(0);
    expect(readdirSync(PAGES).sort()).toStrictEqual(specs.map((name) => `${name}.html`).sort());
  });

  it.each(readdirSync(PAGES))("%s shows every operation, with everything it needs inside", (page) => {
    const html = readFileSync(join(PAGES, page), "utf8");
    const spec = readFileSync(join(ROOT, "specs", page.replace(/\.html$/, ""), "openapi.yaml"), "utf8");
    const operations = [...spec.matchAll(/^ +operationId: (\w+)$/gm)].map(([, id]) => id);
    expect(operations.length).toBeGreaterThan(0);
    for (const id of operations) expect(html).toContain(`"operationId":"${id}"`);

    // Everything is refused to the page but what it has inside, before anything else can be asked for.
    const policy = /<head>\s*<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(html)?.[1];
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:|\*|'self'/);
    // What its markup names is either inside or would be refused, which leaves a page without style or script.
    expect(html).not.toMatch(/<script[^>]+\bsrc=/);
    expect(html).not.toMatch(/<link[^>]+\bhref=/);
  });
});

describe("writeReference", () => {
  it("says which spec it could not build a page of", async () => {
    const folder = mkdtempSync(join(tmpdir(), "tieout-reference-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    await expect(writeReference(ROOT, "nowhere", folder)).rejects.toThrow(
      /^specs\/nowhere gave no reference page: /,
    );
  });
});
