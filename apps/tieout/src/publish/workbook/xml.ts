/** What XML cannot hold, however it is written, and a carriage return, which it would read as a line feed. */
const NOT_IN_XML = /[[\p{Cc}--[\t\n\u007f-\u009f]]\ufffe\uffff]/gv;

/** What a workbook would take for a character that is written by its number, as below. */
const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/g;

const byNumber = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;

const MARKUP: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
]);

/** A text with nothing in it that has to be written otherwise: nearly all. */
const PLAIN = /^[ -!#-%'-;=?-^`-~]*$/;

/** A text as XML of a workbook has it: what XML cannot hold stands by its number, as ECMA-376 (22.9.2.19) has it. */
export const xmlText = (text: string): string =>
  PLAIN.test(text)
    ? text
    : text
        .replace(LOOKS_ESCAPED, "_x005F_")
        .replace(NOT_IN_XML, byNumber)
        .replace(/[&<>"]/g, (one) => MARKUP.get(one) ?? one);
