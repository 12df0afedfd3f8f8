/** Markup that is safe to put into a page as it stands: made by {@link html} alone. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

/** What stands between two pieces of a template: text, which is escaped, or markup, which is not. */
type Piece = string | number | Html | ReadonlyArray<Html> | null;

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"],
]);

/**
 * What no reader sees and what changes how others are read: controls, zero-width and bidirectional characters,
 * half surrogate pairs, and line separators. A line break or tab is a blank like any other.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

const shown = (character: string): string => {
  if (/[\t\n\r]/.test(character)) return " ";
  const code = character.codePointAt(0) ?? 0;
  return `\u27e8U+${code.toString(16).toUpperCase().padStart(4, "0")}\u27e9`;
};

/** Longer texts are cut on the page; the CSVs have them whole. */
const MAX_CHARACTERS = 300;

const cut = (text: string): string => {
  if (text.length <= MAX_CHARACTERS) return text;
  const characters = [...text];
  return characters.length <= MAX_CHARACTERS ? text : `${characters.slice(0, MAX_CHARACTERS).join("")}\u2026`;
};

/** A text as a page shows it: what nobody sees is named, as in `⟨U+202E⟩`, and a very long one ends in `…`. */
const visible = (text: string): string => cut(text).replace(UNSEEN, shown);

const escaped = (text: string): string => text.replace(/[&<>"']/g, (one) => ESCAPES.get(one) ?? one);

const markupOf = (piece: Piece): string => {
  if (piece === null) return "";
  if (piece instanceof Html) return piece.markup;
  if (typeof piece === "string") return escaped(visible(piece));
  if (typeof piece === "number") return String(piece);
  return piece.map(({ markup }) => markup).join("");
};

/** Makes markup of a template: every text in it is escaped, so nothing from outside is ever read as markup. */
export const html = (parts: TemplateStringsArray, ...pieces: ReadonlyArray<Piece>): Html =>
  new Html(parts.map((part, at) => part + markupOf(pieces[at] ?? null)).join(""));
