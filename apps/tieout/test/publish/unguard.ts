/** Blanks, quotes and what nobody sees; behind a `;`, tab or line break only up to the next of them. */
const SKIPPED = String.raw`[\s"\p{Cc}\p{Cf}\p{Z}\p{Default_Ignorable_Code_Point}]`;
const FORMULA = String.raw`[=+\-@＝＋－＠]`;

const GUARD = new RegExp(
  `^'(?=(?:'|${SKIPPED})*${FORMULA})|(?<=[;\\t\\r\\n])'(?=(?:'|[${SKIPPED}--[\\t\\r\\n]])*${FORMULA})`,
  "gv",
);

/** Takes the guard away, by the rule that docs/report-format.md gives to readers. */
export const unguard = (cell: string): string => cell.replace(GUARD, "");
