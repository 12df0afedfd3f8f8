/**
 * Orders texts by Unicode code point, as every report file is sorted.
 *
 * `<` on strings compares UTF-16 units, which puts an emoji (a surrogate pair, `\ud83d…`) before a
 * full-width letter (`\uff21`) although its code point is larger.
 */
export const compareCodePoints = (left: string, right: string): number => {
  const shorter = Math.min(left.length, right.length);
  for (let at = 0; at < shorter; at += 1) {
    const l = left.charCodeAt(at);
    const r = right.charCodeAt(at);
    // Only surrogates break the agreement of unit order and code point order: lifting them above the
    // rest of the plane restores it without decoding either text.
    if (l !== r) return rank(l) - rank(r);
  }
  return left.length - right.length;
};

/** A copy of `texts`, each once, by code point. */
export const sortedDistinct = (texts: Iterable<string>): readonly string[] =>
  [...new Set(texts)].sort(compareCodePoints);

const rank = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);
