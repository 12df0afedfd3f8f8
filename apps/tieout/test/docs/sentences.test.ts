import { describe, expect, it } from "vitest";
import { ReportNotWritten } from "../../src/publish/failure.ts";
import { tablesOf } from "./markdown.ts";
import { filesUnder, read } from "./repository.ts";

const SOURCES = ["apps/tieout/src", "packages/http/src", "packages/reconcile/src", "packages/bootstrap/src"]
  .flatMap((folder) => [...filesUnder(folder, ".ts"), ...filesUnder(folder, ".mjs")])
  .map(read);

/** Sentences that are put together of words, as the program says them. */
const MADE: readonly string[] = (["create", "write"] as const).map(
  (step) => new ReportNotWritten({ place: "out", step, reason: "no space" }).message,
);

/** The sentences of the runbook's table, in the first column of it; `…` stands for what differs from night to night. */
const sentences = tablesOf(read("docs/runbook.md"))
  .filter(({ header }) => header[0] === "it prints")
  .flatMap(({ rows }) => rows.flatMap((row) => row[0]?.codes ?? []));

const PUNCTUATION = /^[\s:;,.()"$]+|[\s:;,.()"[]+$/g;

/** The pieces of a sentence that its source must have: those between what differs, without a flag before them. */
const piecesOf = (sentence: string): readonly string[] =>
  sentence
    .split(/…|(?<=^--[a-z-]+) /)
    .map((piece) => piece.replace(PUNCTUATION, ""))
    .filter((piece) => /[a-z]{2}/i.test(piece));

const isMade = (sentence: string): boolean => {
  const pattern = sentence.split("…").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return MADE.some((message) => new RegExp(`^${pattern.join(".+")}$`).test(message));
};

/** The pieces that nothing in the sources says. */
const unknownIn = (sentence: string): readonly string[] =>
  isMade(sentence)
    ? []
    : piecesOf(sentence).filter((piece) => !SOURCES.some((source) => source.includes(piece)));

describe("a sentence of the runbook is one that the program prints", () => {
  it("and there are some", () => expect(sentences.length).toBeGreaterThan(20));

  it.each(sentences)("%s", (sentence) => {
    expect(piecesOf(sentence)).not.toStrictEqual([]);
    expect(unknownIn(sentence)).toStrictEqual([]);
  });

  it("and one that it does not print is noticed", () => {
    expect(unknownIn("… refused …: come back never")).toStrictEqual(["come back never"]);
    expect(
      unknownIn("The report in … could not be found: …; the last report is untouched"),
    ).not.toStrictEqual([]);
  });
});
