import { expect, it } from "vitest";
import { glossary } from "../../../src/publish/page/glossary.ts";

it("the page explains each word of its own in a sentence", () => {
  const words = [...glossary.markup.matchAll(/<dt>(.*?)<\/dt>\s*<dd>(.*?)<\/dd>/g)];
  expect(words.map(([, term]) => term)).toEqual([
    ...["Settled", "Declared, computed", "Basis", "Not explained"],
    ...["Ties out", "Restatement", "Cohort", "Business day"],
  ]);
  for (const [, , meaning = ""] of words) expect(meaning).toMatch(/^[A-Z].+\.$/);
});
