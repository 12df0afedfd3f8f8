/**
 * A text without the characters of category Cf, which nobody sees: zero-width blanks and joiners, soft hyphens, marks
 * of direction, the byte order mark. Two texts that look alike are then one, whatever a form or a spreadsheet left in.
 */
export const withoutInvisible = (text: string): string => text.replaceAll(/\p{Cf}/gu, "");
