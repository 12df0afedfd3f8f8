import type { Page } from "playwright-core";

/** A table as a reader sees it. */
export interface ShownTable {
  readonly name: string;
  readonly caption: string;
  readonly rows: readonly (readonly string[])[];
}

/** What a report's page shows, by the parts that hold figures. */
export interface Shown {
  readonly tables: readonly ShownTable[];
  /** Of each section the paragraphs of each article. */
  readonly articles: Readonly<Record<string, readonly (readonly string[])[]>>;
}

const READ = `(() => {
  const text = (node) => node.textContent.replace(/\\s+/g, " ").trim();
  const all = (node, selector) => [...node.querySelectorAll(selector)];
  const tables = all(document, "table").map((table) => ({
    name: table.className,
    caption: text(table.caption),
    rows: all(table, "tbody tr").map((row) => [...row.cells].map(text)),
  }));
  const articles = Object.fromEntries(all(document, "section").map((section) => [
    text(section.querySelector("h2")),
    all(section, "article").map((article) => all(article, "h3, p, li, code").map(text)),
  ]));
  return { tables, articles };
})()`;

/** Reads all figures off a page that a browser shows. */
export const shownBy = (page: Page): Promise<Shown> => page.evaluate<Shown>(READ);
