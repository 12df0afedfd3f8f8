/**
 * Characters that a spreadsheet skips or that nobody sees, and behind which a formula could hide: white
 * space, control characters, zero-width and bidirectional marks, the byte order mark, variation selectors
 * and blank letters such as the Hangul filler.
 */
const HIDDEN = /^(?:[\s\p{Cc}\p{Cf}\p{Z}]|\p{Default_Ignorable_Code_Point})*/u;

/** First characters with which a cell is read as a formula: ASCII, and the full-width forms that some locales fold. */
const FORMULA_START = /^[=+\-@＝＋－＠]/u;

/**
 * Makes a text from outside safe to open in a spreadsheet: a text that would be read as a formula gets a
 * leading `'`, also when blanks or invisible characters stand before its first visible one.
 *
 * A text that begins with white space or a control character is guarded as well when what follows starts
 * a formula; any other text is returned as it is, so ids keep their leading zeros. Numbers that tieout
 * prints itself must not come here: `-12.34` has to stay a number.
 */
export const guardFormula = (text: string): string =>
  FORMULA_START.test(text.replace(HIDDEN, "")) ? `'${text}` : text;
