import { type MarkedToken, marked, type Token, walkTokens } from "marked";

/** A fenced block of a page, with the words of the HTML comment right above it. */
export interface Block {
  readonly language: string;
  readonly text: string;
  /** `<!-- runs -->` says "runs"; empty where no comment stands above. */
  readonly directive: string;
  /** The block as it stands in the page, fences included. */
  readonly raw: string;
}

/** A link of a page; `text` is without markup. */
export interface Link {
  readonly text: string;
  readonly href: string;
}

/** A table: its header, and rows of cells. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** One cell of a table. */
interface Cell {
  readonly text: string;
  readonly links: readonly Link[];
  /** Texts in backticks that are no links. */
  readonly codes: readonly string[];
}

// marked's own tokens; extensions, of which none is used, could add others.
const tokensOf = (page: string): MarkedToken[] => marked.lexer(page) as MarkedToken[];

const walk = (tokens: readonly Token[], visit: (token: MarkedToken) => void): void => {
  walkTokens([...tokens], (token) => visit(token as MarkedToken));
};

/** Every fenced block, in order. */
export const blocksOf = (page: string): readonly Block[] => {
  const blocks: Block[] = [];
  let directive = "";
  for (const token of tokensOf(page)) {
    if (token.type === "code") {
      blocks.push({ language: token.lang ?? "", text: token.text, directive, raw: token.raw });
    }
    if (token.type === "html") directive = /^<!--\s*(.*?)\s*-->\s*$/s.exec(token.text.trim())?.[1] ?? "";
    else if (token.type !== "space") directive = "";
  }
  return blocks;
};

const linksIn = (tokens: readonly Token[]): readonly Link[] => {
  const links: Link[] = [];
  walk(tokens, (token) => {
    if (token.type === "link") links.push({ text: token.text.replaceAll("`", ""), href: token.href });
    if (token.type === "image") links.push({ text: token.text, href: token.href });
    if (token.type === "html")
      for (const [, href = ""] of token.raw.matchAll(/(?:href|src)="([^"]+)"/g))
        links.push({ text: token.raw, href });
  });
  return links;
};

/** Every link and picture of a page. */
export const linksOf = (page: string): readonly Link[] => linksIn(tokensOf(page));

/** Every table of a page, in order. */
export const tablesOf = (page: string): readonly Table[] =>
  tokensOf(page).flatMap((token) =>
    token.type === "table"
      ? [
          {
            header: token.header.map(({ text }) => text),
            rows: token.rows.map((row) =>
              row.map(({ text, tokens }) => ({ text, links: linksIn(tokens), codes: codesIn(tokens) })),
            ),
          },
        ]
      : [],
  );

const codesIn = (tokens: readonly Token[]): readonly string[] =>
  tokens.flatMap((token) => (token.type === "codespan" ? [token.raw.replace(/^`+ ?| ?`+$/g, "")] : []));

/** The anchors of a page's headings, as GitHub makes them. */
export const anchorsOf = (page: string): ReadonlySet<string> => {
  const anchors = new Set<string>();
  walk(tokensOf(page), (token) => {
    if (token.type !== "heading") return;
    const plain = token.text.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replaceAll("`", "");
    const anchor = plain
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replace(/\s/g, "-");
    anchors.add(anchor);
  });
  return anchors;
};
