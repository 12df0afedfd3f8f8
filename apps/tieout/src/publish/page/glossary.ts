import { html } from "./html.ts";

const WORDS: ReadonlyArray<readonly [term: string, meaning: string]> = [
  [
    "Settled",
    "Accepted by the processor. Money of other states is not money received, and is never added to it.",
  ],
  ["Declared, computed", "What the source says of a batch, and what its rows add up to."],
  ["Basis", "The way of counting the rows that gives a declared total; none where no way does."],
  [
    "Not explained",
    "Net declared less net computed: what is left over when every known way of counting was tried. A lack and a surplus take each other off; the absolute figure adds their sizes, so that they do not.",
  ],
  ["Ties out", "Nothing is left to explain, to the minor unit."],
  ["Restatement", "A figure that is otherwise now than a report showed it before."],
  ["Cohort", "The credential batches of one mode, programme and name."],
  ["Business day", "A day that begins at the book's cut-off, in the book's time zone."],
];

/** The words of the page that not everybody has heard. */
export const glossary = html`<section>
<h2>Words</h2>
<dl>
${WORDS.map(([term, meaning]) => html`<dt>${term}</dt><dd>${meaning}</dd>\n`)}</dl>
</section>
`;
