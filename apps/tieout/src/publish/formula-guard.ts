/**
 * What may stand before a formula without keeping it from being one: white space, control characters,
 * zero-width and bidirectional marks, the byte order mark, variation selectors, blank letters such as the
 * Hangul filler; and quotes, which a reader that splits a line elsewhere takes for its own.
 */
const SKIPPED = String.raw`[\s"\p{Cc}\p{Cf}\p{Z}\p{Default_Ignorable_Code_Point}]`;

/** First characters with which a cell is read as a formula: ASCII, and the full-width forms that some locales fold. */
const FORMULA_START = String.raw`[=+\-@＝＋－＠]`;

/**
 * Where a guard goes: at the start of a text, and behind each `;`, tab and line break in it, since a
 * spreadsheet that splits there, as where the decimal comma rules, begins a cell whatever the quotes say.
 * Apostrophes of the text's own may stand before the formula: else nobody could tell one from a guard.
 */
const GUARDED = new RegExp(
  [
    `^(?=(?:'|${SKIPPED})*${FORMULA_START})`,
    // Only up to the next such place, so that a text of nothing but tabs takes no longer than another.
    String.raw`(?<=[;\t\n]|\r(?!\n))(?=(?:'|[${SKIPPED}--[\t\r\n]])*${FORMULA_START})`,
  ].join("|"),
  "gv",
);

/** A text with a plain letter or digit in front, and no place in it at which another cell might begin: nearly all. */
const PLAIN = /^[0-9A-Za-z][^;\t\r\n]*$/;

/**
 * Makes a text from outside safe to open in a spreadsheet: what would be read as a formula gets a `'`.
 *
 * A `'` at the start, or right behind a `;`, tab or line break, is a guard where a formula follows it, past
 * blanks, quotes and further apostrophes; taking each away gives the text back. Any other text is returned
 * as it is, so ids keep their leading zeros and `'s-Hertogenbosch` its apostrophe. Numbers that tieout prints
 * itself must not come here: `-12.34` has to stay a number.
 */
export const guardFormula = (text: string): string => (PLAIN.test(text) ? text : text.replace(GUARDED, "'"));

/** A guard, at the start of a text or where another cell might begin: what {@link guardFormula} puts there. */
const GUARD = new RegExp(
  [
    `^'(?=(?:'|${SKIPPED})*${FORMULA_START})`,
    String.raw`(?<=[;\t\n]|\r(?!\n))'(?=(?:'|[${SKIPPED}--[\t\r\n]])*${FORMULA_START})`,
  ].join("|"),
  "gv",
);

/** Gives a text back as it came, of what {@link guardFormula} made of it. */
export const unguardFormula = (text: string): string => (PLAIN.test(text) ? text : text.replace(GUARD, ""));
