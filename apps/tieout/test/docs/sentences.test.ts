import { describe, expect, it } from "vitest";
import { tablesOf } from "./markdown.ts";
import { filesUnder, read } from "./repository.ts";

const SOURCES = ["apps/tieout/src", "packages/http/src", "packages/reconcile/src", "packages/bootstrap/src"]
  .flatMap((folder) => [...filesUnder(folder, ".ts"), ...filesUnder(folder, ".mjs")])
  .map(read);

/** The sentences of the runbook's table, in the first column of it; `…` stands for what differs from night to night. */
const sentences = tablesOf(read("docs/runbook.md"))
  .filter(({ header }) => header[0] === "it prints")
  .flatMap(({ rows }) => rows.flatMap((row) => row[0]?.codes ?? []));

describe("a sentence of the runbook is one that the program prints", () => {
  it("and there are some", () => expect(sentences.length).toBeGreaterThan(20));

  it.each(sentences)("%s", (sentence) => {
    const parts = sentence
      .split("…")
      .map((part) => part.trim())
      .filter((part) => /[a-z]{2}/i.test(part));
    expect(parts.length).toBeGreaterThan(0);
    const unknown = parts.filter((part) => !SOURCES.some((source) => source.includes(part)));
    expect(unknown).toStrictEqual([]);
  });
});
