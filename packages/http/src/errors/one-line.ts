/**
 * Text from outside on one line of at most `maxChars` characters. Control characters, invisible ones and
 * runs of white space become one blank.
 */
export const oneLine = (text: string, maxChars: number): string => {
  // A body may be long; nothing beyond a few times the limit can end up in the result.
  const line = text
    .slice(0, maxChars * 4)
    .replace(/[\s\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]+/gu, " ")
    .trim();
  return line.length <= maxChars ? line : `${line.slice(0, maxChars - 1)}…`;
};
