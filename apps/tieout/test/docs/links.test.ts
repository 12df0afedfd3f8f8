import { existsSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";
import { anchorsOf, linksOf } from "./markdown.ts";
import { guides, ROOT, read } from "./repository.ts";

/** What is wrong with a link of a page, or nothing. Addresses outside of the repository are not asked for. */
const faultOf = (page: string, href: string): string | undefined => {
  if (/^[a-z]+:/i.test(href)) return undefined;
  const [path = "", anchor] = href.split("#");
  const target = path === "" ? page : normalize(join(dirname(page), decodeURIComponent(path)));
  if (target.startsWith("..")) return `${href} leaves the repository`;
  if (!existsSync(join(ROOT, target))) return `${href}: there is no ${target}`;
  if (anchor === undefined || !target.endsWith(".md")) return undefined;
  return anchorsOf(read(target)).has(anchor) ? undefined : `${href}: ${target} has no heading for it`;
};

describe("the links of a guide lead somewhere", () => {
  it.each(guides())("%s", (page) => {
    const faults = linksOf(read(page)).flatMap(({ href }) => faultOf(page, href) ?? []);
    expect(faults).toStrictEqual([]);
  });
});

describe("a link that leads nowhere", () => {
  it.each([
    ["../nowhere.md", "there is no nowhere.md"],
    ["#not-a-heading", "has no heading for it"],
    ["../../elsewhere", "leaves the repository"],
  ])("is found: %s", (href, fault) => {
    expect(faultOf("docs/runbook.md", href)).toContain(fault);
  });
});
