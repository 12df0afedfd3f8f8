// Proves what becomes of texts from outside before they are kept: what nobody could write is refused, and what is
// somebody's is masked without making two things one.

import { describe, expect, it } from "vitest";
import { freeText, MAX_TEXT_CHARS, textFault } from "../../../src/sources/wire/kept-text.ts";
import { takeNotes } from "../../../src/sources/wire/notes.ts";

const RULE = "well-formed Unicode without NUL, of at most 2000 characters";

describe("a text that is to be kept", () => {
  it.each([
    ["half a surrogate pair", "b\ud83d", null],
    ["the other half", "\ude00b", null],
    ["a NUL", "b\0", null],
    ["more than is kept", "b".repeat(MAX_TEXT_CHARS + 1), null],
    ["as much as is kept", "b".repeat(MAX_TEXT_CHARS), undefined],
    ["a whole pair", "b\u{1f600}", undefined],
    ["a line break and an escape", "b\n\u001b[2J", undefined],
  ])("with %s", (_, id, refused) => {
    const fault = textFault({ id, name: "n" }, ["id", "name"], { at: "$.data[3]", id });
    expect(fault?.invalid).toEqual(
      refused === null
        ? { path: "$.data[3].id", id: null, rule: RULE, value: `a text of ${id.length} characters` }
        : undefined,
    );
  });

  it("refuses its record under the record's id, where that can be kept", () => {
    const fault = textFault({ id: "b", name: "\ud83d" }, ["id", "name"], { at: "$", id: "b" });
    expect(fault?.invalid).toMatchObject({ path: "$.name", id: "b" });
  });

  it("is looked at where it is kept alone", () => {
    expect(textFault({ id: "b", other: "\ud83d" }, ["id"], { at: "$", id: "b" })).toBeUndefined();
  });
});

describe("free text", () => {
  const notes = takeNotes("Record");
  const kept = (text: string) => freeText(text, { member: "batchName", notes });

  it.each([
    ["Spring of ana@people.example", "Spring of [redacted]"],
    ["4111 1111 1111 1111", "[redacted]"],
    ["card 541333******0042.", "card [redacted]."],
    ["see https://app.example/credential/8?token=t!", "see [redacted]"],
  ])("%j is masked", (text, expected) => {
    expect(kept(text)).toBe(expected);
  });

  it.each([
    "May 2025 Cohort",
    "Diploma 20261120093000",
    "4111 1111 1111 1112",
    '=HYPERLINK("http://x","a")',
    "A@ B",
    "0012345678901234567",
    "0f8fad5b-d9cb-469f-a165-708677289501",
  ])("%j stays as it is", (text) => {
    expect(kept(text)).toBe(text);
  });

  it("that is masked is noted by its member", () => {
    expect(notes.sentences()).toEqual([
      "Record sent what looks like an address, a link or the number of a card in batchName 4 times; it is kept as [redacted]",
    ]);
  });

  it("that something is grouped by stays two where it was two", () => {
    const tagOf = (found: string) => `${found.length}-a-long-keyed-hash`;
    const tagged = (text: string) => freeText(text, { member: "batchName", notes, tagOf });
    expect(tagged("ana@people.example and ben@x.example")).toBe(
      "[redacted 18-a-lon] and [redacted 13-a-lon]",
    );
  });
});
